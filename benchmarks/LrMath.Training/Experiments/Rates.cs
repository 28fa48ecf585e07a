namespace LrMath.Training;

/// <summary>What a contestant drives in one run.</summary>
/// <param name="Rate">The learning rate.</param>
/// <param name="Momentum">The momentum; null for the optimizer's usual one.</param>
/// <param name="EpochEnded">Is given the validation loss after each epoch; null for a schedule that does not look.</param>
public sealed record Rates(Func<int, double> Rate, Func<int, double>? Momentum = null, Action<double>? EpochEnded = null);
