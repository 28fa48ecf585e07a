namespace LrMath.Structure;

/// <summary>
/// A schedule whose nodes are nested too deep for nested calls, which might overflow the stack. Its values are computed by a loop, with the
/// bits of nested calls.
/// </summary>
internal sealed record DeepNode(ScheduleNode Inner) : ScheduleNode([Inner])
{
    internal override int? Length { get; } = Inner.Length;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Walk.ValueAt(Inner, step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        Inner.Fill(first, destination);
        return destination.Length;
    }
}
