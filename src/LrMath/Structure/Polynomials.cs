using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// The transcendental functions that schedules need, from additions, multiplications and fused multiply-adds only. No library
/// routine is asked, so the bits are the same in every lane width and on every machine.
/// The coefficients are near-minimax fits (Chebyshev, 60 digits) with the relative error named at each.
/// </summary>
internal static class Polynomials
{
    private const double Shifter = 6755399441055744.0; // 1.5·2^52: adding it rounds to a whole number, kept in the low bits.

    /// <summary>sin²(πq/2) for q in [0, ½], fit to 1.3e-17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane SineSquaredOfHalfPi<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        // Horner's way has the fewest operations, and a range is bound by their number.
        TLane z = q * q;
        TLane p = TLane.Fma(z, TLane.Of(-2.0831997313634743e-06), TLane.Of(5.2291431841632926e-05));
        p = TLane.Fma(p, z, TLane.Of(-0.000964781326239933));
        p = TLane.Fma(p, z, TLane.Of(0.012903445012937696));
        p = TLane.Fma(p, z, TLane.Of(-0.11766531513607885));
        p = TLane.Fma(p, z, TLane.Of(0.6676313844259402));
        p = TLane.Fma(p, z, TLane.Of(-2.029356063208368));
        p = TLane.Fma(p, z, TLane.Of(2.4674011002723395));
        return z * p;
    }

    /// <summary>sin(πq) for q in [0, ½], fit to 3.2e-19.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane SineOfPi<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        TLane z = q * q;
        TLane p = TLane.Fma(z, TLane.Of(7.697826767222898e-07), TLane.Of(-2.1903497074532136e-05));
        p = TLane.Fma(p, z, TLane.Of(0.0004662998161898038));
        p = TLane.Fma(p, z, TLane.Of(-0.007370430505916937));
        p = TLane.Fma(p, z, TLane.Of(0.0821458865731029));
        p = TLane.Fma(p, z, TLane.Of(-0.5992645293189447));
        p = TLane.Fma(p, z, TLane.Of(2.5501640398773007));
        p = TLane.Fma(p, z, TLane.Of(-5.167712780049969));
        p = TLane.Fma(p, z, TLane.Of(3.141592653589793));
        return q * p;
    }

    /// <summary>sin²(πd/2n) and sin(πd/n), the sine of twice the angle, for d in [0, n/2]; the rounding of d/n is put right in the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane SineSquared<TLane>(TLane distance, double length, double inverse, out TLane twice)
        where TLane : struct, ILane<TLane>
    {
        TLane q = distance * TLane.Of(inverse);
        TLane lost = TLane.Fma(q, TLane.Of(-length), distance);
        twice = SineOfPi(q);
        return TLane.Fma(twice, lost * TLane.Of(inverse * (Math.PI / 2)), SineSquaredOfHalfPi(q));
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
        TLane a = TLane.Fma(ff, Pair(f, 0.0555041086648216, 0.009618129107606888), Pair(f, 0.6931471805599453, 0.24022650695910097));
        TLane b = TLane.Fma(ff, Pair(f, 1.525273382983612e-05, 1.321544258792169e-06), Pair(f, 0.0013333558146416936, 0.0001540353044173605));
        TLane c = TLane.Fma(ff, TLane.Of(4.4549605981865186e-10), Pair(f, 1.0178062445845774e-07, 7.072585949269223e-09));
        return f * TLane.Fma(ffff, TLane.Fma(ffff, c, b), a);
    }

    /// <summary>2^(high + low); below 2^-1000 it is 2^-1000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Exp2<TLane>(TLane high, TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane part = Exp2Parts(TLane.NativeMax(TLane.Of(-1000), high), low, out TLane scale);
        return TLane.Fma(part, scale, scale);
    }

    /// <summary>2^(high + low) - 1, accurate down to the smallest exponents; below 2^-1000 it is -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Exp2Minus1<TLane>(TLane high, TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane part = Exp2Parts(TLane.NativeMax(TLane.Of(-1000), high), low, out TLane scale);
        return TLane.Fma(part, scale, scale - TLane.Of(1));
    }

    /// <summary>log2 of a positive normal number as an unevaluated sum, good to about 60 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Log2<TLane>(TLane x, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane m = TLane.Mantissa(x, out TLane exponent);
        TLane one = TLane.Of(1);
        TLane s = HalfLog(m - one, m + one, m - ((m + one) - one), out TLane sLow);
        TLane z = s * s;
        TLane zz = z * z;
        TLane q = TLane.Fma(
            zz * zz,
            TLane.Fma(zz, Pair(z, 0.06634386569328443, 0.06543313073920051), Pair(z, 0.09090897820066453, 0.07693119851407329)),
            TLane.Fma(zz, Pair(z, 0.14285714285401807, 0.11111111195856958), Pair(z, 0.3333333333333333, 0.2000000000000044)));
        TLane high = ToLog2(s, TLane.Fma(s * z, q, sLow), out TLane rest);
        TLane sum = exponent + high;
        low = (high - (sum - exponent)) + rest;
        return sum;
    }

    /// <summary>log2(1 - q) for q in [0, ½] as an unevaluated sum, relatively accurate down to the smallest q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Log2OfOneMinus<TLane>(TLane q, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane two = TLane.Of(2);
        TLane d = two - q;
        TLane s = HalfLog(-q, d, (two - d) - q, out TLane sLow);
        TLane z = s * s;
        TLane zz = z * z;
        TLane zzzz = zz * zz;
        TLane a = TLane.Fma(zz, Pair(z, 0.14285714285714282, 0.11111111111112178), Pair(z, 0.3333333333333333, 0.2));
        TLane b = TLane.Fma(zz, Pair(z, 0.06666666243106051, 0.058823662198762096), Pair(z, 0.09090909090781388, 0.0769230770145434));
        TLane c = TLane.Fma(zz, Pair(z, 0.04300954640972577, 0.04337560505018217), Pair(z, 0.05262868809569229, 0.04766316033865931));
        TLane d4 = Pair(z, 0.021545430510052782, 0.0736685238626348);
        TLane series = TLane.Fma(zzzz, TLane.Fma(zzzz, TLane.Fma(zzzz, d4, c), b), a);
        return ToLog2(s, TLane.Fma(s * z, series, sLow), out low);
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

    /// <summary>2^(rate·x) - 1, relatively accurate down to the smallest x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane PowerMinus1<TLane>(TLane x, DoubleDouble rate)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = TLane.Of(rate.High);
        TLane product = x * factor;
        return Exp2Minus1(product, TLane.Fma(x, TLane.Of(rate.Low), TLane.Fma(x, factor, -product)));
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
        return high + TLane.Fma(lost / sum, TLane.Of(1.4426950408889634), low);
    }

    /// <summary>c/d as an unevaluated sum, where d carries a correction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane HalfLog<TLane>(TLane c, TLane d, TLane dLow, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane inverse = TLane.Of(1) / d;
        TLane s = c * inverse;
        TLane residue = TLane.Fma(-s, dLow, TLane.Fma(-s, d, c));
        low = residue * inverse;
        return s;
    }

    /// <summary>2/ln 2 · (s + rest) as an unevaluated sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane ToLog2<TLane>(TLane s, TLane rest, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = TLane.Of(2.8853900817779268);
        TLane high = s * factor;
        TLane error = TLane.Fma(s, factor, -high);
        low = TLane.Fma(s, TLane.Of(4.0710547481862066e-17), TLane.Fma(rest, factor, error));
        return high;
    }

    /// <summary>(high + low)·factor as an unevaluated sum whose second part is below the last digit of the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Times<TLane>(TLane high, TLane low, double factor, out TLane rest)
        where TLane : struct, ILane<TLane>
    {
        TLane f = TLane.Of(factor);
        TLane product = high * f;
        TLane error = TLane.Fma(low, f, TLane.Fma(high, f, -product));
        TLane sum = product + error;
        rest = error - (sum - product);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Pair<TLane>(TLane x, double constant, double linear)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(x, TLane.Of(linear), TLane.Of(constant));
}
