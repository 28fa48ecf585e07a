using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;

namespace LrMath.Training;

/// <summary><c>finetune</c>: rates by layer, from the classes 0–4 to 5–9.</summary>
internal static class FinetuneCommand
{
    public static Command Create(IReadOnlyList<ModelChoice> models)
    {
        Option<string> model = Common.Model(models);
        Option<string> folder = Common.Out("artifacts/finetune");
        var command = new Command("finetune", "Fine-tune from classes 0–4 to 5–9: frozen, one rate, layer-wise decay, gradual unfreezing.")
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
                    Plan plan = Common.PlanOf(arguments, chosen) with { Target = 0.9 };
                    bool perceptron = chosen.Name == ModelChoice.PerceptronName;
                    if (!arguments.GetValue(Common.Quick))
                    {
                        plan = perceptron
                            ? plan with
                            {
                                Lengths = Plan.Digits.Lengths,
                            }
                            : plan with
                            {
                                Lengths = [40],
                                Grid = Plan.NetworkFineTuning,
                            };
                    }

                    var tuning = new FineTuning(
                        Common.Read(arguments),
                        Common.OptimizerOf(arguments),
                        plan,
                        perceptron ? ModelChoice.DeeperPerceptron : chosen
                    );
                    return Run(tuning, arguments.GetRequiredValue(folder), Common.ThreadCount(arguments), AnsiConsole.Console, stop);
                })
        );
        return command;
    }

    public static int Run(FineTuning tuning, string folder, int threads, IAnsiConsole console, CancellationToken stop)
    {
        Experiment experiment = tuning.Experiment;
        return ExperimentCommand.Run(
            experiment,
            tuning.Plan.Target,
            tuning.Identity,
            folder,
            threads,
            console,
            results => Files(tuning, experiment, results),
            null,
            stop
        );
    }

    private static IEnumerable<(string Name, string Text)> Files(FineTuning tuning, Experiment experiment, ResultsFile results)
    {
        Table everything = Tables.Everything(experiment, tuning.Plan.Target, results);
        yield return ("results.csv", everything.ToCsv());
        foreach ((string, string) chart in Charts.OfExperiment(experiment, results, everything))
        {
            yield return chart;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Fine-tuning from 0–4 to 5–9 on {tuning.Data.Name}\n\n")
            .Append(MarkdownParts.PartialNote(experiment, results))
            .Append(CultureInfo.InvariantCulture, $"{tuning.Described}, trained on the classes 0 to 4; then a new head and ")
            .Append(
                CultureInfo.InvariantCulture,
                $"{tuning.Shots} images of each class from 5 to 9, batches of {tuning.Batch}, optimizer {tuning.Optimizer.Name}. "
            )
            .Append("The schedule is a cosine to 0; the ways differ in what each layer gets of it. ")
            .Append(MarkdownParts.Method(experiment))
            .Append(' ')
            .Append(MarkdownParts.Images(experiment, tuning.Plan.Target, tuning.Data, results))
            .Append("\n\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"""
                * **one rate**: all layers alike; **frozen**: rate 0 but for the head; **from scratch**: one rate, nothing learned before.
                * **layer-wise decay**: `lr.LayerDecay({tuning.Layers}, {tuning.Model.LayerDecay})`, so {string.Join(
                    ", ",
                    tuning.LayerFactors.Select(Words.Rate)
                )} times the rate.
                * **gradual unfreezing**: the head at once, the layer next to the input after half of the run, the others evenly between.
                * **body warms up later**: the head follows the cosine, the layers below the cosine under a warm-up over half of the run.


                """
            )
            .Append(MarkdownParts.Standings(experiment, tuning.Plan.Target, results))
            .Append("![Accuracy](accuracy.svg)\n\n")
            .Append(MarkdownParts.Legend)
            .Append(MarkdownParts.Tuning(experiment, results));
        yield return ("report.md", text.ToString());
    }
}
