using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Laws;
using LrMath.Tests.Support;
using Xunit;
using static LrMath.Tests.Support.ClosedForm;

namespace LrMath.Tests.Cycles;

/// <summary>Each cycle against the formula of its documentation, written the textbook's way and therefore a little less exact.</summary>
public class CycleFormulaLaws
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

    [Property(MaxTest = 30)]
    public Property CosineRestarts_counted_one_step_after_another() =>
        Law.Over(
            from peak in Value
            from period in Draw.Whole(1, 12)
            from factor in Draw.Whole(1, 3)
            from decay in Draw.OneOf(1, 0.7)
            select (peak, period, factor, decay),
            drawn =>
            {
                (double peak, int period, int factor, double decay) = drawn;
                Func<int, double> actual = Schedule.CosineRestarts(peak, 0.01, period, factor, decay);
                (int within, int length, double top) = (0, period, peak);
                for (int step = 0; step < 3000; step++)
                {
                    double expected = 0.01 + ((top - 0.01) * (1 + Math.Cos(Math.PI * within / length)) / 2);
                    Law.Near(expected, actual, step, Relative * Math.Abs(expected));
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

    [Property(MaxTest = 30)]
    public Property Cyclic_in_the_three_modes() =>
        Law.Over(
            from peak in Value
            from up in Draw.Whole(1, 20)
            from down in Draw.Whole(0, 19)
            select (peak, up, down),
            drawn =>
            {
                (double peak, int up, int down) = drawn;
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
