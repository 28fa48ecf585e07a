using System.Text;
using System.Text.RegularExpressions;

namespace LrMath.Tests.Docs;

/// <summary>A fenced block of code.</summary>
/// <param name="Language">What stands behind the fence.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="Text">The code.</param>
internal sealed record CodeBlock(string Language, int Line, string Text);

/// <summary>A command line of ours, and what the page says it prints; empty if it does not say.</summary>
internal sealed record ShownCommand(int Line, IReadOnlyList<string> Arguments, string ExpectedOutput);

/// <summary>What in a page of documentation can be put to the test.</summary>
internal sealed partial class MarkdownPage(string text)
{
    private static readonly string[] Commands = ["lrmath ", "dotnet run -c Release --project src/LrMath.Cli -- "];

    /// <summary>The fenced blocks, in order; one that is not closed ends with the page.</summary>
    public IEnumerable<CodeBlock> Blocks()
    {
        (string Language, int Line, StringBuilder Text)? open = null;
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            bool fence = lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (open is not { } block)
            {
                open = fence ? (lines[i].Trim().TrimStart('`').Trim(), i + 1, new StringBuilder()) : null;
            }
            else if (fence)
            {
                yield return new CodeBlock(block.Language, block.Line, block.Text.ToString());
                open = null;
            }
            else
            {
                block.Text.Append(lines[i]).Append('\n');
            }
        }

        if (open is { } last)
        {
            yield return new CodeBlock(last.Language, last.Line, last.Text.ToString());
        }
    }

    /// <summary>
    /// The <c>lrmath</c> command lines of the shell blocks. Behind a <c>$</c> prompt, the lines up to the next prompt are what it prints.
    /// </summary>
    public IEnumerable<ShownCommand> ShownCommands() =>
        Blocks().Where(block => block.Language is "console" or "sh" or "bash" or "shell").SelectMany(block => CommandsOf(block));

    /// <summary>The pictures in the repository that the page shows.</summary>
    public IEnumerable<string> Pictures() => Picture().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    private static IEnumerable<ShownCommand> CommandsOf(CodeBlock block)
    {
        string[] lines = block.Text.Replace("\\\n", " ", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            bool prompt = lines[i].StartsWith("$ ", StringComparison.Ordinal);
            string line = prompt ? lines[i][2..] : lines[i];
            if (Commands.FirstOrDefault(start => line.StartsWith(start, StringComparison.Ordinal)) is not { } command)
            {
                continue;
            }

            IEnumerable<string> output = prompt
                ? lines.Skip(i + 1).TakeWhile(next => !next.StartsWith("$ ", StringComparison.Ordinal))
                : [];
            yield return new ShownCommand(block.Line, [.. Words(line[command.Length..])], string.Join('\n', output).TrimEnd());
        }
    }

    /// <summary>The words a shell would make of the line, up to a pipe, a redirection or a comment.</summary>
    private static IEnumerable<string> Words(string line) =>
        ShellWord()
            .Matches(line)
            .Select(match => match.Value)
            .TakeWhile(word => !word.StartsWith('|') && !word.StartsWith('>') && !word.StartsWith('#'))
            .Select(word => Quoted().Replace(word, match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value));

    [GeneratedRegex("""!\[[^\]]*\]\((?!https?:)([^)\s]+)\)""")]
    private static partial Regex Picture();

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^\s"'])+""")]
    private static partial Regex ShellWord();

    [GeneratedRegex("""["]([^"]*)["]|'([^']*)'""")]
    private static partial Regex Quoted();
}
