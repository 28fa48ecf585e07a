using LrMath.Frameworks;

namespace LrMath.Import.Values;

/// <summary>A scheduler that takes its base rate from an optimizer: PyTorch's, Transformers' and timm's.</summary>
/// <param name="Name">The scheduler's name in its library.</param>
/// <param name="Optimizer">The optimizer's base rates.</param>
/// <param name="Build">From a base rate to the schedule; the rate is asked for only by those that need one.</param>
internal sealed record RateScheduler(string Name, OptimizerRates Optimizer, Func<Func<double>, RateAndMomentum> Build);
