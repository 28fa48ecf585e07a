using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// What an <see cref="IgnoringFirst{TState}"/> remembers: how many metrics it has not shown, and the state of the policy inside; an
/// immutable value, equal by value, that can be saved as JSON and put together again.
/// </summary>
/// <typeparam name="TState">What the policy inside remembers.</typeparam>
public sealed record IgnoringFirstState<TState>
    where TState : class
{
    /// <summary>How many metrics the policy inside has not seen so far, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int IgnoredCount
    {
        get;
        init => field = Guard.NonNegative(value, nameof(IgnoredCount));
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
        string.Create(CultureInfo.InvariantCulture, $"IgnoringFirstState {{ IgnoredCount = {IgnoredCount}, Inner = {Inner} }}");
}
