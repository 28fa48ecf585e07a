namespace LrMath.Import.Values;

/// <summary>The base rates of an optimizer's parameter groups; null where the text does not tell one.</summary>
internal sealed record OptimizerRates(IReadOnlyList<double?> Rates)
{
    internal static OptimizerRates NotTold { get; } = new([null]);
}
