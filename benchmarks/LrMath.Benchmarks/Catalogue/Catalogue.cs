namespace LrMath.Benchmarks;

/// <summary>The schedules that are measured, each spread over a given number of steps: every builder and every verb of the
/// library.</summary>
internal static partial class Catalogue
{
    /// <summary>All lists.</summary>
    public static IReadOnlyList<Subject> All(int steps) =>
        [.. Plain(steps), .. Recipes(steps), .. CosineVerbs(steps), .. Powers(steps), .. Heavy(steps), .. Several(steps)];
}
