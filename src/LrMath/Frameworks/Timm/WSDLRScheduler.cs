using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>timm's <c>WSDLRScheduler</c>: a warm-up, a stable part that may fall slowly, and a decay to <paramref name="lrMin"/> that
    /// is laid over it.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="tInitial">The length of the stable part and the decay together in steps, 1 or more; the warm-up comes in front of
    /// it.</param>
    /// <param name="decayT">The length of the decay in steps, 1 to <paramref name="tInitial"/>.</param>
    /// <param name="lrMin">The least rate, 0 or more; the stable part does not fall below it.</param>
    /// <param name="stablePower">
    /// How the stable part falls: null, it does not (timm's <c>stable_fn="constant"</c>), 0.5 is <c>"rsqrt"</c>, any other exponent above 0
    /// <c>"power"</c>.
    /// </param>
    /// <param name="stableTimescale">The time scale of that in steps, above 0; null is the length of the warm-up.</param>
    /// <param name="decayFn">
    /// The way down: <see cref="Shapes.SquareRoot"/> (timm's <c>1-sqrt</c>), which is what null means, <see cref="Shapes.Linear"/>
    /// (<c>linear</c>), <see cref="Shapes.Cosine"/> (<c>cosine</c>), <c>Shapes.Power(decayPower)</c> (<c>power</c>), <c>Shapes.Saturating(1
    /// / decayRatio)</c> (<c>exp</c>), or any other.
    /// </param>
    /// <param name="warmupT">The first step after the warm-up, 0 or more.</param>
    /// <param name="warmupLrInit">The rate at step 0 if there is a warm-up; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or <paramref name="decayFn"/> has no way from 1 to
    /// 0, such as <see cref="Shapes.Exponential"/> and <see cref="Shapes.Harmonic"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="decayFn"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>rate(step) = lrMin + (max(baseRate·(1 + s / stableTimescale)^-stablePower, lrMin) - lrMin)·decay(s)
    /// s = step - warmupT, decay = 1 up to tInitial - decayT, then down to 0 at tInitial</code>
    /// The stable part goes on falling during the decay. The least rate is reached one step after the last of <paramref name="tInitial"/>.
    /// <see cref="Schedule.WarmupStableDecay"/> is the plain form, with a constant stable part.
    /// </remarks>
    /// <example><code>Timm.WSDLRScheduler(0.1, tInitial: 40, decayT: 20, decayFn: Shapes.Linear, warmupT: 10)(40) == 0.05</code></example>
    public static Func<int, double> WSDLRScheduler(
        double baseRate,
        int tInitial,
        int decayT,
        double lrMin = 0,
        double? stablePower = null,
        double? stableTimescale = null,
        Shape? decayFn = null,
        int warmupT = 0,
        double warmupLrInit = 0
    )
    {
        baseRate = Guard.Finite(baseRate);
        lrMin = Guard.NonNegative(lrMin);
        Guard.Positive(tInitial);
        Guard.AtMost(Guard.Positive(decayT), tInitial, "the length of both parts", nameof(decayT));
        Func<int, double> stable = stablePower is { } power
            ? Schedule.PowerLaw(
                baseRate,
                Guard.Invertible(stableTimescale ?? Guard.NonNegative(warmupT), nameof(stableTimescale)),
                Guard.Positive(power, nameof(stablePower))
            )
            : Schedule.Constant(baseRate);
        Shape shape = Guard.Shape(decayFn ?? Shapes.SquareRoot, nameof(decayFn));
        var formula = ShapeFormula.Of(shape);
        try
        {
            formula.Check(1, 0, nameof(decayFn));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Guard.Illegal(nameof(decayFn), formula.Expression, "a shape that has a way from 1 to 0");
        }

        Func<int, double> decay = Schedule.Ramp(1, 0, decayT, shape).Delay(tInitial - decayT);
        Func<int, double> rate = stable.Max(Schedule.Constant(lrMin)).Offset(-lrMin).Chain(decay).Offset(lrMin);
        return Warmed(rate, baseRate, warmupT, warmupLrInit, warmupPrefix: true);
    }
}
