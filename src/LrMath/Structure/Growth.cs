using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// (1 + r)^e - 1 for r up to 1/32: the binomial series, economized (Lanczos): each of its late terms is spread over the earlier ones by the Chebyshev
/// polynomial of its degree, so that ten are good to 2^-54 of the whole. A large exponent is that of a square: with half of it first, and
/// (1 + g)² - 1 = g·(2 + g).
/// </summary>
internal readonly struct Growth<TLane>
    where TLane : struct, ILane<TLane>
{
    private const double Reach = 1.0 / 32;

    // The series divided by r: its last term, and the last one that is kept.
    private const int Last = 16;
    private const int Kept = 9;

    private const double MostOfSeries = 3;

    private readonly TLane c0;
    private readonly TLane c1;
    private readonly TLane c2;
    private readonly TLane c3;
    private readonly TLane c4;
    private readonly TLane c5;
    private readonly TLane c6;
    private readonly TLane c7;
    private readonly TLane c8;
    private readonly TLane c9;
    private readonly int squares;

    internal Growth(double exponent)
    {
        squares = 0;
        for (; Math.Abs(exponent) > MostOfSeries; exponent /= 2)
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

        (c0, c1, c2, c3, c4) = (TLane.Of(c[0]), TLane.Of(c[1]), TLane.Of(c[2]), TLane.Of(c[3]), TLane.Of(c[4]));
        (c5, c6, c7, c8, c9) = (TLane.Of(c[5]), TLane.Of(c[6]), TLane.Of(c[7]), TLane.Of(c[8]), TLane.Of(c[9]));
    }

    /// <summary>The same for each element of a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Growth(in Growth<Lane1> one)
    {
        (c0, c1, c2, c3, c4) = (TLane.Of(one.c0.Value), TLane.Of(one.c1.Value), TLane.Of(one.c2.Value), TLane.Of(one.c3.Value), TLane.Of(one.c4.Value));
        (c5, c6, c7, c8, c9) = (TLane.Of(one.c5.Value), TLane.Of(one.c6.Value), TLane.Of(one.c7.Value), TLane.Of(one.c8.Value), TLane.Of(one.c9.Value));
        squares = one.squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TLane Of(TLane r)
    {
        // The even terms and the odd ones: a single step waits for half as many.
        TLane z = r * r;
        TLane even = TLane.Fma(z, c8, c6);
        TLane odd = TLane.Fma(z, c9, c7);
        even = TLane.Fma(even, z, c4);
        odd = TLane.Fma(odd, z, c5);
        even = TLane.Fma(even, z, c2);
        odd = TLane.Fma(odd, z, c3);
        even = TLane.Fma(even, z, c0);
        odd = TLane.Fma(odd, z, c1);
        TLane growth = r * TLane.Fma(odd, r, even);
        for (int i = 0; i < squares; i++)
        {
            growth = growth * (growth + TLane.Of(2));
        }

        return growth;
    }

    /// <summary>Takes away the multiple of a Chebyshev polynomial that has the last term.</summary>
    private static void Economize(Span<double> c, int degree)
    {
        // Its coefficients, one after another, divided by the first: -(k + 2)(k + 1) / ((n - k)(n + k)) / 4 times the one two degrees above.
        double term = c[degree];
        for (int k = degree - 2; k >= 0; k -= 2)
        {
            term *= -Reach * Reach * (k + 2) * (k + 1) / ((degree - k) * (double)(degree + k));
            c[k] -= term;
        }
    }
}
