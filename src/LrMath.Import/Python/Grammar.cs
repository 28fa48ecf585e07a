using System.Globalization;
using System.Text.RegularExpressions;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static LrMath.Import.Python.Node;
using TokenParser = Superpower.TokenListParser<LrMath.Import.Python.PythonToken, LrMath.Import.Python.Node>;

namespace LrMath.Import.Python;

/// <summary>
/// The part of Python's grammar that builds schedules: literals, arithmetic, names, calls, lists, dictionaries and lambdas.
/// </summary>
internal static partial class Grammar
{
    private static readonly TokenParser Reference = Parse.Ref(() => Expression!);

    private static readonly TokenParser Number =
        from token in Token.EqualTo(PythonToken.Number)
        select (Node)new Constant(NumberOf(token.ToStringValue()));

    // Adjacent strings are one string.
    private static readonly TokenParser Text =
        from tokens in Token.EqualTo(PythonToken.String).AtLeastOnce()
        select (Node)new Constant(string.Concat(tokens.Select(t => StringOf(t.ToStringValue()))));

    private static readonly TokenParser Named =
        from token in Token.EqualTo(PythonToken.Name)
        select token.ToStringValue() switch
        {
            "True" or "true" => new Constant(true),
            "False" or "false" => new Constant(false),
            "None" or "null" => new Constant(null),
            string text => (Node)new Name(text, token.Position.Line),
        };

    private static readonly TokenParser Parenthesis =
        from open in Operator("(")
        from items in Delimited(Reference, ")")
        from close in Operator(")")
        select items is [(Node only, false)] ? only : new Node.List([.. items.Select(i => i.Item)]);

    private static readonly TokenParser Brackets =
        from open in Operator("[")
        from items in Items(Reference, "]")
        select (Node)new Node.List(items);

    private static readonly TokenParser Braces =
        from open in Operator("{")
        from items in Items(from key in Reference from colon in Operator(":") from value in Reference select (key, value), "}")
        select (Node)new Node.Dictionary(items);

    private static readonly TokenListParser<PythonToken, Argument> CallArgument = (
        from name in Token.EqualTo(PythonToken.Name)
        from assign in Operator("=")
        from value in Reference
        select new Argument(name.ToStringValue(), value)
    )
        .Try()
        .Or(from stars in Operator("**").Or(Operator("*")) from value in Reference select new Argument(null, value, stars.ToStringValue()))
        .Or(from value in Reference select new Argument(null, value));

    private static readonly TokenParser Atom = Number.Or(Text).Or(Named).Or(Parenthesis).Or(Brackets).Or(Braces);

    private static readonly TokenListParser<PythonToken, Func<Node, Node>> Trailer = (
        from dot in Operator(".")
        from name in Token.EqualTo(PythonToken.Name)
        select (Func<Node, Node>)(of => new Member(of, name.ToStringValue(), name.Position.Line))
    )
        .Or(
            from open in Operator("(")
            from arguments in Items(CallArgument, ")")
            select (Func<Node, Node>)(function => new Call(function, arguments, open.Position.Line))
        )
        .Or(
            from open in Operator("[")
            from key in Reference
            from close in Operator("]")
            select (Func<Node, Node>)(of => new Item(of, key, open.Position.Line))
        );

    private static readonly TokenParser Primary =
        from atom in Atom
        from trailers in Trailer.Many()
        select trailers.Aggregate(atom, (node, trailer) => trailer(node));

    private static readonly TokenParser Power =
        from operand in Primary
        from exponent in (from sign in Operator("**") from value in Parse.Ref(() => Signed!) select (sign, value))
            .Select(p => ((Token<PythonToken> Sign, Node Value)?)p)
            .OptionalOrDefault()
        select exponent is { } e ? new Binary("**", operand, e.Value, e.Sign.Position.Line) : operand;

    private static readonly TokenParser Signed =
        from signs in Operator("-").Or(Operator("+")).Many()
        from operand in Power
        select signs.AsEnumerable().Reverse().Aggregate(operand, (node, sign) => new Unary(sign.ToStringValue(), node, sign.Position.Line));

    private static readonly TokenParser Product = Chain(Signed, "*", "/", "//", "%");

    private static readonly TokenParser Sum = Chain(Product, "+", "-");

    private static readonly TokenParser Comparison = Chain(Sum, "<", ">", "<=", ">=", "==", "!=");

    private static readonly TokenParser Negation =
        from words in Keyword("not").Many()
        from operand in Comparison
        select words.Aggregate(operand, (node, word) => new Unary("not", node, word.Position.Line));

    private static readonly TokenParser And = Parse.Chain(Keyword("and"), Negation, (t, a, b) => new Binary("and", a, b, t.Position.Line));

    private static readonly TokenParser Or = Parse.Chain(Keyword("or"), And, (t, a, b) => new Binary("or", a, b, t.Position.Line));

    private static readonly TokenParser Condition =
        from then in Or
        from rest in (
            from word in Keyword("if")
            from condition in Or
            from otherwise in Keyword("else")
            from value in Reference
            select (condition, value)
        )
            .Select(p => ((Node Condition, Node Value)?)p)
            .OptionalOrDefault()
        select rest is { } r ? new Conditional(r.Condition, then, r.Value) : then;

    private static readonly TokenParser Function =
        from word in Keyword("lambda")
        from parameters in Token.EqualTo(PythonToken.Name).ManyDelimitedBy(Operator(","))
        from colon in Operator(":")
        from body in Reference
        select (Node)new Lambda([.. parameters.Select(p => p.ToStringValue())], body);

    private static readonly TokenParser Expression = Function.Or(Condition);

    private static readonly TokenListParser<PythonToken, string> Dotted =
        from names in Token.EqualTo(PythonToken.Name).AtLeastOnceDelimitedBy(Operator("."))
        select string.Join('.', names.Select(n => n.ToStringValue()));

    private static readonly TokenListParser<PythonToken, (string Name, string? Alias)> Imported =
        from name in Dotted
        from alias in (
            from word in Keyword("as")
            from token in Token.EqualTo(PythonToken.Name)
            select token.ToStringValue()
        ).OptionalOrDefault()
        select (name, (string?)alias);

    private static readonly TokenListParser<PythonToken, Statement[]> Import =
        from word in Keyword("import")
        from modules in Imported.AtLeastOnceDelimitedBy(Operator(","))
        select modules
            .Select(m =>
                (Statement)(
                    m.Alias is { } alias
                        ? new Statement.Import(alias, m.Name)
                        : new Statement.Import(m.Name.Split('.')[0], m.Name.Split('.')[0])
                )
            )
            .ToArray();

    private static readonly TokenListParser<PythonToken, Statement[]> FromImport =
        from word in Keyword("from")
        from module in Dotted
        from word2 in Keyword("import")
        from names in Imported
            .AtLeastOnceDelimitedBy(Operator(","))
            .Or(from open in Operator("(") from inside in Items(Imported, ")") select inside)
            .Or(Operator("*").Select(_ => Array.Empty<(string Name, string? Alias)>()))
        select names.Select(n => (Statement)new Statement.Import(n.Alias ?? n.Name, $"{module}.{n.Name}")).ToArray();

    private static readonly TokenListParser<PythonToken, Statement[]> Assignment =
        from names in (from name in Token.EqualTo(PythonToken.Name) from assign in Operator("=") select name.ToStringValue())
            .Try()
            .Many()
        from value in Expression
        select new Statement[] { new Statement.Assignment(names, value) };

    private static readonly TokenListParser<PythonToken, Statement[]> Line = Import.Or(FromImport).Or(Assignment);

    private static readonly TokenListParser<PythonToken, Statement[]> File =
        from before in Token.EqualTo(PythonToken.Newline).Many()
        from lines in (from line in Line from end in Token.EqualTo(PythonToken.Newline).AtLeastOnce() select line).Many()
        select lines.SelectMany(l => l).ToArray();

    internal static Statement[] Read(string text)
    {
        Token<PythonToken>[] tokens = Lexer.Read(text + "\n");
        TokenListParserResult<PythonToken, Statement[]> result = File.AtEnd().TryParse(new TokenList<PythonToken>(tokens));
        if (result.HasValue)
        {
            return result.Value;
        }

        Token<PythonToken> at =
            result.SubTokenErrorPosition.HasValue || result.Remainder.IsAtEnd
                ? tokens.LastOrDefault()
                : result.Remainder.ConsumeToken().Value;
        string what = at.HasValue ? $"Line {at.Position.Line}, column {at.Position.Column}: " : "";
        throw new ImportException(
            what
                + result.FormatErrorMessageFragment()
                + ". Read are lines that build a schedule: imports, assignments, calls, numbers, lists, dictionaries and lambdas."
        );
    }

    private static TokenListParser<PythonToken, Token<PythonToken>> Operator(string text) => Token.EqualToValue(PythonToken.Operator, text);

    private static TokenListParser<PythonToken, Token<PythonToken>> Keyword(string text) => Token.EqualToValue(PythonToken.Keyword, text);

    // A list up to a closing bracket, with or without a trailing comma.
    private static TokenListParser<PythonToken, T[]> Items<T>(TokenListParser<PythonToken, T> item, string close) =>
        from items in Delimited(item, close)
        from end in Operator(close)
        select items.Select(i => i.Item).ToArray();

    // The items before a closing bracket, each with whether a comma follows it.
    private static TokenListParser<PythonToken, (T Item, bool Comma)[]> Delimited<T>(TokenListParser<PythonToken, T> item, string close) =>
        (
            from value in item
            from comma in Operator(",").Select(_ => true).Or(LookAhead(Operator(close)).Select(_ => false))
            select (value, comma)
        ).Many();

    private static TokenListParser<PythonToken, T> LookAhead<T>(TokenListParser<PythonToken, T> parser) =>
        input =>
        {
            TokenListParserResult<PythonToken, T> result = parser(input);
            return result.HasValue ? TokenListParserResult.Value(result.Value, input, input) : result;
        };

    private static TokenParser Chain(TokenParser operand, params string[] operators) =>
        Parse.Chain(
            operators.Select(Operator).Aggregate((a, b) => a.Or(b)),
            operand,
            (token, left, right) => new Binary(token.ToStringValue(), left, right, token.Position.Line)
        );

    // An integer stays one, as in Python: 7 // 2 is 3, and 10_000 is a step count.
    private static object NumberOf(string text)
    {
        string digits = text.Replace("_", "", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long whole)
            ? (object)whole
            : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static string StringOf(string literal)
    {
        string inside = literal[(literal.IndexOfAny(['"', '\'']) + 1)..^1];
        return Escape()
            .Replace(
                inside,
                m =>
                    m.Value[1] switch
                    {
                        'n' => "\n",
                        't' => "\t",
                        _ => m.Value[1..],
                    }
            );
    }

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
