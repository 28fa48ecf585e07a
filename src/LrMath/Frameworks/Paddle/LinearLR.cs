using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>LinearLR</c>: a share of the rate that changes along a straight line, then stays.</summary>
    /// <param name="learningRate">The whole rate; finite.</param>
    /// <param name="totalSteps">The length of the way in steps, 1 or more.</param>
    /// <param name="startFactor">The share at step 0, dimensionless, above 0 and at most 1.</param>
    /// <param name="endFactor">The share from step <paramref name="totalSteps"/> on, dimensionless, 0 to 1.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = learningRate·(startFactor + (endFactor - startFactor)·min(step, totalSteps) / totalSteps)</code>
    /// Lowered onto <see cref="Schedule.Linear"/>; as a warm-up before another schedule, see
    /// <see cref="LinearWarmup(Func{int, double}, int, double, double)"/>.
    /// </remarks>
    /// <example><code>Paddle.LinearLR(0.1, totalSteps: 4, startFactor: 0.5)(2) // 0.075</code></example>
    public static Func<int, double> LinearLR(double learningRate, int totalSteps, double startFactor = 1.0 / 3, double endFactor = 1)
    {
        Guard.Finite(learningRate);
        Guard.Positive(totalSteps);
        return Schedule.Linear(Guard.FractionAboveZero(startFactor), Guard.Fraction(endFactor), totalSteps).Scale(learningRate);
    }
}
