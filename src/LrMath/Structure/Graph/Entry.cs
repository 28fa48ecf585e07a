using System.Globalization;

namespace LrMath.Structure;

/// <summary>
/// The two values of a schedule at a step at which a ramp of length 0 stands: the one from which the ramp starts, and the one that it has
/// reached and that the schedule gives there. At all other steps they are the same number.
/// </summary>
internal readonly record struct Entry(double Start, double Value)
{
    /// <summary>The same number twice.</summary>
    internal static Entry At(double value) => new(value, value);

    /// <summary>The entry into a schedule at a step; both values must be finite. The schedule is evaluated once.</summary>
    internal static Entry Of(ScheduleNode schedule, int step, string name = "schedule")
    {
        Entry entry = schedule.EntryAt(step);
        double illegal = double.IsFinite(entry.Value) ? entry.Start : entry.Value;
        return double.IsFinite(illegal)
            ? entry
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The schedule's value at step {step} is {illegal}; legal is a finite number."),
                name
            );
    }
}
