using System.Text.RegularExpressions;

namespace LrMath.Logs;

/// <summary>
/// Plain text logs: whatever is named in a line and followed by a number, as in <c>iter 10: loss 3.2, lr 3.0e-04</c>,
/// <c>step=10 lr=3e-4</c> or
/// <c>iteration 10/ 500 | learning rate: 6.0E-04 |</c>; or what a regular expression finds.
/// </summary>
internal static partial class TextRows
{
    private const int LinesLookedAt = 100;

    /// <summary>Whether a text is a log of this kind: a line names both a step and a rate or a loss.</summary>
    public static bool Are(IEnumerable<string> head) =>
        head.Take(LinesLookedAt)
            .Any(line =>
            {
                string[] names = [.. Found(line).Select(pair => pair.Name)];
                return names.Any(name => LogFile.IsUsual(name, RunLog.UsualSteps)) && names.Any(name => LogFile.IsUsual(name, Told));
            });

    /// <summary>Reads all lines.</summary>
    /// <param name="text">The log.</param>
    /// <param name="pattern">
    /// A regular expression with groups named step and rate; <see langword="null"/> to take whatever is named.
    /// </param>
    public static ParsedRows Read(StreamReader text, Regex? pattern)
    {
        var rows = new ParsedRows();
        long number = 0;
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            number++;
            rows.Add(number, pattern is null ? Found(line) : Matched(pattern, line));
        }

        return rows;
    }

    private static readonly string[] Told = [.. RunLog.UsualRates, "loss", "*_loss"];

    private static IEnumerable<(string Name, string Value)> Found(string line)
    {
        string plain = line.Contains('\u001b', StringComparison.Ordinal) ? Colours().Replace(line, "") : line;
        foreach (Match match in Pair().Matches(plain))
            yield return (match.Groups["name"].Value.Trim(), match.Groups["value"].Value);
    }

    private static IEnumerable<(string Name, string Value)> Matched(Regex pattern, string line)
    {
        Match match = pattern.Match(line);
        if (!match.Success)
            yield break;
        foreach (Group group in match.Groups.Values.Where(group => group.Success && !char.IsAsciiDigit(group.Name[0])))
            yield return (group.Name, group.Value.Trim());
    }

    [GeneratedRegex(
        @"(?<![\w.])(?<name>[A-Za-z_][\w/.\-]*(?: [A-Za-z_(][\w/.\-()]*)*)['""]?(?:\s*[:=]\s*|\s+)"
            + @"['""]?(?<value>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]?(?:nan|inf)\b)(?![\w.]|:\d|-\d)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pair();

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours();
}
