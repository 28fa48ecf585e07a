using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>The schedule times a constant.</summary>
internal static class Scaled
{
    public static Explanation? Find(Case log) =>
        Factor(log, step => log.At(step)) is { } factor ? new Explanation(Verdict.Scaled, null, factor, log.Intended.Scale(factor)) : null;

    /// <summary>The roundest factor by which values explain all rows, if there is one.</summary>
    public static double? Factor(Case log, Func<int, double> values)
    {
        (double low, double high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (int k = 0; k < log.Order.Count && low <= high; k++)
        {
            int i = log.Order[k];
            double value = values(log.Rows.Steps[i]);
            (double rate, double width) = (log.Rows.Rates[i], log.Rows.Widths[i]);
            if (value == 0 && Math.Abs(rate) <= width)
            {
                continue;
            }

            double one = (rate - width) / value;
            double other = (rate + width) / value;
            low = Math.Max(low, Math.Min(one, other));
            high = Math.Min(high, Math.Max(one, other));
            if (double.IsNaN(one) || double.IsNaN(other) || value == 0)
            {
                return null;
            }
        }

        return low <= high && double.IsFinite(low) && double.IsFinite(high) ? Roundest(low, high) : null;
    }

    /// <summary>The roundest factor within a range: a round number, one over one, or the root of one.</summary>
    public static double Roundest(double low, double high)
    {
        if (low <= 0)
        {
            return HumanNumbers.Nearest(low, high);
        }

        double[] choices =
        [
            HumanNumbers.Nearest(low, high),
            1 / HumanNumbers.Nearest(1 / high, 1 / low),
            Math.Sqrt(HumanNumbers.Nearest(low * low, high * high)),
        ];
        int[] digits = [Digits(choices[0]), Digits(1 / choices[1]) + 1, Digits(choices[2] * choices[2]) + 1];
        return choices[Array.IndexOf(digits, digits.Min())];
    }

    private static int Digits(double value) => RoundNumbers.DigitsIn(Structure.Numbers.Text(RoundNumbers.Clean(value)));
}
