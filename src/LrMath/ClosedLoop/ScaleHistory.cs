using System.Collections.Immutable;
using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// What the scale of a <see cref="FeedbackLoop{TState}"/> has been since the run began: an immutable value, equal by value, to be saved
/// beside the state (as JSON, for example) and handed to the loop that goes on, so that its <see cref="FeedbackLoop{TState}.RecordedRate"/>
/// covers the whole run.
/// </summary>
public sealed record ScaleHistory
{
    /// <summary>The scales one after another, the first from step 0 on, each from a later step on than the one before it.</summary>
    /// <exception cref="ArgumentException">There is none, the first one is not from step 0 on, or a step is not after the one before
    /// it.</exception>
    public required ImmutableArray<ScaleChange> Changes
    {
        get;
        init
        {
            if (value.IsDefaultOrEmpty)
            {
                throw new ArgumentException($"{nameof(Changes)} is empty: at least one element is needed.", nameof(Changes));
            }

            if (value[0].FromStep != 0)
            {
                throw Guard.Illegal(new Subject(nameof(Changes), 0, $".{nameof(ScaleChange.FromStep)}"), value[0].FromStep, "0");
            }

            for (int i = 1; i < value.Length; i++)
            {
                if (value[i].FromStep <= value[i - 1].FromStep)
                {
                    throw Guard.Illegal(
                        new Subject(nameof(Changes), i, $".{nameof(ScaleChange.FromStep)}"),
                        value[i].FromStep,
                        string.Create(CultureInfo.InvariantCulture, $"a step after {value[i - 1].FromStep}, the one before it")
                    );
                }
            }

            field = value;
        }
    }

    /// <summary>The step after which the last metric was observed, zero-based; null before the first one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or there is no step after it.</exception>
    public int? LastStep
    {
        get;
        init =>
            field = value is null or (>= 0 and < int.MaxValue)
                ? value
                : throw Guard.Illegal(
                    nameof(LastStep),
                    value,
                    $"0 to {(int.MaxValue - 1).ToString(CultureInfo.InvariantCulture)}, or null"
                );
    }

    /// <summary>Whether all changes and the last step are equal.</summary>
    /// <param name="other">Another history, or null.</param>
    public bool Equals(ScaleHistory? other) =>
        other is not null && LastStep == other.LastStep && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan());

    /// <summary>A hash of the last step and of the last change.</summary>
    public override int GetHashCode() => HashCode.Combine(LastStep, Changes.Length, Changes[^1]);

    /// <summary>The changes and the last step, whatever the culture.</summary>
    public override string ToString() =>
        $"ScaleHistory {{ {string.Join(", ", Changes.Select(Text))}; "
        + $"LastStep = {LastStep?.ToString(CultureInfo.InvariantCulture) ?? "none"} }}";

    private static string Text(ScaleChange change) =>
        string.Create(CultureInfo.InvariantCulture, $"{change.Scale} from step {change.FromStep}");
}
