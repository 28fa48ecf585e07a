using System.Globalization;
using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A power of what half a cosine has left: <c>end + (start - end)·((1 + cos πp) / 2)^power</c>, optax's <c>exponent</c>. With 1 it is
    /// <see cref="Cosine"/>.
    /// </summary>
    /// <param name="power">The exponent, dimensionless, above 0. Above 1 the way is over sooner, below 1 later.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is not a finite number above zero.</exception>
    public static Shape CosinePower(double power)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Shapes.CosinePower({Guard.Positive(power):R})");
        return power switch
        {
            1 => new CosineShape(name).Between,
            2 => new WeightShape<Composed<CosineWeight, Reversed<SquareWeight>>>(name, new(default, default)).Between,
            0.5 => new WeightShape<Composed<CosineWeight, Reversed<RootWeight>>>(name, new(default, default)).Between,
            _ => new WeightShape<Composed<CosineWeight, Reversed<PowerWeight>>>(name, new(default, new(new(PowerWeight.Bounded(power))))).Between,
        };
    }
}

/// <summary>A shape whose progress is another one's value; the inner one is symmetric, the outer one no later than it.</summary>
internal readonly record struct Composed<TInner, TOuter>(TInner Inner, TOuter Outer) : IWeight
    where TInner : struct, IWeight
    where TOuter : struct, IWeight
{
    private readonly double innerAtHalf = Inner.Done(new Lane1(0.5)).Value;

    /// <summary>Where the inner shape is at the outer one's middle.</summary>
    public double Middle
    {
        get
        {
            double target = Outer.Middle;
            double low = 0;
            double high = 0.5;
            for (int i = 0; i < 60 && target < 0.5; i++)
            {
                double middle = (low + high) / 2;
                (low, high) = Inner.Done(new Lane1(middle)).Value < target ? (middle, high) : (low, middle);
            }

            return high;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Outer.Done(Inner.Done(q));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        // Without a branch: one of the two arguments is ½, and what it gives cancels.
        TLane half = TLane.Of(0.5);
        TLane early = Inner.Done(TLane.Min(half, TLane.Max(TLane.Of(1) - q, TLane.Of(0))));
        return Outer.Left(Inner.Left(TLane.Min(q, half)) + (TLane.Of(innerAtHalf) - early));
    }
}
