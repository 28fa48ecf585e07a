namespace LrMath.Benchmarks.Comparison;

/// <summary>A line of the table: our cost, the cost beside it, and the goal.</summary>
internal sealed record Row(string What, string Beside, Goal Goal, Spread Ours, params Spread[] Others)
{
    // What two medians of the same stores differ by.
    private const double ReachesLimit = 1.05;

    /// <summary>What the machine takes for the same at the least, in nanoseconds, where the goal asks for more than that.</summary>
    public double? Limit { get; init; }

    /// <summary>The figure of the medians, which is judged together with that of the fastest samples.</summary>
    public double Figure => Goal.Figure(Ours.Median, Array.ConvertAll(Others, other => other.Median));

    /// <summary>The same figure of the fastest samples: where it is far from <see cref="Figure"/>, the machine was busy.</summary>
    public double FigureOfFastest => Goal.Figure(Ours.Fastest, Array.ConvertAll(Others, other => other.Fastest));

    public bool IsMissed => IsShort && !(Ours.Median <= Limit * ReachesLimit);

    /// <summary>Whether the goal was not reached, but the machine can do no better.</summary>
    public bool IsAtLimit => IsShort && !IsMissed;

    /// <summary>Whether the goal was reached; nothing where nothing is judged.</summary>
    public string Verdict =>
        !Goal.IsJudged ? ""
        : IsMissed ? "missed"
        : IsAtLimit ? $"at the machine's limit, {Numbers.Text(Limit!.Value, "ns")}"
        : "ok";

    /// <summary>Whether anything was timed.</summary>
    public bool IsTimed => Others.Length > 0;

    // Both figures: where the clock changes between two speeds, the medians of two entrants may be of different ones, and what is slower
    // shows in both.
    private bool IsShort => Goal.IsJudged && !Goal.IsReachedBy(Figure) && !Goal.IsReachedBy(FigureOfFastest);

    /// <summary>A row for a figure that is counted, not timed.</summary>
    public static Row Counted(string what, Goal goal, double count) => new(what, "", goal, new(count, count, count, count));
}
