namespace LrMath.Structure;

/// <summary>Many constant values that change at milestones.</summary>
internal sealed record LevelsNode(double[] Levels, int[] Milestones) : ScheduleNode
{
    internal override int? Length => Milestones[^1];

    internal override double At(int step)
    {
        Guard.Step(step);
        return Levels[StepSearch.Reached(Milestones, step)];
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        // All in one run: a level may be as short as a step, and its successor need not be searched.
        int reached = StepSearch.Reached(Milestones, first);
        int done = 0;
        while (done < destination.Length)
        {
            int step = first + done;
            while (reached < Milestones.Length && Milestones[reached] <= step)
            {
                reached++;
            }

            int count = StepSearch.CountToNext(Milestones, reached, step, destination.Length - done);
            destination.Slice(done, count).Fill(Levels[reached]);
            done += count;
        }

        return destination.Length;
    }
}
