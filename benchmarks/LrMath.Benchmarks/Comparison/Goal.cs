using System.Globalization;

namespace LrMath.Benchmarks.Comparison;

/// <summary>What a figure has to be, and how it is made of our cost and that of the others beside it.</summary>
/// <param name="Text">The goal as it is printed; empty where nothing is judged.</param>
/// <param name="Figure">The figure, from our cost and the others'.</param>
/// <param name="Bound">The worst figure that reaches the goal.</param>
/// <param name="MoreIsBetter">Whether figures above the bound reach the goal, or those below.</param>
/// <param name="Unit">What stands behind the figure.</param>
internal sealed record Goal(string Text, Func<double, double[], double> Figure, double Bound, bool MoreIsBetter, string Unit)
{
    public bool IsJudged => Text.Length > 0;

    /// <summary>Our cost over the sum of the others'.</summary>
    public static Goal AtMost(double factor) => new(Invariant($"≤ {factor} ×"), Over, factor, false, "×");

    /// <summary>The other's cost over ours.</summary>
    public static Goal Faster(double factor) => new(Invariant($"≥ {factor:N0} × faster"), Lead, factor, true, "× faster");

    /// <summary>Our cost less the others'.</summary>
    public static Goal Adds(double nanoseconds) =>
        new(Invariant($"≤ {nanoseconds} ns more"), (ours, others) => ours - others.Sum(), nanoseconds, false, "ns more");

    /// <summary>At most this amount of a unit, whatever others cost.</summary>
    public static Goal Takes(double most, string unit) => new(Invariant($"≤ {most:N0} {unit}"), (ours, _) => ours, most, false, unit);

    /// <summary>Nothing at all of a unit.</summary>
    public static Goal None(string unit) => Takes(0, unit) with { Text = $"0 {unit}" };

    /// <summary>Our cost over the others', for information.</summary>
    public static Goal Ratio { get; } = new("", Over, double.PositiveInfinity, false, "×");

    /// <summary>The other's cost over ours, for information.</summary>
    public static Goal Advantage { get; } = new("", Lead, 0, true, "× faster");

    public bool IsReachedBy(double figure) => MoreIsBetter ? figure >= Bound : figure <= Bound;

    private static double Over(double ours, double[] others) => ours / others.Sum();

    private static double Lead(double ours, double[] others) => others.Sum() / ours;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
