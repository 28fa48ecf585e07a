using System.Globalization;

namespace LrMath.Plotting.Axes;

/// <summary>Round numbers within a range.</summary>
internal static class Ticks
{
    private static ReadOnlySpan<int> Mantissas => [1, 2, 5];

    /// <summary>
    /// The multiples within the range of the smallest of 1, 2, 5, 10, 20 … (and of their decimal fractions, unless
    /// <paramref name="whole"/>) that has at most <paramref name="most"/> of them there.
    /// </summary>
    public static double[] Linear(double low, double high, int most, bool whole = false)
    {
        double span = Math.Max(high / most - low / most, double.Epsilon);
        int exponent = (int)Math.Floor(Math.Log10(span)) - 1;
        if (whole)
        {
            exponent = Math.Max(0, exponent);
        }

        for (; ; exponent++)
        {
            foreach (int mantissa in Mantissas)
            {
                double spacing = Power(mantissa, exponent);
                (double from, double to) = (Math.Ceiling(low / spacing), Math.Floor(high / spacing));
                // One more than allowed may still lose its first or last to rounding; more cannot. Beyond 2^53 multiples have gaps.
                if (!(to - from <= most) || Math.Max(Math.Abs(from), Math.Abs(to)) > 1L << 52)
                {
                    continue;
                }

                var ticks = new List<double>();
                for (double n = from - 1; n <= to + 1; n++)
                {
                    double tick = Power(n * mantissa, exponent);
                    if (tick >= low && tick <= high && (ticks.Count == 0 || tick > ticks[^1]))
                    {
                        ticks.Add(tick);
                    }
                }
                if (ticks.Count <= most)
                {
                    return [.. ticks];
                }
            }
        }
    }

    /// <summary>
    /// 1, 2 and 5 times the powers of ten within the range, or the powers of ten only, or each second, fifth, tenth … of those: the
    /// most that <paramref name="most"/> allows. A range too short for two of them has the ticks of a linear axis.
    /// </summary>
    public static double[] Logarithmic(double low, double high, int most)
    {
        double[] fine = Decades(low, high, [1, 2, 5], 1);
        if (fine.Length < 2)
        {
            return Linear(low, high, most);
        }

        if (fine.Length <= most)
        {
            return fine;
        }

        for (int apart = 1; ; apart *= 10)
        {
            foreach (int mantissa in Mantissas)
            {
                double[] ticks = Decades(low, high, [1], apart * mantissa);
                if (ticks.Length <= most)
                {
                    return ticks;
                }
            }
        }
    }

    /// <summary>The unlabelled ticks between the powers of ten; none if the range is too long for them.</summary>
    public static double[] Minor(double low, double high) => high / low <= 1e7 ? Decades(low, high, [2, 3, 4, 5, 6, 7, 8, 9], 1) : [];

    private static double[] Decades(double low, double high, ReadOnlySpan<int> mantissas, int apart)
    {
        var ticks = new List<double>();
        int first = (int)Math.Floor(Math.Log10(low) / apart) * apart;
        for (int exponent = first; exponent <= Math.Log10(high) + 1; exponent += apart)
        {
            foreach (int mantissa in mantissas)
            {
                double tick = Power(mantissa, exponent);
                if (tick >= low && tick <= high)
                {
                    ticks.Add(tick);
                }
            }
        }
        return [.. ticks];
    }

    /// <summary>The double nearest to the decimal number, which a product of powers of ten would miss.</summary>
    private static double Power(double mantissa, int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa:F0}e{exponent}"), CultureInfo.InvariantCulture) + 0.0;
}
