namespace LrMath.Data;

/// <summary>What happens at the end of an epoch to batches that are too few for a full accumulation.</summary>
public enum IncompleteAccumulation
{
    /// <summary>
    /// They make an update of their own: an epoch has ⌈batches / accumulation⌉ updates. Lightning, accelerate, Transformers.
    /// </summary>
    Updates,

    /// <summary>
    /// They make none, and the next epoch counts anew: ⌊batches / accumulation⌋ updates. The usual loop by hand in PyTorch, Transformers up
    /// to 4.48.
    /// </summary>
    Drops,

    /// <summary>They wait for the next epoch: ⌊all batches so far / accumulation⌋ updates. Keras, whose counter runs through.</summary>
    CarriesOver,
}
