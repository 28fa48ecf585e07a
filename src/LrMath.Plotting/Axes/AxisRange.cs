namespace LrMath.Plotting.Axes;

/// <summary>Chooses the ends of an axis for the data on it.</summary>
internal static class AxisRange
{
    private const double Margin = 0.04;
    private const int FewestForOutliers = 4;
    private const double FarOut = 3;

    public static (double Low, double High) ForX(IEnumerable<(double Low, double High)?> extents, bool log)
    {
        if (Union(extents) is not var (low, high))
        {
            return log ? (1, 10) : (0, 1);
        }

        if (log)
        {
            return high > low * (1 + 1e-9) ? (low, high) : (low / 2, high * 2);
        }

        return Separate(low, high) ? (low, high)
            : low == 0 ? (-0.5, 0.5)
            : (low - Math.Abs(low) / 2, high + Math.Abs(high) / 2);
    }

    /// <summary>The ends for values of those heights (logarithms if <paramref name="log"/>).</summary>
    public static (double Low, double High) ForY(IEnumerable<(double Low, double High)?> extents, bool log)
    {
        if (Union(extents) is not var (low, high))
        {
            return log ? (1, 10) : (0, 1);
        }

        if (log)
        {
            double room = Math.Max(0.15, Margin * (high - low));
            return (Math.Pow(10, Math.Max(low - room, -305)), Math.Pow(10, Math.Min(high + room, 305)));
        }
        if (!Separate(low, high))
        {
            (low, high) =
                high == 0 ? (0.0, 1.0)
                : high > 0 ? (0.0, 1.2 * high)
                : (1.2 * low, 0.0);
        }
        // Zero is where most schedules start or end; a rate is read against it if it is not far away.
        else if (low > 0 && low < 0.4 * high)
        {
            low = 0;
        }
        else if (high < 0 && high > 0.4 * low)
        {
            high = 0;
        }

        double margin = Margin * (high - low);
        return (low - margin, high + margin);
    }

    /// <summary>The ends for values from <paramref name="low"/> to <paramref name="high"/> and no margin, unless they are one.</summary>
    public static (double Low, double High) Tight(double low, double high, bool log)
    {
        if (low < high)
        {
            return (low, high);
        }

        if (log)
        {
            return (Math.Max(low / 2, double.Epsilon), Math.Min(high * 2, double.MaxValue));
        }

        double margin = low == 0 ? 1 : Math.Max(Math.Abs(low) / 2, double.Epsilon);
        return (Math.Max(low - margin, double.MinValue), Math.Min(high + margin, double.MaxValue));
    }

    /// <summary>The ends for bars that stand on zero.</summary>
    public static (double Low, double High) ForBars(IEnumerable<(double Low, double High)?> extents)
    {
        (double low, double high) = Union([.. extents, (0, 0)]) ?? default;
        if (low == high)
        {
            return (0, 1);
        }

        double margin = Margin * (high - low);
        return (low < 0 ? low - margin : 0, high > 0 ? high + margin : 0);
    }

    /// <summary>The ends for dots with error bars: outliers, and the ends of bars that are twice as far out, are left outside.</summary>
    public static (double Low, double High) ForDots(double[] values, double[] errors)
    {
        double[] sorted = [.. values.Where(Guard.Drawable).Order()];
        (double lowest, double highest, double reach) = (double.NegativeInfinity, double.PositiveInfinity, 0);
        if (sorted.Length >= FewestForOutliers)
        {
            (double first, double third) = (Quantile(sorted, 0.25), Quantile(sorted, 0.75));
            double spread = Math.Max(third - first, Quantile([.. errors.Where(Guard.Drawable).Order()], 0.5));
            if (spread > 0)
            {
                (lowest, highest, reach) = (first - FarOut * spread, third + FarOut * spread, FarOut * spread);
            }
        }

        IEnumerable<(double, double)?> shown = values
            .Zip(errors, (value, error) => (Value: value, Error: Guard.Drawable(error) ? error : 0))
            .Where(dot => Guard.Drawable(dot.Value) && dot.Value >= lowest && dot.Value <= highest)
            .Select(dot =>
                ((double, double)?)(Math.Max(dot.Value - dot.Error, lowest - reach), Math.Min(dot.Value + dot.Error, highest + reach))
            );
        if (Union(shown) is not var (low, high))
        {
            return (0, 1);
        }

        if (!Separate(low, high))
        {
            return low == 0 ? (-0.5, 0.5) : (low - Math.Abs(low) / 2, high + Math.Abs(high) / 2);
        }

        double margin = Margin * (high - low);
        return (low - margin, high + margin);
    }

    private static double Quantile(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return 0;
        }

        (int below, double rest) = ((int)(share * (sorted.Length - 1)), share * (sorted.Length - 1) % 1);
        return rest == 0 ? sorted[below] : (1 - rest) * sorted[below] + rest * sorted[below + 1];
    }

    private static bool Separate(double low, double high) => high - low > 1e-10 * Math.Max(Math.Abs(low), Math.Abs(high));

    private static (double Low, double High)? Union(IEnumerable<(double Low, double High)?> extents)
    {
        (double Low, double High)? union = null;
        foreach ((double Low, double High)? extent in extents)
        {
            if (extent is var (low, high))
            {
                union = union is var (lowest, highest) ? (Math.Min(low, lowest), Math.Max(high, highest)) : extent;
            }
        }
        return union;
    }
}
