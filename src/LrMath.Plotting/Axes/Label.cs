using System.Globalization;

namespace LrMath.Plotting.Axes;

/// <summary>Numbers as axes, legends and tables show them, the same in every culture.</summary>
internal static class Label
{
    private const double Smallest = 1e-4;
    private const double Largest = 1e6;

    /// <summary>A step or a count, with thousands set apart: 1,000,000.</summary>
    public static string Step(double value) => Text(value, 1e11);

    /// <summary>A round value with all its digits, so that neighbouring ticks differ: 0.1, 1e-5, 2,500, 0.9999999995.</summary>
    public static string Tick(double value) => Text(value, Largest);

    /// <summary>Any value to four digits: 0.1, 0.3333, 1.235e-7, 12,350.</summary>
    public static string Value(double value) => Value(value, 4);

    /// <summary>Two values to four digits, or to as many as tell them apart: 1 and 0.999999999.</summary>
    public static (string First, string Second) Values(double first, double second)
    {
        int digits = 4;
        while (digits < 17 && first != second && Value(first, digits) == Value(second, digits))
        {
            digits++;
        }

        return (Value(first, digits), Value(second, digits));
    }

    private static string Value(double value, int digits)
    {
        string rounded = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Abs(value) is 0 or (>= Smallest and < Largest)
            ? Tick(double.Parse(rounded, CultureInfo.InvariantCulture))
            : value.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture);
    }

    private static string Text(double value, double largestPlain)
    {
        double magnitude = Math.Abs(value);
        return value == 0 ? "0"
            : magnitude >= largestPlain || magnitude < Smallest ? value.ToString("0.###############e0", CultureInfo.InvariantCulture)
            : magnitude >= 1000 ? value.ToString("#,0.############", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
