using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Runtime.ExceptionServices;

namespace LrMath.Training;

/// <summary>
/// Every arm at every length: first each rate of its grid with a few seeds, scored on the validation images; then the best rate with other
/// seeds, which are what is reported. A run depends on its key alone, so runs go in parallel without changing a digit, and what is in the
/// results file already is not run again.
/// </summary>
/// <param name="BaseRate">A rate that is reported as well, with the same seeds, whether or not it is the best one; null: the best one
/// alone.</param>
public sealed record Experiment(IReadOnlyList<Arm> Arms, IReadOnlyList<int> Lengths, int TuningSeeds, int Seeds, double? BaseRate = null)
{
    private const int FirstTuningSeed = 1001;

    /// <summary>What differences are taken to: the constant rate where there is one, else the first.</summary>
    public Arm Baseline => Arms.FirstOrDefault(arm => arm.Name == Contestants.Constant) ?? Arms[0];

    /// <summary>Epochs of all runs together, the unit of <see cref="Run"/>'s progress.</summary>
    public long TotalEpochs =>
        Lengths.Sum(epochs => Arms.Sum(arm => (long)epochs * (Seeds + TuningRuns(arm, epochs).Count() + BaseRuns(arm, epochs).Count())));

    /// <param name="results">Read and added to.</param>
    /// <param name="threads">Runs at the same time.</param>
    /// <param name="progress">Told what is under way and the epochs it came to; called from several threads.</param>
    /// <param name="stop">Ends the work; finished runs are kept.</param>
    public void Run(ResultsFile results, int threads, Action<string, int> progress, CancellationToken stop)
    {
        foreach (int epochs in Lengths)
        {
            RunAll(Arms.SelectMany(arm => BaseRuns(arm, epochs)), true, $"{epochs} epochs, base rate", results, threads, progress, stop);
            RunAll(Arms.SelectMany(arm => TuningRuns(arm, epochs)), false, $"{epochs} epochs, tuning", results, threads, progress, stop);
            RunAll(
                Arms.SelectMany(arm => ReportedRuns(arm, epochs, results)),
                true,
                $"{epochs} epochs, tuned",
                results,
                threads,
                progress,
                stop
            );
        }
    }

    /// <summary>
    /// The rate with the best mean validation accuracy, of equals the one with the lowest loss; null while runs are missing.
    /// </summary>
    public double? TunedRate(Arm arm, int epochs, ResultsFile results)
    {
        if (arm.Rates.Count == 1)
        {
            return arm.Rates[0];
        }

        if (TuningRuns(arm, epochs).Any(key => results.Find(key) is null))
        {
            return null;
        }

        return arm
            .Rates.OrderByDescending(rate =>
                Math.Round(TuningResults(arm, epochs, rate, results).Average(r => Usable(r.ValidationAccuracy[^1], 0)), 9)
            )
            .ThenBy(rate => TuningResults(arm, epochs, rate, results).Average(r => Usable(r.ValidationLoss[^1], double.PositiveInfinity)))
            .First();
    }

    /// <summary>The finished tuning runs of one rate.</summary>
    public IReadOnlyList<RunResult> TuningResults(Arm arm, int epochs, double rate, ResultsFile results) =>
        [.. TuningRuns(arm, epochs).Where(key => key.Rate == rate).Select(results.Find).OfType<RunResult>()];

    /// <summary>The finished runs at the tuned rate, by seed.</summary>
    public IReadOnlyList<RunResult> ReportedResults(Arm arm, int epochs, ResultsFile results) =>
        [.. ReportedRuns(arm, epochs, results).Select(results.Find).OfType<RunResult>()];

    /// <summary>The finished runs at the base rate, by seed; none if there is no such rate.</summary>
    public IReadOnlyList<RunResult> BaseResults(Arm arm, int epochs, ResultsFile results) =>
        [.. BaseRuns(arm, epochs).Select(results.Find).OfType<RunResult>()];

    /// <summary>Whether nothing is left to run.</summary>
    public bool IsComplete(ResultsFile results) =>
        Lengths.All(epochs =>
            Arms.All(arm =>
                ReportedResults(arm, epochs, results).Count == Seeds && BaseRuns(arm, epochs).All(key => results.Find(key) is not null)
            )
        );

    private IEnumerable<RunKey> TuningRuns(Arm arm, int epochs) =>
        arm.Rates.Count == 1
            ? []
            : arm.Rates.SelectMany(rate =>
                Enumerable.Range(FirstTuningSeed, TuningSeeds).Select(seed => new RunKey(arm.Name, epochs, rate, seed))
            );

    private IEnumerable<RunKey> BaseRuns(Arm arm, int epochs) =>
        BaseRate is { } rate && arm.Rates.Count > 1
            ? Enumerable.Range(1, Seeds).Select(seed => new RunKey(arm.Name, epochs, rate, seed))
            : [];

    private IEnumerable<RunKey> ReportedRuns(Arm arm, int epochs, ResultsFile results) =>
        TunedRate(arm, epochs, results) is { } rate
            ? Enumerable.Range(1, Seeds).Select(seed => new RunKey(arm.Name, epochs, rate, seed))
            : [];

    private void RunAll(
        IEnumerable<RunKey> keys,
        bool keepCurves,
        string phase,
        ResultsFile results,
        int threads,
        Action<string, int> progress,
        CancellationToken stop
    )
    {
        var arms = Arms.ToDictionary(arm => arm.Name);
        try
        {
            Parallel.ForEach(
                Partitioner.Create(keys.ToList(), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
                key =>
                {
                    if (results.Find(key) is null)
                    {
                        RunResult result = arms[key.Arm].Train(key, stop);
                        results.Add(keepCurves ? result : result.EndOnly());
                    }
                    progress(phase, key.Epochs);
                }
            );
        }
        catch (AggregateException e)
        {
            ReadOnlyCollection<Exception> all = e.Flatten().InnerExceptions;
            ExceptionDispatchInfo.Throw(all.FirstOrDefault(one => one is not OperationCanceledException) ?? all[0]);
        }
    }

    private static double Usable(double value, double otherwise) => double.IsFinite(value) ? value : otherwise;
}
