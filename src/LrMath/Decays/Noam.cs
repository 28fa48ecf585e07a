using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A straight rise over <paramref name="warmupSteps"/> updates to <c>factor / √(modelSize·warmupSteps)</c>, then one over a
    /// square root, without an end.</summary>
    /// <param name="modelSize">The width of the model, dimensionless, 1 or more.</param>
    /// <param name="warmupSteps">The updates until the peak is reached, 0 or more; the last of them uses the peak.</param>
    /// <param name="factor">A factor of the whole, dimensionless; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="modelSize"/> is not positive, <paramref name="warmupSteps"/> is
    /// negative, or <paramref name="factor"/> is not finite.</exception>
    /// <remarks>
    /// <code>value(step) = factor·modelSize^-½·min(s^-½, s·warmupSteps^-1½) with s = step + 1</code>
    /// Vaswani et al., arXiv:1706.03762, whose s counts from 1. Paddle's NoamDecay starts with s = 0, hence with a rate of 0: put
    /// <c>Schedule.Constant(0).Then(noam, at: 1)</c>.
    /// </remarks>
    /// <example><code>Schedule.Noam(modelSize: 4, warmupSteps: 100)(99) == 0.05</code></example>
    public static Func<int, double> Noam(int modelSize, int warmupSteps, double factor = 1)
    {
        Guard.Positive(modelSize);
        Guard.NonNegative(warmupSteps);
        int peakAt = Math.Max(warmupSteps, 1);
        double peak = Guard.Finite(factor) / Math.Sqrt((double)modelSize * peakAt);
        return Linear(peak / peakAt, peak, peakAt - 1)
            .Then(InverseSquareRoot(peak, peakAt), at: peakAt - 1)
            .As([modelSize, warmupSteps, Optional(factor, 1.0)]);
    }
}
