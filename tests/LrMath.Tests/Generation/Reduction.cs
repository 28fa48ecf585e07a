using System.Globalization;

namespace LrMath.Tests.Generation;

/// <summary>Simpler numbers: each step of a reduction makes the text shorter or the number smaller, so that every reduction ends.</summary>
internal static class Reduction
{
    public static IEnumerable<int> Of(int whole) =>
        new[] { 0, 1, whole / 1000, whole / 10, whole / 2, whole - 1 }.Distinct().Where(less => less >= 0 && less < whole);

    public static IEnumerable<double> Of(double number)
    {
        if (!double.IsFinite(number))
        {
            return [0, 1];
        }

        double[] candidates =
        [
            0,
            1,
            Math.Abs(number),
            Math.Truncate(number),
            Math.Truncate(number / 2),
            Rounded(number, 1),
            Rounded(number, 2),
            Rounded(number, 4),
        ];
        return candidates.Distinct().Where(less => Order(less).CompareTo(Order(number)) < 0);
    }

    private static double Rounded(double number, int digits) =>
        double.Parse(number.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) is var rounded
        && double.IsFinite(rounded)
            ? rounded
            : number;

    private static (int Length, double Size, bool Negative) Order(double number) =>
        (number.ToString("R", CultureInfo.InvariantCulture).Length, Math.Abs(number), double.IsNegative(number));
}
