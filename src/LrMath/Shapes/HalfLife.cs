namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// One half-life, stretched to go the whole way: <c>start + (end - start)·2·(1 - 2^-p)</c>, so 2·0.5^p - 1 on the way from 1 to 0. It
    /// is <see cref="Saturating"/> with a steepness of 2. Megatron's "exponential" decay of warm-up-stable-decay.
    /// </summary>
    /// <example><code>Shapes.HalfLife(1, 0, 0.5) // 0.41421356237309505</code></example>
    public static Shape HalfLife => SaturatingCurve.Shape;
}
