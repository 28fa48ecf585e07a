namespace LrMath.Cli.Expressions;

/// <summary>The lowest and highest of the values seen.</summary>
/// <param name="Min">The lowest value.</param>
/// <param name="MinStep">The first step that has it.</param>
/// <param name="Max">The highest value.</param>
/// <param name="MaxStep">The first step that has it.</param>
/// <param name="LowestPositive">The lowest value above 0; infinite where there is none.</param>
internal readonly record struct Extremes(double Min, int MinStep, double Max, int MaxStep, double LowestPositive)
{
    /// <summary>The extremes of one value.</summary>
    public static Extremes Of(double value, int step) => new(value, step, value, step, value > 0 ? value : double.PositiveInfinity);

    /// <summary>These extremes, or <paramref name="value"/> where it lies outside of them.</summary>
    public Extremes Including(double value, int step) =>
        value < Min ? this with { Min = value, MinStep = step, LowestPositive = value > 0 ? value : LowestPositive }
        : value > Max
            ? this with
            {
                Max = value,
                MaxStep = step,
                LowestPositive = value > 0 ? Math.Min(value, LowestPositive) : LowestPositive,
            }
        : value > 0 && value < LowestPositive ? this with { LowestPositive = value }
        : this;

    /// <summary>These extremes and those of later steps.</summary>
    public Extremes Including(Extremes later) =>
        new(
            later.Min < Min ? later.Min : Min,
            later.Min < Min ? later.MinStep : MinStep,
            later.Max > Max ? later.Max : Max,
            later.Max > Max ? later.MaxStep : MaxStep,
            Math.Min(LowestPositive, later.LowestPositive)
        );
}
