using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>Early or late from the first row on.</summary>
internal static class Shifted
{
    public static Explanation? Find(Case log)
    {
        foreach (int shift in Amounts(log.Rows.Last))
        {
            if (Explains(log, shift))
            {
                int by = Roundest(log, shift);
                return new Explanation(Verdict.Shifted, null, by, Schedule(log.Intended, by));
            }
        }

        return null;
    }

    /// <summary>The intended schedule, early by some steps or, below zero, late.</summary>
    public static Func<int, double> Schedule(Func<int, double> intended, int by) => by > 0 ? intended.Shift(by) : intended.Delay(-by);

    /// <summary>Amounts other than zero, small ones first.</summary>
    public static IEnumerable<int> Amounts(int most)
    {
        for (int amount = 1; amount <= Math.Max(most, 1); amount++)
        {
            yield return amount;
            yield return -amount;
        }
    }

    private static bool Explains(Case log, int shift) => log.Explains(step => log.At((long)step + shift));

    // Few digits allow for several amounts; the nearest to none is the first of them.
    private static int Roundest(Case log, int nearest)
    {
        int direction = Math.Sign(nearest);
        int farthest = nearest;
        while (Math.Abs(farthest) < Math.Abs(nearest) + 1000 && Explains(log, farthest + direction))
        {
            farthest += direction;
        }

        return direction * HumanNumbers.Whole(Math.Abs(nearest) - 1, Math.Abs(farthest))!.Value;
    }
}
