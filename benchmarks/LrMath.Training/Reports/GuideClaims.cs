namespace LrMath.Training;

/// <summary>What the second guide claims of its six schedules, each measured seed by seed, at its base rate and at the tuned
/// rates.</summary>
public static class GuideClaims
{
    // What the guide compares; what else runs is left out here.
    private static readonly string[] Six =
    [
        Contestants.Step,
        Contestants.MultiStep,
        Contestants.GuideExponential,
        Contestants.Cosine,
        Contestants.OnPlateau,
        Contestants.OneCycle,
    ];

    /// <summary>Empty while runs are missing, or if other schedules ran.</summary>
    public static Table Of(Experiment experiment, double target, ResultsFile results)
    {
        List<IReadOnlyList<string>> rows = [];
        if (
            experiment.BaseRate is { } baseRate
            && experiment.IsComplete(results)
            && experiment.Arms.Select(arm => arm.Name).SequenceEqual(Contestants.Guide.Select(contestant => contestant.Name))
        )
        {
            foreach (int epochs in experiment.Lengths)
            {
                Rows(rows, $"rate {Words.Rate(baseRate)}", target, name => experiment.BaseResults(Find(experiment, name), epochs, results));
                Rows(rows, "tuned rates", target, name => experiment.ReportedResults(Find(experiment, name), epochs, results));
            }
        }
        return new Table("claims of the guide", ["claim", "at", "measured", "result ± 95%", "verdict"], rows);
    }

    private static void Rows(List<IReadOnlyList<string>> rows, string at, double target, Func<string, IReadOnlyList<RunResult>> runs)
    {
        var faster = Estimate.Of(
            Pair(
                runs(Contestants.Step),
                runs(Contestants.OneCycle),
                (step, cycle) => 100 * (1 - EpochsTo(cycle, target) / EpochsTo(step, target))
            )
        );
        Add("one-cycle converges 30 % faster than StepLR", "epochs to the target that it saves, %", faster, "0.0", Faster);
        Add("cosine ends best", "test accuracy against the other five", Against(Contestants.Cosine), "+0.00;-0.00;0.00", Above);
        Add("plateau ends best", "test accuracy against the other five", Against(Contestants.OnPlateau), "+0.00;-0.00;0.00", Above);
        Add("exponential is least stable", "instability, times that of the other five, log2", Unstable(), "+0.00;-0.00;0.00", Above);
        Add("StepLR is solid", "test accuracy against the other five", Against(Contestants.Step), "+0.00;-0.00;0.00", NotWorse);
        string best = Six.Where(name => name != Contestants.Step).MaxBy(name => runs(name).Average(ValidationAccuracy))!;
        var toBest = Estimate.Of(Pair(runs(Contestants.Step), runs(best), (step, other) => 100 * (step.TestAccuracy - other.TestAccuracy)));
        Add(
            "StepLR is outperformed",
            $"test accuracy against {best}, the best on the validation images",
            toBest,
            "+0.00;-0.00;0.00",
            Below
        );

        void Add(string claim, string measured, Estimate result, string format, Func<Estimate, string> verdict) =>
            rows.Add([
                claim,
                at,
                measured,
                Words.PlusMinus(result, format),
                double.IsFinite(result.Half) ? verdict(result) : "not measured",
            ]);

        Estimate Against(string name)
        {
            double[][] others =
            [
                .. Six.Where(other => other != name).Select(other => runs(other).Select(run => run.TestAccuracy).ToArray()),
            ];
            return Estimate.Of([.. runs(name).Select((run, seed) => 100 * (run.TestAccuracy - others.Average(other => other[seed])))]);
        }

        Estimate Unstable()
        {
            double[][] others =
            [
                .. Six.Where(other => other != Contestants.GuideExponential).Select(other => runs(other).Select(LogInstability).ToArray()),
            ];
            return Estimate.Of([
                .. runs(Contestants.GuideExponential).Select((run, seed) => LogInstability(run) - others.Average(other => other[seed])),
            ]);
        }
    }

    private static double[] Pair(
        IReadOnlyList<RunResult> some,
        IReadOnlyList<RunResult> others,
        Func<RunResult, RunResult, double> difference
    ) => [.. some.Zip(others, difference)];

    // A run that never got there counts as one epoch more than it had.
    private static double EpochsTo(RunResult run, double target) => run.EpochsTo(target) ?? run.Key.Epochs + 1;

    // NaN for a run that diverged: then the claim is not measured.
    private static double LogInstability(RunResult run) => Math.Log2(run.Instability ?? double.NaN);

    private static double ValidationAccuracy(RunResult run) => double.IsFinite(run.ValidationAccuracy[^1]) ? run.ValidationAccuracy[^1] : 0;

    private static string Faster(Estimate percent) =>
        percent.High < 30 ? "contradicted"
        : percent.Low > 0 ? "confirmed"
        : "not seen";

    private static string Above(Estimate e) =>
        e.Low > 0 ? "confirmed"
        : e.High < 0 ? "contradicted"
        : "not seen";

    private static string Below(Estimate e) =>
        e.High < 0 ? "confirmed"
        : e.Low > 0 ? "contradicted"
        : "not seen";

    // "Solid" does not mean best: half a point below the mean is good enough.
    private static string NotWorse(Estimate points) =>
        points.Low > -0.5 ? "confirmed"
        : points.High < -0.5 ? "contradicted"
        : "not decided";

    private static Arm Find(Experiment experiment, string name) => experiment.Arms.First(arm => arm.Name == name);
}
