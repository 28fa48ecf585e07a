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

    /// <summary>
    /// Whether a text is a log of this kind: a line names both a step and a rate or a loss, or one line a step and another a rate.
    /// </summary>
    public static bool Are(IEnumerable<string> head)
    {
        string[][] names = [.. head.Take(LinesLookedAt).Select(line => Found(line).Select(pair => pair.Name).ToArray())];
        bool HasStep(string[] line) => Array.Exists(line, name => LogFile.IsUsual(name, RunLog.UsualSteps));
        bool HasRate(string[] line) => Array.Exists(line, name => LogFile.IsUsual(name, RunLog.UsualRates));
        return names.Any(line => HasStep(line) && Array.Exists(line, name => LogFile.IsUsual(name, Told)))
            || (names.Any(HasStep) && names.Any(HasRate))
            || names.Count(HasRate) > 1;
    }

    /// <summary>What the total of a count is called, as in <c>[10/200]</c>.</summary>
    public static string TotalOf(string name) => name + " of";

    /// <summary>Reads all lines.</summary>
    /// <param name="path">The log, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="pattern">
    /// A regular expression with groups named step and rate; <see langword="null"/> to take whatever is named.
    /// </param>
    public static ParsedRows Read(string path, StreamReader text, Regex? pattern)
    {
        var rows = new ParsedRows(path);
        long number = 0;
        (string Name, string Value)[] before = [];
        for (string? line = text.ReadLine(); line is not null; line = text.ReadLine())
        {
            number++;
            if (pattern is not null)
            {
                rows.Add(number, Matched(pattern, line));
                continue;
            }

            // Some programs write the epoch on a line of its own, and what happened in it on the next ones.
            (string Name, string Value)[] found = [.. Found(line)];
            (string Name, string Value)[] steps = [.. found.Where(pair => LogFile.IsUsual(pair.Name, RunLog.UsualSteps))];
            bool isTold = steps.Length == 0 && found.Any(pair => LogFile.IsUsual(pair.Name, RunLog.UsualRates));
            rows.Add(number, isTold ? [.. before, .. found] : found);
            before = steps.Length > 0 ? steps : before;
        }

        return rows;
    }

    private static readonly string[] Told = [.. RunLog.UsualRates, "loss", "*_loss"];

    private static IEnumerable<(string Name, string Value)> Found(string line)
    {
        string plain = line.Contains('\u001b', StringComparison.Ordinal) ? Colours().Replace(line, "") : line;
        if (plain.Contains('/', StringComparison.Ordinal))
        {
            foreach ((string, string) count in Counts(plain))
            {
                yield return count;
            }
        }

        Match sentence = Sentence().Match(plain);
        if (sentence.Success)
        {
            yield return ("learning rate", sentence.Groups["value"].Value);
        }

        foreach (Match match in Pair().Matches(plain))
        {
            // The number of the parameter group is not the rate.
            string name = match.Groups["name"].Value.Trim();
            if (!sentence.Success || !LogFile.IsUsual(name, RunLog.UsualRates))
            {
                yield return (name, match.Groups["value"].Value);
            }
        }

        if (After().Match(plain) is { Success: true } after)
        {
            yield return (after.Groups["name"].Value, after.Groups["value"].Value);
        }
    }

    // Iter [10/2000], Epoch [1][10/200], Train: 0 [10/200 (5%)], and the bar of tqdm.
    private static IEnumerable<(string Name, string Value)> Counts(string line)
    {
        Match match = Bracketed().Match(line);
        if (match.Success)
        {
            bool isWithin = match.Groups["epoch"].Success;
            string name = match.Groups["name"].Value.Trim();
            bool isEpoch = isWithin || name.Equals("epoch", StringComparison.OrdinalIgnoreCase);
            if (isWithin)
            {
                yield return ("epoch", match.Groups["epoch"].Value);
            }

            string counted = isWithin || !isEpoch ? "iter" : name;
            yield return (counted, match.Groups["count"].Value);
            yield return (TotalOf(counted), match.Groups["total"].Value);
        }

        match = Bar().Match(line);
        if (match.Success)
        {
            yield return ("it", match.Groups["count"].Value);
            yield return (TotalOf("it"), match.Groups["total"].Value);
        }
    }

    private static IEnumerable<(string Name, string Value)> Matched(Regex pattern, string line)
    {
        Match match = pattern.Match(line);
        if (!match.Success)
        {
            yield break;
        }

        foreach (Group group in match.Groups.Values.Where(group => group.Success && !char.IsAsciiDigit(group.Name[0])))
        {
            yield return (group.Name, group.Value.Trim());
        }
    }

    [GeneratedRegex(
        @"(?<![\w.])(?<name>[A-Za-z_][\w/.\-]*(?: [A-Za-z_(][\w/.\-()]*)*)['""]?(?:\s*[:=]\s*|\s+)"
            + @"['""\[(]{0,2}(?<value>"
            + Number
            + @"|[-+]?(?:nan|inf)\b)(?!\w|\.\w|:\d|-\d)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pair();

    [GeneratedRegex(
        @"\b(?<name>train(?: epoch)?|epoch|iter(?:ation)?|step|batch)(?:\s*\([a-z]+\))?\s*:?\s*"
            + @"(?:\[\s*(?<epoch>\d+)\s*\]\s*|(?<epoch>\d+)\s*)?\[\s*(?<count>\d+)\s*/\s*(?<total>\d+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\d%\s*\|[^|]*\|\s*(?<count>\d+)/(?<total>\d+) \[")]
    private static partial Regex Bar();

    [GeneratedRegex(
        @"\b(?:learning[ _-]?rate|lr)\b(?: (?:of|for) (?:param(?:eter)? )?group \d+)?"
            + "(?: (?:is|was|has|been|set|now|to|at|reduced|changed|adjusted))+ (?<value>"
            + Number
            + @")(?!\w|\.\w)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\bafter (?<value>\d+) (?<name>updates|steps|iterations|epochs)\b", RegexOptions.IgnoreCase)]
    private static partial Regex After();

    private const string Number = @"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?";

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colours();
}
