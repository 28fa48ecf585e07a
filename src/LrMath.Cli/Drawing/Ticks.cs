namespace LrMath.Cli.Drawing;

/// <summary>Round numbers for an axis.</summary>
internal static class Ticks
{
    /// <summary>The multiples of 1, 2 or 5 times a power of ten within the range, at most <paramref name="atMost"/> + 1 of them.</summary>
    /// <param name="low">The lower end of the axis.</param>
    /// <param name="high">The upper end of the axis; above <paramref name="low"/>.</param>
    /// <param name="atMost">How many there is room for; at least 1.</param>
    /// <param name="smallest">The smallest distance that makes sense: 1 for steps, 0 for values.</param>
    public static IEnumerable<double> Between(double low, double high, int atMost, double smallest = 0)
    {
        double spacing = Math.Max(smallest, RoundUp((high - low) / atMost));
        double first = Math.Ceiling(low / spacing);
        for (int i = 0; i <= atMost && (first + i) * spacing <= high; i++)
            yield return (first + i) * spacing;
    }

    /// <summary>The next 1, 2 or 5 times a power of ten, not below <paramref name="spacing"/>.</summary>
    public static double RoundUp(double spacing)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(spacing)));
        double digit = spacing / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
