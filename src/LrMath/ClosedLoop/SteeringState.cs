using System.Globalization;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>What a <see cref="Steering"/> remembers: an immutable value, equal by value, that can be saved as JSON and put together
/// again.</summary>
public sealed record SteeringState
{
    /// <summary>
    /// What the policy has made of its <see cref="Steering.BaseRate"/>, in that unit, at least 0: with a base rate of 1 the scale itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public required double Level
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Level));
    }

    /// <summary>All parts by name, whatever the culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SteeringState {{ Level = {Level} }}");
}
