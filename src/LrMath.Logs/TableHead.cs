using System.Text.RegularExpressions;

namespace LrMath.Logs;

/// <summary>What the first lines of a table tell of the rest.</summary>
/// <param name="Skipped">How many lines there are before the header, such as a title.</param>
/// <param name="Separator">What separates the fields, where it is not to be told from the first line; else <see langword="null"/>.</param>
/// <param name="HasDecimalCommas">Whether decimals are written with a comma, as in <c>0,001</c>.</param>
/// <param name="IsSpaced">Whether fields are separated by any number of blanks.</param>
internal sealed partial record TableHead(int Skipped, char? Separator, bool HasDecimalCommas, bool IsSpaced)
{
    private const int LinesLookedAt = 30;
    private static readonly char[] Separators = ['\t', ';', ',', '|'];

    /// <summary>What the lines tell; the last of them may be cut off.</summary>
    public static TableHead Of(string[] lines)
    {
        int[] read = [.. Enumerable.Range(0, Math.Min(lines.Length, LinesLookedAt)).Where(i => IsRead(lines[i]))];
        (int skipped, char? separator) = (0, null);
        if (read.Length > 0 && !Array.Exists(Separators, mark => Names(lines[read[0]].Split(mark)) > 0))
        {
            // The first line names nothing that is known: a title, if a later one does.
            foreach (int i in read.Skip(1))
            {
                char best = Separators.MaxBy(mark => Names(lines[i].Split(mark)));
                if (Names(lines[i].Split(best)) > 1)
                {
                    (skipped, separator) = (i, best);
                    break;
                }
            }
        }

        string[] table = [.. read.Where(i => i >= skipped).Select(i => lines[i])];
        char? mark = separator ?? (table.Length > 0 ? Array.Find(['\t', ';'], table[0].Contains) : '\0');
        bool commas =
            mark is '\t' or ';'
            && table.Skip(1).SelectMany(line => line.Split(mark.Value)) is var fields
            && fields.Any(field => Comma().IsMatch(field))
            && !fields.Any(field => Point().IsMatch(field));
        return new TableHead(skipped, separator, commas, IsSpacedTable(table));
    }

    /// <summary>The fields of a line of a table that is separated by blanks.</summary>
    public static string[] Spaced(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsRead(string line) => !string.IsNullOrWhiteSpace(line) && line[0] != '#';

    private static int Names(string[] fields) =>
        fields.Length < 2
            ? 0
            : fields
                .Select(field => field.Trim().Trim('"', '\''))
                .Count(name => name.Length > 0 && (LogFile.IsUsual(name, RunLog.UsualSteps) || LogFile.IsUsual(name, RunLog.UsualRates)));

    // Numbers only, as many in each line, and names above them or none.
    private static bool IsSpacedTable(string[] table)
    {
        if (table.Length < 3 || table.Any(line => line.AsSpan().ContainsAny(",;\t|")))
        {
            return false;
        }

        int width = Spaced(table[1]).Length;
        string[] first = Spaced(table[0]);
        return width > 1
            && first.Length == width
            && table
                .Skip(1)
                .Take(table.Length - 2)
                .All(line => Spaced(line) is var fields && fields.Length == width && fields.All(IsNumber));
    }

    private static bool IsNumber(string field) => LogFile.TryNumber(field, out _) || LogFile.IsMissing(field);

    [GeneratedRegex(@"^\s*[-+]?\d*,\d+(?:[eE][-+]?\d+)?\s*$")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^\s*[-+]?\d*\.\d+(?:[eE][-+]?\d+)?\s*$")]
    private static partial Regex Point();
}
