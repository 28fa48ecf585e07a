namespace LrMath.Data;

/// <summary>How several devices share the data of an epoch.</summary>
public enum Sharding
{
    /// <summary>
    /// Each device gets ⌈samples / devices⌉ samples, and makes its batches of them: PyTorch's <c>DistributedSampler</c>, and so Lightning.
    /// </summary>
    Samples,

    /// <summary>
    /// The batches are made first, and each device gets ⌈batches / devices⌉ of them (⌊batches / devices⌋ if the last is dropped):
    /// accelerate, and so Transformers.
    /// </summary>
    Batches,
}
