namespace LrMath.Import;

/// <summary>What a file does not tell. A number outside its range is refused with an <see cref="ImportException"/> where it is
/// used.</summary>
public sealed record ImportOptions
{
    /// <summary>The optimizer's base rate, in the unit of the learning rate, finite; null, the default: the text tells it, or it is not
    /// needed.</summary>
    public double? BaseRate { get; init; }

    /// <summary>The number of optimizer updates of the whole run, 1 or more; null, the default: the text tells it, or it is not
    /// needed.</summary>
    public int? TotalSteps { get; init; }
}
