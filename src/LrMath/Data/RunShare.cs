using LrMath.Structure;

namespace LrMath.Data;

/// <summary>
/// A share of a run in whole steps, with the rounding by name: <c>Schedule.Linear(1e-3, 0, n).Warmup(RunShare.Up(n, 0.03))</c>. Several
/// shares that add up to the run: <c>Schedule.Split</c>.
/// </summary>
/// <remarks>
/// The product of the two numbers in double precision is rounded, as Python's <c>ceil</c>, <c>int</c> and <c>round</c> do.
/// </remarks>
public static class RunShare
{
    /// <summary>⌈steps · share⌉: the trainer of Transformers (<c>warmup_ratio</c>).</summary>
    /// <param name="steps">The length of the run in steps, 0 or more.</param>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>Steps, from 0 to <paramref name="steps"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <example><code>RunShare.Up(1_173, 0.03) == 36</code></example>
    public static int Up(int steps, double share) => (int)Math.Min(Math.Ceiling(Product(steps, share)), steps);

    /// <summary>⌊steps · share⌋: <c>int(share * steps)</c>, as most training scripts write it.</summary>
    /// <param name="steps">The length of the run in steps, 0 or more.</param>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>Steps, from 0 to <paramref name="steps"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <example><code>RunShare.Down(1_173, 0.03) == 35</code></example>
    public static int Down(int steps, double share) => (int)Math.Floor(Product(steps, share));

    /// <summary>steps · share to the nearest whole number, halves to the even one: Python's <c>round</c>; OLMo, torchtitan.</summary>
    /// <param name="steps">The length of the run in steps, 0 or more.</param>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>Steps, from 0 to <paramref name="steps"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <example><code>RunShare.Nearest(50, 0.05) == 2</code></example>
    public static int Nearest(int steps, double share) => (int)Math.Round(Product(steps, share), MidpointRounding.ToEven);

    private static double Product(int steps, double share) => Guard.NonNegative(steps) * Guard.Fraction(share);
}
