using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A power of what is left: <c>end + (start - end)·(1 - p)^power</c>, the decay form that PyTorch, optax, Keras, Paddle and
    /// Transformers call polynomial. Its mirror image in time is <see cref="Power"/>.
    /// </summary>
    /// <param name="power">The exponent, dimensionless, above 0. Above 1 the way starts steep and ends flat, below 1 the other way round.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is not a finite number above zero.</exception>
    public static Shape Polynomial(double power)
    {
        string name = $"Shapes.Polynomial({Numbers.Text(Guard.Positive(power))})";
        return power switch
        {
            1 => new LinearShape(name).Between,
            2 => new WeightShape<Reversed<SquareWeight>>(name, default).Between,
            0.5 => new WeightShape<Reversed<RootWeight>>(name, default).Between,
            _ when PowerTable.Includes(power) => new PowerShape<Reversed<PowerWeight>>(name, new(new(power)), power, IsReversed: true).Between,
            _ => new WeightShape<Reversed<PowerWeight>>(name, new(new(PowerWeight.Bounded(power)))).Between,
        };
    }
}

/// <summary>Time reversal of a curve: it swaps the start and the end.</summary>
internal readonly record struct Reversed<TWeight>(TWeight Weight) : IWeight
    where TWeight : struct, IWeight
{
    public double Middle => 1 - Weight.Middle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Weight.Left(q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Weight.Done(q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lane1 Either(Lane1 p, double isLeft) => Weight.Either(p, 1 - isLeft);
}
