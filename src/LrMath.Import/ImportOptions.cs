namespace LrMath.Import;

/// <summary>What a file does not tell.</summary>
public sealed record ImportOptions
{
    /// <summary>The optimizer's base rate, in the unit of the learning rate; null: the text tells it, or it is not needed.</summary>
    public double? BaseRate { get; init; }

    /// <summary>The number of optimizer updates of the whole run; null: the text tells it, or it is not needed.</summary>
    public int? TotalSteps { get; init; }
}
