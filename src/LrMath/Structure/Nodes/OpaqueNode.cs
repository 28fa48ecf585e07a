namespace LrMath.Structure;

/// <summary>A user's own function: asked step by step.</summary>
internal sealed record OpaqueNode(Func<int, double> Schedule) : ScheduleNode
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Schedule(step);
    }

    internal override void Fill(int first, Span<double> destination) => Fill(Schedule, first, destination);

    internal static void Fill(Func<int, double> schedule, int first, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = schedule(first + i);
        }
    }
}
