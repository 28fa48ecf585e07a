using System.Globalization;

namespace LrMath.Benchmarks.Comparison;

/// <summary>Numbers with three digits or so, which is more than a clock gives.</summary>
internal static class Numbers
{
    /// <summary>A median and the quartiles around it.</summary>
    public static string Text(Spread spread) => $"{Text(spread.Median)} ({Text(spread.LowerQuartile)}–{Text(spread.UpperQuartile)})";

    public static string Text(double figure, string unit) => $"{Text(figure)} {unit}";

    public static string Text(double value) =>
        Math.Abs(value) switch
        {
            0 => "0",
            >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
            >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
            >= 1 => value.ToString("0.00", CultureInfo.InvariantCulture),
            _ => value.ToString("0.000", CultureInfo.InvariantCulture),
        };
}
