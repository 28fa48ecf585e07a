using System.Globalization;

namespace LrMath.Benchmarks.Comparison;

/// <summary>What a figure has to be, and how it is made of our cost and that of the others beside it.</summary>
/// <param name="Text">The goal as it is printed; empty where nothing is judged.</param>
/// <param name="Figure">The figure, from our cost and the others'.</param>
/// <param name="IsMet">Whether a figure is good enough.</param>
/// <param name="Format">The unit behind the figure.</param>
internal sealed record Goal(string Text, Func<double, double[], double> Figure, Func<double, bool> IsMet, string Format = "×")
{
    public bool IsJudged => Text.Length > 0;

    /// <summary>Our cost over the sum of the others'.</summary>
    public static Goal AtMost(double factor) => new(Invariant($"≤ {factor} ×"), Slower, figure => figure <= factor);

    /// <summary>The other's cost over ours.</summary>
    public static Goal Faster(double factor) => new(Invariant($"≥ {factor:N0} × faster"), Advantage, figure => figure >= factor, "× faster");

    /// <summary>Our cost less the others'.</summary>
    public static Goal Adds(double nanoseconds) =>
        new(Invariant($"+ ≤ {nanoseconds} ns"), (ours, others) => ours - others.Sum(), figure => figure <= nanoseconds, "ns more");

    /// <summary>Nothing at all of a unit.</summary>
    public static Goal None(string unit) => new($"0 {unit}", (ours, _) => ours, figure => figure == 0, unit);

    /// <summary>Our cost on two threads over what two threads can reach: half the time of one, or the time of the memory.</summary>
    public static Goal TwoThreads(double factor) => new(
        Invariant($"≤ {factor} × the limit"),
        (ours, others) => ours / Math.Max(others[0] / 2, others[1]),
        figure => figure <= factor);

    /// <summary>Our cost over the others', for information.</summary>
    public static Goal Ratio { get; } = new("", Slower, _ => true);

    /// <summary>The other's cost over ours, for information.</summary>
    public static Goal Lead { get; } = new("", Advantage, _ => true, "× faster");

    private static double Slower(double ours, double[] others) => ours / others.Sum();

    private static double Advantage(double ours, double[] others) => others.Sum() / ours;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
