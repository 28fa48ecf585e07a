namespace LrMath.Cli.Expressions.Hints;

/// <summary>Names that somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>How many are shown.</summary>
    public const int MostSuggestions = 5;

    /// <summary>Those that are the same but for case and underscores, or else those that are fewest mistypings away.</summary>
    public static IReadOnlyList<string> To(string name, IEnumerable<KnownName> known)
    {
        string wanted = Plain(name);
        int tolerance = Math.Max(1, wanted.Length / 4);
        return
        [
            .. known
                .Select(candidate => (candidate.Written, Distance: Distance(wanted, Plain(candidate.Name))))
                .Where(candidate => candidate.Distance <= tolerance)
                .GroupBy(candidate => candidate.Distance)
                .OrderBy(group => group.Key)
                .Take(1)
                .SelectMany(group => group.Select(candidate => candidate.Written))
                .Distinct()
                .Take(MostSuggestions),
        ];
    }

    /// <summary>Whether two names are the same but for case and underscores.</summary>
    public static bool IsSame(string a, string b) => Plain(a) == Plain(b);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>How many characters to insert, delete, replace or swap with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        int[,] table = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                table[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                            Math.Min(table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), swapped ? table[i - 2, j - 2] + 1 : int.MaxValue)
                        );
            }
        }
        return table[a.Length, b.Length];
    }
}
