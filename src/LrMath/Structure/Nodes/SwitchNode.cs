namespace LrMath.Structure;

/// <summary>
/// Several schedules one after another: part i answers from milestone i - 1 on, its own steps counted from its origin.
/// The origin is the milestone for a sequence, and 0 for the pieces of a path, which share one clock.
/// </summary>
internal sealed record SwitchNode : ScheduleNode
{
    private readonly ScheduleNode[] parts;
    private readonly int[] milestones;
    private readonly int[] origins;

    // The first two parts are asked by name: each call leads to one place only, and a processor that has guessed the part wrong knows at once.
    private readonly ScheduleNode first;
    private readonly ScheduleNode second;
    private readonly int firstMilestone;
    private readonly int secondMilestone;
    private readonly int secondOrigin;

    private SwitchNode(ScheduleNode[] parts, int[] milestones, int[] origins)
    {
        this.parts = parts;
        this.milestones = milestones;
        this.origins = origins;
        first = parts[0];
        second = parts[1];
        firstMilestone = milestones[0];
        secondMilestone = milestones.Length > 1 ? milestones[1] : int.MaxValue;
        secondOrigin = origins[1];
    }

    /// <summary>The parts one after another; a single one is itself.</summary>
    internal static ScheduleNode Of(ScheduleNode[] parts, int[] milestones, bool restarts)
    {
        int[] origins = restarts ? [0, .. milestones] : new int[parts.Length];
        return parts.Length == 1 ? parts[0] : StraightNode.Of(parts, milestones, origins) ?? (ScheduleNode)new SwitchNode(parts, milestones, origins);
    }

    internal override bool AsksSteps => Array.Exists(parts, part => part.AsksSteps);

    internal override double At(int step)
    {
        Guard.Step(step);
        if (step < firstMilestone)
        {
            return first.At(step);
        }

        if (step < secondMilestone)
        {
            return second.At(step - secondOrigin);
        }

        int part = PartAt(step);
        return parts[part].At(step - origins[part]);
    }

    internal override Entry EntryAt(int step)
    {
        int part = PartAt(step);
        return parts[part].EntryAt(step - origins[part]);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        for (int i = PartAt(first); !destination.IsEmpty; i++)
        {
            int length = i < milestones.Length ? Math.Min(milestones[i] - first, destination.Length) : destination.Length;
            if (length > 0)
            {
                parts[i].Fill(first - origins[i], destination[..length]);
                destination = destination[length..];
                first = destination.IsEmpty ? first : first + length;
            }
        }
    }

    /// <summary>The number of milestones that are reached.</summary>
    private int PartAt(int step)
    {
        int low = 0;
        int high = milestones.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (milestones[middle] <= step)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
