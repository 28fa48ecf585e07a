using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// What a <see cref="Greedy"/> remembers: an immutable value, equal by value (the window too), whose parts can be saved as JSON (no part is
/// ever NaN or infinite) and put together again. Whether a policy can have produced it is checked by <see cref="Greedy.Validate"/>.
/// </summary>
public sealed record GreedyState
{
    /// <summary>
    /// What the policy has made of its <see cref="Greedy.BaseRate"/>, in that unit, at least 0: with a base rate of 1 the scale itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public required double Level
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Level));
    }

    /// <summary>The best (smoothed) metric so far; null before the first finite one and after a reset.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public double? Best
    {
        get;
        init => field = Require.Finite(value);
    }

    /// <summary>How many metrics in a row were improvements, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int GoodCount
    {
        get;
        init => field = Guard.NonNegative(value, nameof(GoodCount));
    }

    /// <summary>How many metrics in a row were none, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int BadCount
    {
        get;
        init => field = Guard.NonNegative(value, nameof(BadCount));
    }

    /// <summary>How many metrics the cooldown after a reduction still lasts, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int CooldownLeft
    {
        get;
        init => field = Guard.NonNegative(value, nameof(CooldownLeft));
    }

    /// <summary>How many metrics the warm-up after a raise still lasts, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int WarmupLeft
    {
        get;
        init => field = Guard.NonNegative(value, nameof(WarmupLeft));
    }

    /// <summary>The number of reductions wanted at the floor since the last raise, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int FloorCount
    {
        get;
        init => field = Guard.NonNegative(value, nameof(FloorCount));
    }

    /// <summary>The metrics that are being smoothed, the oldest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not finite.</exception>
    [JsonConverter(typeof(ExactNumbers))]
    public ImmutableArray<double> Window
    {
        get => field.IsDefault ? [] : field;
        init
        {
            if (!value.IsDefault)
            {
                foreach (double metric in value)
                {
                    Guard.Finite(metric, nameof(Window));
                }
            }

            field = value;
        }
    }

    /// <summary>The sum of the window as <see cref="Greedy.RunningSum"/> keeps it, its rounding included; 0 where it is not kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public double WindowSum
    {
        get;
        init => field = Guard.Finite(value, nameof(WindowSum));
    }

    /// <summary>Whether every part is equal, the metrics of the window one by one.</summary>
    /// <param name="other">Another state, or null.</param>
    public bool Equals(GreedyState? other) =>
        other is not null
        && (Level, Best, GoodCount, BadCount, CooldownLeft, WarmupLeft, FloorCount, WindowSum).Equals(
            (
                other.Level,
                other.Best,
                other.GoodCount,
                other.BadCount,
                other.CooldownLeft,
                other.WarmupLeft,
                other.FloorCount,
                other.WindowSum
            )
        )
        && Window.AsSpan().SequenceEqual(other.Window.AsSpan());

    /// <summary>A hash of all parts but the window's contents.</summary>
    public override int GetHashCode() =>
        HashCode.Combine(Level, Best, GoodCount, BadCount, CooldownLeft, WarmupLeft, FloorCount, Window.Length);

    /// <summary>All parts by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"GreedyState {{ Level = {Level}, Best = {Best}, GoodCount = {GoodCount}, BadCount = {BadCount}, CooldownLeft = "
                + $"{CooldownLeft}, "
                + $"WarmupLeft = {WarmupLeft}, FloorCount = {FloorCount}, "
                + $"Window = [{string.Join(", ", Window.Select(metric => metric.ToString(CultureInfo.InvariantCulture)))}], "
                + $"WindowSum = {WindowSum} }}"
        );
}
