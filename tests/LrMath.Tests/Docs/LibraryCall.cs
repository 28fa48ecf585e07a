using System.Globalization;
using System.Text.Json.Nodes;

namespace LrMath.Tests.Docs;

/// <summary>
/// A call as another library's user writes it, <c>StepLR(step_size=30, gamma=0.5)</c>, read into what a golden record has: a name and
/// arguments.
/// </summary>
/// <param name="Name">The schedule's name.</param>
/// <param name="Arguments">The arguments; a call among them is a name and arguments again.</param>
/// <param name="Quantity">What is looked at: <c>lr</c>, or what follows the call behind a dot.</param>
internal sealed record LibraryCall(string Name, JsonObject Arguments, string Quantity)
{
    public static LibraryCall Parse(string text, Func<string, string?> defaults)
    {
        var reader = new Reader(text, defaults);
        (string name, JsonObject arguments) = reader.Call();
        return new LibraryCall(name, arguments, reader.Rest() is { Length: > 0 } rest ? rest.TrimStart('.') : "lr");
    }

    private sealed class Reader(string text, Func<string, string?> defaults)
    {
        private int at;

        public string Rest() => text[at..].Trim();

        public (string Name, JsonObject Arguments) Call()
        {
            string name = Word();
            return (name, Completed(name, Pairs('(', '=', ')')));
        }

        private JsonObject Completed(string name, JsonObject arguments)
        {
            if (defaults(name) is { } all)
            {
                foreach ((string key, JsonNode? value) in new Reader($"({all})", _ => null).Pairs('(', '=', ')'))
                {
                    arguments.TryAdd(key, value?.DeepClone());
                }
            }

            return arguments;
        }

        private JsonObject Pairs(char open, char between, char close)
        {
            var pairs = new JsonObject();
            Expect(open);
            while (!Next(close))
            {
                string key = Word();
                Expect(between);
                pairs.Add(key, Value());
                Next(',');
            }

            return pairs;
        }

        private JsonNode? Value()
        {
            switch (Peek())
            {
                case '[':
                    return List('[', ']', Value);
                case '{':
                    int start = at;
                    Expect('{');
                    bool numbered = char.IsDigit(Peek());
                    at = start;
                    return numbered ? List('{', '}', Pair) : Completed("{}", Pairs('{', ':', '}'));
                case '"':
                    int end = text.IndexOf('"', at + 1);
                    string quoted = text[(at + 1)..end];
                    at = end + 1;
                    return quoted;
            }

            int before = at;
            string word = Word();
            if (Peek() == '(')
            {
                at = before;
                (string name, JsonObject arguments) = Call();
                return name == word ? new JsonObject { ["name"] = name, ["args"] = arguments } : throw Wrong("a call");
            }

            return word switch
            {
                "True" => true,
                "False" => false,
                "None" => null,
                _ when int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole) => whole,
                _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
                _ => throw Wrong("a value"),
            };
        }

        private JsonArray List(char open, char close, Func<JsonNode?> item)
        {
            var list = new JsonArray();
            Expect(open);
            while (!Next(close))
            {
                list.Add(item());
                Next(',');
            }

            return list;
        }

        private JsonNode Pair()
        {
            JsonNode? key = Value();
            Expect(':');
            return new JsonArray(key, Value());
        }

        private string Word()
        {
            Peek();
            int start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-' or '+'))
            {
                at++;
            }

            return at > start ? text[start..at] : throw Wrong("a word");
        }

        private char Peek()
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            return at < text.Length ? text[at] : '\0';
        }

        private bool Next(char wanted)
        {
            if (Peek() != wanted)
            {
                return false;
            }

            at++;
            return true;
        }

        private void Expect(char wanted)
        {
            if (!Next(wanted))
            {
                throw Wrong($"'{wanted}'");
            }
        }

        private FormatException Wrong(string wanted) => new($"{wanted} expected at {at} of {text}");
    }
}
