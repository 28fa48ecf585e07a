using LrMath.Cli.Expressions;
using LrMath.Cli.Tables;

namespace LrMath.Cli.Commands;

/// <summary>A logged run under several policies, over the steps it took: each metric is that of the steps before it was measured.</summary>
internal sealed class Replayed
{
    private readonly int every;
    private readonly int first;

    /// <summary>Replays the run.</summary>
    /// <param name="log">The run.</param>
    /// <param name="policies">At least one.</param>
    /// <param name="schedule">What they scale; <see langword="null"/> to show the scale itself.</param>
    /// <param name="every">How many steps there are to a metric.</param>
    /// <exception cref="UserErrorException">A policy or the schedule fails, or there are more steps than can be counted.</exception>
    public Replayed(MetricLog log, IReadOnlyList<Policy> policies, Curve? schedule, int every)
    {
        (Log, Schedule, this.every) = (log, schedule, every);
        if ((long)every * log.Metrics.Length >= int.MaxValue)
            throw new UserErrorException($"{CsvFile.Count(log.Metrics.Length, "metric")}, one each {every} steps, go beyond {int.MaxValue - 1}, the last step that can be shown");
        first = schedule is null && every == 1 ? log.First ?? 0 : 0;
        Steps = new StepRange(first, every * log.Metrics.Length);
        Curve scaled = schedule ?? new Curve("1", LrMath.Schedule.Constant(1));
        Runs = [.. policies.Select(policy => policy.Replay(scaled, log.Metrics, every))];
        Rates = [.. Runs.Select(run => new Curve(run.Name, first == 0 ? run.Rate : step => run.Rate(step - first)))];

        // The terminal has no place for what is not finite: the metric before it goes on.
        double[] drawn = [.. log.Metrics];
        double last = drawn.First(double.IsFinite);
        for (int i = 0; i < drawn.Length; i++)
            last = drawn[i] = double.IsFinite(drawn[i]) ? drawn[i] : last;
        Metric = new Curve(log.Name, step => drawn[(step - first) / every]);
    }

    /// <summary>The run.</summary>
    public MetricLog Log { get; }

    /// <summary>What the policies scale, if anything.</summary>
    public Curve? Schedule { get; }

    /// <summary>The steps of the run; without a schedule, its epochs or rows.</summary>
    public StepRange Steps { get; }

    /// <summary>What each policy did.</summary>
    public IReadOnlyList<PolicyRun> Runs { get; }

    /// <summary>The metric over the steps, everywhere finite.</summary>
    public Curve Metric { get; }

    /// <summary>The rate, or the scale, over the steps, under each policy.</summary>
    public IReadOnlyList<Curve> Rates { get; }

    /// <summary>What <see cref="Rates"/> are.</summary>
    public string RateName => Schedule is null ? "scale" : "rate";

    /// <summary>What <see cref="Steps"/> are: the steps of a schedule, the epochs of a log that counts them one by one, or its rows.</summary>
    public string StepName => Schedule is not null || every > 1 ? "step" : Log.First is not null ? Log.CountName : "row";

    /// <summary>The metric at a step as it was logged, NaN and infinities included.</summary>
    public double LoggedAt(int step) => Log.Metrics[(step - first) / every];

    /// <summary>The epoch or the number of a row.</summary>
    public double Count(int row) => Log.Counts?[row] ?? row;

    /// <summary>The first step that a row's rate is for.</summary>
    public int NextStep(int row) => (row + 1) * every;
}
