using System.Globalization;
using System.Text.Json.Serialization;

namespace LrMath.ClosedLoop;

/// <summary>
/// What a <see cref="Smoothed{TState}"/> remembers: the average and the state of the policy inside; an immutable value, equal by value,
/// that can be saved as JSON and put together again.
/// </summary>
/// <typeparam name="TState">What the policy inside remembers.</typeparam>
public sealed record SmoothedState<TState>
    where TState : class
{
    /// <summary>The average of the metrics so far, in their unit; null before the first finite one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    [JsonConverter(typeof(ExactNumber))]
    public double? Average
    {
        get;
        init => field = Require.Finite(value);
    }

    /// <summary>What the policy inside remembers.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public required TState Inner
    {
        get;
        init => field = Require.Given(value);
    }

    /// <summary>All parts by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"SmoothedState {{ Average = {Average}, Inner = {Inner} }}");
}
