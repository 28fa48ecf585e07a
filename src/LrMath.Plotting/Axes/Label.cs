using System.Globalization;

namespace LrMath.Plotting.Axes;

/// <summary>Numbers as an axis shows them.</summary>
internal static class Label
{
    /// <summary>A step: with thousands separators, 1,000,000.</summary>
    public static string Step(double value) => Of(value, 1e11);

    /// <summary>A value in short: 0.1, 1e-05, 2,500, 1e+06.</summary>
    public static string Value(double value) => Of(value, 1e6);

    private static string Of(double value, double largestPlain)
    {
        var magnitude = Math.Abs(value);
        if (magnitude >= largestPlain)
            return value.ToString("0.###############e+00", CultureInfo.InvariantCulture);
        return magnitude >= 1000
            ? value.ToString("#,0.############", CultureInfo.InvariantCulture)
            : (value + 0.0).ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
    }
}
