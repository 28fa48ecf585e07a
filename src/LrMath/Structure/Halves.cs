using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// One end of a segment, from which values are computed: <c>near + way·s</c>, s being the fraction of the change between this end and the
/// value.
/// </summary>
internal readonly struct Half
{
    private readonly double origin;
    private readonly double inverse;
    private readonly double near;
    private readonly double way;

    internal Half(in Segment segment, bool isFirst)
    {
        origin = isFirst ? segment.From : segment.To;
        inverse = isFirst ? segment.Inverse : -segment.Inverse;
        near = isFirst ? segment.Start : segment.End;
        way = isFirst ? segment.End - segment.Start : segment.Start - segment.End;
    }

    private Half(in Half half, double later)
    {
        this = half;
        origin += later;
    }

    /// <summary>The same end on a clock that starts some steps later, with the same bits; null if it is not at an integer position.</summary>
    internal Half? Later(int by) => Math.Abs(origin) <= int.MaxValue && origin == Math.Floor(origin) ? new(this, by) : null;

    /// <summary>The distance of a step from this end, as a fraction of the length of the segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Progress<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => (step - TLane.Of(origin)) * TLane.Of(inverse);

    /// <summary>The value at a fraction of the change, counted from this end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Value<TLane>(TLane share)
        where TLane : struct, ILane<TLane> => (share * TLane.Of(way)) + TLane.Of(near);
}

/// <summary>The values of a curve that are computed from the start of a segment.</summary>
internal readonly struct FirstHalf<TWeight>(in Half half, TWeight weight) : IFormula
    where TWeight : struct, IWeight
{
    private readonly Half half = half;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => half.Value(weight.Done(half.Progress(step)));
}

/// <summary>The values of a curve that are computed from the end of a segment.</summary>
internal readonly struct SecondHalf<TWeight>(in Half half, TWeight weight) : IFormula
    where TWeight : struct, IWeight
{
    private readonly Half half = half;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => half.Value(weight.Left(half.Progress(step)));
}
