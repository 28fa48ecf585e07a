using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A power of what is done: <c>start + (end - start)·p^power</c>, the growth form. fastai's SchedPoly; with power ½ the
    /// "1-sqrt" decay of warm-up-stable-decay, see <see cref="SquareRoot"/>. Its mirror image in time is <see cref="Polynomial"/>.
    /// </summary>
    /// <param name="power">The exponent, dimensionless, above 0. Below 1 the way starts steep, above 1 flat.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is not a finite number above zero.</exception>
    public static Shape Power(double power)
    {
        string name = $"Shapes.Power({Numbers.Text(Guard.Positive(power))})";
        return power switch
        {
            1 => new LinearShape(name).Between,
            2 => new WeightShape<SquareWeight>(name, default).Between,
            0.5 => new WeightShape<RootWeight>(name, default).Between,
            _ => PowerOf(name, power).Between,
        };
    }

    /// <summary>A power of the progress that has no formula of its own.</summary>
    internal static ShapeFormula PowerOf(string name, double power) => PowerTable.Includes(power)
        ? new PowerShape<PowerWeight>(name, new(power), power, IsReversed: false)
        : new WeightShape<PowerWeight>(name, new(PowerWeight.Bounded(power)));
}

internal readonly record struct PowerWeight(double Exponent) : IWeight
{
    /// <summary>An exponent, or one that is as good on two thousand million steps and whose products keep their digits.</summary>
    internal static double Bounded(double exponent) => Math.Min(exponent, 4e12);

    /// <summary>Where the digits that a steep power loses of its argument, and those that 1 loses of it, are equally many: p^n = 1/n.</summary>
    public double Middle => Exponent > 2 ? Polynomials.Power(new Lane1(Exponent), -1 / Exponent).Value : 0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.Power(q, Exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.OneMinusPowerOfOneMinus(q, Exponent);

    public Lane1 Either(Lane1 p, double isLeft) => isLeft == 0 ? Done(p) : Left(p);
}

internal readonly record struct SquareWeight : IWeight
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane p)
        where TLane : struct, ILane<TLane> => p * p;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => q * (TLane.Of(2) - q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lane1 Either(Lane1 p, double isLeft) => p * IWeight.Choose(p, new Lane1(2) - p, isLeft);
}

internal readonly record struct RootWeight : IWeight
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane p)
        where TLane : struct, ILane<TLane> => TLane.Sqrt(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Of(1);
        return q / (one + TLane.Sqrt(one - q));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lane1 Either(Lane1 p, double isLeft)
    {
        Lane1 one = new(1);
        Lane1 root = Lane1.Sqrt(IWeight.Choose(p, one - p, isLeft));
        return IWeight.Choose(root, p, isLeft) / IWeight.Choose(one, one + root, isLeft);
    }
}
