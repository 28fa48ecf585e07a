using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// An exponential approach that arrives: <c>start + (end - start)·(1 - steepness^-p) / (1 - 1/steepness)</c>. With a time constant of
    /// steps / 5 that is a steepness of e^5; <see cref="HalfLife"/> is the one of 2. timm's exponential decay after a stable stretch has
    /// the remainder r as argument: a steepness of 1 / r. Without an end: <see cref="Schedule.Saturating"/>.
    /// </summary>
    /// <param name="steepness">
    /// How many times steeper the way is at its start than at its end, dimensionless, above 0, its inverse finite. Below 1 it starts flat
    /// (<c>1 / k</c> is the mirror image in time of <c>k</c>); 1 is the straight line.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steepness"/> or its inverse is not a finite number above zero.</exception>
    public static Shape Saturating(double steepness)
    {
        string name = $"Shapes.Saturating({Numbers.Text(Guard.Invertible(steepness))})";
        return steepness == 1
            ? new WeightShape<LinearWeight>(name, default).Between
            : new WeightShape<SaturatingWeight>(name, new(steepness)).Between;
    }
}

/// <summary>Counted from the end, k becomes 1 / k: one equation for both halves.</summary>
internal readonly record struct SaturatingWeight : IWeight
{
    private readonly DoubleDouble rate;
    private readonly double doneScale;
    private readonly double leftScale;
    private readonly double middle;

    internal SaturatingWeight(double steepness)
    {
        rate = DoubleDouble.Log2(new(steepness, 0));
        doneScale = steepness / (1 - steepness);
        leftScale = 1 / (steepness - 1);

        // 1 - k^-p is half of 1 - 1/k at p = log2(2k / (k + 1)) / log2 k; of its mirror image it is what is left.
        double steeper = Math.Max(steepness, 1 / steepness);
        double half = DoubleDouble.Log2(new(2 / (1 + (1 / steeper)), 0)).High / Math.Abs(rate.High);
        middle = steepness > 1 ? half : 1 - half;
    }

    public double Middle => middle;

    public ScheduleNode? Node(in Segment segment, bool isReversed)
    {
        DoubleDouble perStep = rate / new DoubleDouble(segment.Length, 0);
        (double start, double end, double way) = (segment.Start, segment.End, segment.End - segment.Start);
        (double done, double left) = (way * doneScale, -way * leftScale);
        return isReversed || !Approach.IsFor(perStep) || !double.IsFinite(done) || !double.IsFinite(left)
            ? null
            : AnchoredHalves.On<Approach, Approach.Reached>(
                segment,
                middle,
                startsAtStart: true,
                rest => new(start, done, new(-perStep.High, -perStep.Low), rest, isGrowth: true),
                rest => new(end, left, perStep, rest, isGrowth: true));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.PowerMinus1(TLane.Of(0) - q, rate) * TLane.Of(doneScale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.PowerMinus1(q, rate) * TLane.Of(leftScale);
}
