using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace LrMath.Import.Python;

/// <summary>Python text as tokens. Line ends inside brackets are dropped, as Python does.</summary>
internal static class Lexer
{
    /// <summary>The longest text that is read, in characters.</summary>
    internal const int MostCharacters = 100_000;

    /// <summary>The deepest nesting of brackets, powers, lambdas and conditions that is read.</summary>
    internal const int MostNested = 64;

    private static readonly string[] Keywords =
    [
        "lambda",
        "if",
        "else",
        "and",
        "or",
        "not",
        "for",
        "while",
        "def",
        "class",
        "with",
        "return",
        "import",
        "from",
        "as",
        "in",
        "is",
        "try",
        "except",
        "raise",
        "del",
        "pass",
        "global",
        "yield",
        "assert",
        "async",
        "await",
        "elif",
        "finally",
        "break",
        "continue",
    ];

    private static readonly TextParser<Unit> Digits = Character
        .Matching(c => char.IsAsciiDigit(c) || c == '_', "digit")
        .IgnoreMany()
        .Value(Unit.Value);

    private static readonly TextParser<Unit> Exponent =
        from letter in Character.In('e', 'E')
        from sign in Character.In('+', '-').OptionalOrDefault()
        from first in Character.Digit
        from rest in Digits
        select Unit.Value;

    private static readonly TextParser<Unit> Number = (
        from first in Character.Digit
        from rest in Digits
        from point in Character.EqualTo('.').OptionalOrDefault()
        from decimals in Digits
        from exponent in Exponent.Try().OptionalOrDefault()
        select Unit.Value
    ).Or(
        from point in Character.EqualTo('.')
        from first in Character.Digit
        from decimals in Digits
        from exponent in Exponent.Try().OptionalOrDefault()
        select Unit.Value
    );

    private static readonly TextParser<Unit> Name =
        from first in Character.Matching(c => char.IsLetter(c) || c == '_', "letter")
        from rest in Character.Matching(c => char.IsLetterOrDigit(c) || c == '_', "letter or digit").IgnoreMany()
        select Unit.Value;

    private static readonly TextParser<Unit> Continuation =
        from backslash in Character.EqualTo('\\')
        from carriage in Character.EqualTo('\r').OptionalOrDefault()
        from newline in Character.EqualTo('\n')
        select Unit.Value;

    private static readonly string[] Operators =
    [
        "**",
        "//",
        "<=",
        ">=",
        "==",
        "!=",
        "->",
        "-",
        "+",
        "*",
        "/",
        "%",
        "<",
        ">",
        "=",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ".",
        ",",
        ":",
    ];

    private static readonly Tokenizer<PythonToken> Tokenizer = new TokenizerBuilder<PythonToken>()
        .Ignore(Character.In(' ', '\t', '\f', '\r'))
        .Ignore(Comment.ShellStyle)
        .Ignore(Continuation)
        .Match(Character.In('\n', ';'), PythonToken.Newline)
        .Match(Quoted('"').Or(Quoted('\'')), PythonToken.String)
        .Match(Number.Try(), PythonToken.Number)
        .Match(Name, PythonToken.Name)
        .Match(Operators.Select(o => Span.EqualTo(o).Try()).Aggregate((a, b) => a.Or(b)), PythonToken.Operator)
        .Build();

    internal static Token<PythonToken>[] Read(string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new ImportException($"The Python text has {text.Length} characters: at most {MostCharacters} are read.");
        }

        Result<TokenList<PythonToken>> result = Tokenizer.TryTokenize(text);
        return result.HasValue
            ? Logical(result.Value)
            : throw new ImportException(
                $"Line {result.ErrorPosition.Line}, column {result.ErrorPosition.Column}: "
                    + "this is no Python that is read here (strings over several lines, and strings with a letter before them, are not)."
            );
    }

    private static TextParser<Unit> Quoted(char quote) =>
        from open in Character.EqualTo(quote)
        from inside in (from backslash in Character.EqualTo('\\') from escaped in Character.Except('\n') select escaped)
            .Or(Character.ExceptIn(quote, '\n', '\\'))
            .IgnoreMany()
        from close in Character.EqualTo(quote)
        select Unit.Value;

    private static Token<PythonToken>[] Logical(TokenList<PythonToken> tokens)
    {
        var kept = new List<Token<PythonToken>>();
        int depth = 0;
        int nested = 0;
        foreach (Token<PythonToken> token in tokens)
        {
            string text = token.ToStringValue();
            if (token.Kind == PythonToken.Operator && text is "(" or "[" or "{")
            {
                depth++;
            }
            else if (token.Kind == PythonToken.Operator && text is ")" or "]" or "}")
            {
                depth--;
            }
            else if (token.Kind == PythonToken.Newline && depth > 0)
            {
                continue;
            }

            nested = token.Kind == PythonToken.Newline ? 0 : nested + (text is "**" or "lambda" or "else" ? 1 : 0);
            if (depth + nested > MostNested)
            {
                throw new ImportException($"Line {token.Position.Line}: nested more than {MostNested} deep.");
            }

            bool isKeyword = token.Kind == PythonToken.Name && Keywords.Contains(text, StringComparer.Ordinal);
            kept.Add(isKeyword ? new Token<PythonToken>(PythonToken.Keyword, token.Span) : token);
        }

        return [.. kept];
    }
}
