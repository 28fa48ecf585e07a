using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A power of the remaining fraction: <c>end + (start - end)·(1 - p)^power</c>, the decay form that PyTorch, optax, Keras, Paddle and
    /// Transformers call polynomial. Its mirror image in time is <see cref="Power"/>.
    /// </summary>
    /// <param name="power">
    /// The exponent, dimensionless, above 0. Above 1 the way starts steep and ends flat, below 1 the other way round. As accurate as
    /// <see cref="Power"/>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is not a finite number above zero.</exception>
    /// <example><code>Shapes.Polynomial(2)(1, 0, 0.5) == 0.25</code></example>
    public static Shape Polynomial(double power)
    {
        string name = $"Shapes.Polynomial({Numbers.Text(Guard.Positive(power))})";
        return power switch
        {
            1 => new LinearShape(name).Evaluate,
            2 => new CurveShape<Reversed<SquareCurve>>(name, default).Evaluate,
            0.5 => new CurveShape<Reversed<SquareRootCurve>>(name, default).Evaluate,
            _ when PowerCurve.HasTable(power) => new PowerShape<Reversed<PowerCurve>>(
                name,
                new(new(power)),
                power,
                IsReversed: true
            ).Evaluate,
            _ => new PerStepShape<ReversedPowerCurve>(name, new(new(PowerCurve.Bounded(power)))).Evaluate,
        };
    }
}

/// <summary>Time reversal of a curve: it swaps the start and the end.</summary>
internal readonly record struct Reversed<TCurve>(TCurve Curve) : IShapeCurve
    where TCurve : struct, IShapeCurve
{
    public double Split => 1 - Curve.Split;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Curve.FromEnd(q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Curve.FromStart(q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scalar Evaluate(Scalar p, double fromEnd) => Curve.Evaluate(p, 1 - fromEnd);
}

/// <summary>Time reversal of a power: see <see cref="Reversed{TCurve}"/>.</summary>
internal readonly record struct ReversedPowerCurve(PowerCurve Curve) : IPerStepCurve<ReversedPowerCurve>
{
    public double Split => 1 - Curve.Split;

    public ReversedPowerCurve Over(double length) => new(Curve.Over(length));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Curve.FromEnd(q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Curve.FromStart(q);

    public Scalar Evaluate(Scalar p, double fromEnd) => Curve.Evaluate(p, 1 - fromEnd);
}
