namespace LrMath.Structure;

/// <summary>A schedule at another pace: each step has the value of one step of the schedule inside, its place, and no place is before
/// that of an earlier step.</summary>
/// <remarks>Each of them has its own <c>At</c>, which calls its <see cref="PlaceOf"/> directly: a virtual call would cost as much as the
/// place.</remarks>
internal abstract record PacedNode(ScheduleNode Inner) : ScheduleNode([Inner])
{
    internal sealed override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) =>
        known == 0 ? (Inner, PlaceOf(step)) : null;

    /// <summary>A step of the inner schedule is entered at the first step that has its value.</summary>
    internal sealed override Entry Join(int step, int known, Entry joined, Entry part) =>
        step == 0 || PlaceOf(step - 1) < PlaceOf(step) ? part : Entry.At(part.Value);

    /// <summary>The step of the inner schedule whose value a step has.</summary>
    private protected abstract int PlaceOf(int step);
}
