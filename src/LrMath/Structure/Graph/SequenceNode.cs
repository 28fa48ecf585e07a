namespace LrMath.Structure;

/// <summary>
/// Several schedules one after another. Part i gives the values from milestone i - 1 on, and counts its own steps from its origin: the
/// milestone for a sequence, 0 for the pieces of a path, which all count the steps of the path.
/// </summary>
internal sealed record SequenceNode : ScheduleNode
{
    private readonly ScheduleNode[] parts;
    private readonly int[] milestones;
    private readonly int[] origins;

    // The first two parts have fields of their own: a step of a warm-up then needs no search, and each call has one target to predict.
    private readonly ScheduleNode firstPart;
    private readonly ScheduleNode secondPart;
    private readonly int firstMilestone;
    private readonly int secondMilestone;
    private readonly int secondOrigin;

    private SequenceNode(ScheduleNode[] parts, int[] milestones, int[] origins)
        : base(parts)
    {
        this.parts = parts;
        this.milestones = milestones;
        this.origins = origins;
        firstPart = parts[0];
        secondPart = parts[1];
        firstMilestone = milestones[0];
        secondMilestone = milestones.Length > 1 ? milestones[1] : int.MaxValue;
        secondOrigin = origins[1];
        Length = parts[^1].Length is { } last ? Segment.LengthOf(Math.Max(milestones[^1], (long)origins[^1] + last)) : null;
    }

    internal override int? Length { get; }

    /// <summary>
    /// The parts one after another, each from its own step 0 on or, without <paramref name="fromOwnStart"/>, at the steps of the whole. A
    /// single part is returned as it is.
    /// </summary>
    internal static ScheduleNode Of(ScheduleNode[] parts, int[] milestones, bool fromOwnStart)
    {
        int[] origins = fromOwnStart ? [0, .. milestones] : new int[parts.Length];
        return parts.Length == 1
            ? parts[0]
            : PiecewiseLinearNode.Of(parts, milestones, origins) ?? (ScheduleNode)new SequenceNode(parts, milestones, origins);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        if (step < firstMilestone)
        {
            return firstPart.At(step);
        }

        if (step < secondMilestone)
        {
            return secondPart.At(step - secondOrigin);
        }

        int part = StepSearch.Reached(milestones, step);
        return parts[part].At(step - origins[part]);
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined)
    {
        int part = StepSearch.Reached(milestones, step);
        return known == 0 ? (parts[part], step - origins[part]) : null;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int part = StepSearch.Reached(milestones, first);
        int count = StepSearch.CountToNext(milestones, part, first, destination.Length);
        parts[part].Fill(first - origins[part], destination[..count]);
        return count;
    }
}
