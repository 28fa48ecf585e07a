namespace LrMath.Structure;

/// <summary>
/// What stands behind a schedule of ours: the delegate that users hold is bound to a node, so that verbs and range evaluation can
/// see the structure. Users never do.
/// </summary>
internal abstract record ScheduleNode
{
    /// <summary>The call that built the schedule, for <c>Describe</c>.</summary>
    internal Call? Said { get; init; }

    /// <summary>The value at a step; a negative one is refused.</summary>
    internal abstract double At(int step);

    /// <summary>The values at <paramref name="first"/>, first + 1 …, with the bits of <see cref="At"/>. The first step is not negative.</summary>
    internal abstract void Fill(int first, Span<double> destination);

    /// <summary>The node behind a schedule; a function that is not ours gets one that calls it.</summary>
    internal static ScheduleNode Of(Func<int, double> schedule) => schedule.Target as ScheduleNode ?? new OpaqueNode(schedule);

    /// <summary>The nodes behind several schedules.</summary>
    internal static ScheduleNode[] Of(Func<int, double>[] schedules) => Array.ConvertAll(schedules, Of);
}
