using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// A policy that does not see the first metrics, those of the warm-up: they leave it at its start, with a scale of 1, and are counted in
/// the state.
/// </summary>
/// <typeparam name="TState">What the policy inside remembers.</typeparam>
/// <remarks>
/// <para><c>policy.IgnoreFirst(count)</c> makes one. While the rate still rises, a metric says little about the rate: a loss that has not
/// begun to fall uses up the patience, and one that falls by itself sets a best that the run must beat later.</para>
/// <para>The count is one of metrics, not of steps: of a warm-up of 1,000 steps with a metric every 100, <c>IgnoreFirst(10)</c>. With a
/// smoothed policy the order matters: <c>policy.Smoothed(0.9).IgnoreFirst(10)</c> averages from the eleventh metric on,
/// <c>policy.IgnoreFirst(10).Smoothed(0.9)</c> from the first.</para>
/// <para>Elsewhere: warmup_scheduler's GradualWarmupScheduler feeds its plateau the later metrics only; timm's warmup does the same.</para>
/// </remarks>
/// <example><code>Schedule.Constant(0.1).Warmup(1_000).Under(Plateau.PyTorch.IgnoreFirst(10))</code></example>
public sealed record IgnoringFirst<TState> : IPolicy<IgnoringFirstState<TState>>, IPolicyWrapper
    where TState : class
{
    /// <summary>Hides the first metrics from a policy.</summary>
    /// <param name="policy">The policy that sees the later ones.</param>
    /// <param name="count">How many metrics are not seen, 0 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IgnoringFirst(IPolicy<TState> policy, int count)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
        Count = Guard.NonNegative(count);
    }

    /// <summary>The policy that sees the later metrics.</summary>
    public IPolicy<TState> Policy { get; }

    /// <summary>How many metrics are not seen, at least 0.</summary>
    public int Count { get; }

    /// <summary>The state before the first metric: nothing counted, and the start of the policy inside.</summary>
    public IgnoringFirstState<TState> Start => new() { Inner = Policy.Start };

    /// <summary>The state after one more metric; pure.</summary>
    /// <param name="state">The state so far; <see cref="Start"/> before the first metric.</param>
    /// <param name="metric">Any value; one of the first ones is counted only.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="state"/> is one that this policy cannot have produced.</exception>
    public IgnoringFirstState<TState> Next(IgnoringFirstState<TState> state, double metric)
    {
        Validate(state);
        return state.IgnoredCount < Count
            ? state with
            {
                IgnoredCount = state.IgnoredCount + 1,
            }
            : state with
            {
                Inner = Policy.Next(state.Inner, metric),
            };
    }

    /// <summary>The factor on the schedule's value: that of the policy inside.</summary>
    /// <param name="state">A state that this policy has produced.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public double ScaleOf(IgnoringFirstState<TState> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Policy.ScaleOf(state.Inner);
    }

    /// <summary>Refuses a state that this policy, or the one inside, cannot have produced.</summary>
    /// <param name="state">A state from anywhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentException">Names the part, its value and what is legal.</exception>
    public void Validate(IgnoringFirstState<TState> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Require.Part(state.IgnoredCount, Count, nameof(state.IgnoredCount));
        if (state.IgnoredCount < Count && !state.Inner.Equals(Policy.Start))
        {
            throw Guard.Illegal(
                nameof(state.Inner),
                state.Inner,
                "the start of the policy inside while metrics are ignored: no run of this policy leads here"
            );
        }

        Policy.Validate(state.Inner);
    }

    /// <summary>All knobs by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"IgnoringFirst {{ Policy = {Policy}, Count = {Count} }}");

    object IPolicyWrapper.Inner => Policy;

    string IPolicyWrapper.Verb => nameof(Feedback.IgnoreFirst);

    object IPolicyWrapper.Argument => Count;
}
