using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>Half a cosine from <paramref name="start"/> at step 0 to <paramref name="end"/> at step <paramref name="steps"/>, flat at
    /// both ends, then held.</summary>
    /// <param name="start">The value at step 0; finite.</param>
    /// <param name="end">The value from step <paramref name="steps"/> on; finite.</param>
    /// <param name="steps">The length of the way in steps, 0 or more; 0 gives <paramref name="end"/> from step 0 on.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double, or
    /// <paramref name="steps"/> is negative.</exception>
    /// <remarks>
    /// <code>value(step) = end + (start - end)·(1 + cos(π·step / steps)) / 2</code>
    /// optax cosine_decay_schedule, Keras CosineDecay, composer CosineAnnealingScheduler. PyTorch CosineAnnealingLR and Transformers rise
    /// again after the end; this one holds it. Computed as a squared sine from the nearer end: the textbook form loses six digits on the
    /// last step of a million. Loshchilov and Hutter, SGDR, arXiv:1608.03983.
    /// </remarks>
    /// <example><code>Schedule.Cosine(1, 0, 4)(2) == 0.5</code></example>
    public static Func<int, double> Cosine(double start, double end, int steps) =>
        CreateRamp(start, end, steps, Shapes.Cosine).As([start, end, steps]);
}
