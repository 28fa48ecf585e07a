using System.Globalization;

namespace LrMath.Analysis.Identifying;

/// <summary>Numbers that people write.</summary>
internal static class RoundNumbers
{
    private const int MostDigits = 13;

    /// <summary>Numbers within an interval near its middle, those with the fewest digits first.</summary>
    public static IEnumerable<double> Within(double low, double high, double middle, bool whole)
    {
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (!(size > 0) || !double.IsFinite(size))
        {
            yield break;
        }

        int first = (int)Math.Floor(Math.Log10(size)) + 1;
        int last = whole ? 0 : first - MostDigits;
        double before = double.NaN;
        for (int place = first; place >= last; place--)
        {
            double rounded = Rounded(middle, place);
            if (rounded >= low && rounded <= high && rounded != before)
            {
                before = rounded;
                yield return rounded;
            }
        }
    }

    /// <summary>The multiple of a power of ten that is nearest to a number; the very double that its digits stand for.</summary>
    public static double Rounded(double value, int place)
    {
        double multiple = Math.Round(value * Math.Pow(10, -place));
        return Math.Abs(multiple) < 1e15 && place > -300
            ? double.Parse(string.Create(CultureInfo.InvariantCulture, $"{multiple:F0}e{place}"), CultureInfo.InvariantCulture)
            : value;
    }

    /// <summary>A number without the rounding errors of the few operations that it comes from.</summary>
    public static double Clean(double value) =>
        value == 0 || !double.IsFinite(value) ? value : Rounded(value, (int)Math.Floor(Math.Log10(Math.Abs(value))) - 11);

    /// <summary>How many digits there are in the numbers of a text, without the zeros at both ends of each.</summary>
    public static int DigitsIn(string text)
    {
        int digits = 0;
        int zeros = 0;
        bool exponent = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool inNumber = char.IsAsciiDigit(c) || c == '.';
            exponent = inNumber || c == '-' ? exponent : c == 'E' && i > 0 && char.IsAsciiDigit(text[i - 1]);
            if (!char.IsAsciiDigit(c) || exponent)
            {
                zeros = c == '.' ? zeros : 0;
            }
            else if (c == '0')
            {
                zeros++;
            }
            else
            {
                bool leading = IsLeading(text, i);
                digits += 1 + (leading ? 0 : zeros);
                zeros = 0;
            }
        }

        return digits;
    }

    /// <summary>How many numbers there are in a text.</summary>
    public static int CountIn(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool begins = char.IsAsciiDigit(text[i]) && (i == 0 || !(char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '.' or 'E' or '-'));
            count += begins ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether there is a number below zero in a text.</summary>
    public static bool HasNegative(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '-' && text[i - 1] is (' ' or '(') && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLeading(string text, int at)
    {
        for (int i = at - 1; i >= 0 && (char.IsAsciiDigit(text[i]) || text[i] == '.'); i--)
        {
            if (text[i] is not ('0' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
