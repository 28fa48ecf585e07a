using System.Globalization;

namespace LrMath.Training;

/// <summary>What an experiment came to, as tables.</summary>
public static class Tables
{
    public static string LengthName(Experiment experiment, int epochs) => LengthName(experiment.Lengths, epochs);

    public static string LengthName(IReadOnlyList<int> lengths, int epochs)
    {
        string[] names = ["short", "medium", "long"];
        return lengths.Count == names.Length ? $"{names[lengths.ToList().IndexOf(epochs)]}, {epochs} epochs" : $"{epochs} epochs";
    }

    /// <summary>The arms at one length, the best test accuracy first.</summary>
    public static Table Standings(Experiment experiment, int epochs, double target, ResultsFile results) =>
        Standings(experiment, epochs, target, All(experiment, epochs, target, results));

    /// <summary>The same at the base rate instead of the tuned ones.</summary>
    public static Table AtBaseRate(Experiment experiment, int epochs, double target, ResultsFile results) =>
        Standings(
            experiment,
            epochs,
            target,
            experiment.Arms.Select(arm => Standing.AtBaseRate(experiment, arm, epochs, target, results)).OfType<Standing>()
        );

    private static Table Standings(Experiment experiment, int epochs, double target, IEnumerable<Standing> unsorted)
    {
        Standing[] standings = [.. unsorted.OrderByDescending(s => s.Accuracy.Mean)];
        string to = $"epochs to {Words.Number(100 * target)}%";
        return new Table(
            LengthName(experiment, epochs),
            [
                "schedule",
                "rate",
                "test accuracy, %",
                $"against {experiment.Baseline.Name}",
                to,
                "loss",
                "rise",
                "instability",
                "diverged",
                "forgiving",
            ],
            [
                .. standings.Select(s =>
                    (IReadOnlyList<string>)
                        [
                            s.Arm.Name,
                            Words.Rate(s.Rate) + (s.AtEdge ? " (edge)" : ""),
                            Words.Percent(s.Accuracy),
                            Words.Points(s.AgainstBaseline),
                            (s.EpochsToTarget is { } median ? Words.Number(median) : "–")
                                + (s.Reached < s.Runs ? $" ({s.Reached}/{s.Runs})" : ""),
                            Words.Number(s.FinalLoss, "0.000"),
                            Words.Number(s.Rise, "0.000"),
                            Words.Small(s.Instability),
                            $"{s.Diverged}/{s.Runs}",
                            s.Arm.Rates.Count > 1 ? $"{s.Forgiving}/{s.Arm.Rates.Count}" : "–",
                        ]
                ),
            ]
        );
    }

    /// <summary>Validation accuracy at each rate of the grid: what tuning saw, and how much a wrong rate costs.</summary>
    public static Table Tuning(Experiment experiment, int epochs, ResultsFile results)
    {
        Arm[] tuned = [.. experiment.Arms.Where(arm => arm.Rates.Count > 1)];
        double[] rates = [.. tuned.SelectMany(arm => arm.Rates).Distinct().Order()];
        return new Table(
            LengthName(experiment, epochs),
            ["schedule", .. rates.Select(Words.Rate), "mean", "diverged"],
            [
                .. tuned.Select(arm =>
                    (IReadOnlyList<string>)
                        [
                            arm.Name,
                            .. rates.Select(rate =>
                                Words.Number(100 * Standing.ValidationAccuracy(experiment, arm, epochs, rate, results), "0.0")
                            ),
                            Words.Number(
                                100 * arm.Rates.Average(rate => Standing.ValidationAccuracy(experiment, arm, epochs, rate, results)),
                                "0.0"
                            ),
                            arm
                                .Rates.Sum(rate => experiment.TuningResults(arm, epochs, rate, results).Count(run => run.Diverged))
                                .ToString(CultureInfo.InvariantCulture),
                        ]
                ),
            ]
        );
    }

    /// <summary>Every standing in full, for other programs.</summary>
    public static Table Everything(Experiment experiment, double target, ResultsFile results) =>
        new(
            "results",
            [
                "schedule",
                "epochs",
                "rate",
                "at_edge",
                "runs",
                "test_accuracy",
                "test_accuracy_half_ci95",
                "against_baseline",
                "against_baseline_half_ci95",
                "median_epochs_to_target",
                "reached_target",
                "validation_loss",
                "validation_loss_rise",
                "instability",
                "diverged",
                "forgiving_rates",
            ],
            [
                .. experiment
                    .Lengths.SelectMany(epochs => All(experiment, epochs, target, results))
                    .Select(s =>
                        (IReadOnlyList<string>)
                            [
                                s.Arm.Name,
                                Full(s.Epochs),
                                Full(s.Rate),
                                s.AtEdge ? "1" : "0",
                                Full(s.Runs),
                                Full(s.Accuracy.Mean),
                                Full(s.Accuracy.Half),
                                Full(s.AgainstBaseline?.Mean),
                                Full(s.AgainstBaseline?.Half),
                                Full(s.EpochsToTarget),
                                Full(s.Reached),
                                Full(s.FinalLoss),
                                Full(s.Rise),
                                Full(s.Instability),
                                Full(s.Diverged),
                                Full(s.Forgiving),
                            ]
                    ),
            ]
        );

    public static IEnumerable<Standing> All(Experiment experiment, int epochs, double target, ResultsFile results) =>
        experiment.Arms.Select(arm => Standing.Of(experiment, arm, epochs, target, results)).OfType<Standing>();

    // Twelve digits: the last ones of a mean of doubles are noise, and files are compared.
    private static string Full(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("G12", CultureInfo.InvariantCulture) : "";
}
