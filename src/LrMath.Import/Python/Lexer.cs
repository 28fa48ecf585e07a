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
        "lambda", "if", "else", "and", "or", "not", "for", "while", "def", "class", "with", "return", "import", "from", "as", "in", "is",
        "try", "except", "raise", "del", "pass", "global", "yield", "assert", "async", "await", "elif", "finally", "break", "continue",
    ];

    private static readonly Tokenizer<PythonToken> Tokenizer = new TokenizerBuilder<PythonToken>()
        .Ignore(Span.Regex(@"[ \t\f\r]+|#[^\n]*|\\\r?\n"))
        .Match(Character.EqualTo('\n').Or(Character.EqualTo(';')), PythonToken.Newline)
        .Match(Span.Regex(@"[rRbBuU]?(""(?:\\[^\n]|[^""\\\n])*""|'(?:\\[^\n]|[^'\\\n])*')"), PythonToken.String)
        .Match(Span.Regex(@"(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?"), PythonToken.Number)
        .Match(Span.Regex(@"[\p{L}_][\p{L}\p{N}_]*"), PythonToken.Name)
        .Match(Span.Regex(@"\*\*|//|<=|>=|==|!=|->|[-+*/%<>=()\[\]{}.,:]"), PythonToken.Operator)
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
            : throw new ImportException($"Line {result.ErrorPosition.Line}, column {result.ErrorPosition.Column}: "
                + "this is no Python that is read here (strings over several lines and f-strings are not).");
    }

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
