namespace LrMath.Structure;

/// <summary>A user's own function: asked step by step.</summary>
internal sealed record OpaqueNode(Func<int, double> Schedule) : ScheduleNode
{
    internal override bool AsksSteps => true;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Schedule(step);
    }

    internal override void Fill(int first, Span<double> destination) => Fill(Schedule, first, destination);

    internal override void Fill(int first, Span<float> destination) => Fill(Schedule, first, destination);

    internal static void Fill<T>(Func<int, double> schedule, int first, Span<T> destination)
        where T : struct
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = To<T>(schedule(first + i));
        }
    }
}
