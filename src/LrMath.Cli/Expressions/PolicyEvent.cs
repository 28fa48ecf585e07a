using LrMath.ClosedLoop;

namespace LrMath.Cli.Expressions;

/// <summary>Says what a policy did, by the states before and after a metric, and by the one that NaN would have led to.</summary>
/// <remarks>A NaN is a bad metric to every policy of the library: where the states agree, the metric was bad, or not looked at.</remarks>
internal static class PolicyEvent
{
    public const string Held = "held";

    private const string Reduced = "reduced";
    private const string Raised = "raised";
    private const string Improved = "improved";
    private const string NoBetter = "no better";
    private const string Cooldown = "cooldown";
    private const string Ignored = "ignored";
    private const string InBand = "in band";

    /// <summary>The event in a word; for a policy of the user's own only whether the scale went up or down.</summary>
    public static string Of(object before, object after, Func<object> afterNaN, int direction) =>
        (Wrapped.State(before), Wrapped.State(after)) switch
        {
            _ when Wrapped.IsIgnored(before, after) => Ignored,
            (GreedyState { Best: not null }, GreedyState { Best: null }) => "reset",
            _ when direction != 0 => direction < 0 ? Reduced : Raised,
            (PlateauState from, PlateauState to) => Unchanged(from, to, (PlateauState)Wrapped.State(afterNaN())),
            (GreedyState from, GreedyState to) => Unchanged(from, to, (GreedyState)Wrapped.State(afterNaN())),
            (SteeringState from, SteeringState to) => ReferenceEquals(from, to) ? InBand : Held,
            _ => "",
        };

    private static string Unchanged(PlateauState before, PlateauState after, PlateauState afterNaN) =>
        after.PendingCount > 0 ? "averaging"
        : after.BadCount > before.BadCount ? NoBetter
        : after != afterNaN ? Improved
        : before.CooldownLeft > 0 ? Cooldown
        : Held;

    private static string Unchanged(GreedyState before, GreedyState after, GreedyState afterNaN) =>
        WithoutWindow(after) != WithoutWindow(afterNaN) ? Improved
        : after.BadCount > before.BadCount ? NoBetter
        : before.CooldownLeft > 0 ? Cooldown
        : before.WarmupLeft > 0 ? "warm-up"
        : Held;

    // A NaN does not enter the window.
    private static GreedyState WithoutWindow(GreedyState state) => state with { Window = [], WindowSum = 0 };
}
