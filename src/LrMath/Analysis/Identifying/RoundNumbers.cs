using System.Globalization;
using System.Text.RegularExpressions;

namespace LrMath.Analysis.Identifying;

/// <summary>Numbers that people write.</summary>
internal static partial class RoundNumbers
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

    /// <summary>The roundest number that is nearly the same; for quotients, which people choose to be round.</summary>
    public static double Near(double value)
    {
        for (int digits = 1; digits <= 3 && value > 0 && double.IsFinite(value); digits++)
        {
            double rounded = Rounded(value, (int)Math.Floor(Math.Log10(value)) - digits + 1);
            if (Math.Abs(rounded - value) <= 5e-4 * value)
            {
                return rounded;
            }
        }

        return Clean(value);
    }

    /// <summary>How many digits there are in the numbers of a text, without the zeros at both ends of each and without exponents.</summary>
    public static int DigitsIn(string text) => DigitsOfEach(text).Sum();

    /// <summary>How many digits the longest number of a text has.</summary>
    public static int MostDigitsIn(string text) => DigitsOfEach(text).DefaultIfEmpty().Max();

    /// <summary>How many numbers there are in a text.</summary>
    public static int CountIn(string text) => DigitsOfEach(text).Count();

    /// <summary>Whether there is a number below zero in a text.</summary>
    public static bool HasNegative(string text) => Number().Matches(text).Any(number => number.Value[0] == '-');

    private static IEnumerable<int> DigitsOfEach(string text) =>
        Number().Matches(text).Select(number => number.Groups["digits"].Value.Replace(".", "", StringComparison.Ordinal).Trim('0').Length);

    [GeneratedRegex(@"(?<![\w.])-?(?<digits>\d+(?:\.\d+)?)(?:E[-+]?\d+)?")]
    private static partial Regex Number();
}
