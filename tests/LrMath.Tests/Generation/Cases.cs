using System.Globalization;

namespace LrMath.Tests.Generation;

/// <summary>How many cases a property draws: what it asks for, or the per cent of it that LRMATH_CASES names.</summary>
internal static class Cases
{
    private static readonly int Share = Environment.GetEnvironmentVariable("LRMATH_CASES") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : 100;

    public static int Of(int times) => Math.Max(1, (int)((long)times * Share / 100));
}
