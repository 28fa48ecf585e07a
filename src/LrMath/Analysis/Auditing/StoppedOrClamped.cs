namespace LrMath.Analysis.Auditing;

/// <summary>
/// The last rows show one value: the schedule was no longer stepped, or it met a bound. Where the digits allow both, it is the one whose
/// number would less likely be so round by chance: a rate of 0.01 is a bound, a step of 7,000 is a stop.
/// </summary>
internal static class StoppedOrClamped
{
    public static Explanation? Find(Case log) =>
        Stopped.Find(log) is { } stopped
            ? Clamped.Find(log) is { } clamped && clamped.Chance < stopped.Chance
                ? clamped
                : stopped
            : null;
}
