using LrMath.Tests.Support;
using Xunit;
using static LrMath.Tests.Support.ClosedForm;

namespace LrMath.Tests.Cycles;

/// <summary>Each cycle against the formula of its documentation, written the textbook's way and therefore a little less exact.</summary>
public class CycleFormulaLaws
{
    [Fact]
    public void GrowingHorizon_is_a_ramp_to_the_next_multiple_of_the_period() =>
        Law.Holds(seed =>
        {
            Any any = new(seed);
            (Func<int, double> actual, object?[] arguments) = any.Make(Any.Builders.Single(method => method.Name == "GrowingHorizon"));
            (double peak, double floor, int period, Shape shape) = (
                (double)arguments[0]!,
                (double)arguments[1]!,
                (int)arguments[2]!,
                (Shape)arguments[3]!
            );
            foreach (int step in new[] { 0, 1, period - 1, period, period + 1, 2 * period, (2 * period) + 1, any.Next(100_000) })
            {
                int horizon = period * Math.Max(1, (step + period - 1) / period);

                // A ramp keeps anchors of its power, where a horizon that moves takes the logarithm: both are within some units of the
                // equation.
                Assert.Equal(
                    Schedule.Ramp(peak, floor, horizon, shape)(step),
                    actual(step),
                    1e-15 * Math.Max(Math.Abs(peak), Math.Abs(floor))
                );
            }
        });

    [Fact]
    public void CosineRestarts_counted_one_step_after_another() =>
        Endless(
            (any, peak) =>
            {
                (int period, int factor, double decay) = (1 + any.Next(12), 1 + any.Next(3), any.Next(2) == 0 ? 1 : 0.7);
                Func<int, double> actual = Schedule.CosineRestarts(peak, 0.01, period, factor, decay);
                (int within, int length, double top) = (0, period, peak);
                for (int step = 0; step < 3000; step++)
                {
                    double expected = 0.01 + ((top - 0.01) * (1 + Math.Cos(Math.PI * within / length)) / 2);
                    Assert.Equal(expected, actual(step), Relative * Math.Abs(expected));
                    if (++within == length)
                    {
                        (within, length, top) = (0, length * factor, 0.01 + ((top - 0.01) * decay));
                    }
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

    [Fact]
    public void Cyclic_in_the_three_modes() =>
        Endless(
            (any, peak) =>
            {
                (int up, int down) = (1 + any.Next(20), any.Next(20));
                double gamma = 0.99;
                double Triangle(double t)
                {
                    double within = t % (up + down);
                    return within <= up ? within / up : 1 - ((within - up) / down);
                }

                Check(Schedule.Cyclic(0.01, peak, up, down), t => 0.01 + ((peak - 0.01) * Triangle(t)));
                Check(
                    Schedule.Cyclic(0.01, peak, up, down, Schedule.ExponentialDecay(1, 0.5).PerEpoch(up + down)),
                    t => 0.01 + ((peak - 0.01) * Triangle(t) / Math.Pow(2, Math.Floor(t / (up + down))))
                );
                Check(
                    Schedule.Cyclic(0.01, peak, up, down, Schedule.ExponentialDecay(1, gamma)),
                    t => 0.01 + ((peak - 0.01) * Triangle(t) * Math.Pow(gamma, t))
                );
            }
        );
}
