using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace LrMath.Training;

/// <summary>A mean with half the width of its 95% confidence interval (Student's t); the half is NaN for a single value.</summary>
public readonly record struct Estimate(double Mean, double Half)
{
    public double Low => Mean - Half;

    public double High => Mean + Half;

    public static Estimate Of(IReadOnlyCollection<double> values) =>
        new(
            values.Mean(),
            values.Count < 2
                ? double.NaN
                : StudentT.InvCDF(0, 1, values.Count - 1, 0.975) * values.StandardDeviation() / Math.Sqrt(values.Count)
        );

    public Estimate Times(double factor) => new(Mean * factor, Half * factor);
}
