using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A logarithm between two points of it: <c>start + (end - start)·ln(1 + (steepness - 1)·p) / ln steepness</c>. DeepSpeed's WarmupLR of
    /// n steps, ln(i + 1) / ln n, is the one with a steepness of n over n - 1 steps. The opposite curvature (a geometric growth) is
    /// <see cref="Saturating"/>.
    /// </summary>
    /// <param name="steepness">
    /// How many times steeper the way is at its start than at its end, dimensionless, above 0, its inverse finite. Below 1 it starts flat
    /// (<c>1 / k</c> is the mirror image in time of <c>k</c>); 1 is the straight line.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steepness"/> or its inverse is not a finite number above zero.</exception>
    public static Shape Logarithmic(double steepness)
    {
        string name = $"Shapes.Logarithmic({Numbers.Text(Guard.Invertible(steepness))})";
        return steepness == 1
            ? new WeightShape<LinearWeight>(name, default).Between
            : new WeightShape<LogarithmicWeight>(name, new(steepness)).Between;
    }
}

/// <summary>Counted from the end, k becomes 1 / k: one equation for both halves.</summary>
internal readonly record struct LogarithmicWeight : IWeight
{
    private readonly double doneGrowth;
    private readonly double leftGrowth;
    private readonly double scale;

    internal LogarithmicWeight(double steepness)
    {
        doneGrowth = steepness - 1;
        leftGrowth = (1 - steepness) / steepness;
        scale = 1 / DoubleDouble.Log2(new(steepness, 0)).High;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.Log2OfOnePlus(q * TLane.Of(doneGrowth)) * TLane.Of(scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.Log2OfOnePlus(q * TLane.Of(leftGrowth)) * TLane.Of(-scale);
}
