namespace LrMath.Cli;

/// <summary>Numbers for other programs.</summary>
internal static class ExactNumber
{
    /// <summary>The digits that bring back the same bits; .NET's shortest text misses 2^-25 and 2^-958.</summary>
    public static string Text(double value) => LrMath.Structure.Numbers.Text(value);
}
