using System.Globalization;
using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// Another shape with its time warped: <c>shape(start, end, p^exponent)</c>. timm's k_decay (Zhang and Li, k-decay, arXiv:2004.05909);
    /// <c>Warp(Linear, k)</c> is <see cref="Power"/>.
    /// </summary>
    /// <param name="shape">The shape: one of <see cref="Shapes"/>, or a formula of your own.</param>
    /// <param name="exponent">The exponent of the progress, dimensionless, above 0. Above 1 the shape is late, below 1 early, at 1 unchanged.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shape"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="shape"/> is a multicast delegate.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponent"/> is not a finite number above zero.</exception>
    public static Shape Warp(Shape shape, double exponent)
    {
        ShapeFormula formula = ShapeFormula.Of(Guard.Shape(shape));
        return Guard.Positive(exponent) == 1 ? shape : formula.Warped(exponent).Between;
    }

    internal static string? WarpText(string? inner, double exponent) =>
        inner is null ? null : string.Create(CultureInfo.InvariantCulture, $"Shapes.Warp({inner}, {exponent:R})");
}

/// <summary>A weight at the power of its progress; what is done may then be more than half where the progress is less, and the other way round.</summary>
internal readonly record struct Warped<TWeight>(TWeight Weight, double Exponent) : IWeight
    where TWeight : struct, IWeight
{
    private readonly double middle = Weight.Middle;
    private readonly double doneAtMiddle = Weight.Done(new Lane1(Weight.Middle)).Value;
    private readonly double leftAtMiddle = Weight.Left(new Lane1(1 - Weight.Middle)).Value;

    public static bool StartsAtStart => TWeight.StartsAtStart;

    public double Middle => Exponent > 1 && middle > 0 ? Math.Max(0.5, Polynomials.Power(new Lane1(middle), 1 / Exponent).Value) : 0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        // Without a branch: one of the two arguments is that of the middle, and its weight cancels.
        TLane done = Polynomials.Power(AboveZero(q), Exponent) * TLane.Min(q * TLane.Of(1e300), TLane.Of(1));
        return Weight.Done(UpTo(middle, done)) + (TLane.Of(leftAtMiddle) - Weight.Left(UpTo(1 - middle, TLane.Of(1) - done)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        TLane left = Polynomials.OneMinusPowerOfOneMinus(q, Exponent);
        return Weight.Left(UpTo(1 - middle, left)) + (TLane.Of(doneAtMiddle) - Weight.Done(UpTo(middle, TLane.Of(1) - left)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane UpTo<TLane>(double most, TLane progress)
        where TLane : struct, ILane<TLane> => TLane.Min(AboveZero(progress), TLane.Of(most));

    // The logarithm of 0 is no number; that of next to nothing is one, and where it is asked the progress of 0 makes 0 of its power.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane AboveZero<TLane>(TLane progress)
        where TLane : struct, ILane<TLane> => TLane.Max(progress, TLane.Of(1e-300));
}

/// <summary>A weight in a method of its own: a warped one asks three, and the compiler inlines only so much.</summary>
internal readonly record struct Apart<TWeight>(TWeight Weight) : IWeight
    where TWeight : struct, IWeight
{
    public static bool StartsAtStart => TWeight.StartsAtStart;

    public double Middle => Weight.Middle;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Weight.Done(q);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Weight.Left(q);
}

/// <summary>Any other formula at the power of its progress, step by step.</summary>
internal sealed record WarpedShape(ShapeFormula Inner, double Exponent) : SteppedShape
{
    internal override string? Text => Shapes.WarpText(Inner.Text, Exponent);

    internal override double Between(double start, double end, double progress) =>
        Inner.Between(start, end, Power(progress));

    internal override double Along(double start, double end, double progress) => Inner.Along(start, end, Power(progress));

    internal override void Check(double other, double end, string name, double? given = null) => Inner.Check(other, end, name, given);

    // The smallest numbers have no logarithm here; so little progress is none.
    private double Power(double progress) =>
        progress is >= 1e-300 and < 1 ? Polynomials.Power(new Lane1(progress), PowerWeight.Bounded(Exponent)).Value : progress;
}
