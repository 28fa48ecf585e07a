using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A linear or constant piece of a schedule, from a step on.</summary>
internal readonly struct LinearPiece : IFormula
{
    internal readonly long First;

    /// <summary>True if the piece has one value everywhere.</summary>
    internal readonly bool IsConstant;

    private readonly SegmentEnd line;

    internal LinearPiece(long first, in SegmentEnd line, bool isConstant = false) =>
        (First, this.line, IsConstant) = (first, line, isConstant);

    /// <summary>One value, from a step on.</summary>
    internal LinearPiece(long first, double value)
        : this(first, new SegmentEnd(value), isConstant: true) { }

    /// <summary>The piece moved to later steps by <paramref name="by"/>, from the step <paramref name="first"/> on; null if its positions
    /// might be rounded there.</summary>
    internal LinearPiece? Later(long first, int by) =>
        IsConstant || by == 0 ? new(first, line, IsConstant)
        : line.Later(by) is { } later ? new(first, later)
        : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TVector>(TVector step)
        where TVector : struct, IVector<TVector> => line.Value(line.Progress(step));
}
