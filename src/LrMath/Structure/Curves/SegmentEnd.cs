using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// One end of a segment, from which values are computed: <c>value(s) = near + s·change</c>, s being the fraction of the change between this
/// end and the value.
/// </summary>
internal readonly struct SegmentEnd
{
    private readonly double origin;
    private readonly double inverse;
    private readonly double near;
    private readonly double change;

    internal SegmentEnd(in Segment segment, bool fromEnd)
    {
        origin = fromEnd ? segment.To : segment.From;
        inverse = fromEnd ? -segment.Inverse : segment.Inverse;
        near = fromEnd ? segment.End : segment.Start;
        change = fromEnd ? segment.Start - segment.End : segment.End - segment.Start;
    }

    /// <summary>One value everywhere.</summary>
    internal SegmentEnd(double value) => near = value;

    private SegmentEnd(in SegmentEnd other, double later)
    {
        this = other;
        origin += later;
    }

    /// <summary>The same end moved to later steps by <paramref name="by"/>, with the same bits; null if its position is not an integer, or
    /// beyond <see cref="int.MaxValue"/>.</summary>
    internal SegmentEnd? Later(int by) => Math.Abs(origin) <= int.MaxValue && origin == Math.Floor(origin) ? new(this, by) : null;

    /// <summary>The distance of a step from this end, as a fraction of the length of the segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector Progress<TVector>(TVector step)
        where TVector : struct, IVector<TVector> => (step - origin) * inverse;

    /// <summary>The value at a fraction of the change, counted from this end. Rounded once, for values near 0 between two signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector Value<TVector>(TVector fraction)
        where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(fraction, change, near);
}
