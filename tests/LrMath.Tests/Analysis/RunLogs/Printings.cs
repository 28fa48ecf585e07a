using System.Globalization;
using System.Text.RegularExpressions;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>The ways in which programs print rates, with how near an answer has to come, as a fraction of the peak.</summary>
internal static partial class Printings
{
    private static readonly (string Name, Func<double, string> Print, double Relative)[] All =
    [
        ("float64", value => value.ToString("R", CultureInfo.InvariantCulture), 1e-6),
        ("float64", value => value.ToString("R", CultureInfo.InvariantCulture), 1e-6),
        ("float32", value => ((double)(float)value).ToString("R", CultureInfo.InvariantCulture), 2e-6),
        ("float32 short", value => ((float)value).ToString("R", CultureInfo.InvariantCulture), 2e-6),
        ("%.6g", value => value.ToString("G6", CultureInfo.InvariantCulture), 2e-5),
        ("%.4e", value => Padded(value, 4), 2e-4),
        ("%.3e", value => Padded(value, 3), 2e-3),
        ("%.3E", value => Padded(value, 3).ToUpperInvariant(), 2e-3),
        ("%.2e", value => Padded(value, 2), 2e-2),
    ];

    public static (string Name, Func<double, string> Print, double Relative) Of(Random random) => RandomRun.Pick(random, All);

    // C writes at least two digits of the exponent, .NET at least three.
    private static string Padded(double value, int digits) =>
        Exponent().Replace(value.ToString("e" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), "e$1$2");

    [GeneratedRegex(@"e([+-])0(\d\d)$")]
    private static partial Regex Exponent();
}
