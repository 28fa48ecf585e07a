namespace LrMath.Structure;

/// <summary>
/// A schedule whose values are mapped by a user's own function of the value. It is called once for each step that is requested; for the
/// entry where a ramp of length 0 stands, also with the start of that ramp.
/// </summary>
internal sealed record ValueMapNode(ScheduleNode Inner, Func<double, double> Function) : ScheduleNode(StepByStep, Inner)
{
    internal override int? Length { get; } = Inner.Length;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Function(Inner.At(step));
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) => known == 0 ? (Inner, step) : null;

    internal override Entry Join(int step, int known, Entry joined, Entry part)
    {
        double value = Function(part.Value);
        return part.Start.Equals(part.Value) ? Entry.At(value) : new(Function(part.Start), value);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        Inner.Fill(first, destination);
        foreach (ref double value in destination)
        {
            value = Function(value);
        }

        return destination.Length;
    }
}
