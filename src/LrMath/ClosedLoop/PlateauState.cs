using System.Globalization;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// What a <see cref="Plateau"/> remembers: an immutable value, equal by value, whose parts can be saved as JSON (no part is ever NaN or
/// infinite) and put together again. Whether a policy can have produced it is checked by <see cref="Plateau.Validate"/>.
/// </summary>
public sealed record PlateauState
{
    /// <summary>
    /// What the policy has made of its <see cref="Plateau.BaseRate"/>, in that unit, at least 0: with a base rate of 1 the scale itself,
    /// with the optimizer's rate the number that PyTorch would show.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public required double Level
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Level));
    }

    /// <summary>The (averaged) metric that the next one is compared with: the best so far, or what <see cref="Plateau.CompareWith"/> says;
    /// null before the first finite one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public double? Best
    {
        get;
        init => field = Require.Finite(value);
    }

    /// <summary>How many metrics in a row were no improvement, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int BadCount
    {
        get;
        init => field = Guard.NonNegative(value, nameof(BadCount));
    }

    /// <summary>How many metrics the cooldown still lasts, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int CooldownLeft
    {
        get;
        init => field = Guard.NonNegative(value, nameof(CooldownLeft));
    }

    /// <summary>The mean of the block of metrics that is being averaged; null if it is empty or has a metric that is not finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public double? PendingMean
    {
        get;
        init => field = Require.Finite(value);
    }

    /// <summary>How many metrics that block has so far, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int PendingCount
    {
        get;
        init => field = Guard.NonNegative(value, nameof(PendingCount));
    }

    /// <summary>All parts by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"PlateauState {{ Level = {Level}, Best = {Best}, BadCount = {BadCount}, CooldownLeft = {CooldownLeft}, "
                + $"PendingMean = {PendingMean}, PendingCount = {PendingCount} }}"
        );
}
