namespace LrMath.Benchmarks.Comparison;

/// <summary>What many samples of one cost say. Goals are judged by medians and by the fastest samples, which the machine's noise
/// cannot fake.</summary>
internal readonly record struct Spread(double Fastest, double LowerQuartile, double Median, double UpperQuartile)
{
    public static Spread Of(IReadOnlyCollection<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return new(sorted[0], At(0.25), At(0.5), At(0.75));

        double At(double quantile)
        {
            double position = quantile * (sorted.Length - 1);
            int below = (int)position;
            int above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
        }
    }

    public static Spread operator +(Spread left, Spread right) =>
        new(
            left.Fastest + right.Fastest,
            left.LowerQuartile + right.LowerQuartile,
            left.Median + right.Median,
            left.UpperQuartile + right.UpperQuartile
        );

    // The more is taken off, the less is left.
    public static Spread operator -(Spread left, Spread right) =>
        new(
            left.Fastest - right.Fastest,
            left.LowerQuartile - right.UpperQuartile,
            left.Median - right.Median,
            left.UpperQuartile - right.LowerQuartile
        );
}
