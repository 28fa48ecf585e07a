namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// The square root of the completed fraction: <c>start + (end - start)·√p</c>, so "1-sqrt" on the way down from 1 to 0: a steep
    /// start and a slow end, for the decay of warm-up-stable-decay (Hägele et al., arXiv:2405.18392).
    /// </summary>
    /// <example><code>Shapes.SquareRoot(1, 0, 0.25) == 0.5</code></example>
    public static Shape SquareRoot => SquareRootCurve.Shape;
}
