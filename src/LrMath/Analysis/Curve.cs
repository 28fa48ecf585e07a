namespace LrMath.Analysis;

/// <summary>The arithmetic shared by the suggestions; all first-index on ties.</summary>
internal static class Curve
{
    /// <summary>
    /// Losses that differ by less than this share of the larger one count as equal: averages and logs in single precision are rounded by as
    /// much.
    /// </summary>
    private const double Rounding = 1e-6;

    /// <summary>Whether one value is below another by more than rounding.</summary>
    public static bool Falls(double from, double to) => from - to > Rounding * Math.Max(Math.Abs(from), Math.Abs(to));

    /// <summary>Whether all values are the same within rounding.</summary>
    public static bool IsFlat(ReadOnlySpan<double> values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return !Falls(high, low);
    }

    /// <summary>The index of the smallest value.</summary>
    public static int Lowest(ReadOnlySpan<double> values)
    {
        int lowest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[lowest])
            {
                lowest = i;
            }
        }

        return lowest;
    }

    /// <summary>
    /// The first index from the highest value on that is down by a share of the way to the lowest; null if that is no more than rounding.
    /// Needs one value.
    /// </summary>
    public static int? Fallen(ReadOnlySpan<double> values, double share)
    {
        int lowest = Lowest(values);
        int highest = 0;
        for (int i = 1; i < lowest; i++)
        {
            if (values[i] > values[highest])
            {
                highest = i;
            }
        }

        if (!Falls(values[highest], values[lowest]))
        {
            return null;
        }
        // A sum of products, as a difference of large losses would overflow; rounding must not put it below the lowest.
        double limit = Math.Max((values[highest] * (1 - share)) + (values[lowest] * share), values[lowest]);
        int at = highest;
        while (values[at] > limit)
        {
            at++;
        }

        return at;
    }

    /// <summary>The slope per point: central differences, one-sided at both ends. Needs two values.</summary>
    public static double Slope(ReadOnlySpan<double> values, int i) =>
        i == 0 ? values[1] - values[0]
        : i == values.Length - 1 ? values[i] - values[i - 1]
        : (values[i + 1] - values[i - 1]) / 2;

    /// <summary>The index of the steepest <see cref="Slope"/>.</summary>
    public static int Steepest(ReadOnlySpan<double> values)
    {
        int steepest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (Slope(values, i) < Slope(values, steepest))
            {
                steepest = i;
            }
        }

        return steepest;
    }

    /// <summary>The first place at which a longest strictly decreasing subsequence ends, and its length. Needs one value.</summary>
    public static (int End, int Length) LongestFall(ReadOnlySpan<double> values)
    {
        // tails[k]: the highest value that ends a decreasing subsequence of k + 1 values; itself strictly decreasing, so it is searched.
        double[] tails = new double[values.Length];
        (int end, int length) = (0, 0);
        for (int i = 0; i < values.Length; i++)
        {
            (int low, int high) = (0, length);
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (tails[middle] > values[i])
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }
            tails[low] = values[i];
            if (low == length)
            {
                (end, length) = (i, length + 1);
            }
        }
        return (end, length);
    }

    /// <summary>Half-way down the longest fall, counted as fastai does: -1 if the two first values are all of it.</summary>
    public static int Valley((int End, int Length) fall)
    {
        int start = fall.Length == 1 ? 0 : fall.End - fall.Length;
        double third = (fall.End - start) / 3.0;
        return start + (int)third + (int)(third / 2);
    }

    /// <summary>
    /// Walks two points, <paramref name="spacing"/> apart, down from the end while their slopes differ by more than the threshold.
    /// </summary>
    /// <returns>The last left point the walk stood on; whether it ever moved, and whether it ended before the left end of the
    /// curve.</returns>
    public static (int Pick, bool Moved, bool Settled) Slide(ReadOnlySpan<double> values, int spacing, double threshold)
    {
        int last = values.Length - 1 - spacing;
        int left = last,
            pick = last;
        while (left >= 0 && Math.Abs(Slope(values, left + spacing) - Slope(values, left)) > threshold)
        {
            pick = left--;
        }

        return (pick, left < last, left >= 0);
    }

    /// <summary>The loss at a place on the axis of the logarithms: straight lines between the points, level beyond the ends.</summary>
    public static double LossAt(ReadOnlySpan<double> logarithms, ReadOnlySpan<double> losses, double logarithm)
    {
        int above = logarithms.BinarySearch(logarithm);
        if (above >= 0)
        {
            return losses[above];
        }

        above = ~above;
        if (above == 0 || above == losses.Length)
        {
            return losses[Math.Max(above - 1, 0)];
        }

        double slope = (losses[above] - losses[above - 1]) / (logarithms[above] - logarithms[above - 1]);
        return (slope * (logarithm - logarithms[above - 1])) + losses[above - 1];
    }

    /// <summary>The first index at which the loss is over the limit that the lowest loss so far sets.</summary>
    public static int? FirstOver(ReadOnlySpan<double> losses, Func<double, double> limit)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < losses.Length; i++)
        {
            if (losses[i] < best)
            {
                best = losses[i];
            }

            if (losses[i] > limit(best))
            {
                return i;
            }
        }
        return null;
    }
}
