using LrMath.ClosedLoop;

namespace LrMath.Data;

/// <summary>A policy of any state, on which the verbs can be called without naming the state.</summary>
internal abstract record BoxedPolicy(object Policy)
{
    internal abstract BoxedPolicy Smoothed(double decay);

    internal abstract BoxedPolicy IgnoreFirst(int count);

    /// <summary>A policy without verbs; null if it is none of LrMath's.</summary>
    internal static BoxedPolicy? Of(object policy) => policy switch
    {
        Plateau plateau => new BoxedPolicy<PlateauState>(plateau),
        Greedy greedy => new BoxedPolicy<GreedyState>(greedy),
        Steering steering => new BoxedPolicy<SteeringState>(steering),
        _ => null,
    };
}

/// <inheritdoc/>
internal sealed record BoxedPolicy<TState>(IPolicy<TState> Typed) : BoxedPolicy(Typed)
    where TState : class
{
    internal override BoxedPolicy Smoothed(double decay) => new BoxedPolicy<SmoothedState<TState>>(Typed.Smoothed(decay));

    internal override BoxedPolicy IgnoreFirst(int count) => new BoxedPolicy<IgnoringFirstState<TState>>(Typed.IgnoreFirst(count));
}
