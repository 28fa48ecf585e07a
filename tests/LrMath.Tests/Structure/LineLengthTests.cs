using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LrMath.Tests.Structure;

/// <summary>CSharpier breaks code, but neither comments nor strings; these are checked here.</summary>
public class LineLengthTests
{
    private const int Longest = 140;

    [Fact]
    public void No_line_is_longer_than_140_characters_outside_of_raw_strings()
    {
        string[] files = [.. Files()];
        Assert.True(files.Length > 500, $"{files.Length} files");
        Assert.Empty(files.SelectMany(LongLines));
    }

    private static IEnumerable<string> LongLines(string file)
    {
        var text = SourceText.From(File.ReadAllText(file));
        TextLine[] lines = [.. text.Lines.Where(line => line.End - line.Start > Longest)];
        if (lines.Length == 0)
        {
            return [];
        }

        SyntaxNode root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return lines
            .Where(line => !IsRawString(root.FindToken(line.Start + Longest)) && !IsRawString(root.FindToken(line.Start)))
            .Select(line => $"{file}:{line.LineNumber + 1}: {line.End - line.Start} characters");
    }

    /// <summary>A line break inside a raw string would change its text.</summary>
    private static bool IsRawString(SyntaxToken token) =>
        token.Text.Contains("\"\"\"", StringComparison.Ordinal)
        || token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } interpolated
            && interpolated.StringStartToken.Text.Contains("\"\"\"", StringComparison.Ordinal);

    private static IEnumerable<string> Files([CallerFilePath] string here = "")
    {
        string root = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../.."));
        string built = $"{System.IO.Path.DirectorySeparatorChar}obj{System.IO.Path.DirectorySeparatorChar}";
        return ((string[])["src", "tests", "benchmarks", "site"])
            .SelectMany(folder => Directory.GetFiles(System.IO.Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains(built, StringComparison.Ordinal));
    }
}
