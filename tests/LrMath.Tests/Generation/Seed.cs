using System.Globalization;
using System.Security.Cryptography;

namespace LrMath.Tests.Generation;

/// <summary>One seed for all properties of a run: a fresh one, or the one that LRMATH_SEED names. Each failure prints it.</summary>
internal static class Seed
{
    public const string Variable = "LRMATH_SEED";

    /// <summary>The seed of this run.</summary>
    public static ulong OfThisRun { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <summary>What repeats this run.</summary>
    public static string Note { get; } = $"{Variable}={OfThisRun.ToString(CultureInfo.InvariantCulture)}";
}
