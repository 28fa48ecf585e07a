namespace LrMath.Benchmarks.Comparison;

/// <summary>A line of the table: our cost, the cost beside it, and the goal.</summary>
internal sealed record Row(string What, string Beside, Goal Goal, Spread Ours, params Spread[] Others)
{
    /// <summary>The figure that is judged.</summary>
    public double Figure => Goal.Figure(Ours.Median, Array.ConvertAll(Others, other => other.Median));

    /// <summary>The same figure of the fastest samples: where it is far from <see cref="Figure"/>, the machine was busy.</summary>
    public double FigureOfFastest => Goal.Figure(Ours.Fastest, Array.ConvertAll(Others, other => other.Fastest));

    public bool IsMissed => Goal.IsJudged && !Goal.IsReachedBy(Figure);

    /// <summary>Whether the goal was reached; nothing where nothing is judged.</summary>
    public string Verdict => !Goal.IsJudged ? "" : IsMissed ? "missed" : "ok";

    /// <summary>Whether anything was timed.</summary>
    public bool IsTimed => Others.Length > 0;

    /// <summary>A row for a figure that is counted, not timed.</summary>
    public static Row Counted(string what, string unit, double count) => new(what, "", Goal.None(unit), new(count, count, count, count));
}
