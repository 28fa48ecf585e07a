using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>A straight line: <c>start + (end - start)·p</c>.</summary>
    public static Shape Linear { get; } = new LinearShape("Shapes.Linear").Between;
}

internal sealed record LinearShape(string Name) : WeightShape<LinearWeight>(Name, default(LinearWeight))
{
    internal override ScheduleNode On(in Segment segment) => StraightNode.Of(segment);
}

internal readonly record struct LinearWeight : IWeight
{
    public TLane Done<TLane>(TLane p)
        where TLane : struct, ILane<TLane> => p;

    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => q;

    public Lane1 Either(Lane1 p, double isLeft) => p;
}
