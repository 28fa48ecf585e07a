using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A power of the completed fraction: <c>start + (end - start)·p^power</c>, the growth form. fastai's SchedPoly; with power ½ the
    /// "1-sqrt" decay of warm-up-stable-decay, see <see cref="SquareRoot"/>. Its mirror image in time is <see cref="Polynomial"/>.
    /// </summary>
    /// <param name="power">
    /// The exponent, dimensionless, above 0. Below 1 the way starts steep, above 1 flat. A ramp is within 5 units in the last place, with
    /// an exponent above 12 within 3 + power / 50: an exponent multiplies what a logarithm of 58 bits is off.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is not a finite number above zero.</exception>
    /// <example><code>Shapes.Power(2)(0, 1, 0.5) == 0.25</code></example>
    public static Shape Power(double power)
    {
        string name = $"Shapes.Power({Numbers.Text(Guard.Positive(power))})";
        return power switch
        {
            1 => new LinearShape(name).Evaluate,
            2 => new CurveShape<SquareCurve>(name, default).Evaluate,
            0.5 => new CurveShape<SquareRootCurve>(name, default).Evaluate,
            _ => PowerOf(name, power).Evaluate,
        };
    }

    /// <summary>A power of the progress that has no formula of its own.</summary>
    internal static ShapeFormula PowerOf(string name, double power) =>
        PowerCurve.HasTable(power)
            ? new PowerShape<PowerCurve>(name, new(power), power, IsReversed: false)
            : new PerStepShape<PowerCurve>(name, new(PowerCurve.Bounded(power)));
}

/// <summary>A power of the progress. Over a length the progress is given in steps: they are exact, while their quotient by the length
/// would be rounded.</summary>
internal readonly record struct PowerCurve : IPerStepCurve<PowerCurve>
{
    // Below this exponent nearly the whole change is in the first step. The rest of the change is smaller than the difference of the two
    // formulas, so the values could turn back where they meet. Therefore all steps are counted from the end.
    private const double LeastFromBothEnds = 1.0 / (1 << 20);

    private readonly double exponent;

    internal PowerCurve(double exponent)
    {
        this.exponent = exponent;

        // For a steep power: the progress at which both formulas lose equally many digits, p^n = 1/n.
        Split =
            exponent > 2 ? Polynomials.Power(new Scalar(exponent), -1 / exponent).Value
            : exponent < LeastFromBothEnds ? 0
            : 0.5;
    }

    public double Split { get; private init; }

    private DoubleDouble LogarithmOfLength { get; init; }

    private double Length { get; init; } = 1;

    private double Inverse { get; init; } = 1;

    /// <summary>Whether a table of anchors serves an exponent.</summary>
    internal static bool HasTable(double exponent) => exponent >= LeastFromBothEnds && PowerAnchors.Includes(exponent);

    /// <summary>The exponent, at most 4e12: from there on the power is 0 at every step that lies 1 or more before the end. A larger one
    /// would cost digits of its products.</summary>
    internal static double Bounded(double exponent) => Math.Min(exponent, 4e12);

    public PowerCurve Over(double length) =>
        this with
        {
            LogarithmOfLength = DoubleDouble.Log2(new(length, 0)),
            Length = length,
            Inverse = 1 / length,

            // A number of steps is exact, so the first formula loses no digits: p^n = 1/2.
            Split = exponent > 2 ? Polynomials.Power(new Scalar(0.5), 1 / exponent).Value : Split,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Polynomials.Power(q, LogarithmOfLength, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> =>
        exponent < LeastFromBothEnds
            ? Polynomials.OneMinusPower(Length - q, LogarithmOfLength, exponent)
            : Polynomials.OneMinusPowerOfOneMinus(q * Inverse, exponent);

    public Scalar Evaluate(Scalar p, double fromEnd) => fromEnd == 0 ? FromStart(p) : FromEnd(p);
}

internal readonly record struct SquareCurve : IShapeCurve
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector p)
        where TVector : struct, IVector<TVector> => p * p;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => q * (2 - q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scalar Evaluate(Scalar p, double fromEnd) => p * IShapeCurve.Select(p, new Scalar(2) - p, fromEnd);
}

internal readonly record struct SquareRootCurve : IShapeCurve
{
    /// <summary>The shape with this curve, made when it is first used.</summary>
    internal static readonly Shape Shape = new CurveShape<SquareRootCurve>("Shapes.SquareRoot", default).Evaluate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector p)
        where TVector : struct, IVector<TVector> => TVector.Sqrt(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector>
    {
        return q / (TVector.Sqrt(1 - q) + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scalar Evaluate(Scalar p, double fromEnd)
    {
        double root = Math.Sqrt(Math.Abs(fromEnd - p.Value));
        return IShapeCurve.Select(new(root), p, fromEnd) / new Scalar(1 + (root * fromEnd));
    }
}
