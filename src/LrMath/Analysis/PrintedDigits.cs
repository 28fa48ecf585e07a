namespace LrMath.Analysis;

/// <summary>How precise printed numbers are, told from the digits of all of them together.</summary>
/// <remarks>
/// A program prints all rates of a log in one way, but some ways leave out trailing zeros (<c>%g</c>, the shortest text of a double). So
/// the number of digits is that of the longest number of the log, unless they all have the same number of digits after the point.
/// </remarks>
internal static class PrintedDigits
{
    // What a program's own arithmetic may cost: a rate that is computed from the one before, step after step, loses some bits.
    private const double DoubleError = 1.0 / (1L << 33);
    private const double DoubleErrorOfPeak = 1.0 / (1L << 43);
    private const int SingleDigits = 9;
    private const int DoubleDigits = 15;
    private const int UsualDigits = 6;
    private const int FewValues = 12;
    private const double RoundOff = 1e-9;

    public static double[] HalfWidths(IReadOnlyList<string> texts, IReadOnlyList<double> values)
    {
        (int Digits, int FromFirst, int AfterPoint, int LastPlace)[] shapes = [.. texts.Select(Digits)];
        int significant = shapes.Max(shape => shape.FromFirst);
        bool exponents = texts.All(HasExponent) && shapes.All(shape => shape.Digits == shapes[0].Digits);
        bool decimals =
            shapes[0].AfterPoint > 1
            && !texts.Any(HasExponent)
            && shapes.All(shape => shape.AfterPoint == shapes[0].AfterPoint)
            && texts.Any(text => text.EndsWith('0'));
        bool padded = (exponents || decimals) && significant <= SingleDigits;

        // A few different numbers with few digits each, such as 0.1 and 0.05, are no sign that more digits were cut off.
        if (!padded && significant < UsualDigits && values.Distinct().Take(FewValues + 1).Count() <= FewValues)
        {
            significant = UsualDigits;
        }

        // Numbers with many digits are not all floats by chance.
        bool single = values.All(value => (double)(float)value == value);
        bool isSingle = (single && significant > SingleDigits) || (significant is > 7 and <= SingleDigits && !padded);
        double peak = values.Max(Math.Abs);
        double[] widths = new double[texts.Count];
        for (int i = 0; i < widths.Length; i++)
        {
            double size = Math.Abs(values[i]);
            widths[i] =
                isSingle ? SingleError(size) + (peak * DoubleError)
                : significant >= DoubleDigits ? (size * DoubleError) + (peak * DoubleErrorOfPeak)
                : size == 0 && !decimals ? 0
                : 0.5 * (1 + RoundOff) * PowerOfTen(padded ? shapes[i].LastPlace : LastPlaceOf(size, significant));
        }

        return widths;
    }

    /// <summary>The power of ten of the last digit of a number.</summary>
    public static int LastPlace(string text) => Digits(text).LastPlace;

    // From the true value to the nearest float, and from there to its text.
    private static double SingleError(double size)
    {
        float nearest = (float)size;
        double unit = (double)float.BitIncrement(nearest) - nearest;
        return (0.5 * (1 + RoundOff) * unit) + Math.Abs(size - nearest);
    }

    private static int LastPlaceOf(double size, int significant) => (int)Math.Floor(Math.Log10(size) + 1e-12) - significant + 1;

    /// <summary>
    /// How many digits a number has, from its first that is not zero on, and after the point; and the power of ten of its last.
    /// </summary>
    private static (int Digits, int FromFirst, int AfterPoint, int LastPlace) Digits(string text)
    {
        int exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = exponentAt < 0 ? text : text.AsSpan(0, exponentAt);
        int exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), System.Globalization.CultureInfo.InvariantCulture);
        int digits = 0;
        int fromFirst = 0;
        int afterPoint = 0;
        bool point = false;
        foreach (char c in mantissa)
        {
            point |= c == '.';
            if (char.IsAsciiDigit(c))
            {
                digits++;
                afterPoint += point ? 1 : 0;
                fromFirst += fromFirst > 0 || c != '0' ? 1 : 0;
            }
        }

        return (digits, fromFirst, afterPoint, exponent - afterPoint);
    }

    private static bool HasExponent(string text) => text.AsSpan().ContainsAny('e', 'E');

    private static double PowerOfTen(int exponent) => exponent < -330 ? 0 : Math.Pow(10, exponent);
}
