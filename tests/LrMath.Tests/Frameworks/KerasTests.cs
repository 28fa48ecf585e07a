using FsCheck;
using FsCheck.Xunit;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What the golden records do not show: lowerings, arguments at the edges of their ranges, and what holds for any
/// argument.</summary>
public class KerasTests
{
    public static TheoryData<string, string, Func<int, double>> Lowerings =>
        new()
        {
            { nameof(Keras.CosineDecay), "Schedule.Cosine(1, 0.5, 10)", Keras.CosineDecay(1, 10, 0.5) },
            { nameof(Keras.CosineDecay), "Schedule.Cosine(1, 0.5, 10)", Keras.CosineDecay(1, 10, 0.5, null, 7) },
            { nameof(Keras.CosineDecay), "Schedule.Cosine(2, 1, 10).Warmup(7, from: 0.25)", Keras.CosineDecay(0.25, 10, 0.5, 2, 7) },
            { nameof(Keras.CosineDecayRestarts), "Schedule.CosineRestarts(1, 0, 10, periodFactor: 2)", Keras.CosineDecayRestarts(1, 10) },
            {
                nameof(Keras.CosineDecayRestarts),
                "Schedule.CosineRestarts(1, 0.25, 10, periodFactor: 1.5, peakDecay: 0.9)",
                Keras.CosineDecayRestarts(1, 10, 1.5, 0.9, 0.25)
            },
            { nameof(Keras.ExponentialDecay), "Schedule.ExponentialDecay(1, 0.5, every: 10)", Keras.ExponentialDecay(1, 10, 0.5) },
            {
                nameof(Keras.ExponentialDecay),
                "Schedule.ExponentialDecay(1, 0.5, every: 10, staircase: true)",
                Keras.ExponentialDecay(1, 10, 0.5, true)
            },
            { nameof(Keras.InverseTimeDecay), "Schedule.InverseTime(1, 0.5, every: 10)", Keras.InverseTimeDecay(1, 10, 0.5) },
            {
                nameof(Keras.InverseTimeDecay),
                "Schedule.InverseTime(1, 0.5, every: 10, staircase: true)",
                Keras.InverseTimeDecay(1, 10, 0.5, true)
            },
            {
                nameof(Keras.PiecewiseConstantDecay),
                "Schedule.Piecewise([1, 2, 3], [31, 81])",
                Keras.PiecewiseConstantDecay([30, 80], [1, 2, 3])
            },
            { nameof(Keras.PolynomialDecay), "Schedule.Polynomial(1, 0.0001, 10, 1)", Keras.PolynomialDecay(1, 10) },
            {
                nameof(Keras.PolynomialDecay),
                "Schedule.GrowingHorizon(1, 0, 10, Shapes.Polynomial(2))",
                Keras.PolynomialDecay(1, 10, 0, 2, cycle: true)
            },
        };

    [Theory]
    [MemberData(nameof(Lowerings))]
    public void Each_name_is_an_expression_of_builders_and_verbs(string name, string expression, Func<int, double> schedule) =>
        Presets.IsLowering(name, expression, schedule);

    [Fact]
    public void Every_public_name_is_among_the_tested() => Presets.AllAreAmong(Lowerings.Select(row => (string)row[0]), typeof(Keras));

    [Property]
    public Property A_boundary_is_the_last_step_of_the_old_rate() =>
        Law.Over(
            from first in Draw.Whole(0, 99)
            from pieces in Draw.List(from at in Draw.Whole(0, 39) from value in Draw.Whole(0, 99) select (at, value), 0, 4)
            select (
                pieces.Select(piece => piece.at).Order().ToArray(),
                pieces.Select(piece => piece.value / 8.0).Prepend(first / 8.0).ToArray()
            ),
            drawn =>
            {
                (int[] boundaries, double[] values) = drawn;
                Func<int, double> lr = Keras.PiecewiseConstantDecay(boundaries, values);

                Assert.All(Enumerable.Range(0, 50), step => Law.Near(values[boundaries.Count(b => b < step)], lr, step, 0));
            }
        );

    [Property]
    public Property A_horizon_that_is_put_off_is_reached_at_each_multiple() =>
        Law.Over(
            from period in Draw.Whole(1, 40)
            from tenths in Draw.Whole(1, 40)
            select (period, tenths / 10.0),
            drawn =>
            {
                (int period, double power) = drawn;
                Func<int, double> lr = Keras.PolynomialDecay(0.7, period, 0.2, power, cycle: true);

                Assert.Equal(0.7, lr(0));
                for (int step = 1; step < 200; step++)
                {
                    int horizon = period;
                    while (horizon < step)
                    {
                        horizon += period;
                    }

                    Law.Near(0.2 + (0.5 * Math.Pow(1 - ((double)step / horizon), power)), lr, step, 1e-12);
                    if (step == horizon)
                    {
                        Assert.Equal(0.2, lr(step));
                    }
                }
            }
        );

    [Fact]
    public void Without_a_target_the_warm_up_is_not_looked_at()
    {
        Func<int, double> plain = Keras.CosineDecay(0.3, 20, 0.1);

        Law.SameBits(plain.Evaluate(0..40), Keras.CosineDecay(0.3, 20, 0.1, null, 500).Evaluate(0..40), plain, 0);
    }

    [Fact]
    public void A_power_of_0_never_leaves_the_initial_rate() =>
        Assert.All(
            new[] { Keras.PolynomialDecay(0.3, 10, power: 0), Keras.PolynomialDecay(0.3, 10, power: 0, cycle: true) },
            lr => Assert.Equal([0.3, 0.3, 0.3], new[] { 0, 10, int.MaxValue }.Select(lr))
        );

    [Fact]
    public void Peaks_of_no_height_leave_the_first_cycle_and_the_floor()
    {
        Func<int, double> lr = Keras.CosineDecayRestarts(0.4, 10, mMul: 0, alpha: 0.25);

        Assert.Equal([0.4, 0.25, 0.1, 0.1], new[] { 0, 5, 10, 37 }.Select(lr).Select(value => Math.Round(value, 15)));
    }

    [Fact]
    public void The_sign_of_the_margin_is_not_looked_at() =>
        Assert.Equal(Keras.ReduceLROnPlateau(0.1, minDelta: 0.02), Keras.ReduceLROnPlateau(0.1, minDelta: -0.02));
}
