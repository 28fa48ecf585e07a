using System.Numerics;

namespace LrMath.Tests.Support;

/// <summary>Numbers with 640 bits behind the point, by integers only: what a double is measured with.</summary>
internal readonly struct Exact
{
    private const int Bits = 640;
    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly Exact Ln2 = ArcTangent(-1, 3, 2);

    private readonly BigInteger value;

    private Exact(BigInteger value) => this.value = value;

    /// <summary>π, by Machin's formula.</summary>
    public static Exact Pi { get; } = (ArcTangent(1, 5, 1) * 16) - (ArcTangent(1, 239, 1) * 4);

    public static implicit operator Exact(int whole) => new((BigInteger)whole << Bits);

    /// <summary>A double as it is; below 2^-640 nothing is left of it.</summary>
    public static implicit operator Exact(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075 + Bits;
        BigInteger magnitude = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return new(bits < 0 ? -magnitude : magnitude);
    }

    public static Exact operator +(Exact left, Exact right) => new(left.value + right.value);

    public static Exact operator -(Exact left, Exact right) => new(left.value - right.value);

    public static Exact operator *(Exact left, Exact right)
    {
        // Towards zero, so that the terms of a series do come to an end below it.
        BigInteger product = left.value * right.value;
        return new(product.Sign < 0 ? -(-product >> Bits) : product >> Bits);
    }

    public static Exact operator /(Exact left, Exact right) => new((left.value << Bits) / right.value);

    /// <summary>The sine of an angle between 0 and π/2, by its series.</summary>
    public static Exact Sine(Exact angle)
    {
        Exact square = angle * angle;
        Exact term = angle;
        Exact sum = angle;
        for (int i = 2; term.value != 0; i += 2)
        {
            term = new(-(term * square).value / (i * (i + 1)));
            sum += term;
        }

        return sum;
    }

    /// <summary>e to a power.</summary>
    public static Exact Exponential(Exact number)
    {
        int whole = (int)Math.Round((double)number.value / Math.Pow(2, Bits) / Math.Log(2));
        Exact rest = number - (Ln2 * whole);
        Exact term = 1;
        Exact sum = 1;
        for (int i = 1; term.value != 0; i++)
        {
            term = new((term * rest).value / i);
            sum += term;
        }

        return new(whole >= 0 ? sum.value << whole : sum.value >> -whole);
    }

    /// <summary>The natural logarithm of a positive number.</summary>
    public static Exact Logarithm(Exact number)
    {
        // A power of two out of it, and twice the inverse hyperbolic tangent of what is left.
        int exponent = (int)number.value.GetBitLength() - Bits;
        Exact mantissa = new(exponent >= 0 ? number.value >> exponent : number.value << -exponent);
        Exact s = (mantissa - 1) / (mantissa + 1);
        Exact square = s * s;
        Exact power = s;
        Exact sum = s;
        for (int i = 3; power.value != 0; i += 2)
        {
            power *= square;
            sum += new Exact(power.value / i);
        }

        return (sum * 2) + (Ln2 * exponent);
    }

    /// <summary>A positive number to a power.</summary>
    public static Exact Power(Exact number, double exponent) => Exponential(Logarithm(number) * exponent);

    /// <summary>The nearest double.</summary>
    public double Nearest
    {
        get
        {
            // The conversion of a large integer may cut off.
            double cut = Math.Abs((double)value / Math.Pow(2, Bits));
            double next = Math.BitIncrement(cut);
            double nearest = ((Exact)next).value - BigInteger.Abs(value) < BigInteger.Abs(value) - ((Exact)cut).value ? next : cut;
            return value.Sign < 0 ? -nearest : nearest;
        }
    }

    /// <summary>How many units in the last place of the nearest double a double is away from this number.</summary>
    public double UlpsTo(double actual)
    {
        double nearest = Math.Abs(Nearest);
        return OffBy(actual) / (Math.BitIncrement(nearest) - nearest);
    }

    /// <summary>1 above zero, -1 below.</summary>
    public int Sign => value.Sign;

    /// <summary>How far a double is away from this number.</summary>
    public double OffBy(double actual) => Math.Abs((double)(((Exact)actual).value - value) / Math.Pow(2, Bits));

    /// <summary>scale times the arc tangent of 1/inverse, or with a sign of -1 the hyperbolic one.</summary>
    private static Exact ArcTangent(int sign, int inverse, int scale)
    {
        BigInteger power = One * scale / inverse;
        BigInteger sum = power;
        for (int i = 3; power != 0; i += 2)
        {
            power = -sign * power / (inverse * inverse);
            sum += power / i;
        }

        return new(sum);
    }
}
