using System.CommandLine;
using Spectre.Console;

namespace LrMath.Training;

/// <summary><c>compare</c>: the schedules of the guides against each other on real data.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
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
        };
        command.SetAction(
            (arguments, stop) =>
                Common.Guarded(() =>
                {
                    var comparison = new Comparison(
                        Common.Read(arguments),
                        Common.OptimizerOf(arguments),
                        Contestants.All,
                        Common.PlanOf(arguments)
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
                    claims.Print(console);
            },
            stop
        );
    }
}
