namespace LrMath.Training;

/// <summary>What guides to schedules claim, each as a difference that was measured seed by seed.</summary>
public static class Claims
{
    /// <summary>Empty while runs are missing.</summary>
    public static Table Of(Experiment experiment, double target, ResultsFile results)
    {
        var rows = new List<IReadOnlyList<string>>();
        int shortest = experiment.Lengths[0],
            longest = experiment.Lengths[^1];
        int[] all = [.. experiment.Lengths];

        if (experiment.IsComplete(results) && experiment.Arms.Select(arm => arm.Name).SequenceEqual(Contestants.All.Select(c => c.Name)))
        {
            foreach (int epochs in all)
            {
                Add(
                    "StepLR is a good default",
                    $"test accuracy, {epochs} epochs, against the mean of the others",
                    Points(AgainstOthers(Contestants.Step, [epochs], Accuracy)),
                    NotWorse
                );
            }

            Add(
                "Cosine is best for long training",
                $"test accuracy, {longest} epochs, against the mean of the others",
                Points(AgainstOthers(Contestants.Cosine, [longest], Accuracy)),
                Better
            );
            Add(
                "OneCycle converges fastest in short training",
                $"epochs to the target, {shortest} epochs, against the mean of the others",
                AgainstOthers(Contestants.OneCycle, [shortest], EpochsToTarget),
                Lower
            );
            Add(
                "",
                $"test accuracy, {shortest} epochs, against the mean of the others",
                Points(AgainstOthers(Contestants.OneCycle, [shortest], Accuracy)),
                Better
            );
            Add(
                "Plateau is safe when unsure",
                "test accuracy, all lengths, against the mean of the others",
                Points(AgainstOthers(Contestants.OnPlateau, all, Accuracy)),
                NotWorse
            );
            Add(
                "",
                "validation accuracy over the whole grid of rates, all lengths, against the mean of the others",
                Points(OverGrid(Contestants.OnPlateau, 0)),
                Better
            );
            Add(
                "Exponential decays too fast",
                $"test accuracy of gamma 0.9 an epoch, {longest} epochs, against cosine",
                Points(Pair(Contestants.Exponential, Contestants.Cosine, longest)),
                Worse
            );
            Add(
                "",
                $"the same of exponential to 1%, {longest} epochs",
                Points(Pair(Contestants.ExponentialToEnd, Contestants.Cosine, longest)),
                Worse
            );
            Add(
                "Warm-up stabilises",
                "validation accuracy at the three highest rates, all lengths, cosine with warm-up against without",
                Points(HighRates(Contestants.WarmupCosine, Contestants.Cosine)),
                Better
            );
        }
        return new Table("claims of the guides", ["claim", "measured", "difference ± 95%", "verdict"], rows);

        void Add(string claim, string measured, Estimate difference, Func<Estimate, string> verdict) =>
            rows.Add([
                claim,
                measured,
                Words.PlusMinus(difference, "+0.00;-0.00;0.00"),
                double.IsFinite(difference.Half) ? verdict(difference) : "one seed only",
            ]);

        double[] BySeed(string arm, int[] lengths, Func<RunResult, double> metric) =>
            [
                .. lengths
                    .SelectMany(epochs => experiment.ReportedResults(Find(arm), epochs, results))
                    .GroupBy(run => run.Key.Seed)
                    .OrderBy(seed => seed.Key)
                    .Select(seed => seed.Average(metric)),
            ];

        Estimate AgainstOthers(string arm, int[] lengths, Func<RunResult, double> metric)
        {
            double[] own = BySeed(arm, lengths, metric);
            double[][] others = [.. experiment.Arms.Where(other => other.Name != arm).Select(other => BySeed(other.Name, lengths, metric))];
            return Estimate.Of([.. own.Select((value, seed) => value - others.Average(other => other[seed]))]);
        }

        Estimate Pair(string arm, string other, int epochs) =>
            Estimate.Of([.. BySeed(arm, [epochs], Accuracy).Zip(BySeed(other, [epochs], Accuracy), (a, b) => a - b)]);

        // By tuning seed: mean over the grid from the given rate on, and over the lengths.
        double[] OnGrid(Arm arm, int firstRate) =>
            [
                .. all.SelectMany(epochs =>
                        arm.Rates.Skip(firstRate).SelectMany(rate => experiment.TuningResults(arm, epochs, rate, results))
                    )
                    .GroupBy(run => run.Key.Seed)
                    .OrderBy(seed => seed.Key)
                    .Select(seed => seed.Average(run => double.IsFinite(run.ValidationAccuracy[^1]) ? run.ValidationAccuracy[^1] : 0)),
            ];

        Estimate OverGrid(string arm, int firstRate)
        {
            double[] own = OnGrid(Find(arm), firstRate);
            double[][] others = [.. experiment.Arms.Where(other => other.Name != arm).Select(other => OnGrid(other, firstRate))];
            return Estimate.Of([.. own.Select((value, seed) => value - others.Average(other => other[seed]))]);
        }

        Estimate HighRates(string arm, string other)
        {
            int firstRate = Math.Max(0, Find(arm).Rates.Count - 3);
            return Estimate.Of([.. OnGrid(Find(arm), firstRate).Zip(OnGrid(Find(other), firstRate), (a, b) => a - b)]);
        }

        // A run that never got there counts as one epoch more than it had.
        double EpochsToTarget(RunResult run) => run.EpochsTo(target) ?? run.Key.Epochs + 1;

        Arm Find(string name) => experiment.Arms.First(arm => arm.Name == name);
    }

    private static double Accuracy(RunResult run) => run.TestAccuracy;

    private static Estimate Points(Estimate share) => share.Times(100);

    private static string Better(Estimate e) =>
        e.Low > 0 ? "confirmed"
        : e.High < 0 ? "contradicted"
        : "not seen";

    private static string Lower(Estimate e) => Better(e.Times(-1) with { Half = e.Half });

    // "Good" and "safe" do not mean best: half a point below the mean is good enough.
    private static string NotWorse(Estimate points) =>
        points.Low > -0.5 ? "confirmed"
        : points.High < -0.5 ? "contradicted"
        : "not decided";

    private static string Worse(Estimate e) => Lower(e);
}
