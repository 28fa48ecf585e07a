namespace LrMath.Data;

/// <summary>The known name that an unknown one was probably meant to be.</summary>
internal static class Nearest
{
    // Longer words are no names of ours; comparing them would take time for nothing.
    private const int Longest = 64;

    /// <summary>
    /// The known name with the fewest letters to change, insert, delete or swap with their neighbour, if these are few, upper and lower
    /// case being the same; else one that is a part of the unknown one or has it as a part. Null if there is none.
    /// </summary>
    internal static string? Of(string unknown, IEnumerable<string> known)
    {
        if (unknown.Length is 0 or > Longest)
        {
            return null;
        }

        string[] names = [.. known];
        (string Name, int Distance)[] near =
        [
            .. names.Select(name => (Name: name, Distance: Distance(Lower(unknown), Lower(name)))).OrderBy(one => one.Distance),
        ];
        return near.Length > 0 && near[0].Distance <= Math.Max(1, unknown.Length / 3)
            ? near[0].Name
            : near.FirstOrDefault(one => IsPart(unknown, one.Name) || IsPart(one.Name, unknown)).Name;
    }

    private static bool IsPart(string whole, string part) => part.Length >= 3 && whole.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Lower(string name) => name.ToLowerInvariant();

    // Optimal string alignment: three rows of the table of distances between beginnings.
    private static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] row = new int[right.Length + 1];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[^1];
    }
}
