namespace LrMath.Structure;

/// <summary>
/// A schedule that is entered at one of its steps from a value that it does not give itself. A ramp of length 0 gives its end from its
/// first step on, but a schedule that leads up to it, such as a warm-up, leads to its start.
/// </summary>
internal sealed record EnteredNode(ScheduleNode Inner, double Start, int Step) : ScheduleNode([Inner])
{
    /// <summary>A schedule entered at its step 0 from a value; the schedule itself, if it starts there anyway.</summary>
    internal static ScheduleNode From(double start, ScheduleNode inner) =>
        inner.EntryAt(0).Start.Equals(start) ? inner : new EnteredNode(inner, start, 0);

    internal override int? Length { get; } = Inner.Length;

    internal override double At(int step) => Inner.At(step);

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) => known == 0 ? (Inner, step) : null;

    internal override Entry Join(int step, int known, Entry joined, Entry part) => step == Step ? part with { Start = Start } : part;

    private protected override int FillRun(int first, Span<double> destination)
    {
        Inner.Fill(first, destination);
        return destination.Length;
    }
}
