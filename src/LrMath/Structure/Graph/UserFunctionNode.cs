namespace LrMath.Structure;

/// <summary>A user's own function, called step by step.</summary>
internal sealed record UserFunctionNode(Func<int, double> Schedule) : ScheduleNode(StepByStep)
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Schedule(step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        Fill(Schedule, first, destination);
        return destination.Length;
    }

    /// <summary>The values of a user's own function.</summary>
    internal static void Fill(Func<int, double> schedule, int first, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = schedule(first + i);
        }
    }
}
