namespace LrMath.Structure;

/// <summary>
/// A schedule whose first steps are skipped. Where the step of the inner schedule would be beyond <see cref="int.MaxValue"/>, its value at
/// that step is held.
/// </summary>
internal sealed record ShiftNode(ScheduleNode Inner, int Steps) : PacedNode(Inner)
{
    /// <summary>A schedule whose first steps are skipped; a shift of a shift is one shift.</summary>
    internal static ScheduleNode Of(ScheduleNode inner, int steps) =>
        steps == 0 ? inner
        : inner is ShiftNode shift ? new ShiftNode(shift.Inner, (int)Math.Min((long)shift.Steps + steps, int.MaxValue))
        : new ShiftNode(inner, steps);

    internal override int? Length { get; } = Inner.Length is { } length ? Math.Max(length - Steps, 0) : null;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(PlaceOf(step));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int count = Segment.CountBefore(1L + int.MaxValue - Steps, first, destination.Length);
        if (count == 0)
        {
            return Fill(Walk.ValueAt(Inner, int.MaxValue), destination);
        }

        Inner.Fill(first + Steps, destination[..count]);
        return count;
    }

    private protected override int PlaceOf(int step) => (int)Math.Min((long)step + Steps, int.MaxValue);
}
