using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// (1 + r)^exponent - 1 for |r| up to 1/32, by the binomial series. It is economized (Lanczos): each late term is replaced by its best
/// approximation of lower degree, with the Chebyshev polynomial of its degree, so ten terms are good to 2^-54 of the whole. A larger
/// exponent is halved first, and the result squared: (1 + g)² - 1 = g·(2 + g).
/// </summary>
internal readonly struct BinomialSeries
{
    /// <summary>The largest |r|.</summary>
    internal const double Reach = 1.0 / 32;

    // Degrees of the series divided by r.
    private const int Last = 16;
    private const int Kept = 9;
    private const double LargestExponent = 3;

    private readonly double c0;
    private readonly double c1;
    private readonly double c2;
    private readonly double c3;
    private readonly double c4;
    private readonly double c5;
    private readonly double c6;
    private readonly double c7;
    private readonly double c8;
    private readonly double c9;
    private readonly int squares;

    internal BinomialSeries(double exponent)
    {
        for (; Math.Abs(exponent) > LargestExponent; exponent /= 2)
        {
            squares++;
        }

        Span<double> c = stackalloc double[Last + 1];
        c[0] = exponent;
        for (int i = 1; i <= Last; i++)
        {
            c[i] = c[i - 1] * ((exponent - i) / (i + 1));
        }

        for (int degree = Last; degree > Kept; degree--)
        {
            Economize(c, degree);
        }

        (c0, c1, c2, c3, c4) = (c[0], c[1], c[2], c[3], c[4]);
        (c5, c6, c7, c8, c9) = (c[5], c[6], c[7], c[8], c[9]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector At<TVector>(TVector r)
        where TVector : struct, IVector<TVector>
    {
        // Even and odd terms apart, so that a single step waits for half as many operations.
        TVector z = r * r;
        TVector even = (z * c8) + c6;
        TVector odd = (z * c9) + c7;
        even = (even * z) + c4;
        odd = (odd * z) + c5;
        even = (even * z) + c2;
        odd = (odd * z) + c3;
        even = (even * z) + c0;
        odd = (odd * z) + c1;
        TVector growth = r * ((odd * r) + even);
        for (int i = 0; i < squares; i++)
        {
            growth = growth * (growth + 2);
        }

        return growth;
    }

    /// <summary>Subtracts the multiple of a Chebyshev polynomial that removes the last term.</summary>
    private static void Economize(Span<double> c, int degree)
    {
        // Coefficients of T_n(r / Reach), divided by the leading one: that of degree k is -Reach²·(k + 2)(k + 1) / ((n - k)(n + k)) times
        // that of degree k + 2.
        double term = c[degree];
        for (int k = degree - 2; k >= 0; k -= 2)
        {
            term *= -Reach * Reach * (k + 2) * (k + 1) / ((degree - k) * (double)(degree + k));
            c[k] -= term;
        }
    }
}
