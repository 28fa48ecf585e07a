namespace LrMath.Structure;

/// <summary>Many constant values that change at milestones.</summary>
internal sealed record LevelsNode(double[] Levels, int[] Milestones) : ScheduleNode
{
    internal override int? Length => Milestones[^1];

    internal override double At(int step)
    {
        Guard.Step(step);
        return Levels[ReachedAt(step)];
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        // All in one run: a level may be as short as a step, and its successor need not be searched.
        int reached = ReachedAt(first);
        for (int done = 0; done < destination.Length; )
        {
            int step = first + done;
            while (reached < Milestones.Length && Milestones[reached] <= step)
            {
                reached++;
            }

            int length = destination.Length - done;
            int count = reached < Milestones.Length ? Segment.CountBefore(Milestones[reached], step, length) : length;
            destination.Slice(done, count).Fill(Levels[reached]);
            done += count;
        }

        return destination.Length;
    }

    /// <summary>The number of milestones that are reached; of equal ones all.</summary>
    private int ReachedAt(int step)
    {
        int low = 0;
        int high = Milestones.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Milestones[middle] <= step ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
