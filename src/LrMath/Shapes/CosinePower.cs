using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A power of the remaining fraction of a cosine: <c>end + (start - end)·((1 + cos πp) / 2)^power</c>, optax's <c>exponent</c>. With 1
    /// it is <see cref="Cosine"/>.
    /// </summary>
    /// <param name="power">
    /// The exponent, dimensionless, above 0. Above 1 the value comes near the end earlier, below 1 later. Values are within 3 + 7·power
    /// units in the last place: the cosine is rounded first, and its power multiplies that error.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is not a finite number above zero.</exception>
    /// <example><code>Shapes.CosinePower(2)(1, 0, 0.5) // 0.25</code></example>
    public static Shape CosinePower(double power)
    {
        string name = $"Shapes.CosinePower({Numbers.Text(Guard.Positive(power))})";
        return power switch
        {
            1 => new CurveShape<CosineCurve>(name, default).Evaluate,
            2 => Of<SquareCurve>(default),
            0.5 => Of<SquareRootCurve>(default),
            _ => Of<PowerCurve>(new(PowerCurve.Bounded(power))),
        };

        Shape Of<TPower>(TPower curve)
            where TPower : struct, IShapeCurve => new ComposedShape<Reversed<TPower>>(name, ShapeFormula.Of(Cosine), new(curve)).Evaluate;
    }
}
