using System.CommandLine;
using Spectre.Console;

namespace LrMath.Training;

/// <summary><c>compare</c>: the schedules of the guides against each other on real data.</summary>
internal static class CompareCommand
{
    private const string Guide = "guide";

    private static readonly Option<string> Schedules = SchedulesOption();

    public static Command Create(IReadOnlyList<ModelChoice> models)
    {
        Option<string> model = Common.Model(models);
        Option<string> folder = Common.Out("artifacts/compare");
        var command = new Command("compare", "Compare schedules on real training: each tuned, several seeds, three lengths.")
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
            Schedules,
        };
        command.SetAction(
            (arguments, stop) =>
                Common.Guarded(() =>
                {
                    ModelChoice chosen = Common.ModelOf(arguments, model, models);
                    Plan plan = Common.PlanOf(arguments, chosen);
                    bool guide = arguments.GetValue(Schedules) == Guide;
                    var comparison = new Comparison(
                        Common.Read(arguments),
                        Common.OptimizerOf(arguments),
                        guide ? Contestants.Guide : Contestants.All,
                        guide ? plan.ForGuide() : plan,
                        chosen
                    );
                    return Run(comparison, arguments.GetRequiredValue(folder), Common.ThreadCount(arguments), AnsiConsole.Console, stop);
                })
        );
        return command;
    }

    public static int Run(Comparison comparison, string folder, int threads, IAnsiConsole console, CancellationToken stop)
    {
        Experiment experiment = comparison.Experiment;
        double target = comparison.Plan.Target;
        return ExperimentCommand.Run(
            experiment,
            target,
            comparison.Identity,
            folder,
            threads,
            console,
            results => CompareReport.Files(comparison, results),
            results =>
            {
                if (Claims.Of(experiment, target, results) is { Rows.Count: > 0 } claims)
                {
                    claims.Print(console);
                }

                if (GuideClaims.Of(experiment, target, results) is { Rows.Count: > 0 } guide)
                {
                    guide.Print(console);
                }
            },
            stop
        );
    }

    private static Option<string> SchedulesOption()
    {
        var option = new Option<string>("--schedules")
        {
            Description =
                "all: eleven, each tuned, at three lengths; "
                + "guide: with the arguments of the second guide, at rate 0.1 and tuned, at one length.",
            DefaultValueFactory = _ => "all",
        };
        option.AcceptOnlyFromAmong("all", Guide);
        return option;
    }
}
