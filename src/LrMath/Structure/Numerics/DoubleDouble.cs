namespace LrMath.Structure;

/// <summary>An unevaluated sum of two doubles, about 105 bits, for numbers that are computed once when a schedule is built.</summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>2 / ln 2.</summary>
    internal static readonly DoubleDouble TwoOverLn2 = new(2 * Polynomials.Log2OfE, 2 * Polynomials.Log2OfELow);

    private const double LargestToDivide = 1e300;

    /// <summary>1, 1/3, 1/5 …: near an anchor, the terms after the tenth are below the last bit.</summary>
    private static readonly DoubleDouble[] OddInverses = [.. Enumerable.Range(0, 10).Select(i => Quotient(1, (2 * i) + 1))];

    /// <summary>log2 of a positive number, from one of sixteen anchors by the series of the inverse hyperbolic tangent.</summary>
    internal static DoubleDouble Log2(DoubleDouble x)
    {
        int power = Math.ILogB(x.High);
        int exponent = power + Math.ILogB(Math.ScaleB(x.High, -power) * (32.0 / 31));
        DoubleDouble m = x.Times2To(-exponent);
        Scalar anchor = LogarithmTable.AnchorOf(new Scalar(m.High));
        DoubleDouble t = (m * LogarithmTable.Inverse(anchor).Value) + new DoubleDouble(-1, 0);
        DoubleDouble s = t / (t + new DoubleDouble(2, 0));
        DoubleDouble z = s * s;
        DoubleDouble series = OddInverses[^1];
        for (int i = OddInverses.Length - 2; i >= 0; i--)
        {
            series = (series * z) + OddInverses[i];
        }

        DoubleDouble ofAnchor = new(LogarithmTable.High(anchor).Value, LogarithmTable.Low(anchor).Value);
        return ofAnchor + new DoubleDouble(exponent, 0) + (series * s * TwoOverLn2);
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
            : Log2(Quotient(Significand(numerator), Significand(denominator))) + new DoubleDouble(exponent, 0);
    }

    private static double Significand(double x) => Math.ScaleB(x, -Math.ILogB(x));

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
        // Near the largest double, the products of the division overflow.
        if (Math.Abs(a.High) > LargestToDivide)
        {
            return (a.Times2To(-64) / b).Times2To(64);
        }

        double first = a.High / b.High;
        DoubleDouble rest = a + (b * -first);
        double second = rest.High / b.High;
        rest += b * -second;
        return Normal(first, second) + new DoubleDouble(rest.High / b.High, 0);
    }

    private DoubleDouble Times2To(int exponent) => new(Math.ScaleB(High, exponent), Math.ScaleB(Low, exponent));

    private static DoubleDouble Normal(double high, double low)
    {
        double sum = high + low;
        return new(sum, low - (sum - high));
    }
}
