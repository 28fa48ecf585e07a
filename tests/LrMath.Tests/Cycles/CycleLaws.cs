using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Laws;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Cycles;

/// <summary>Cycles beside what their parts are; their equations are in <see cref="Textbook"/>.</summary>
public class CycleLaws
{
    [Property]
    public Property GrowingHorizon_is_a_ramp_to_the_next_multiple_of_the_period() =>
        Law.Over(
            Law.Both(
                Arbitraries.Of(new Generator(), Members.Builders.Single(method => method.Name == nameof(Schedule.GrowingHorizon))),
                Draw.Whole(0, 99_999).ToArbitrary()
            ),
            drawn =>
            {
                Given given = new((Call)drawn.First.Term);
                (double peak, double floor, int period) = (given.Number("peak"), given.Number("floor"), (int)given.Number("period"));
                Shape shape = given.Shape("shape", Shapes.Linear);
                Func<int, double> actual = drawn.First.Build();
                foreach (int step in new[] { 0, 1, period - 1, period, period + 1, 2 * period, (2 * period) + 1, drawn.Second.Value })
                {
                    int horizon = period * Math.Max(1, (step + period - 1) / period);

                    // A ramp keeps anchors of its power, where a horizon that moves takes the logarithm: both are within some units of
                    // the equation.
                    double expected = Schedule.Ramp(peak, floor, horizon, shape)(step);
                    Law.Near(expected, actual, step, 1e-15 * Math.Max(Math.Abs(peak), Math.Abs(floor)));
                }
            }
        );

    [Fact]
    public void Restarts_are_exact_at_every_boundary_where_a_logarithm_is_not()
    {
        for (int factor = 2; factor <= 10; factor++)
        {
            for (int period = 1; period <= 200; period++)
            {
                Func<int, double> lr = Schedule.CosineRestarts(1, 0, period, factor);
                long length = period;
                for (long start = period; start < 10_000_000; start += length)
                {
                    Assert.True(lr((int)start) == 1 && (length == 1 || lr((int)start - 1) < 1), $"{lr.Describe()} at {start}");
                    length *= factor;
                }
            }
        }
    }
}
