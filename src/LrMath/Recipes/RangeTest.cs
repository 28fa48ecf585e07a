using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>The sweep of a learning-rate range test: <paramref name="steps"/> rates from <paramref name="min"/> at step 0 to
    /// <paramref name="max"/> at step <c>steps - 1</c>.</summary>
    /// <param name="min">The first rate; finite, for the default shape not 0 and of the sign of <paramref name="max"/>.</param>
    /// <param name="max">The last rate, held afterwards; finite.</param>
    /// <param name="steps">The number of rates that are tried, 2 or more.</param>
    /// <param name="shape">The way from the first to the last; none means <see cref="Shapes.Exponential"/>, evenly spaced on a log
    /// axis.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not finite, the shape has no way between the two, or
    /// <paramref name="steps"/> is less than 2.</exception>
    /// <exception cref="ArgumentException"><paramref name="shape"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>value(step) = shape(min, max, step / (steps - 1))</code>
    /// pytorch-lr-finder's spacing (step / (steps - 1)). fastai never reaches its end: <c>Schedule.Exponential(min, max, steps)</c>.
    /// Smith, Cyclical Learning Rates, arXiv:1506.01186, section 3.3.
    /// </remarks>
    /// <example><code>Schedule.RangeTest(1e-6, 1, 100)(99) == 1</code></example>
    public static Func<int, double> RangeTest(double min, double max, int steps, Shape? shape = null)
    {
        min = Guard.Finite(min);
        max = Guard.Finite(max);
        Guard.AtLeast(steps, 2);
        var way = ShapeFormula.Of(Guard.Shape(shape ?? Shapes.Exponential, nameof(shape)));
        way.Check(min, max, nameof(max));
        return way.CreateRamp(min, max, steps - 1).As([min, max, steps, Optional(shape, null)]);
    }
}
