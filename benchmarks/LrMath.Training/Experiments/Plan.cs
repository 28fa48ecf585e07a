namespace LrMath.Training;

/// <summary>How much is run: lengths in epochs, rates to tune over, seeds.</summary>
/// <param name="Lengths">Short, medium and long, in epochs.</param>
/// <param name="Grid">Base rates for SGD with momentum; other optimizers scale them.</param>
/// <param name="TuningSeeds">Runs for each rate of the grid.</param>
/// <param name="Seeds">Runs at the tuned rate.</param>
/// <param name="Target">The validation accuracy whose first epoch is reported.</param>
/// <param name="BaseRate">A rate that is reported beside the tuned one; null: none.</param>
public sealed record Plan(
    IReadOnlyList<int> Lengths,
    IReadOnlyList<double> Grid,
    int TuningSeeds,
    int Seeds,
    double Target,
    double? BaseRate = null
)
{
    private static readonly double[] FullGrid = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    public static Plan Digits { get; } = new([10, 40, 120], FullGrid, 5, 20, 0.95);

    public static Plan Idx { get; } = new([5, 25, 105], FullGrid, 1, 10, 0.95);

    public static Plan Quick { get; } = new([4, 12, 24], [0.02, 0.1, 0.5], 1, 5, 0.95);

    public static Plan QuickIdx { get; } = new([2, 4, 8], [0.02, 0.1, 0.5], 1, 3, 0.9);

    /// <summary>For a network that takes seconds an epoch.</summary>
    public static Plan Network { get; } = new([8], [0.03, 0.1, 0.3], 1, 3, 0.88);

    /// <summary>Rates to fine-tune such a network with, in smaller batches.</summary>
    public static IReadOnlyList<double> NetworkFineTuning { get; } = [0.01, 0.03, 0.1, 0.3];

    public static Plan QuickNetwork { get; } = new([4], [0.05, 0.2], 1, 2, 0.8);

    /// <summary>The lengths of a guide's claims: one, of the middle, at the guide's base rate too.</summary>
    public Plan ForGuide() => this with { Lengths = [Lengths[Lengths.Count / 2]], BaseRate = 0.1 };
}
