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

    internal override void Fill(int first, Span<float> destination) => Fill(Schedule, first, destination);

    internal static void Fill<T>(Func<int, double> schedule, int first, Span<T> destination)
        where T : struct => Fill(schedule, default(Same), first, destination);

    /// <summary>The values mapped at once: it takes the time of the call anyway.</summary>
    internal static void Fill<TMap, T>(Func<int, double> schedule, TMap map, int first, Span<T> destination)
        where TMap : struct, IMap
        where T : struct
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = To<T>(map.Of(new Lane1(schedule(first + i))).Value);
        }
    }
}
