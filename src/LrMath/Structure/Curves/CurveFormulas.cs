using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>The values of a curve that are computed from the start of a segment.</summary>
internal readonly struct FromStartFormula<TCurve>(in SegmentEnd start, TCurve curve) : IFormula
    where TCurve : struct, IShapeCurve
{
    private readonly SegmentEnd start = start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TVector>(TVector step)
        where TVector : struct, IVector<TVector> => start.Value(curve.FromStart(start.Progress(step)));
}

/// <summary>The values of a curve that are computed from the end of a segment.</summary>
internal readonly struct FromEndFormula<TCurve>(in SegmentEnd end, TCurve curve) : IFormula
    where TCurve : struct, IShapeCurve
{
    private readonly SegmentEnd end = end;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TVector>(TVector step)
        where TVector : struct, IVector<TVector> => end.Value(curve.FromEnd(end.Progress(step)));
}
