using System.Globalization;

namespace LrMath.Cli.Expressions.Plain;

/// <summary>
/// Reads the part of C# that most schedules are written in: calls with literals, named arguments, nested calls, lists, pairs, and
/// <c>with</c>. Whatever else there is ends it without a result.
/// </summary>
internal ref struct PlainParser(ReadOnlySpan<char> text)
{
    private const int Deepest = 100;

    private ReadOnlySpan<char> rest = text;
    private int depth;

    /// <summary>The whole text; null if it is not a plain expression.</summary>
    public static Syntax? Parse(string text)
    {
        var parser = new PlainParser(text);
        Syntax? expression = parser.Expression();
        if (expression is not null && parser.TakesWord("with"))
        {
            expression = parser.Settings(expression);
        }

        return expression is not null && parser.Peek() == '\0' ? expression : null;
    }

    private Syntax? Expression()
    {
        if (depth == Deepest)
        {
            return null;
        }

        depth++;
        Syntax? expression = Peek() switch
        {
            '[' => Listed(),
            '(' => Paired(),
            '-' or '.' or (>= '0' and <= '9') => Number(),
            _ => Called(),
        };
        depth--;
        return expression;
    }

    private Listing? Listed()
    {
        rest = rest[1..];
        var elements = new List<Syntax>();
        while (!Takes(']'))
        {
            if ((elements.Count > 0 && !Takes(',')) || Expression() is not { } element)
            {
                return null;
            }

            elements.Add(element);
        }

        return new Listing(elements);
    }

    private Pair? Paired()
    {
        rest = rest[1..];
        return Expression() is { } first && Takes(',') && Expression() is { } second && Takes(')') ? new Pair(first, second) : null;
    }

    private Literal? Number()
    {
        bool negative = Takes('-');
        Peek();
        int length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_' or '.' || IsSign(length)))
        {
            length++;
        }

        ReadOnlySpan<char> digits = rest[..length];
        rest = rest[length..];

        // 0x, 1.Method(), 5L and 1f are C#, but no plain numbers; an underscore stands between digits only.
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[^1]) || digits.Contains("__", StringComparison.Ordinal))
        {
            return null;
        }

        for (int i = 0; i < digits.Length; i++)
        {
            bool isBetween = i > 0 && i + 1 < digits.Length && char.IsAsciiDigit(digits[i - 1]) && char.IsAsciiDigit(digits[i + 1]);
            if (digits[i] == '_' && !isBetween)
            {
                return null;
            }
        }

        string plain = digits.ToString().Replace("_", "", StringComparison.Ordinal);
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out int whole))
        {
            return new Literal(negative ? -whole : whole);
        }

        if (long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out long large))
        {
            return new Literal(negative ? -large : large);
        }

        bool isReal = plain.AsSpan().ContainsAny(".eE");
        const NumberStyles Real = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return isReal && double.TryParse(plain, Real, CultureInfo.InvariantCulture, out double real) && double.IsFinite(real)
            ? new Literal(negative ? -real : real)
            : null;
    }

    private readonly bool IsSign(int at) => at > 0 && rest[at] is '-' or '+' && rest[at - 1] is 'e' or 'E';

    private Syntax? Called()
    {
        Syntax? made = null;
        do
        {
            if (Name() is not { } name)
            {
                return null;
            }

            if (Peek() == '(')
            {
                if (Arguments() is not { } arguments)
                {
                    return null;
                }

                made = new Calling(made, name, arguments);
            }
            else if (made is null)
            {
                made =
                    name.Names is ["true"] ? new Literal(true)
                    : name.Names is ["false"] ? new Literal(false)
                    : name.Names is ["null"] ? new Literal(null)
                    : name;
                return made;
            }
            else
            {
                return null;
            }
        } while (Takes('.'));
        return made;
    }

    private Dotted? Name()
    {
        var names = new List<string>();
        do
        {
            if (Word() is not { } word)
            {
                return null;
            }

            names.Add(word);
        } while (Takes('.'));
        return new Dotted(names);
    }

    private List<(string? Name, Syntax Value)>? Arguments()
    {
        rest = rest[1..];
        var arguments = new List<(string?, Syntax)>();
        while (!Takes(')'))
        {
            if (arguments.Count > 0 && !Takes(','))
            {
                return null;
            }

            ReadOnlySpan<char> before = rest;
            string? name = Word();
            if (name is null || !Takes(':'))
            {
                name = null;
                rest = before;
            }

            if (Expression() is not { } value)
            {
                return null;
            }

            arguments.Add((name, value));
        }

        return arguments;
    }

    private Changed? Settings(Syntax policy)
    {
        if (!Takes('{'))
        {
            return null;
        }

        var settings = new List<(string, Syntax)>();
        while (!Takes('}'))
        {
            if ((settings.Count > 0 && !Takes(',')) || Word() is not { } name || !Takes('=') || Expression() is not { } value)
            {
                return null;
            }

            settings.Add((name, value));
        }

        return new Changed(policy, settings);
    }

    private string? Word()
    {
        Peek();
        int length = 0;
        while (length < rest.Length && (char.IsAsciiLetter(rest[length]) || (length > 0 && char.IsAsciiDigit(rest[length]))))
        {
            length++;
        }

        string word = rest[..length].ToString();
        rest = rest[length..];

        // A letter of another alphabet or an underscore may go on with the name.
        return length == 0 || (!rest.IsEmpty && (char.IsLetterOrDigit(rest[0]) || rest[0] is '_')) ? null : word;
    }

    private bool TakesWord(string word)
    {
        ReadOnlySpan<char> before = rest;
        if (Word() == word)
        {
            return true;
        }

        rest = before;
        return false;
    }

    private bool Takes(char sign)
    {
        if (Peek() != sign)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    /// <summary>The next character that is no space; a zero at the end.</summary>
    private char Peek()
    {
        rest = rest.TrimStart(" \t\r\n");
        return rest.IsEmpty ? '\0' : rest[0];
    }
}
