using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// The transcendental functions that schedules need. No library routine is called, so the bits are the same in every vector width and on
/// every machine. The coefficients are near-minimax fits (Chebyshev, 60 digits) with the relative error given at each.
/// </summary>
/// <remarks>
/// Polynomials round after each product, so they need no fused multiply-add: on a machine without that instruction each one is a call that
/// takes longer than the rest of a polynomial. Fused operations are used where the rounding error of a product is itself needed.
/// </remarks>
internal static class Polynomials
{
    private const double Shifter = 6755399441055744.0; // 1.5·2^52: adding it rounds to a whole number, kept in the low bits.

    /// <summary>The nearest integer, of a number below 2^51.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Round<TLane>(TLane x)
        where TLane : struct, ILane<TLane> => (x + TLane.Of(Shifter)) - TLane.Of(Shifter);

    /// <summary>sin²(πq/2) for q in [-½, ½], fit to 1.3e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane SineSquaredOfHalfPi<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        // Even and odd terms apart, so that a single step waits for half as many operations.
        TLane z = q * q;
        TLane zz = z * z;
        TLane even = (Pair(zz, 0.012903445012937696, 5.2291431841632926e-05) * zz) + TLane.Of(0.6676313844259402);
        TLane odd = (Pair(zz, -0.000964781326239933, -2.0831997313634743e-06) * zz) + TLane.Of(-0.11766531513607885);
        odd = (odd * zz) + TLane.Of(-2.029356063208368);
        TLane p = (((even * z) + odd) * z) + TLane.Of(2.4674011002723395);
        return z * p;
    }

    /// <summary>sin(πq) for q in [0, ½], fit to 3.2e-19.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane SineOfPi<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        TLane z = q * q;
        TLane p = Pair(z, -2.1903497074532136e-05, 7.697826767222898e-07);
        p = (p * z) + TLane.Of(0.0004662998161898038);
        p = (p * z) + TLane.Of(-0.007370430505916937);
        p = (p * z) + TLane.Of(0.0821458865731029);
        p = (p * z) + TLane.Of(-0.5992645293189447);
        p = (p * z) + TLane.Of(2.5501640398773007);
        p = (p * z) + TLane.Of(-5.167712780049969);
        p = (p * z) + TLane.Of(3.141592653589793);
        return q * p;
    }

    /// <summary>2^y = <c>scale·(1 + part)</c> with part in [-0.3, 0.42], for y = high + low between -1022 and 1023; fit to 1.8e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Exp2Parts<TLane>(TLane high, TLane low, out TLane scale)
        where TLane : struct, ILane<TLane>
    {
        TLane shifted = high + TLane.Of(Shifter);
        TLane whole = shifted - TLane.Of(Shifter);
        scale = TLane.TwoToThe(shifted);
        TLane f = (high - whole) + low;
        TLane ff = f * f;
        TLane ffff = ff * ff;
        TLane a = (ff * Pair(f, 0.0555041086648216, 0.009618129107606888)) + Pair(f, 0.6931471805599453, 0.24022650695910097);
        TLane b = (ff * Pair(f, 1.525273382983612e-05, 1.321544258792169e-06)) + Pair(f, 0.0013333558146416936, 0.0001540353044173605);
        TLane c = (ff * TLane.Of(4.4549605981865186e-10)) + Pair(f, 1.0178062445845774e-07, 7.072585949269223e-09);
        return f * ((ffff * ((ffff * c) + b)) + a);
    }

    /// <summary>2^(high + low); below 2^-1000 it is 2^-1000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Exp2<TLane>(TLane high, TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane part = Exp2Parts(TLane.NativeMax(TLane.Of(-1000), high), low, out TLane scale);
        return (part * scale) + scale;
    }

    /// <summary>2^(high + low) - 1, accurate down to the smallest exponents; below 2^-1000 it is -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Exp2Minus1<TLane>(TLane high, TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane part = Exp2Parts(TLane.NativeMax(TLane.Of(-1000), high), low, out TLane scale);
        return (part * scale) + (scale - TLane.Of(1));
    }

    /// <summary>log2 of a positive normal number as an unevaluated sum, good to about 60 bits, next to 1 of the logarithm itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Log2<TLane>(TLane x, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane m = TLane.Mantissa(x, out TLane exponent);
        TLane anchor = LogarithmTable.AnchorOf(m);
        return Log2(TLane.Fma(m, LogarithmTable.Inverse(anchor), TLane.Of(-1)), anchor, exponent, out low);
    }

    /// <summary>log2(1 - q) for q in [0, ½] as an unevaluated sum, relatively accurate down to the smallest q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Log2OfOneMinus<TLane>(TLane q, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Of(1);
        TLane x = one - q;
        TLane lost = (one - x) - q;
        TLane m = TLane.Mantissa(x, out TLane exponent);
        TLane anchor = LogarithmTable.AnchorOf(m);
        TLane inverse = LogarithmTable.Inverse(anchor);

        // The exponent is 0 or -1, and what was lost grows with the mantissa by 1 or 2.
        TLane r = TLane.Fma(lost * (one - exponent), inverse, TLane.Fma(m, inverse, TLane.Of(-1)));
        return Log2(r, anchor, exponent, out low);
    }

    /// <summary>x^power for a positive normal x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Power<TLane>(TLane x, double power)
        where TLane : struct, ILane<TLane>
    {
        TLane high = Log2(x, out TLane low);
        TLane product = Times(high, low, power, out TLane rest);
        return Exp2(product, rest);
    }

    /// <summary>x^power for x of 1 or more and a power of 0 or more; above 2^1023 it is 2^1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane GrowingPower<TLane>(TLane x, double power)
        where TLane : struct, ILane<TLane>
    {
        TLane high = Log2(x, out TLane low);
        TLane product = Times(high, low, power, out TLane rest);
        return Exp2(TLane.Min(product, TLane.Of(1023)), TLane.Min(rest, TLane.Of(0.4)));
    }

    /// <summary>1 - (1 - q)^power for q in [0, ½], relatively accurate down to the smallest q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane OneMinusPowerOfOneMinus<TLane>(TLane q, double power)
        where TLane : struct, ILane<TLane>
    {
        TLane high = Log2OfOneMinus(q, out TLane low);
        TLane product = Times(high, low, power, out TLane rest);
        return -Exp2Minus1(product, rest);
    }

    /// <summary>2^(rate·x); below 2^-1000 it is 2^-1000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Power<TLane>(TLane x, DoubleDouble rate)
        where TLane : struct, ILane<TLane>
    {
        TLane product = Times(x, rate, out TLane rest);
        return Exp2(product, rest);
    }

    /// <summary>2^(rate·x) - 1, relatively accurate down to the smallest x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane PowerMinus1<TLane>(TLane x, DoubleDouble rate)
        where TLane : struct, ILane<TLane>
    {
        TLane product = Times(x, rate, out TLane rest);
        return Exp2Minus1(product, rest);
    }

    /// <summary>log2(1 + x) for a positive normal 1 + x, relatively accurate down to the smallest x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Log2OfOnePlus<TLane>(TLane x)
        where TLane : struct, ILane<TLane>
    {
        TLane one = TLane.Of(1);
        TLane sum = one + x;
        TLane part = sum - one;
        TLane lost = (one - (sum - part)) + (x - part);
        TLane high = Log2(sum, out TLane low);
        return high + (((lost / sum) * TLane.Of(1.4426950408889634)) + low);
    }

    /// <summary>log2 of an anchor, times 1 + r, times a power of two; the series is fit to 2^-60 of the logarithm of 1 + r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Log2<TLane>(TLane r, TLane anchor, TLane exponent, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        // By pairs: a value waits for few others, and more values are on their way at once.
        TLane rr = r * r;
        TLane rrrr = rr * rr;
        TLane early = (rr * Pair(r, -0.360673760222237, 0.28853900823518647)) + Pair(r, -0.7213475204444817, 0.4808983469629836);
        TLane late = (rr * Pair(r, -0.1803366862332502, 0.1605880447306574)) + Pair(r, -0.24044917353410608, 0.2060990800569143);
        TLane series = (rrrr * ((rrrr * TLane.Of(-0.14453405444863662)) + late)) + early;
        TLane factor = TLane.Of(1.4426950408889634);
        TLane linear = r * factor;
        TLane rest = (rr * series) + ((r * TLane.Of(2.0355273740931033e-17)) + TLane.Fma(r, factor, -linear));

        // Each sum begins with the larger number, or with zero.
        TLane high = LogarithmTable.High(anchor);
        TLane whole = exponent + high;
        TLane sum = whole + linear;
        low = ((high - (whole - exponent)) + (linear - (sum - whole))) + (LogarithmTable.Low(anchor) + rest);
        return sum;
    }

    /// <summary>(high + low)·factor as an unevaluated sum whose second part is below the last digit of the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Times<TLane>(TLane high, TLane low, double factor, out TLane rest)
        where TLane : struct, ILane<TLane>
    {
        TLane f = TLane.Of(factor);
        TLane product = high * f;
        TLane error = (low * f) + TLane.Fma(high, f, -product);
        TLane sum = product + error;
        rest = error - (sum - product);
        return sum;
    }

    /// <summary>x·rate as an unevaluated sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Times<TLane>(TLane x, DoubleDouble rate, out TLane rest)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = TLane.Of(rate.High);
        TLane product = x * factor;
        rest = (x * TLane.Of(rate.Low)) + TLane.Fma(x, factor, -product);
        return product;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Pair<TLane>(TLane x, double constant, double linear)
        where TLane : struct, ILane<TLane> =>
        (x * TLane.Of(linear)) + TLane.Of(constant);
}
