using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>
    /// From <paramref name="peak"/> along a shape to <paramref name="floor"/>, which is reached at each multiple of
    /// <paramref name="period"/>; after it
    /// the way goes on as if it had been planned for one period more from the start.
    /// </summary>
    /// <param name="peak">The value at step 0, to which no cycle comes back; finite.</param>
    /// <param name="floor">The value at every multiple of the period but 0; finite.</param>
    /// <param name="period">The length of the first way, by which each later one is longer, in steps, 1 or more.</param>
    /// <param name="shape">The way from peak to floor: one of <see cref="Shapes"/>, or a formula of your own.</param>
    /// <returns>A pure function of the step, without an end. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, <paramref name="period"/> is not positive, or the shape has no
    /// way between peak and floor.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="shape"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="shape"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>value(step) = shape(peak, floor, step / (period·max(1, ⌈step / period⌉)))</code>
    /// With <see cref="Shapes.Polynomial"/> the <c>cycle</c> of Keras' and Paddle's PolynomialDecay (and of TensorFlow, ML.NET and NeMo).
    /// Each jump back up is lower than the one before: with a straight line, to a half of the height, a third, a quarter. Full cycles:
    /// <see cref="Restarts"/>.
    /// </remarks>
    /// <example><code>Schedule.GrowingHorizon(1, 0, period: 4, Shapes.Linear)(6) == 0.25</code></example>
    public static Func<int, double> GrowingHorizon(double peak, double floor, int period, Shape shape)
    {
        var formula = ShapeFormula.Of(Guard.Shape(shape));
        peak = Guard.Finite(peak);
        floor = Guard.Finite(floor);
        Guard.Positive(period);
        formula.Check(peak, floor, nameof(floor));
        return new GrowingHorizonNode(formula, peak, floor, period).As([peak, floor, period, shape]);
    }
}
