namespace LrMath.Analysis;

/// <summary>
/// A range test resampled at as many rates, evenly spaced on a log axis. A number of points is then a fraction of the axis, whatever the
/// rates were. A log that is even already stays as it is.
/// </summary>
internal readonly ref struct EvenLog
{
    // Rates that were printed with three digits or more are as even as this; nothing is gained by moving them.
    private const double Unevenness = 0.02;

    private readonly ReadOnlySpan<double> rates;
    private readonly double[]? positions;

    private EvenLog(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, double[]? positions)
    {
        this.rates = rates;
        Losses = losses;
        this.positions = positions;
    }

    /// <summary>The losses at the evenly spaced rates.</summary>
    internal ReadOnlySpan<double> Losses { get; }

    /// <summary>The log of a range test, whose losses are all finite.</summary>
    internal static EvenLog Of(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        // Counted from the first rate, so that a common factor of all rates changes nothing.
        double[] positions = new double[rates.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            double quotient = rates[i] / rates[0];
            positions[i] = double.IsFinite(quotient) ? Math.Log(quotient) : Math.Log(rates[i]) - Math.Log(rates[0]);
        }

        return IsEven(positions) ? new(rates, losses, null) : new(rates, Resampled(positions, losses), positions);
    }

    /// <summary>Values at the evenly spaced rates as values at the rates of the log that was given, on straight lines between
    /// them.</summary>
    internal double[] AtTheRatesGiven(double[] even)
    {
        if (positions is null)
        {
            return even;
        }

        double[] given = new double[positions.Length];
        for (int i = 0; i < given.Length; i++)
        {
            double place = positions[i] / positions[^1] * (even.Length - 1);
            int below = Math.Min((int)place, even.Length - 2);
            double share = Math.Min(place - below, 1);
            given[i] = (even[below] * (1 - share)) + (even[below + 1] * share);
        }

        return given;
    }

    /// <summary>The point of the log that was given whose rate is nearest to an evenly spaced one.</summary>
    internal int Nearest(int index)
    {
        if (positions is null)
        {
            return index;
        }

        double position = PositionOf(index, positions);
        int above = positions.AsSpan().BinarySearch(position);
        above = Math.Min(above >= 0 ? above : ~above, positions.Length - 1);
        return above > 0 && position - positions[above - 1] <= positions[above] - position ? above - 1 : above;
    }

    /// <summary>How far two evenly spaced rates are apart on the axis of the natural logarithms.</summary>
    internal double Width(int from, int to) =>
        positions is null ? Math.Log(rates[to]) - Math.Log(rates[from]) : positions[^1] * (to - from) / (positions.Length - 1);

    private static double PositionOf(int index, double[] positions) => positions[^1] * index / (positions.Length - 1);

    private static bool IsEven(double[] positions)
    {
        double gap = positions.Length < 3 ? 0 : positions[^1] / (positions.Length - 1);
        for (int i = 1; i < positions.Length; i++)
        {
            if (gap > 0 && Math.Abs(positions[i] - positions[i - 1] - gap) > Unevenness * gap)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Around each evenly spaced position the mean of the straight lines between the points, over one gap: where the points are dense all
    /// of them count, where they are sparse it is the value on the line.
    /// </summary>
    private static double[] Resampled(double[] positions, ReadOnlySpan<double> losses)
    {
        double[] even = new double[positions.Length];
        double half = positions[^1] / (positions.Length - 1) / 2;
        int segment = 0;
        for (int i = 0; i < even.Length; i++)
        {
            double middle = PositionOf(i, positions);
            double from = Math.Max(middle - half, 0);
            double to = Math.Min(middle + half, positions[^1]);
            while (segment + 2 < positions.Length && positions[segment + 1] <= from)
            {
                segment++;
            }

            even[i] = Mean(positions, losses, segment, from, to);
        }

        return even;
    }

    /// <summary>The mean from one position to another. Differences are added up, so that equal losses have their very mean.</summary>
    private static double Mean(double[] positions, ReadOnlySpan<double> losses, int segment, double from, double to)
    {
        double start = LossAt(positions, losses, segment, from);
        double sum = 0;
        double before = start;
        double reached = from;
        for (; segment + 1 < positions.Length && reached < to; segment++)
        {
            double next = Math.Min(positions[segment + 1], to);
            double loss = LossAt(positions, losses, segment, next);
            sum += (next - reached) * (((before / 2) - (start / 2)) + ((loss / 2) - (start / 2)));
            (before, reached) = (loss, next);
        }

        return start + (sum / (to - from));
    }

    private static double LossAt(double[] positions, ReadOnlySpan<double> losses, int segment, double position)
    {
        double share = (position - positions[segment]) / (positions[segment + 1] - positions[segment]);
        (double start, double end) = (losses[segment], losses[segment + 1]);
        return share >= 1 ? end
            : double.IsFinite(end - start) ? start + (share * (end - start))
            : (start * (1 - share)) + (end * share);
    }
}
