namespace LrMath.Data;

/// <summary>The updates of a batch ramp that have one batch size.</summary>
/// <param name="FirstStep">The first of them.</param>
/// <param name="FirstSamples">The samples seen before it.</param>
/// <param name="Size">The samples of each.</param>
/// <param name="End">The first update after them; <see cref="long.MaxValue"/> for the last stage.</param>
internal readonly record struct BatchStage(long FirstStep, long FirstSamples, long Size, long End)
{
    /// <summary>The samples seen before an update of this stage, which may be more than 64 bits count.</summary>
    internal Int128 SamplesBefore(int step) => FirstSamples + ((Int128)(step - FirstStep) * Size);
}
