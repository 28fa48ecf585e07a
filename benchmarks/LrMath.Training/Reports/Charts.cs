using System.Globalization;
using LrMath.Plotting;

namespace LrMath.Training;

/// <summary>The pictures of the reports.</summary>
public static class Charts
{
    private const int Columns = 4;

    public static IEnumerable<(string Name, string Text)> OfComparison(Comparison comparison, ResultsFile results, Table everything)
    {
        yield return ("rates.svg", Rates(comparison, results));
        foreach ((string name, string text) in OfExperiment(comparison.Experiment, results, everything))
        {
            yield return (name, text);
        }
    }

    /// <summary>Loss curves at each length, and the accuracies.</summary>
    public static IEnumerable<(string Name, string Text)> OfExperiment(Experiment experiment, ResultsFile results, Table everything)
    {
        foreach (int epochs in experiment.Lengths)
        {
            yield return ($"loss-{epochs}.svg", Losses(experiment, epochs, results));
        }

        yield return ("accuracy.svg", Accuracy(everything));
    }

    // Each schedule at base rate 1 and the middle length. What a plateau does depends on the run: shown is the first reported one.
    private static string Rates(Comparison comparison, ResultsFile results)
    {
        Experiment experiment = comparison.Experiment;
        int epochs = comparison.Plan.Lengths[comparison.Plan.Lengths.Count / 2];
        int perEpoch = comparison.StepsPerEpoch;
        double[] x = [.. Enumerable.Range(0, epochs * perEpoch).Select(step => (double)step / perEpoch)];
        Plot[] panels =
        [
            .. comparison.Contestants.Zip(
                experiment.Arms,
                (contestant, arm) =>
                {
                    Rates built = contestant.BuildFor(1, epochs, perEpoch);
                    RunResult? run = experiment.ReportedResults(arm, epochs, results) is [var first, ..] ? first : null;
                    double[] values = new double[x.Length];
                    for (int step = 0; step < values.Length; step++)
                    {
                        values[step] = built.Rate(step);
                        if ((step + 1) % perEpoch == 0 && run is not null)
                        {
                            built.EpochEnded?.Invoke(run.ValidationLoss[step / perEpoch]);
                        }
                    }
                    return new Plot(contestant.Name) { XTitle = "epoch", YRange = (0, 1.05) }.AddLine(contestant.Name, x, values);
                }
            ),
        ];
        return new PlotGrid("Schedules at base rate 1", Columns, panels).ToSvg();
    }

    private static string Losses(Experiment experiment, int epochs, ResultsFile results)
    {
        double[] x = [.. Enumerable.Range(1, epochs).Select(epoch => (double)epoch)];
        (Arm Arm, Estimate[] Curve)[] curves =
        [
            .. experiment.Arms.Select(arm => (arm, Curve(experiment.ReportedResults(arm, epochs, results), epochs))),
        ];
        Arm baseline = experiment.Baseline;
        Estimate[] drawn = [.. curves.SelectMany(c => c.Curve).Where(e => double.IsFinite(e.Mean) && e.Mean > 0)];
        (double, double)? range = drawn.Length == 0 ? null : (0.9 * drawn.Min(e => e.Mean), 1.1 * drawn.Max(e => e.Mean));
        Plot[] panels =
        [
            .. curves.Select(c =>
            {
                Plot plot = new Plot(c.Arm.Name)
                {
                    XTitle = "epoch",
                    YTitle = "validation loss",
                    LogY = true,
                    YRange = range,
                }
                    .AddBand(c.Arm.Name, x, [.. c.Curve.Select(e => e.Low)], [.. c.Curve.Select(e => e.High)])
                    .AddLine(c.Arm.Name, x, [.. c.Curve.Select(e => e.Mean)]);
                return c.Arm == baseline
                    ? plot
                    : plot.AddLine(baseline.Name, x, [.. curves.First(one => one.Arm == baseline).Curve.Select(e => e.Mean)]);
            }),
        ];
        return new PlotGrid($"Validation loss, mean and 95% interval, {Tables.LengthName(experiment, epochs)}", Columns, panels)
        {
            PanelHeight = 220,
        }.ToSvg();
    }

    /// <summary>The test accuracies as a dot plot.</summary>
    /// <param name="everything">Of <see cref="Tables.Everything"/>.</param>
    public static string Accuracy(Table everything)
    {
        (string Schedule, int Epochs, double Mean, double Half)[] results =
        [
            .. everything.Rows.Select(row =>
                (
                    row[0],
                    int.Parse(row[1], CultureInfo.InvariantCulture),
                    Percent(row, "test_accuracy"),
                    Percent(row, "test_accuracy_half_ci95")
                )
            ),
        ];
        string[] schedules = [.. results.Select(result => result.Schedule).Distinct()];
        int[] lengths = [.. results.Select(result => result.Epochs).Distinct()];
        // A report before its first result is finished has a picture too.
        var plot = new DotPlot("Test accuracy at the tuned rate", schedules.Length == 0 ? ["no result yet"] : schedules)
        {
            Caption = lengths.Length > 1 ? "Each length has an axis of its own." : null,
            XTitle = "%, mean and 95% interval",
            Width = 960,
        };
        return lengths.Aggregate(plot, WithLength).ToSvg();

        DotPlot WithLength(DotPlot sum, int epochs)
        {
            var of = results
                .Where(result => result.Epochs == epochs)
                .ToDictionary(result => result.Schedule, result => (result.Mean, result.Half));
            (double Mean, double Half)[] dots = [.. schedules.Select(schedule => of.GetValueOrDefault(schedule, (double.NaN, double.NaN)))];
            return sum.Add(Tables.LengthName(lengths, epochs), [.. dots.Select(dot => dot.Mean)], [.. dots.Select(dot => dot.Half)]);
        }

        double Percent(IReadOnlyList<string> row, string column) =>
            double.TryParse(row[everything.Columns.ToList().IndexOf(column)], CultureInfo.InvariantCulture, out double share)
                ? 100 * share
                : double.NaN;
    }

    private static Estimate[] Curve(IReadOnlyList<RunResult> runs, int epochs) =>
        [
            .. Enumerable
                .Range(0, epochs)
                .Select(epoch =>
                {
                    double[] losses = [.. runs.Select(run => run.ValidationLoss[epoch]).Where(double.IsFinite)];
                    return losses.Length == 0 ? new Estimate(double.NaN, double.NaN) : Estimate.Of(losses);
                }),
        ];
}
