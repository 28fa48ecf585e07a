using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>From a step on, the scale of a <see cref="FeedbackLoop{TState}"/> is another one.</summary>
public readonly record struct ScaleChange
{
    /// <summary>The first step with the scale, zero-based, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required int FromStep
    {
        get;
        init => field = Guard.NonNegative(value, nameof(FromStep));
    }

    /// <summary>The factor on the schedule's value (dimensionless), finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public required double Scale
    {
        get;
        init => field = Guard.Finite(value, nameof(Scale));
    }
}
