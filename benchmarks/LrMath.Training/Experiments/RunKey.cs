namespace LrMath.Training;

/// <summary>What one training run is told apart by.</summary>
/// <param name="Arm">The contestant's name.</param>
/// <param name="Epochs">Length of the run in epochs.</param>
/// <param name="Rate">The base rate.</param>
/// <param name="Seed">Draws first weights and the order of the images.</param>
public readonly record struct RunKey(string Arm, int Epochs, double Rate, int Seed);
