using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// Another shape with its time warped: <c>shape(start, end, p^exponent)</c>. timm's k_decay (Zhang and Li, k-decay, arXiv:2004.05909);
    /// <c>Warp(Linear, k)</c> is <see cref="Power"/>.
    /// </summary>
    /// <param name="shape">The shape: one of <see cref="Shapes"/>, or a formula of your own.</param>
    /// <param name="exponent">The exponent of the progress, dimensionless, above 0. Above 1 the shape is late, below 1 early, at 1
    /// unchanged.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shape"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="shape"/> is a multicast delegate.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exponent"/> is not a finite number above zero.</exception>
    /// <example><code>Shapes.Warp(Shapes.Linear, 2)(1, 0, 0.5) == 0.75</code></example>
    public static Shape Warp(Shape shape, double exponent)
    {
        var formula = ShapeFormula.Of(Guard.Shape(shape));
        return Guard.Positive(exponent) == 1 ? shape : formula.Warped(exponent).Evaluate;
    }

    /// <summary>A curve of progress^exponent.</summary>
    internal static ShapeFormula Warped<TCurve>(string name, TCurve curve, double exponent)
        where TCurve : struct, IShapeCurve => new ComposedShape<TCurve>(WarpText(name, exponent)!, ShapeFormula.Of(Power(exponent)), curve);

    internal static string? WarpText(string? inner, double exponent) =>
        inner is null ? null : $"Shapes.Warp({inner}, {Numbers.Text(exponent)})";
}

/// <summary>Any other formula of progress^exponent, step by step.</summary>
internal sealed record WarpedShape(ShapeFormula Inner, double Exponent) : StepByStepShape
{
    internal override string? Text => Shapes.WarpText(Inner.Text, Exponent);

    internal override double Evaluate(double start, double end, double progress) => Inner.Evaluate(start, end, Power(progress));

    internal override double Interpolate(double start, double end, double progress) => Inner.Interpolate(start, end, Power(progress));

    internal override double Interpolate(double start, double end, DoubleDouble progress) => Inner.Interpolate(start, end, Power(progress));

    internal override void Check(double other, double end, Subject subject, double? given = null) =>
        Inner.Check(other, end, subject, given);

    private protected override double Inside(in Segment segment, int step)
    {
        double length = segment.To - segment.From;
        double done = step - segment.From;
        double progress = done / length;
        return Interpolate(segment.Start, segment.End, new DoubleDouble(progress, Math.FusedMultiplyAdd(-progress, length, done) / length));
    }

    // The power, and its error, from the logarithm.
    private DoubleDouble Power(DoubleDouble progress)
    {
        double power = Power(progress.High);
        if (power is not (>= 1e-300 and <= 1) || progress.High < 1e-300)
        {
            return new(power, 0);
        }

        DoubleDouble wanted =
            (Polynomials.Log2(progress.High) + new DoubleDouble(progress.Low / progress.High / Polynomials.Ln2, 0))
            * PowerCurve.Bounded(Exponent);
        DoubleDouble off = wanted + (Polynomials.Log2(power) * -1);
        return new DoubleDouble(power, 0) + new DoubleDouble(power * off.High * Polynomials.Ln2, 0);
    }

    // Below 1e-300 the progress is returned unchanged: Log2 takes no subnormal numbers.
    private double Power(double progress) =>
        progress is >= 1e-300 and < 1 ? Polynomials.Power(new Scalar(progress), PowerCurve.Bounded(Exponent)).Value : progress;
}
