namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>Shapes that need a root, a quotient, a logarithm or a general power for every value.</summary>
    public static IReadOnlyList<Subject> Heavy(int steps) => [.. Divided(steps), .. Computed(steps)];
}
