using System.Globalization;

namespace LrMath.Training;

/// <summary>Numbers as they stand in tables, whatever the culture.</summary>
internal static class Words
{
    public static string Number(double value, string format = "0.####") =>
        double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";

    public static string Percent(Estimate share) => PlusMinus(share.Times(100), "0.00");

    public static string Points(Estimate? difference) => difference is { } points ? PlusMinus(points.Times(100), "+0.00;-0.00;0.00") : "–";

    public static string PlusMinus(Estimate estimate, string format) =>
        double.IsFinite(estimate.Half)
            ? $"{Number(estimate.Mean, format)} ± {Number(estimate.Half, "0.00")}"
            : Number(estimate.Mean, format);

    public static string Rate(double rate) => rate.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Small(double? value) => value is { } number ? number.ToString("0.0e+0", CultureInfo.InvariantCulture) : "–";
}
