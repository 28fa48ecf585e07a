using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>One half of a ramp, counted from its own end of the way: <c>near + way·S</c>, S being what is done, or what is left.</summary>
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

    /// <summary>The half on a clock that starts so many steps later, with the same bits; null if its end is not at a whole step.</summary>
    internal Half? Later(int by) => Math.Abs(origin) <= int.MaxValue && origin == Math.Floor(origin) ? new(this, by) : null;

    /// <summary>How far a step is from this half's end, as a share of the whole way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Progress<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => (step - TLane.Of(origin)) * TLane.Of(inverse);

    /// <summary>The value at a share of the way from this half's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Value<TLane>(TLane share)
        where TLane : struct, ILane<TLane> => TLane.Fma(share, TLane.Of(way), TLane.Of(near));
}

/// <summary>The half of a ramp that is counted from its start.</summary>
internal readonly struct FirstHalf<TWeight>(in Segment segment, TWeight weight) : IFormula
    where TWeight : struct, IWeight
{
    private readonly Half half = new(segment, isFirst: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => half.Value(weight.Done(half.Progress(step)));
}

/// <summary>The half of a ramp that is counted from its end.</summary>
internal readonly struct SecondHalf<TWeight>(in Segment segment, TWeight weight) : IFormula
    where TWeight : struct, IWeight
{
    private readonly Half half = new(segment, isFirst: false);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => half.Value(weight.Left(half.Progress(step)));
}
