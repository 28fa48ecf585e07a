using System.Text.Json;
using LrMath.ClosedLoop;
using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>What a policy makes of a schedule when it watches a metric.</summary>
/// <param name="Rate">The schedule times the scale.</param>
/// <param name="Changes">The steps at which the scale changes.</param>
/// <param name="Scale">The last scale.</param>
internal sealed record PolicyRun(Func<int, double> Rate, IReadOnlyList<int> Changes, double Scale)
{
    // More observations than anybody makes of a run.
    private const int MostObservations = 100_000;

    /// <summary>The place of a policy in messages.</summary>
    public static Spot Place { get; } = new(JsonPlace.Root.At("policy"));

    /// <summary>The metric at each observation: the curve, with noise that is always the same.</summary>
    public static double[] Metrics(Func<int, double> curve, MetricState state, int steps)
    {
        int count = (int)Math.Clamp((long)steps / state.Every, 1, MostObservations);
        double[] metrics = new double[count];
        for (int i = 0; i < count; i++)
        {
            metrics[i] = curve(i * state.Every) * (1 + state.Noise * Noise((uint)i));
        }

        return metrics;
    }

    /// <summary>The first step after each observation.</summary>
    public static int[] Steps(MetricState state, int count) => [.. Enumerable.Range(1, count).Select(i => i * state.Every)];

    /// <summary>Runs a policy.</summary>
    /// <param name="schedule">The schedule that it scales.</param>
    /// <param name="policy">A list of a policy and the verbs on it, as JSON has it.</param>
    /// <param name="metrics">The metrics that it observes.</param>
    /// <param name="from">For each of them the first step that it decides about.</param>
    /// <exception cref="ScheduleJsonException">The term is no policy.</exception>
    public static PolicyRun Of(Func<int, double> schedule, Term policy, IReadOnlyList<double> metrics, IReadOnlyList<int> from)
    {
        using var document = JsonDocument.Parse(policy.ToString());
        object read = ScheduleJson.Reading(null, null).Policy(Place.Path, document.RootElement);
        return Wrapped<PlateauState>(schedule, read, metrics, from)
            ?? Wrapped<GreedyState>(schedule, read, metrics, from)
            ?? Wrapped<SteeringState>(schedule, read, metrics, from)
            ?? throw new ScheduleJsonException(Place.ToString(), $"a {read.GetType().Name}", "a policy of LrMath");
    }

    // Each order of verbs is spelled out: code that is trimmed has no type that is named nowhere.
    private static PolicyRun? Wrapped<TState>(
        Func<int, double> schedule,
        object policy,
        IReadOnlyList<double> metrics,
        IReadOnlyList<int> from
    )
        where TState : class =>
        policy switch
        {
            IPolicy<TState> plain => Run(schedule, plain, metrics, from),
            IPolicy<SmoothedState<TState>> smoothed => Run(schedule, smoothed, metrics, from),
            IPolicy<IgnoringFirstState<TState>> ignoring => Run(schedule, ignoring, metrics, from),
            IPolicy<IgnoringFirstState<SmoothedState<TState>>> both => Run(schedule, both, metrics, from),
            IPolicy<SmoothedState<IgnoringFirstState<TState>>> both => Run(schedule, both, metrics, from),
            _ => null,
        };

    private static PolicyRun Run<TState>(
        Func<int, double> schedule,
        IPolicy<TState> policy,
        IReadOnlyList<double> metrics,
        IReadOnlyList<int> from
    )
        where TState : class
    {
        FeedbackLoop<TState> loop = schedule.Under(policy);
        List<double> scales = [loop.Scale];
        List<int> changes = [];
        for (int i = 0; i < metrics.Count; i++)
        {
            loop.Observe(metrics[i]);
            if (loop.Scale == scales[^1])
            {
                continue;
            }

            scales.Add(loop.Scale);
            changes.Add(from[i]);
        }

        return new(schedule.Chain(Schedule.Piecewise(scales, changes)), changes, loop.Scale);
    }

    // A fixed hash of the number of the observation, from -1 to 1.
    private static double Noise(uint bits)
    {
        bits = (bits ^ 0x9E3779B9) * 0x85EBCA6B;
        bits = (bits ^ (bits >> 13)) * 0xC2B2AE35;
        bits ^= bits >> 16;
        return bits / (double)uint.MaxValue * 2 - 1;
    }
}
