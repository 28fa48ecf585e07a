using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// A policy that sees an exponential moving average in place of the metric:
/// <c>average = decay · average + (1 - decay) · metric</c>, which starts with the first finite metric. The average is part of the state.
/// </summary>
/// <typeparam name="TState">What the policy inside remembers.</typeparam>
/// <remarks>
/// <para><c>policy.Smoothed(decay)</c> makes one. A metric that is NaN or infinite does not enter the average, in which it would stay; the
/// policy inside sees it as it is.</para>
/// <para>Elsewhere: TensorBoard's smoothing (which also corrects the start), the running loss of most training loops. A mean of the last
/// metrics is <see cref="Greedy.Window"/>, one of blocks <see cref="Plateau.AverageOver"/>.</para>
/// </remarks>
/// <example><code>Schedule.Constant(0.1).Under((Plateau.PyTorch with { Patience = 5 }).Smoothed(decay: 0.9))</code></example>
public sealed record Smoothed<TState> : IPolicy<SmoothedState<TState>>, IPolicyWrapper
    where TState : class
{
    /// <summary>Puts an average in front of a policy.</summary>
    /// <param name="policy">The policy that sees the average.</param>
    /// <param name="decay">How much of the average stays when a metric comes in, dimensionless, from 0 (none: no smoothing) to below
    /// 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decay"/> is outside [0, 1).</exception>
    public Smoothed(IPolicy<TState> policy, double decay)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
        Decay = Guard.FractionBelowOne(decay);
    }

    /// <summary>The policy that sees the average.</summary>
    public IPolicy<TState> Policy { get; }

    /// <summary>How much of the average stays when a metric comes in (dimensionless), from 0 to below 1.</summary>
    public double Decay { get; }

    /// <summary>The state before the first metric: no average, and the start of the policy inside.</summary>
    public SmoothedState<TState> Start => new() { Inner = Policy.Start };

    /// <summary>The state after one more metric; pure.</summary>
    /// <param name="state">The state so far; <see cref="Start"/> before the first metric.</param>
    /// <param name="metric">Any value. One that is not finite leaves the average alone.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentException">The policy inside refuses its part of <paramref name="state"/>.</exception>
    public SmoothedState<TState> Next(SmoothedState<TState> state, double metric)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!double.IsFinite(metric))
        {
            return state with { Inner = Policy.Next(state.Inner, metric) };
        }

        double average = state.Average is { } known ? Between(known, metric) : metric + 0.0;
        return new() { Average = average, Inner = Policy.Next(state.Inner, average) };
    }

    /// <summary>The factor on the schedule's value: that of the policy inside.</summary>
    /// <param name="state">A state that this policy has produced.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public double ScaleOf(SmoothedState<TState> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Policy.ScaleOf(state.Inner);
    }

    /// <summary>Refuses a state whose part for the policy inside it cannot have produced.</summary>
    /// <param name="state">A state from anywhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentException">Names the part, its value and what is legal.</exception>
    public void Validate(SmoothedState<TState> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Policy.Validate(state.Inner);
    }

    /// <summary>All knobs by name, whatever the culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Smoothed {{ Policy = {Policy}, Decay = {Decay} }}");

    object IPolicyWrapper.Inner => Policy;

    string IPolicyWrapper.Verb => nameof(Feedback.Smoothed);

    object IPolicyWrapper.Argument => Decay;

    // Rounding does not carry the average past the two numbers: a metric that never changes is its own average.
    private double Between(double average, double metric) =>
        Math.Clamp((Decay * average) + ((1 - Decay) * metric), Math.Min(average, metric), Math.Max(average, metric));
}
