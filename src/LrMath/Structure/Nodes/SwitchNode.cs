namespace LrMath.Structure;

/// <summary>
/// Several schedules one after another: part i answers from milestone i - 1 on, its own steps counted from its origin.
/// The origin is the milestone for a sequence, and 0 for the pieces of a path, which share one clock.
/// </summary>
internal sealed record SwitchNode : ScheduleNode
{
    private readonly ScheduleNode[] parts;
    private readonly int[] milestones;
    private readonly bool restarts;

    internal SwitchNode(ScheduleNode[] parts, int[] milestones, bool restarts)
    {
        this.parts = parts;
        this.milestones = milestones;
        this.restarts = restarts;
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        int part = PartAt(step);
        return parts[part].At(step - Origin(part));
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        for (int part = PartAt(first); !destination.IsEmpty; part++)
        {
            int length = part < milestones.Length ? Math.Min(milestones[part] - first, destination.Length) : destination.Length;
            if (length > 0)
            {
                parts[part].Fill(first - Origin(part), destination[..length]);
                destination = destination[length..];
                first = destination.IsEmpty ? first : first + length;
            }
        }
    }

    private int Origin(int part) => restarts && part > 0 ? milestones[part - 1] : 0;

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
