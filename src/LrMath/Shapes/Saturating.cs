using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// An exponential approach that reaches its end: <c>start + (end - start)·(1 - steepness^-p) / (1 - 1/steepness)</c>. With a time
    /// constant of steps / 5 that is a steepness of e^5; <see cref="HalfLife"/> is the one of 2. timm's exponential decay after a stable
    /// stretch has the remainder r as argument: a steepness of 1 / r. Without an end: <see cref="Schedule.ExponentialApproach"/>.
    /// </summary>
    /// <param name="steepness">
    /// How many times steeper the way is at its start than at its end, dimensionless, above 0, its inverse finite. Below 1 it starts flat
    /// (<c>1 / k</c> is the mirror image in time of <c>k</c>); 1 is the straight line.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steepness"/> or its inverse is not a finite number above
    /// zero.</exception>
    /// <example><code>Shapes.Saturating(4)(0, 1, 0.5) // 0.66666666666666663</code></example>
    public static Shape Saturating(double steepness)
    {
        string name = $"Shapes.Saturating({Numbers.Text(Guard.Invertible(steepness))})";
        return steepness == 1 ? new LinearShape(name).Evaluate : new PerStepShape<SaturatingCurve>(name, new(steepness)).Evaluate;
    }
}

/// <summary>Counted from the end, k becomes 1 / k: one equation for both halves.</summary>
internal readonly record struct SaturatingCurve : IPerStepCurve<SaturatingCurve>
{
    /// <summary>The shape of a steepness of 2, made when it is first used.</summary>
    internal static readonly Shape Shape = new PerStepShape<SaturatingCurve>("Shapes.HalfLife", new(2)).Evaluate;

    private readonly double completedScale;
    private readonly double remainingScale;
    private readonly double middle;

    private DoubleDouble Rate { get; init; }

    internal SaturatingCurve(double steepness)
    {
        Rate = DoubleDouble.Log2(new(steepness, 0));
        completedScale = steepness / (1 - steepness);
        remainingScale = 1 / (steepness - 1);

        // For k above 1, 1 - k^-p is half of 1 - 1/k at p = log2(2k / (k + 1)) / log2 k. For 1 / k it is at 1 - p.
        double steeper = Math.Max(steepness, 1 / steepness);
        double half = DoubleDouble.Log2(new(2 / (1 + (1 / steeper)), 0)).High / Math.Abs(Rate.High);
        middle = steepness > 1 ? half : 1 - half;
    }

    public double Split => middle;

    public SaturatingCurve Over(double length) => this with { Rate = Rate / new DoubleDouble(length, 0) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Polynomials.PowerMinus1(0 - q, Rate) * completedScale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Polynomials.PowerMinus1(q, Rate) * remainingScale;

    public Scalar Evaluate(Scalar p, double fromEnd) => fromEnd == 0 ? FromStart(p) : FromEnd(p);
}
