using LrMath.Cli.Expressions;

namespace LrMath.Cli.Commands;

/// <summary>
/// A logged run under several policies. Where the log has steps, a row stands at its step, and what its metric changes holds from that
/// step on. Where it has none, the metrics are equally many steps apart, and each is that of the steps before it was measured.
/// </summary>
internal sealed class Replayed
{
    private const int LastStep = int.MaxValue - 1;

    private readonly int[]? placed;
    private readonly int every;

    /// <summary>Replays the run.</summary>
    /// <param name="log">The run.</param>
    /// <param name="policies">At least one.</param>
    /// <param name="schedule">What they scale; <see langword="null"/> to show the scale itself.</param>
    /// <param name="every">How many steps there are to a metric; <see langword="null"/>: the steps of the log, or 1 if it has none.</param>
    /// <exception cref="UserErrorException">A policy or the schedule fails, or there are more steps than can be counted.</exception>
    public Replayed(MetricLog log, IReadOnlyList<Policy> policies, Curve? schedule, int? every)
    {
        (Log, Schedule, this.every) = (log, schedule, every ?? 1);
        placed = every is null ? log.Steps : null;
        Steps = placed is null ? Counted(log, schedule, this.every) : Placed(placed);
        Curve scaled = schedule ?? new Curve("1", LrMath.Schedule.Constant(1));
        int[] next = [.. Enumerable.Range(0, log.Metrics.Length).Select(NextStep)];
        Runs = [.. policies.Select(policy => policy.Replay(scaled, log.Metrics, next))];
        int origin = placed is null ? Steps.First : 0;
        Rates = [.. Runs.Select(run => new Curve(run.Name, origin == 0 ? run.Rate : step => run.Rate(step - origin)))];

        // The terminal has no place for what is not finite: the metric before it goes on.
        double[] drawn = [.. log.Metrics];
        double last = drawn.First(double.IsFinite);
        for (int i = 0; i < drawn.Length; i++)
        {
            last = drawn[i] = double.IsFinite(drawn[i]) ? drawn[i] : last;
        }

        Metric = new Curve(log.Name, step => drawn[RowAt(step)]);
    }

    /// <summary>The run.</summary>
    public MetricLog Log { get; }

    /// <summary>What the policies scale, if anything.</summary>
    public Curve? Schedule { get; }

    /// <summary>The steps of the run; without a schedule and steps in the log, its epochs or rows.</summary>
    public StepRange Steps { get; }

    /// <summary>Whether the steps are those of the log.</summary>
    public bool HasLoggedSteps => placed is not null;

    /// <summary>What each policy did.</summary>
    public IReadOnlyList<PolicyRun> Runs { get; }

    /// <summary>The metric over the steps, everywhere finite.</summary>
    public Curve Metric { get; }

    /// <summary>The rate, or the scale, over the steps, under each policy.</summary>
    public IReadOnlyList<Curve> Rates { get; }

    /// <summary>What <see cref="Rates"/> are.</summary>
    public string RateName => Schedule is null ? "scale" : "rate";

    /// <summary>What <see cref="Steps"/> are: steps, the epochs of a log that counts them one by one, or its rows.</summary>
    public string StepName =>
        HasLoggedSteps || Schedule is not null || every > 1 ? "step"
        : Log.First is not null ? Log.CountName
        : "row";

    /// <summary>The metric at a step as it was logged, NaN and infinities included.</summary>
    public double LoggedAt(int step) => Log.Metrics[RowAt(step)];

    /// <summary>The step or epoch or the number of a row.</summary>
    public double Count(int row) => Log.Counts?[row] ?? row;

    /// <summary>The first step that a row's rate is for.</summary>
    public int NextStep(int row) => placed?[row] ?? (row + 1) * every;

    private static StepRange Counted(MetricLog log, Curve? schedule, int every) =>
        (long)every * log.Metrics.Length <= LastStep
            ? new StepRange(schedule is null && every == 1 ? log.First ?? 0 : 0, every * log.Metrics.Length)
            : throw new UserErrorException(
                $"{LogFile.Count(log.Metrics.Length, "metric")}, one each {every} steps, go beyond {LastStep}, the last step "
                    + $"that can be shown"
            );

    // The last row is as wide as the one before it.
    private static StepRange Placed(int[] steps)
    {
        int first = steps[0],
            last = steps[^1];
        int before = steps.LastOrDefault(step => step < last, last - 1);
        long end = Math.Min(last + ((long)last - before), int.MaxValue);
        return new StepRange(first, (int)(end - first));
    }

    private int RowAt(int step)
    {
        if (placed is null)
        {
            return (step - Steps.First) / every;
        }

        int low = 0,
            high = placed.Length;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = placed[middle] <= step ? (middle, high) : (low, middle);
        }
        return low;
    }
}
