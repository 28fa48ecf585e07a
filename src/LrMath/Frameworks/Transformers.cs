using LrMath.Structure;

namespace LrMath.Frameworks;

/// <summary>
/// The schedules of Hugging Face <c>transformers.optimization</c> under their own names, with their arguments in C# case and their
/// defaults, the optimizer's rate first. Each gives the number that Transformers gives at every step.
/// </summary>
/// <remarks>
/// <para>A step is an update of the optimizer. All warm-ups but that of <see cref="GetCosineWithMinLrScheduleWithWarmupLrRate"/> use
/// <c>step / numWarmupSteps</c> of the rate, so that the first update uses 0 (<see cref="GetWsdSchedule"/>: the least share). The number of
/// training steps includes the warm-up, where <see cref="Schedule"/> and <c>Warmup</c> count the warm-up apart.</para>
/// <para>The three cosines without restarts are not held at their end: a run that is longer than <c>numTrainingSteps</c> rises again. Half
/// a wave from the rate to 0 is a <c>numCycles</c> of 0.5; a whole number ends where it began.</para>
/// </remarks>
public static partial class Transformers
{
    private static Func<int, double> AfterWarmup(double baseRate, int numWarmupSteps, Func<int, double> rest) =>
        Schedule.Linear(0, Guard.Finite(baseRate), Guard.NonNegative(numWarmupSteps)).Then(rest, at: numWarmupSteps);

    private static Func<int, double> Waves(double baseRate, double end, int numWarmupSteps, int numTrainingSteps, double numCycles)
    {
        int length = Math.Max(1, Left(numWarmupSteps, numTrainingSteps));
        if (!(numCycles >= 0 && numCycles <= length * 0.5e6) || (numCycles > 0 && !double.IsFinite(length / (2 * numCycles))))
        {
            throw Guard.Illegal(
                nameof(numCycles),
                numCycles,
                FormattableString.Invariant(
                    $"a number of waves from 0 to {length * 0.5e6}, a million turns a step; not so small that a wave has no finite length"
                )
            );
        }

        return numCycles == 0
            ? Schedule.Constant(Guard.Finite(baseRate))
            : Schedule.CosineWave(Guard.Finite(baseRate), end, length / (2 * numCycles));
    }

    /// <summary>The steps after the warm-up; none if the warm-up is longer than the training.</summary>
    private static int Left(int numWarmupSteps, int numTrainingSteps) =>
        Math.Max(0, Guard.NonNegative(numTrainingSteps) - Guard.NonNegative(numWarmupSteps));

    private static double LeastRate(double baseRate, double? minLr, double? minLrRate)
    {
        if (minLr is null == minLrRate is null)
        {
            throw new ArgumentException(
                "Give either minLr, a rate, or minLrRate, a share of the optimizer's rate, and not both.",
                nameof(minLr)
            );
        }

        Guard.Finite(baseRate);
        double least = minLr is { } rate
            ? Guard.NonNegative(rate, nameof(minLr))
            : Guard.Result(
                Guard.NonNegative(minLrRate!.Value, nameof(minLrRate)) * baseRate,
                minLrRate.Value,
                "the lowest rate",
                nameof(minLrRate)
            );
        Guard.Span(baseRate, least, minLr is null ? nameof(minLrRate) : nameof(minLr), minLrRate);
        return least;
    }
}
