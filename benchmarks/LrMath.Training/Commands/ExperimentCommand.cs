using System.Diagnostics;
using Spectre.Console;

namespace LrMath.Training;

/// <summary>What the commands have in common: open the folder, run, write the report, print the tables.</summary>
internal static class ExperimentCommand
{
    private const int TableWidth = 180;

    /// <param name="files">The report, written whether or not all is done.</param>
    /// <param name="more">Prints what comes after the tables, if anything does.</param>
    public static int Run(
        Experiment experiment,
        double target,
        string identity,
        string folder,
        int threads,
        IAnsiConsole console,
        Func<ResultsFile, IEnumerable<(string Name, string Text)>> files,
        Action<ResultsFile>? more,
        CancellationToken stop
    )
    {
        // Redirected output has no width of its own, and 80 is too narrow for the tables.
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = TableWidth;
        }

        ReportFolder.Prepare(folder);
        using var results = ResultsFile.Open(Path.Combine(folder, "runs.jsonl"), identity);
        int before = results.Count;
        var watch = Stopwatch.StartNew();
        bool complete = RunLoop.Run(experiment, results, threads, console, stop);
        console.MarkupLineInterpolated(
            $"{results.Count - before} runs in {watch.Elapsed.TotalSeconds:F0} s, {threads} at a time; {before} kept from before."
        );
        ReportFolder.Write(folder, files(results));
        foreach (int epochs in experiment.Lengths)
        {
            Tables.Standings(experiment, epochs, target, results).Within(console.Profile.Width).Print(console);
        }

        more?.Invoke(results);
        console.WriteLine($"Report: {Path.GetFullPath(Path.Combine(folder, "report.md"))}");
        if (!complete)
        {
            console.WriteLine("Stopped before the end: the report holds what is finished; the same command goes on from here.");
        }

        return complete ? Common.Success : Common.Interrupted;
    }
}
