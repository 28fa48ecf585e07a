using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// (1 + r)^e - 1 for small r: the quotient of two polynomials of degree 4 that agrees with it in nine terms (Padé), less 1. Their coefficients
/// are those of hypergeometric functions, 2F1(-4, -e - 4; -8; -r) over 2F1(-4, e - 4; -8; -r). A large exponent is that of a square:
/// with half of it first, and (1 + g)² - 1 = g·(2 + g).
/// </summary>
internal readonly struct Growth<TLane>
    where TLane : struct, ILane<TLane>
{
    private const int Degree = 4;

    // Up to here the quotient is good to 2^-55 of itself for r up to 1/32.
    private const double MostOfQuotient = 3;

    private readonly TLane n1;
    private readonly TLane n2;
    private readonly TLane n3;
    private readonly TLane n4;
    private readonly TLane d1;
    private readonly TLane d2;
    private readonly TLane d3;
    private readonly TLane d4;
    private readonly int squares;

    internal Growth(double exponent)
    {
        squares = 0;
        for (; Math.Abs(exponent) > MostOfQuotient; exponent /= 2)
        {
            squares++;
        }

        Span<DoubleDouble> above = stackalloc DoubleDouble[Degree + 1];
        Span<DoubleDouble> below = stackalloc DoubleDouble[Degree + 1];
        Coefficients(-exponent, above);
        Coefficients(exponent, below);
        d1 = TLane.Of(below[1].High);
        d2 = TLane.Of(below[2].High);
        d3 = TLane.Of(below[3].High);
        d4 = TLane.Of(below[4].High);

        // The difference of both, not of what is left of them in a double: with a small exponent they are almost the same.
        n1 = TLane.Of(Less(above[1], below[1]));
        n2 = TLane.Of(Less(above[2], below[2]));
        n3 = TLane.Of(Less(above[3], below[3]));
        n4 = TLane.Of(Less(above[4], below[4]));
    }

    /// <summary>The same for each element of a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Growth(in Growth<Lane1> single)
    {
        (n1, n2, n3, n4) = (TLane.Of(single.n1.Value), TLane.Of(single.n2.Value), TLane.Of(single.n3.Value), TLane.Of(single.n4.Value));
        (d1, d2, d3, d4) = (TLane.Of(single.d1.Value), TLane.Of(single.d2.Value), TLane.Of(single.d3.Value), TLane.Of(single.d4.Value));
        squares = single.squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Of(TLane r)
    {
        TLane one = TLane.Of(1);
        TLane above = TLane.Fma(r, n4, n3);
        TLane below = TLane.Fma(r, d4, d3);
        above = TLane.Fma(above, r, n2);
        below = TLane.Fma(below, r, d2);
        above = TLane.Fma(above, r, n1);
        below = TLane.Fma(below, r, d1);
        TLane growth = (r * above) / TLane.Fma(below, r, one);
        for (int i = 0; i < squares; i++)
        {
            growth = growth * (growth + TLane.Of(2));
        }

        return growth;
    }

    private static void Coefficients(double exponent, Span<DoubleDouble> coefficients)
    {
        DoubleDouble coefficient = new(1, 0);
        coefficients[0] = coefficient;
        for (int i = 0; i < Degree; i++)
        {
            DoubleDouble ratio = DoubleDouble.Quotient(i - Degree, ((2 * Degree) - i) * (i + 1));
            coefficient = coefficient * (new DoubleDouble(exponent, 0) + new DoubleDouble(i - Degree, 0)) * ratio;
            coefficients[i + 1] = coefficient;
        }
    }

    private static double Less(DoubleDouble left, DoubleDouble right) => (left + new DoubleDouble(-right.High, -right.Low)).High;
}
