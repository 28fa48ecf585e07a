using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>A straight line: <c>start + (end - start)·p</c>.</summary>
    public static Shape Linear { get; } = new WeightShape<LinearWeight>("Shapes.Linear", default).Between;
}

internal readonly struct LinearWeight : IEither
{
    public static ScheduleNode Node(in Segment segment) => new EitherNode<LinearWeight>(segment);

    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => q;

    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => q;

    public TLane Either<TLane>(TLane q, double second)
        where TLane : struct, ILane<TLane> => q;
}
