using MathNet.Numerics.Statistics;

namespace LrMath.Training;

/// <summary>How one arm did at one length, over the seeds that are finished.</summary>
/// <param name="Rate">The tuned base rate.</param>
/// <param name="AtEdge">The best rate was the first or last of the grid, so a better one may lie outside.</param>
/// <param name="Accuracy">On the test images, diverged runs included.</param>
/// <param name="AgainstBaseline">Accuracy minus the first arm's with the same seed; null for that arm.</param>
/// <param name="EpochsToTarget">The median; null if half of the runs or more never reached it.</param>
/// <param name="Reached">Runs that reached the target.</param>
/// <param name="FinalLoss">On the validation images, at the end; diverged runs left out.</param>
/// <param name="Rise">Validation loss at the end above its lowest in the run: overfitting, or trouble.</param>
/// <param name="Instability">Mean of the runs' <see cref="RunResult.Instability"/>.</param>
/// <param name="Forgiving">Rates of the grid whose validation accuracy is within a point of the best.</param>
public sealed record Standing(
    Arm Arm,
    int Epochs,
    double Rate,
    bool AtEdge,
    Estimate Accuracy,
    Estimate? AgainstBaseline,
    double? EpochsToTarget,
    int Reached,
    double FinalLoss,
    double Rise,
    double? Instability,
    int Diverged,
    int Forgiving,
    int Runs
)
{
    /// <summary>Null while there is no finished run at the tuned rate.</summary>
    public static Standing? Of(Experiment experiment, Arm arm, int epochs, double target, ResultsFile results) =>
        experiment.TunedRate(arm, epochs, results) is { } rate
            ? Of(experiment, arm, epochs, rate, target, one => experiment.ReportedResults(one, epochs, results), results)
            : null;

    /// <summary>Null while there is no finished run at the base rate.</summary>
    public static Standing? AtBaseRate(Experiment experiment, Arm arm, int epochs, double target, ResultsFile results) =>
        experiment.BaseRate is { } rate
            ? Of(experiment, arm, epochs, rate, target, one => experiment.BaseResults(one, epochs, results), results)
            : null;

    private static Standing? Of(
        Experiment experiment,
        Arm arm,
        int epochs,
        double rate,
        double target,
        Func<Arm, IReadOnlyList<RunResult>> runsOf,
        ResultsFile results
    )
    {
        IReadOnlyList<RunResult> runs = runsOf(arm);
        if (runs.Count == 0)
        {
            return null;
        }

        Arm baseline = experiment.Baseline;
        double[] grid = [.. arm.Rates.Select(r => ValidationAccuracy(experiment, arm, epochs, r, results))];
        double[] toTarget = [.. runs.Select(run => run.EpochsTo(target) ?? double.PositiveInfinity).Order()];
        double median = toTarget[toTarget.Length / 2];
        RunResult[] sound = [.. runs.Where(run => !run.Diverged)];
        double[] instabilities = [.. sound.Select(run => run.Instability).OfType<double>()];
        return new Standing(
            arm,
            epochs,
            rate,
            arm.Rates.Count > 1 && (rate == arm.Rates[0] || rate == arm.Rates[^1]),
            Estimate.Of([.. runs.Select(run => run.TestAccuracy)]),
            arm == baseline ? null : Difference(runs, runsOf(baseline)),
            double.IsInfinity(median) ? null : median,
            toTarget.Count(double.IsFinite),
            sound.Length == 0 ? double.NaN : sound.Average(run => run.ValidationLoss[^1]),
            sound.Length == 0 ? double.NaN : sound.Average(run => run.ValidationLoss[^1] - run.ValidationLoss.Min()),
            instabilities.Length == 0 ? null : instabilities.Mean(),
            runs.Count - sound.Length,
            grid.Count(accuracy => accuracy >= grid.Max() - 0.01),
            runs.Count
        );
    }

    /// <summary>Mean validation accuracy of the tuning runs of one rate; NaN if there are none.</summary>
    public static double ValidationAccuracy(Experiment experiment, Arm arm, int epochs, double rate, ResultsFile results)
    {
        IReadOnlyList<RunResult> runs = experiment.TuningResults(arm, epochs, rate, results);
        return runs.Count == 0
            ? double.NaN
            : runs.Average(run => double.IsFinite(run.ValidationAccuracy[^1]) ? run.ValidationAccuracy[^1] : 0);
    }

    // The same seed draws the same weights and the same order of images, so pairs differ by the schedule only.
    private static Estimate? Difference(IReadOnlyList<RunResult> runs, IReadOnlyList<RunResult> others)
    {
        double[] differences =
        [
            .. runs.Join(others, run => run.Key.Seed, other => other.Key.Seed, (run, other) => run.TestAccuracy - other.TestAccuracy),
        ];
        return differences.Length == 0 ? null : Estimate.Of(differences);
    }
}
