using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// The transcendental functions that schedules need. No library routine is called, so the bits are the same in every vector width and on
/// every machine. The coefficients are near-minimax fits with the relative error given at each, and are computed by
/// <c>tests/LrMath.Tests/Structure/Numerics/Coefficients.cs</c>.
/// </summary>
/// <remarks>
/// Polynomials round after each product, so they need no fused multiply-add: on a machine without that instruction each one is a call that
/// takes longer than the rest of a polynomial. Fused operations are used where the rounding error of a product is itself needed.
/// </remarks>
internal static class Polynomials
{
    internal const double Ln2 = 0.6931471805599453;

    /// <summary>1 / ln 2, of which <see cref="Log2OfELow"/> is the rest.</summary>
    internal const double Log2OfE = 1.4426950408889634;

    internal const double Log2OfELow = 2.0355273740931033e-17;

    /// <summary>From this exponent down, a power of 2 is 0: in a product with the largest double it is too small to matter.</summary>
    internal const double LeastExponent = -1010;

    private const double LeastSum = 1e-307;

    private const double Shifter = 6755399441055744.0; // 1.5·2^52: adding it rounds to a whole number, kept in the low bits.

    /// <summary>The nearest integer, of a number below 2^51.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Round<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => (x + Shifter) - Shifter;

    /// <summary>sin²(πq/2) for q in [-½, ½], fit to 1.6e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SineSquaredOfHalfPi<TVector>(TVector q)
        where TVector : struct, IVector<TVector>
    {
        // Even and odd terms apart, so that a single step waits for half as many operations.
        TVector z = q * q;
        TVector zz = z * z;
        TVector even = (Pair(zz, 0.012903445012937696, 5.2291431841632926e-05) * zz) + 0.6676313844259402;
        TVector odd = (Pair(zz, -0.000964781326239933, -2.0831997313634743e-06) * zz) + -0.11766531513607885;
        odd = (odd * zz) + -2.029356063208368;
        TVector p = (((even * z) + odd) * z) + 2.4674011002723395;
        return z * p;
    }

    /// <summary>sin(πq) for q in [0, ½], fit to 3.2e-19.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector SineOfPi<TVector>(TVector q)
        where TVector : struct, IVector<TVector>
    {
        TVector z = q * q;
        TVector p = Pair(z, -2.1903497074532136e-05, 7.697826767222898e-07);
        p = (p * z) + 0.0004662998161898038;
        p = (p * z) + -0.007370430505916937;
        p = (p * z) + 0.0821458865731029;
        p = (p * z) + -0.5992645293189447;
        p = (p * z) + 2.5501640398773007;
        p = (p * z) + -5.167712780049969;
        p = (p * z) + 3.141592653589793;
        return q * p;
    }

    /// <summary>2^y = <c>scale·(1 + part)</c> with part in [-0.3, 0.42], for y = high + low between -1022 and 1023; fit to
    /// 2.0e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Exp2Parts<TVector>(TVector high, TVector low, out TVector scale)
        where TVector : struct, IVector<TVector>
    {
        TVector shifted = high + Shifter;
        TVector whole = shifted - Shifter;
        scale = TVector.Exp2OfInteger(shifted);
        TVector f = (high - whole) + low;
        TVector ff = f * f;
        TVector ffff = ff * ff;
        TVector a = (ff * Pair(f, 0.0555041086648216, 0.009618129107606888)) + Pair(f, 0.6931471805599453, 0.24022650695910097);
        TVector b = (ff * Pair(f, 1.525273382983612e-05, 1.321544258792169e-06)) + Pair(f, 0.0013333558146416936, 0.0001540353044173605);
        TVector c = (ff * 4.4549605981865186e-10) + Pair(f, 1.0178062445845774e-07, 7.072585949269223e-09);
        return f * ((ffff * ((ffff * c) + b)) + a);
    }

    /// <summary>2^(high + low); from 2^-1010 down it is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Exp2<TVector>(TVector high, TVector low)
        where TVector : struct, IVector<TVector>
    {
        TVector bounded = TVector.MaxNative(LeastExponent, high);
        TVector part = Exp2Parts(bounded, low, out TVector scale);

        // 0 at the bound, 1 at all numbers above it: they differ from it by 2^-43 or more.
        TVector isAbove = TVector.MinNative(1, (bounded - LeastExponent) * (1L << 60));
        return ((part * scale) + scale) * isAbove;
    }

    /// <summary>2^(high + low) - 1, accurate down to the smallest exponents; below 2^-1000 it is -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Exp2Minus1<TVector>(TVector high, TVector low)
        where TVector : struct, IVector<TVector>
    {
        TVector part = Exp2Parts(TVector.MaxNative(-1000, high), low, out TVector scale);
        return (part * scale) + (scale - 1);
    }

    /// <summary>log2 of a positive normal number as an unevaluated sum, off by at most 2^-58; next to x = 1 by at most 2^-58 times the
    /// logarithm. The distance from an anchor is rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Log2<TVector>(TVector x, out TVector low)
        where TVector : struct, IVector<TVector>
    {
        TVector m = TVector.Mantissa(x, out TVector exponent);
        TVector anchor = LogarithmTable.AnchorOf(m);
        return Log2(TVector.FusedMultiplyAdd(m, LogarithmTable.Inverse(anchor), TVector.Create(-1)), anchor, exponent, out low);
    }

    /// <summary>log2 of a positive normal number, within 2^-61 of it: what is rounded of the distance from an anchor is added.</summary>
    internal static DoubleDouble Log2(double x)
    {
        Scalar high = Log2(new Scalar(x), out Scalar low);
        var m = Scalar.Mantissa(new Scalar(x), out _);
        double inverse = LogarithmTable.Inverse(LogarithmTable.AnchorOf(m)).Value;
        double product = m.Value * inverse;
        double error = Math.FusedMultiplyAdd(m.Value, inverse, -product);
        double distance = product - 1;
        double lost = (distance - (distance + error)) + error;
        return new(high.Value, low.Value + (lost * Log2OfE));
    }

    /// <summary>log2(1 - q) for q in [0, ½] as an unevaluated sum, relatively accurate down to the smallest q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Log2OfOneMinus<TVector>(TVector q, out TVector low)
        where TVector : struct, IVector<TVector>
    {
        TVector x = 1 - q;
        TVector lost = (1 - x) - q;
        TVector m = TVector.Mantissa(x, out TVector exponent);
        TVector anchor = LogarithmTable.AnchorOf(m);
        TVector inverse = LogarithmTable.Inverse(anchor);

        // The exponent is 0 or -1, and what was lost grows with the mantissa by 1 or 2.
        TVector r = TVector.FusedMultiplyAdd(lost * (1 - exponent), inverse, TVector.FusedMultiplyAdd(m, inverse, TVector.Create(-1)));
        return Log2(r, anchor, exponent, out low);
    }

    /// <summary>x^power for a positive normal x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Power<TVector>(TVector x, double power)
        where TVector : struct, IVector<TVector>
    {
        TVector high = Log2(x, out TVector low);
        TVector product = Times(high, low, power, out TVector rest);
        return Exp2(product, rest);
    }

    /// <summary>(x / 2^logarithm)^power for a positive normal x whose own logarithm is at most <paramref name="logarithm"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Power<TVector>(TVector x, DoubleDouble logarithm, double power)
        where TVector : struct, IVector<TVector>
    {
        TVector product = TimesLog2(x, logarithm, power, out TVector rest);
        return Exp2(product, rest);
    }

    /// <summary>1 - (x / 2^logarithm)^power for a positive normal x whose own logarithm is at most <paramref name="logarithm"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector OneMinusPower<TVector>(TVector x, DoubleDouble logarithm, double power)
        where TVector : struct, IVector<TVector>
    {
        TVector product = TimesLog2(x, logarithm, power, out TVector rest);
        return -Exp2Minus1(product, rest);
    }

    /// <summary>power·(log2 x - logarithm) as an unevaluated sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TimesLog2<TVector>(TVector x, DoubleDouble logarithm, double power, out TVector rest)
        where TVector : struct, IVector<TVector>
    {
        TVector high = Log2(x, out TVector low);
        TVector minus = TVector.Create(-logarithm.High);
        TVector difference = high + minus;
        TVector part = difference - high;
        TVector lost = (high - (difference - part)) + (minus - part);
        return Times(difference, lost + (low - logarithm.Low), power, out rest);
    }

    /// <summary>
    /// x^power as <c>first·half·half</c>, for powers beyond the range of a double: half is 1 between 2^-1000 and 2^1000, and neither
    /// overflows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Power<TVector>(TVector x, double power, out TVector half)
        where TVector : struct, IVector<TVector>
    {
        TVector high = Log2(x, out TVector low);
        TVector product = Times(high, low, power, out TVector rest);
        TVector first = TVector.MaxNative(-1000, TVector.MinNative(1000, product));
        TVector second = (product - first) * 0.5;
        half = Exp2(TVector.MaxNative(-1000, TVector.MinNative(1000, second)), TVector.Create(0));
        return Exp2(first, rest);
    }

    /// <summary>1 - (1 - q)^power for q in [0, ½], relatively accurate down to the smallest q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector OneMinusPowerOfOneMinus<TVector>(TVector q, double power)
        where TVector : struct, IVector<TVector>
    {
        TVector high = Log2OfOneMinus(q, out TVector low);
        TVector product = Times(high, low, power, out TVector rest);
        return -Exp2Minus1(product, rest);
    }

    /// <summary>2^(rate·x); from 2^-1010 down it is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Power<TVector>(TVector x, DoubleDouble rate)
        where TVector : struct, IVector<TVector>
    {
        TVector product = Times(x, rate, out TVector rest);
        return Exp2(product, rest);
    }

    /// <summary>2^(rate·x) - 1, relatively accurate down to the smallest x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector PowerMinus1<TVector>(TVector x, DoubleDouble rate)
        where TVector : struct, IVector<TVector>
    {
        TVector product = Times(x, rate, out TVector rest);
        return Exp2Minus1(product, rest);
    }

    /// <summary>log2(1 + x + rest), relatively accurate down to the smallest x; -1019 or less where the sum is below
    /// 1e-307.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Log2OfOnePlus<TVector>(TVector x, TVector rest)
        where TVector : struct, IVector<TVector>
    {
        TVector rounded = x + 1;
        TVector part = rounded - 1;
        TVector lost = ((1 - (rounded - part)) + (x - part)) + rest;

        // Where x is next to -1, the rest is far above the last digit of the sum: the square of their quotient would count.
        TVector sum = TVector.MaxNative(LeastSum, rounded + lost);
        TVector left = (rounded - sum) + lost;
        TVector high = Log2(sum, out TVector low);
        return high + (((left / sum) * Log2OfE) + low);
    }

    /// <summary>
    /// log2 of an anchor, times 1 + r, times a power of two. What follows the linear term of log2(1 + r) is fit to 2.0e-17.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Log2<TVector>(TVector r, TVector anchor, TVector exponent, out TVector low)
        where TVector : struct, IVector<TVector>
    {
        // By pairs: a value waits for few others, and more values are on their way at once.
        TVector rr = r * r;
        TVector rrrr = rr * rr;
        TVector early = (rr * Pair(r, -0.360673760222237, 0.28853900823518647)) + Pair(r, -0.7213475204444817, 0.4808983469629836);
        TVector late = (rr * Pair(r, -0.1803366862332502, 0.1605880447306574)) + Pair(r, -0.24044917353410608, 0.2060990800569143);
        TVector series = (rrrr * ((rrrr * -0.14453405444863662) + late)) + early;
        TVector linear = r * Log2OfE;
        TVector rest = (rr * series) + ((r * Log2OfELow) + TVector.FusedMultiplyAdd(r, Log2OfE, -linear));

        // Each sum begins with the larger number, or with zero.
        TVector high = LogarithmTable.High(anchor);
        TVector whole = exponent + high;
        TVector sum = whole + linear;
        low = ((high - (whole - exponent)) + (linear - (sum - whole))) + (LogarithmTable.Low(anchor) + rest);
        return sum;
    }

    /// <summary>(high + low)·factor as an unevaluated sum whose second part is below the last digit of the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Times<TVector>(TVector high, TVector low, double factor, out TVector rest)
        where TVector : struct, IVector<TVector>
    {
        TVector product = high * factor;
        TVector error = (low * factor) + TVector.FusedMultiplyAdd(high, factor, -product);
        TVector sum = product + error;
        rest = error - (sum - product);
        return sum;
    }

    /// <summary>x·rate as an unevaluated sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Times<TVector>(TVector x, DoubleDouble rate, out TVector rest)
        where TVector : struct, IVector<TVector>
    {
        TVector product = x * rate.High;
        rest = (x * rate.Low) + TVector.FusedMultiplyAdd(x, rate.High, -product);
        return product;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Pair<TVector>(TVector x, double constant, double linear)
        where TVector : struct, IVector<TVector> => (x * linear) + constant;
}
