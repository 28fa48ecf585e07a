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
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steepness"/> or its inverse is not a finite number above
    /// zero.</exception>
    /// <example><code>Shapes.Logarithmic(9)(0, 1, 0.25) // 0.5</code></example>
    public static Shape Logarithmic(double steepness)
    {
        string name = $"Shapes.Logarithmic({Numbers.Text(Guard.Invertible(steepness))})";
        return steepness == 1 ? new LinearShape(name).Evaluate : new PerStepShape<LogarithmicCurve>(name, new(steepness)).Evaluate;
    }
}

/// <summary>Counted from the end, k becomes 1 / k: one equation for both halves.</summary>
internal readonly record struct LogarithmicCurve : IPerStepCurve<LogarithmicCurve>
{
    private readonly double steepness;
    private readonly double scale;

    internal LogarithmicCurve(double steepness)
    {
        this.steepness = steepness;
        DoubleDouble minusOne = new(-1, 0);
        CompletedGrowth = new DoubleDouble(steepness, 0) + minusOne;
        RemainingGrowth = DoubleDouble.Quotient(1, steepness) + minusOne;
        scale = 1 / DoubleDouble.Log2(new(steepness, 0)).High;
    }

    public double Split { get; private init; } = 0.5;

    private DoubleDouble CompletedGrowth { get; init; }

    private DoubleDouble RemainingGrowth { get; init; }

    /// <summary>A power of two that the steps are multiplied by.</summary>
    private double Unit { get; init; } = 1;

    public LogarithmicCurve Over(double length)
    {
        // A growth in a part of a step may be beyond the largest double.
        double unit = length < 1 ? Math.ScaleB(1, Math.Min(-Math.ILogB(length), 1000)) : 1;
        DoubleDouble steps = new(length * unit, 0);
        return this with
        {
            Unit = unit,
            CompletedGrowth = CompletedGrowth / steps,
            RemainingGrowth = RemainingGrowth / steps,

            // Nothing is lost of a number of steps, so each end is used for its half of the change: ln(1 + (k - 1)·p) = ½ ln k. Of a part
            // of a step, and of a length beyond 2^53, the steps that remain are rounded.
            Split = length is >= 1 and < 1L << 53 ? 1 / (Math.Sqrt(steepness) + 1) : 0.5,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Logarithm(q * Unit, CompletedGrowth) * scale;

    /// <summary>Where positions are not whole, a step may seem to be at the start, or before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => TVector.MinNative(1, Logarithm(q * Unit, RemainingGrowth) * -scale);

    public Scalar Evaluate(Scalar p, double fromEnd) => fromEnd == 0 ? FromStart(p) : FromEnd(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Logarithm<TVector>(TVector q, DoubleDouble growth)
        where TVector : struct, IVector<TVector>
    {
        TVector product = Polynomials.Times(q, growth, out TVector rest);
        return Polynomials.Log2OfOnePlus(product, rest);
    }
}
