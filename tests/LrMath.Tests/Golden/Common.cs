namespace LrMath.Tests.Golden;

/// <summary>
/// What several libraries have in common, with their arguments' edges: lengths below zero, a power of zero, milestones in any order.
/// </summary>
internal static class Common
{
    /// <summary>A line to the peak, then the schedule from its step 0; a negative length skips as many steps of the schedule.</summary>
    public static Func<int, double> AfterLine(double from, double peak, int steps, Func<int, double> schedule) =>
        steps >= 0 ? Schedule.Linear(from, peak, steps).Then(schedule, at: steps) : schedule.Shift(-steps);

    public static Func<int, double> AfterFirst(double first, Func<int, double> schedule) => Schedule.Constant(first).Then(schedule, at: 1);

    public static Func<int, double> Polynomial(double start, double end, int steps, double power) =>
        power > 0 ? Schedule.Polynomial(start, end, Math.Max(steps, 0), power) : Schedule.Hold(start, end, Math.Max(steps, 0));

    public static Func<int, double> MultiStep(double initial, double gamma, IEnumerable<int> milestones)
    {
        int[] at = [.. milestones.Select(step => Math.Max(step, 0)).Order()];
        return at is [] ? Schedule.Constant(initial) : Schedule.MultiStep(initial, gamma, at);
    }

    /// <summary>Half waves of a real number, whose sign does not matter; none of them is a constant.</summary>
    public static Func<int, double> Wave(double start, double end, double steps, double halfWaves = 1) =>
        halfWaves == 0 ? Schedule.Constant(start) : Schedule.CosineWave(start, end, Math.Abs(steps / halfWaves));
}
