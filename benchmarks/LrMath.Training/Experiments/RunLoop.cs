using Spectre.Console;

namespace LrMath.Training;

/// <summary>Runs an experiment under a progress bar.</summary>
internal static class RunLoop
{
    /// <summary>Whether all of it is done; false if it was stopped, and then what is finished is in the results.</summary>
    public static bool Run(Experiment experiment, ResultsFile results, int threads, IAnsiConsole console, CancellationToken stop)
    {
        try
        {
            console
                .Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context =>
                {
                    ProgressTask task = context.AddTask("training", maxValue: experiment.TotalEpochs);
                    experiment.Run(
                        results,
                        threads,
                        (phase, epochs) =>
                        {
                            task.Description = phase;
                            task.Increment(epochs);
                        },
                        stop
                    );
                });
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
