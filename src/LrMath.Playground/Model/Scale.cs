using System.Globalization;

namespace LrMath.Playground.Model;

/// <summary>How a slider and the arrow keys move a number: evenly, or by ratios.</summary>
/// <param name="Low">The number at the left end.</param>
/// <param name="High">The number at the right end.</param>
/// <param name="IsLog">Whether equal distances are equal ratios; the left end is 0 then.</param>
/// <param name="IsWhole">Whether only whole numbers are legal.</param>
internal sealed record Scale(double Low, double High, bool IsLog, bool IsWhole)
{
    // A decade has ten notches.
    private const int Notches = 10;

    /// <summary>The scale for a kind of number.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="isWhole">Whether it is a whole number.</param>
    /// <param name="run">The length of the run in steps.</param>
    /// <param name="value">The number now, which is on the scale as well.</param>
    public static Scale Of(KnobKind kind, bool isWhole, int run, double? value)
    {
        double size = Math.Abs(value ?? 0);
        return kind switch
        {
            KnobKind.Rate => new(1e-7, size > 10 ? 10 * size : 10, true, isWhole),
            KnobKind.Factor => new(1e-3, size > 1000 ? 10 * size : 1000, true, isWhole),
            KnobKind.Fraction => new(0, Math.Max(1, size), false, isWhole),
            KnobKind.Steps => new(0, Math.Max(run, size), false, isWhole),
            KnobKind.Count => new(0, Math.Max(100, size), false, isWhole),
            _ => new(-Math.Max(10, size), Math.Max(10, size), false, isWhole),
        };
    }

    /// <summary>The number at a place, from 0 at the left to 1 at the right.</summary>
    public double ValueAt(double fraction)
    {
        if (!IsLog)
        {
            return Rounded(Low + fraction * (High - Low), (High - Low) / 1000);
        }

        return fraction <= 0 ? 0 : TwoDigits(Low * Math.Pow(High / Low, fraction));
    }

    /// <summary>The place of a number.</summary>
    public double FractionOf(double value) =>
        Math.Clamp(
            IsLog
                ? value > Low
                    ? Math.Log(value / Low) / Math.Log(High / Low)
                    : 0
                : (value - Low) / (High - Low),
            0,
            1
        );

    /// <summary>The number some notches further.</summary>
    public double Stepped(double value, int notches)
    {
        double step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max((High - Low) / 50, double.Epsilon))));
        return IsLog && value > 0 ? TwoDigits(value * Math.Pow(10, notches / (double)Notches))
            : IsLog ? Math.Max(0, notches) * Low
            : Rounded(value + notches * (IsWhole ? Math.Max(1, step) : step), step);
    }

    /// <summary>The number as it is typed.</summary>
    public string Text(double value) =>
        IsWhole ? Math.Round(value).ToString("0", CultureInfo.InvariantCulture) : Data.JsonWriting.Number(value);

    private static double TwoDigits(double value) =>
        double.Parse(value.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private double Rounded(double value, double unit)
    {
        if (IsWhole)
        {
            return Math.Round(value);
        }

        int digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(unit)), 0, 15);
        return Math.Round(value, digits);
    }
}
