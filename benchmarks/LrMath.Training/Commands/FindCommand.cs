using System.CommandLine;
using System.Globalization;
using System.Text;
using LrMath.Analysis;
using LrMath.Plotting;
using MathNet.Numerics.Statistics;
using Spectre.Console;

namespace LrMath.Training;

/// <summary><c>find</c>: the range test, and how good its suggestions are.</summary>
internal static class FindCommand
{
    public static Command Create(IReadOnlyList<ModelChoice> models)
    {
        Option<string> model = Common.Model(models);
        Option<string> folder = Common.Out("artifacts/find");
        var command = new Command("find", "Find a rate by the range test, train with each suggestion, and compare with the tuned rate.")
        {
            Common.Data,
            Common.SplitSeed,
            folder,
            Common.Quick,
            Common.Seeds,
            Common.TuningSeeds,
            Common.Threads,
            Common.Optimizer,
            model,
        };
        command.SetAction(
            (arguments, stop) =>
                Common.Guarded(() =>
                {
                    ModelChoice chosen = Common.ModelOf(arguments, model, models);
                    var finding = new RateFinding(
                        Common.Read(arguments),
                        Common.OptimizerOf(arguments),
                        Common.PlanOf(arguments, chosen),
                        chosen
                    );
                    return Run(finding, arguments.GetRequiredValue(folder), Common.ThreadCount(arguments), AnsiConsole.Console, stop);
                })
        );
        return command;
    }

    public static int Run(RateFinding finding, string folder, int threads, IAnsiConsole console, CancellationToken stop)
    {
        (double[] Rates, double[] Losses)[] logs = [.. Enumerable.Range(1, finding.Plan.Seeds).Select(finding.RangeTest)];
        IReadOnlyList<(string Name, Suggestion Suggestion)>[] suggestions =
        [
            .. logs.Select(log => RateFinding.Suggestions(log.Rates, log.Losses)),
        ];
        Experiment experiment = finding.Experiment(suggestions[0]);
        return ExperimentCommand.Run(
            experiment,
            finding.Plan.Target,
            finding.Identity,
            folder,
            threads,
            console,
            results => Files(finding, experiment, logs[0], suggestions, results),
            results => Nearness(experiment, finding.Plan.Target, suggestions, results).Print(console),
            stop
        );
    }

    private static IEnumerable<(string Name, string Text)> Files(
        RateFinding finding,
        Experiment experiment,
        (double[] Rates, double[] Losses) log,
        IReadOnlyList<(string Name, Suggestion Suggestion)>[] suggestions,
        ResultsFile results
    )
    {
        yield return (
            "range-test.csv",
            new Table(
                "range test",
                ["rate", "loss"],
                [
                    .. log.Rates.Zip(
                        log.Losses,
                        (rate, loss) =>
                            (IReadOnlyList<string>)
                                [rate.ToString("R", CultureInfo.InvariantCulture), loss.ToString("R", CultureInfo.InvariantCulture)]
                    ),
                ]
            ).ToCsv()
        );
        yield return ("range-test.svg", Picture(log, suggestions[0]));
        Table everything = Tables.Everything(experiment, finding.Plan.Target, results);
        yield return ("results.csv", everything.ToCsv());
        foreach ((string, string) chart in Charts.OfExperiment(experiment, results, everything))
        {
            yield return chart;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# A rate by the range test on {finding.Data.Name}\n\n")
            .Append(MarkdownParts.PartialNote(experiment, results))
            .Append(
                CultureInfo.InvariantCulture,
                $"One range test of {log.Rates.Length} updates (seed 1), then {experiment.Lengths[0]} epochs "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"with a cosine from each suggested rate, optimizer {finding.Optimizer.Name}, batches of {finding.Model.Batch}. "
            )
            .Append(CultureInfo.InvariantCulture, $"{finding.Described}. ")
            .Append(MarkdownParts.Method(experiment))
            .Append(' ')
            .Append(MarkdownParts.Images(experiment, finding.Plan.Target, finding.Data, results))
            .Append("\n\n")
            .Append("![The range test](range-test.svg)\n\n")
            .Append(Nearness(experiment, finding.Plan.Target, suggestions, results).ToMarkdown())
            .Append(
                CultureInfo.InvariantCulture,
                $"\n**spread**: lowest, median and highest suggestion of {suggestions.Length} range tests, "
            )
            .Append("one a seed.\n\n")
            .Append(MarkdownParts.Standings(experiment, finding.Plan.Target, results))
            .Append(MarkdownParts.Legend)
            .Append(MarkdownParts.Tuning(experiment, results));
        yield return ("report.md", text.ToString());
    }

    private static Table Nearness(
        Experiment experiment,
        double target,
        IReadOnlyList<(string Name, Suggestion Suggestion)>[] suggestions,
        ResultsFile results
    )
    {
        int epochs = experiment.Lengths[0];
        Standing[] standings = [.. Tables.All(experiment, epochs, target, results)];
        double? tuned = experiment.TunedRate(experiment.Arms[0], epochs, results);
        return new Table(
            "suggestions",
            ["suggestion", "rate", "times the tuned rate", "test accuracy, %", "against tuned", "spread"],
            [
                .. suggestions[0]
                    .Select(s =>
                        s.Suggestion.Found
                            ? Row(s.Name, s.Suggestion.Rate)
                            : [s.Name, "none: " + s.Suggestion.Reason, "–", "–", "–", Spread(s.Name)]
                    ),
                .. tuned is { } rate ? new[] { Row(RateFinding.Tuned, rate) } : [],
            ]
        );

        IReadOnlyList<string> Row(string name, double rate)
        {
            Standing? standing = standings.FirstOrDefault(s => s.Arm.Name == name);
            return
            [
                name,
                Words.Rate(rate),
                Words.Number(rate / (tuned ?? double.NaN), "0.##"),
                standing is null ? "–" : Words.Percent(standing.Accuracy),
                Words.Points(standing?.AgainstBaseline),
                Spread(name),
            ];
        }

        string Spread(string name)
        {
            double[] found =
            [
                .. suggestions.SelectMany(all => all).Where(s => s.Name == name && s.Suggestion.Found).Select(s => s.Suggestion.Rate),
            ];
            return found.Length == 0
                ? "–"
                : $"{Short(found.Min())} / {Short(found.Median())} / {Short(found.Max())} ({found.Length}/{suggestions.Length})";
        }

        static string Short(double value) => value.ToString("G2", CultureInfo.InvariantCulture);
    }

    private static string Picture((double[] Rates, double[] Losses) log, IReadOnlyList<(string Name, Suggestion Suggestion)> suggestions)
    {
        Plot plot = new Plot("Range test")
        {
            XTitle = "rate",
            YTitle = "loss",
            LogX = true,
        }
            .AddLine("batch", log.Rates, log.Losses)
            .AddLine("smoothed", log.Rates, RateFinding.Smooth(log.Losses));
        foreach ((string name, Suggestion suggestion) in suggestions)
        {
            if (suggestion.Found)
            {
                plot = plot.AddMarker(name, suggestion.Rate);
            }
        }

        return plot.ToSvg();
    }
}
