using System.Globalization;

namespace LrMath.Structure;

/// <summary>Numbers as text.</summary>
internal static class Numbers
{
    /// <summary>
    /// The shortest text that is read back as the same number. .NET's own shortest text misses two of them (2^-25 and 2^-958, by one
    /// unit in the last place, in .NET 10); these get seventeen digits.
    /// </summary>
    internal static string Text(double value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(shortest, CultureInfo.InvariantCulture).Equals(value)
            ? shortest
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
