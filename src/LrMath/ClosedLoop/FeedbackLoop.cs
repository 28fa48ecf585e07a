using System.Collections.Immutable;
using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// A schedule under a policy that watches a metric: <c>Rate(step) = schedule(step) · scale</c>. The one mutable class of the library; it
/// holds a schedule, a policy and the state so far, and <c>lr.Under(policy)</c> makes one.
/// </summary>
/// <typeparam name="TState">What the policy remembers.</typeparam>
/// <remarks>
/// <para>The scale that the policy has reached holds for every step evaluated from then on, so <see cref="Rate"/> is a schedule whose
/// values change with each <see cref="Observe(double)"/>. What has happened is a pure schedule again: <see cref="RecordedRate"/>. A loop
/// that goes on from a saved state knows what happened before only if it is given the saved <see cref="History"/> as well.</para>
/// <para>Safe for several threads: <see cref="Rate"/> and <see cref="State"/> read one reference without a lock, and each observation is
/// applied whole and exactly once, in some order; none is lost. The order of concurrent metrics is theirs, as it decides what a policy
/// sees.</para>
/// </remarks>
/// <example>
/// <code>
/// var loop = Schedule.Cosine(0.1, 0, 9_500).Warmup(500).Under(Plateau.PyTorch with { BaseRate = 0.1, Patience = 5 });
/// for (int step = 0; step &lt; 10_000; step++)
/// {
///     weights -= loop.Rate(step) * gradient;
///     if ((step + 1) % 100 == 0)
///         loop.Observe(ValidationLoss(), afterStep: step);
/// }
/// File.WriteAllText("loop.json", JsonSerializer.Serialize(loop.State));
/// File.WriteAllText("history.json", JsonSerializer.Serialize(loop.History));
/// </code>
/// </example>
public sealed class FeedbackLoop<TState>
    where TState : class
{
    private const int LastObservable = int.MaxValue - 1;

    private readonly Func<int, double> schedule;
    private readonly IPolicy<TState> policy;
    private readonly double? rateFloor;
    private readonly bool knowsThePast;
    private Moment now;

    /// <summary>Puts a schedule under a policy, from the start or from a state that was saved.</summary>
    /// <param name="schedule">Step → value. It may be another loop's <see cref="Rate"/>: then two policies watch one schedule.</param>
    /// <param name="policy">The rule that turns metrics into the scale.</param>
    /// <param name="state">Where to go on; null: the policy's start.</param>
    /// <param name="rateFloor">
    /// The policy does not bring the rate below this (in the unit of the schedule, finite); where the schedule itself is lower, it is left
    /// alone: <c>max(schedule · scale, min(schedule, rateFloor))</c>. Null: only the policy's own floor, which is one of the level, holds.
    /// </param>
    /// <param name="history">
    /// What the scale was until the state was saved: the <see cref="History"/> of the loop that is gone on with, read together with its
    /// <see cref="State"/>. Null: with a state, nothing is known of the steps before, and the recorded rate cannot be evaluated there;
    /// without one the run begins here.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> or <paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="schedule"/> is several delegates, <paramref name="state"/> is none that the policy can have produced,
    /// <paramref name="rateFloor"/> is not finite, or <paramref name="history"/> ends with another scale than that of the state.
    /// </exception>
    /// <exception cref="InvalidOperationException">The scale that the policy gives for its start, or for <paramref name="state"/>, is not
    /// finite.</exception>
    public FeedbackLoop(
        Func<int, double> schedule,
        IPolicy<TState> policy,
        TState? state = null,
        double? rateFloor = null,
        ScaleHistory? history = null
    )
    {
        this.schedule = Guard.Schedule(schedule);
        ArgumentNullException.ThrowIfNull(policy);
        this.policy = policy;
        this.rateFloor = Require.Finite(rateFloor, nameof(rateFloor));
        TState from = state ?? policy.Start;
        policy.Validate(from);
        Rate = At;
        double scale = GetScale(policy, from);
        if (history is not null && !history.Changes[^1].Scale.Equals(scale))
        {
            double last = history.Changes[^1].Scale;
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The history ends with a scale of {last}, but the state stands for {scale}; legal is the history of the same moment."
                ),
                nameof(history)
            );
        }

        knowsThePast = state is null || history is not null;
        now = history is null
            ? new Moment(from, scale, -1, [Change(0, scale)])
            : new Moment(from, scale, history.LastStep ?? -1, [.. history.Changes]);
    }

    /// <summary>
    /// The rate at a step under the scale of now: a <c>Func&lt;int, double&gt;</c>, to be called, handed to anything that takes a schedule,
    /// or put under a second policy. It throws <see cref="ArgumentOutOfRangeException"/> for a negative step.
    /// </summary>
    public Func<int, double> Rate { get; }

    /// <summary>The state of now: an immutable value, to be saved and handed to a new loop.</summary>
    public TState State => Volatile.Read(ref now).State;

    /// <summary>
    /// What the scale has been since the run began: an immutable value, to be saved with <see cref="State"/> and handed to a new loop.
    /// </summary>
    /// <exception cref="InvalidOperationException">This loop goes on from a state, and was not given the history before it.</exception>
    public ScaleHistory History
    {
        get
        {
            Moment moment = Known();
            return new() { Changes = [.. moment.Changes], LastStep = moment.LastStep < 0 ? null : moment.LastStep };
        }
    }

    /// <summary>The factor on the schedule's value (dimensionless) that the state of now stands for.</summary>
    public double Scale => Volatile.Read(ref now).Scale;

    /// <summary>Takes in a metric, one step after the one before (the first after step 0).</summary>
    /// <param name="metric">Any value; the policy says what a NaN or an infinity means.</param>
    /// <returns>The state after it.</returns>
    /// <exception cref="InvalidOperationException">The policy gave a scale that is not finite; the loop is as it was.</exception>
    public TState Observe(double metric) => Advance(metric, null);

    /// <summary>Takes in a metric that was measured after the update of a step. The step matters to what is recorded only.</summary>
    /// <param name="metric">Any value; the policy says what a NaN or an infinity means.</param>
    /// <param name="afterStep">The zero-based step, at least 0, below <see cref="int.MaxValue"/>, and not before that of the last
    /// metric.</param>
    /// <returns>The state after it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterStep"/> is out of its range; the loop is as it was.</exception>
    /// <exception cref="InvalidOperationException">The policy gave a scale that is not finite; the loop is as it was.</exception>
    public TState Observe(double metric, int afterStep) =>
        afterStep is >= 0 and <= LastObservable
            ? Advance(metric, afterStep)
            : throw Guard.Illegal(nameof(afterStep), afterStep, $"0 to {LastObservable}");

    /// <summary>
    /// What the scale has been since the run began, as a pure schedule: a metric measured after step t shows from step t + 1 on. Metrics
    /// observed once an epoch without a step are one step apart; <c>.PerEpoch(stepsPerEpoch)</c> puts them where they belong.
    /// </summary>
    /// <returns>
    /// A pure function of the step, for the steps so far; later ones have the scale of now. It throws for a negative step.
    /// </returns>
    /// <exception cref="InvalidOperationException">This loop goes on from a state, and was not given the history before it.</exception>
    public Func<int, double> RecordedScale()
    {
        ImmutableList<ScaleChange> changes = Known().Changes;
        return Schedule.Piecewise([.. changes.Select(c => c.Scale)], [.. changes.Skip(1).Select(c => c.FromStep)]);
    }

    /// <summary>
    /// What <see cref="Rate"/> has been since the run began, as a pure schedule with the same bits: the run without its metrics, to be
    /// replayed, plotted and compared. As pure as the schedule underneath: over another loop's rate, write
    /// <c>inner.RecordedRate().Chain(outer.RecordedScale())</c>.
    /// </summary>
    /// <returns>
    /// A pure function of the step, for the steps so far; later ones have the scale of now. It throws for a negative step.
    /// </returns>
    /// <exception cref="InvalidOperationException">This loop goes on from a state, and was not given the history before it.</exception>
    public Func<int, double> RecordedRate()
    {
        Func<int, double> rate = schedule.Chain(RecordedScale());
        return rateFloor is { } floor ? rate.Max(schedule.Min(Schedule.Constant(floor))) : rate;
    }

    /// <summary>The schedule in C#, the policy and the scale of now: for a debugger or a log, not for a program to read.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{schedule.Describe()} under {policy}, scale {Scale}");

    private Moment Known() =>
        knowsThePast
            ? Volatile.Read(ref now)
            : throw new InvalidOperationException(
                "This loop goes on from a saved state, which does not say what the scale was before. "
                    + "Save the History of a loop with its State, and hand both to the next one: schedule.Under(policy, "
                    + "state, history: history)."
            );

    private double At(int step)
    {
        Guard.Step(step);
        double value = schedule(step);

        // As in Chain, the zero added makes a negative zero, of a negative value and a scale of 0, the plain one.
        double scaled = Saturation.Saturated(value * Scale) + 0;
        return rateFloor is { } floor ? Math.Max(scaled, Math.Min(value, floor)) : scaled;
    }

    private TState Advance(double metric, int? afterStep)
    {
        while (true)
        {
            Moment before = Volatile.Read(ref now);
            int step = afterStep ?? Math.Min(before.LastStep, LastObservable - 1) + 1;
            if (step < before.LastStep)
            {
                throw Guard.Illegal(nameof(afterStep), step, $"{before.LastStep}, the step of the last metric, or later");
            }

            TState state = policy.Next(before.State, metric);
            double scale = GetScale(policy, state);
            var after = new Moment(state, scale, step, Record(before.Changes, step + 1, scale));
            if (ReferenceEquals(Interlocked.CompareExchange(ref now, after, before), before))
            {
                return state;
            }
        }
    }

    private static double GetScale(IPolicy<TState> policy, TState state) =>
        policy.ScaleOf(state) is var scale && double.IsFinite(scale)
            ? scale
            : throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"The policy gave the scale {scale}; legal is a finite number.")
            );

    private static ImmutableList<ScaleChange> Record(ImmutableList<ScaleChange> changes, int from, double scale)
    {
        if (changes[^1].Scale.Equals(scale))
        {
            return changes;
        }

        return changes[^1].FromStep == from ? changes.SetItem(changes.Count - 1, Change(from, scale)) : changes.Add(Change(from, scale));
    }

    private static ScaleChange Change(int from, double scale) => new() { FromStep = from, Scale = scale };

    // All that changes, in one reference: swapped whole, so no reader sees half of an observation.
    private sealed record Moment(TState State, double Scale, int LastStep, ImmutableList<ScaleChange> Changes);
}
