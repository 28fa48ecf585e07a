namespace LrMath.Training;

/// <summary>
/// Exponential and logarithm from + - × ÷ alone. <see cref="Math.Exp"/> calls the C library of the machine, whose last bit differs
/// from system to system; training would carry such a bit into every later digit.
/// </summary>
public static class PortableMath
{
    private const double LogTwoHigh = 0.693147180369123816490;
    private const double LogTwoLow = 1.90821492927058770002e-10;

    /// <summary>e^x within 2 ulp; 0 below -708, NaN for NaN, infinite above 709.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x < -708)
        {
            return 0;
        }

        if (x > 709)
        {
            return double.PositiveInfinity;
        }

        double k = Math.Floor(x * 1.4426950408889634 + 0.5);
        double r = x - k * LogTwoHigh - k * LogTwoLow;
        double sum = 1;
        for (int i = 13; i > 0; i--)
        {
            sum = 1 + sum * r / i;
        }

        return sum * BitConverter.Int64BitsToDouble(((long)k + 1023) << 52);
    }

    /// <summary>The natural logarithm of a normal positive number, within 2 ulp (absolute 1e-16 near 1); NaN for anything else.</summary>
    public static double Log(double x)
    {
        if (!double.IsNormal(x) || x < 0)
        {
            return double.NaN;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        double f = (mantissa - 1) / (mantissa + 1);
        double square = f * f;
        double sum = 0;
        for (int i = 25; i > 0; i -= 2)
        {
            sum = sum * square + 1.0 / i;
        }

        return exponent * LogTwoHigh + (2 * f * sum + exponent * LogTwoLow);
    }
}
