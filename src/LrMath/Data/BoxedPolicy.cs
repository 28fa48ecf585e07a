using LrMath.ClosedLoop;

namespace LrMath.Data;

/// <summary>A verb on a policy, and its one argument.</summary>
internal sealed record PolicyVerb(string Name, object Argument);

/// <summary>A policy of any state, on which verbs can be called without naming the state.</summary>
internal abstract record BoxedPolicy
{
    /// <summary>The policy with verbs on it, in their order; null if one is there twice.</summary>
    internal abstract object? With(IReadOnlyList<PolicyVerb> verbs);

    /// <summary>A policy without verbs; null if it is none of LrMath's.</summary>
    internal static BoxedPolicy? Of(object policy) =>
        policy switch
        {
            Plateau plateau => new BoxedPolicy<PlateauState>(plateau),
            Greedy greedy => new BoxedPolicy<GreedyState>(greedy),
            Steering steering => new BoxedPolicy<SteeringState>(steering),
            _ => null,
        };
}

/// <summary>
/// A policy of one state. Each order of verbs is spelled out: a verb on any policy would be a type around a type without end.
/// </summary>
internal sealed record BoxedPolicy<TState>(IPolicy<TState> Policy) : BoxedPolicy
    where TState : class
{
    internal override object? With(IReadOnlyList<PolicyVerb> verbs) =>
        verbs switch
        {
            [] => Policy,
            [{ Name: nameof(Feedback.Smoothed), Argument: double decay }] => Policy.Smoothed(decay),
            [{ Name: nameof(Feedback.IgnoreFirst), Argument: int count }] => Policy.IgnoreFirst(count),
            [{ Name: nameof(Feedback.Smoothed), Argument: double decay }, { Name: nameof(Feedback.IgnoreFirst), Argument: int count }] =>
                Policy.Smoothed(decay).IgnoreFirst(count),
            [{ Name: nameof(Feedback.IgnoreFirst), Argument: int count }, { Name: nameof(Feedback.Smoothed), Argument: double decay }] =>
                Policy.IgnoreFirst(count).Smoothed(decay),
            _ => null,
        };
}
