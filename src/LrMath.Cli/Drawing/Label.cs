using System.Globalization;

namespace LrMath.Cli.Drawing;

/// <summary>Numbers as a reader wants them, the same in every culture.</summary>
internal static class Label
{
    /// <summary>A step or a count, with thousands set apart.</summary>
    public static string Step(long step) => step.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value to four digits: <c>0.1</c>, <c>0.0125</c>, <c>1.5e-6</c>.</summary>
    public static string Value(double value)
    {
        double size = Math.Abs(value);
        return value == 0 ? "0"
            : size is >= 1e-4 and < 1e6 ? Plain(value)
            : value.ToString("0.###e0", CultureInfo.InvariantCulture);
    }

    /// <summary>The digits that bring back the same bits; .NET's shortest text misses 2^-25 and 2^-958.</summary>
    public static string Exact(double value) => LrMath.Structure.Numbers.Text(value);

    private static string Plain(double value) => ((decimal)value).ToString("G4", CultureInfo.InvariantCulture) is var text && text.Contains('E')
        ? value.ToString("F0", CultureInfo.InvariantCulture)
        : text;
}
