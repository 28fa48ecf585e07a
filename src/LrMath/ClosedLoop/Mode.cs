namespace LrMath.ClosedLoop;

/// <summary>Which way a metric is better.</summary>
public enum Mode
{
    /// <summary>Lower is better: a loss.</summary>
    Min,

    /// <summary>Higher is better: an accuracy, a reward.</summary>
    Max,
}
