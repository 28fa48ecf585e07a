namespace LrMath.Analysis.Identifying.Whole;

/// <summary>Straight lines between knots: <c>[at, value]</c> of each knot, counted from the origin, where the first knot is.</summary>
internal static class Paths
{
    private const int MostKnots = 9;

    public static IEnumerable<Attempt> Attempts(Observations rows, int origin)
    {
        List<(int First, int Last)> lines = Lines(rows);
        if (lines.Count is 0 or >= MostKnots)
        {
            yield break;
        }

        List<double> knots = [0, Value(rows, lines[0], origin)];
        for (int i = 1; i < lines.Count; i++)
        {
            double at = Crossing(rows, lines[i - 1], lines[i]);
            knots.AddRange([at - origin, Value(rows, lines[i], at)]);
        }

        bool ends = rows.Rates[lines[^1].First] == rows.Rates[^1] && lines.Count > 1;
        if (ends)
        {
            yield return CreateAttempt(knots, origin, fixedEnd: false);
            yield break;
        }

        int last = Math.Max(rows.Last - origin, 1);
        foreach (double end in (double[])[last, .. HumanNumbers.Between(last, 2.5 * last).Take(12)])
        {
            yield return CreateAttempt([.. knots, end, Value(rows, lines[^1], end + origin)], origin, fixedEnd: true);
        }
    }

    private static Attempt CreateAttempt(List<double> knots, int origin, bool fixedEnd)
    {
        int count = knots.Count;
        Form form = new(
            [.. Enumerable.Range(0, count).Select(k => k % 2 == 0 ? Argument.Position : Argument.Rate)],
            a => Model(a) is { } path ? step => path(Math.Max(step - origin, 0)) : null,
            a => Model(a) is { } path ? Warmups.Placed(path, origin) : null
        );
        bool[] free = [.. Enumerable.Range(0, count).Select(k => k > 0 && !(fixedEnd && k == count - 2))];
        return new Attempt(form, [.. knots], free);
    }

    private static Func<int, double>? Model(double[] a)
    {
        (double At, double Value)[] knots = new (double, double)[a.Length / 2];
        for (int i = 0; i < knots.Length; i++)
        {
            knots[i] = (a[2 * i], a[(2 * i) + 1]);
            if (i > 0 && knots[i].At <= knots[i - 1].At)
            {
                return null;
            }
        }

        return knots.Length == 2 && knots[0].At == 0 && knots[1].At % 1 == 0
            ? Schedule.Linear(knots[0].Value, knots[1].Value, (int)knots[1].At)
            : Schedule.Path(knots);
    }

    private static List<(int First, int Last)> Lines(Observations rows)
    {
        List<(int, int)> lines = [];
        int first = 0;
        while (first < rows.Count && lines.Count < MostKnots)
        {
            int last = Warmups.LineFrom(rows, first);
            lines.Add((first, last));
            first = last + 1;
        }

        return lines;
    }

    private static double Slope(Observations rows, (int First, int Last) line) =>
        line.First == line.Last ? 0 : (rows.Rates[line.Last] - rows.Rates[line.First]) / (rows.Steps[line.Last] - rows.Steps[line.First]);

    private static double Value(Observations rows, (int First, int Last) line, double at) =>
        rows.Rates[line.First] + (Slope(rows, line) * (at - rows.Steps[line.First]));

    private static double Crossing(Observations rows, (int First, int Last) left, (int First, int Last) right)
    {
        (double low, double high) = (rows.Steps[left.Last], rows.Steps[right.First]);
        double turn = Slope(rows, left) - Slope(rows, right);
        double at = rows.Steps[right.First] + ((rows.Rates[right.First] - Value(rows, left, rows.Steps[right.First])) / turn);
        return double.IsFinite(at) && turn != 0 ? Math.Clamp(at, low, high) : high;
    }
}
