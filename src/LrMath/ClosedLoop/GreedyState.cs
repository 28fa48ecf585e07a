using System.Collections.Immutable;
using System.Globalization;

namespace LrMath.ClosedLoop;

/// <summary>
/// What a <see cref="Greedy"/> remembers: an immutable value, equal by value (the window too), whose parts can be saved as JSON (no part is ever
/// NaN or infinite) and put together again. Whether a policy can have produced it is checked by <see cref="Greedy.Validate"/>.
/// </summary>
public sealed record GreedyState : ILoopState
{
    /// <summary>The factor on the schedule's value: 1 at the start, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public required double Scale { get; init => field = Require.NonNegative(value); }

    /// <summary>The best (smoothed) metric so far; null before the first finite one and after a reset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Best { get; init => field = Require.Finite(value); }

    /// <summary>How many metrics in a row were improvements, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int GoodCount { get; init => field = Require.AtLeast(0, value); }

    /// <summary>How many metrics in a row were none, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int BadCount { get; init => field = Require.AtLeast(0, value); }

    /// <summary>How many metrics the cooldown after a reduction still lasts, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int CooldownLeft { get; init => field = Require.AtLeast(0, value); }

    /// <summary>How many metrics the warm-up after a raise still lasts, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int WarmupLeft { get; init => field = Require.AtLeast(0, value); }

    /// <summary>How many reductions have been asked for at the floor since the last raise, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int FloorCount { get; init => field = Require.AtLeast(0, value); }

    /// <summary>The metrics that are being smoothed, the oldest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not finite.</exception>
    public ImmutableArray<double> Window
    {
        get => field.IsDefault ? [] : field;
        init
        {
            if (!value.IsDefault)
                foreach (double metric in value)
                    Require.Finite(metric);
            field = value;
        }
    }

    /// <summary>Whether every part is equal, the metrics of the window one by one.</summary>
    /// <param name="other">Another state, or null.</param>
    public bool Equals(GreedyState? other) =>
        other is not null
        && (Scale, Best, GoodCount, BadCount, CooldownLeft, WarmupLeft, FloorCount)
            .Equals((other.Scale, other.Best, other.GoodCount, other.BadCount, other.CooldownLeft, other.WarmupLeft, other.FloorCount))
        && Window.AsSpan().SequenceEqual(other.Window.AsSpan());

    /// <summary>A hash of all parts but the window's contents.</summary>
    public override int GetHashCode() =>
        HashCode.Combine(Scale, Best, GoodCount, BadCount, CooldownLeft, WarmupLeft, FloorCount, Window.Length);

    /// <summary>All parts by name, whatever the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"GreedyState {{ Scale = {Scale}, Best = {Best}, GoodCount = {GoodCount}, BadCount = {BadCount}, CooldownLeft = {CooldownLeft}, "
        + $"WarmupLeft = {WarmupLeft}, FloorCount = {FloorCount}, "
        + $"Window = [{string.Join(", ", Window.Select(metric => metric.ToString(CultureInfo.InvariantCulture)))}] }}");
}
