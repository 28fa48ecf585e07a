using LrMath.Structure;

namespace LrMath.Frameworks;

/// <summary>
/// The schedulers of <c>timm.scheduler</c> under their own names, with their arguments in C# case and their defaults, the optimizer's rate
/// first. Each gives timm's number at every step.
/// </summary>
/// <remarks>
/// <para>A step is timm's <c>t</c>: an update, or an epoch if <c>t_in_epochs</c>; for the latter put <c>.PerEpoch(stepsPerEpoch)</c> behind
/// the schedule.
/// timm writes to the optimizer on construction and then after each step, so that step 0 has <c>warmupLrInit</c>, or the rate itself where
/// there is no warm-up, whatever the schedule would say there.</para>
/// <para>Without <c>warmupPrefix</c> (cosine, tanh and polynomial leave it out unless told otherwise) the schedule runs on beneath the
/// warm-up, and the rate jumps down to it at its end; with it the schedule begins after the warm-up, as with <c>Warmup</c> here, and is
/// that much longer.</para>
/// <para>Once the cycles are over (one, unless told otherwise), the least rate is held. Cycles begin where their sum says; timm finds them
/// by a logarithm that is one short at some of the starts. Its random noise has no place in a pure function.</para>
/// </remarks>
public static partial class Timm
{
    /// <summary>The warm-up of all of timm's schedulers, in front of or over what follows.</summary>
    private static Func<int, double> Warmed(
        Func<int, double> schedule,
        double baseRate,
        int warmupT,
        double warmupLrInit,
        bool warmupPrefix,
        double? target = null
    )
    {
        Guard.Span(target ?? baseRate, Guard.Finite(warmupLrInit), nameof(warmupLrInit));
        if (Guard.NonNegative(warmupT) == 0)
        {
            return schedule(0) == baseRate ? schedule : Schedule.Constant(baseRate).Then(schedule.Shift(1), at: 1);
        }

        return Schedule
            .Linear(warmupLrInit, target ?? baseRate, warmupT)
            .Then(warmupPrefix ? schedule : schedule.Shift(warmupT), at: warmupT);
    }

    private static Func<int, double> Cycles(
        double baseRate,
        int tInitial,
        double lrMin,
        Shape shape,
        double cycleMul,
        double cycleDecay,
        int cycleLimit
    )
    {
        Guard.Span(Guard.Finite(baseRate), Guard.NonNegative(lrMin), nameof(lrMin));
        Guard.PeriodFactor(Guard.Positive(tInitial), Guard.Positive(cycleMul), Guard.Positive(cycleLimit), nameof(cycleMul));
        Guard.Positive(cycleDecay);

        Func<int, double> Cycle(double top, double bottom, double decay) =>
            Schedule.Restarts(top, bottom, tInitial, shape, cycleMul, decay, cycleLimit);

        // The peaks shrink as rates, not as heights over the least one: what falls to 0, and what rises to the least rate.
        return cycleDecay == 1 ? Cycle(baseRate, lrMin, 1) : Cycle(baseRate, 0, cycleDecay).Plus(Cycle(0, lrMin, 1));
    }
}
