using LrMath.ClosedLoop;

namespace LrMath.Import.Values;

/// <summary>A plateau policy that takes its base rate from an optimizer.</summary>
internal sealed record RatePolicy(string Name, OptimizerRates Optimizer, Func<Func<double>, Plateau> Build);
