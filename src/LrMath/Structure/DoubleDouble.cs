namespace LrMath.Structure;

/// <summary>An unevaluated sum of two doubles, about 105 bits: for what a schedule computes once, when it is built.</summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>log2 of a positive number, by the series of the inverse hyperbolic tangent.</summary>
    internal static DoubleDouble Log2(DoubleDouble x)
    {
        int exponent = Math.ILogB(x.High * Math.Sqrt(2));
        DoubleDouble m = new(Math.ScaleB(x.High, -exponent), Math.ScaleB(x.Low, -exponent));
        DoubleDouble s = (m + new DoubleDouble(-1, 0)) / (m + new DoubleDouble(1, 0));
        DoubleDouble z = s * s;
        DoubleDouble series = new(0, 0);
        for (int odd = 43; odd >= 1; odd -= 2)
        {
            series = (series * z) + (new DoubleDouble(1, 0) / new DoubleDouble(odd, 0));
        }

        DoubleDouble twoOverLn2 = new(2.8853900817779268, 4.0710547481862066e-17);
        return (series * s * twoOverLn2) + new DoubleDouble(exponent, 0);
    }

    /// <summary>The quotient of two doubles.</summary>
    internal static DoubleDouble Quotient(double numerator, double denominator) =>
        new DoubleDouble(numerator, 0) / new DoubleDouble(denominator, 0);

    /// <summary>log2 of a quotient of two numbers of one sign, which itself may be beyond the range of a double.</summary>
    internal static DoubleDouble Log2OfQuotient(double numerator, double denominator)
    {
        int exponent = Math.ILogB(numerator) - Math.ILogB(denominator);
        return Math.Abs(exponent) < 900
            ? Log2(Quotient(numerator, denominator))
            : Log2(Quotient(Math.ScaleB(numerator, -Math.ILogB(numerator)), Math.ScaleB(denominator, -Math.ILogB(denominator)))) + new DoubleDouble(exponent, 0);
    }

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        double sum = a.High + b.High;
        double part = sum - a.High;
        double error = (a.High - (sum - part)) + (b.High - part);
        return Normal(sum, error + (a.Low + b.Low));
    }

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double product = a.High * b.High;
        double error = Math.FusedMultiplyAdd(a.High, b.High, -product);
        return Normal(product, error + ((a.High * b.Low) + (a.Low * b.High)));
    }

    public static DoubleDouble operator *(DoubleDouble a, double b) => a * new DoubleDouble(b, 0);

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a + (b * -first);
        double second = rest.High / b.High;
        rest += b * -second;
        return Normal(first, second) + new DoubleDouble(rest.High / b.High, 0);
    }

    private static DoubleDouble Normal(double high, double low)
    {
        double sum = high + low;
        return new(sum, low - (sum - high));
    }
}
