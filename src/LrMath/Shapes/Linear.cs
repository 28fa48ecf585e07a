using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>A straight line: <c>start + (end - start)·p</c>.</summary>
    public static Shape Linear { get; } = new WeightShape<LinearWeight>("Shapes.Linear", default).Between;
}

internal readonly struct LinearWeight : IWeight
{
    public ScheduleNode Node(in Segment segment, bool isReversed) => StraightNode.Of(segment);

    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => q;

    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => q;
}
