namespace LrMath.Training;

/// <summary>An optimizer to run the comparison with.</summary>
/// <param name="RateFactor">Its useful rates, in units of those of SGD with momentum.</param>
/// <param name="Create">Its update for a group with a number of weights.</param>
public sealed record OptimizerChoice(string Name, double RateFactor, Func<int, Rates, Update> Create)
{
    private static readonly Func<int, double> UsualMomentum = Schedule.Constant(0.9);

    public static IReadOnlyList<OptimizerChoice> All { get; } =
    [
        new("nesterov", 1, (size, rates) => new Momentum(size, rates.Rate, rates.Momentum ?? UsualMomentum, nesterov: true).Update),
        new("momentum", 1, (size, rates) => new Momentum(size, rates.Rate, rates.Momentum ?? UsualMomentum).Update),
        new("sgd", 10, (_, rates) => new Sgd(rates.Rate).Update),
        new("adam", 0.02, (size, rates) => new Adam(size, rates.Rate).Update),
        new("adamw", 0.02, (size, rates) => new AdamW(size, rates.Rate, Schedule.Constant(0.01)).Update),
    ];

    /// <summary>The grid in this optimizer's units, without the digits that a product adds.</summary>
    public IReadOnlyList<double> Rates(IReadOnlyList<double> grid) => [.. grid.Select(rate => Math.Round(rate * RateFactor, 9))];
}
