using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>The half of a ramp that is counted from its start.</summary>
internal readonly struct FirstHalf<TWeight>(in Segment segment, TWeight weight) : IFormula
    where TWeight : struct, IWeight
{
    private readonly double origin = segment.From;
    private readonly double inverse = segment.Inverse;
    private readonly double start = segment.Start;
    private readonly double way = segment.End - segment.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(weight.Done((step - TLane.Of(origin)) * TLane.Of(inverse)), TLane.Of(way), TLane.Of(start));
}

/// <summary>The half of a ramp that is counted from its end.</summary>
internal readonly struct SecondHalf<TWeight>(in Segment segment, TWeight weight) : IFormula
    where TWeight : struct, IWeight
{
    private readonly double target = segment.To;
    private readonly double inverse = segment.Inverse;
    private readonly double end = segment.End;
    private readonly double way = segment.Start - segment.End;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(weight.Left((TLane.Of(target) - step) * TLane.Of(inverse)), TLane.Of(way), TLane.Of(end));
}
