using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What the golden records do not show: lowerings, arguments at the edges of their ranges, and what holds for any
/// argument.</summary>
public class OptaxTests
{
    private static readonly Func<int, double> One = Schedule.Constant(1);

    public static TheoryData<string, string, Func<int, double>> Lowerings =>
        new()
        {
            { nameof(Optax.ConstantSchedule), "Schedule.Constant(0.1)", Optax.ConstantSchedule(0.1) },
            { nameof(Optax.LinearSchedule), "Schedule.Linear(1, 0, 10)", Optax.LinearSchedule(1, 0, 10) },
            { nameof(Optax.LinearSchedule), "Schedule.Linear(1, 0, 10).Delay(5)", Optax.LinearSchedule(1, 0, 10, 5) },
            { nameof(Optax.PolynomialSchedule), "Schedule.Polynomial(1, 0, 10, 2)", Optax.PolynomialSchedule(1, 0, 2, 10, -5) },
            { nameof(Optax.ExponentialDecay), "Schedule.ExponentialDecay(1, 0.5, every: 10)", Optax.ExponentialDecay(1, 10, 0.5) },
            {
                nameof(Optax.ExponentialDecay),
                "Schedule.ExponentialDecay(1, 0.5, every: 10, staircase: true).Delay(3).Max(Schedule.Constant(0.1))",
                Optax.ExponentialDecay(1, 10, 0.5, 3, true, 0.1)
            },
            {
                nameof(Optax.ExponentialDecay),
                "Schedule.ExponentialDecay(1, 2, every: 10).Min(Schedule.Constant(9))",
                Optax.ExponentialDecay(1, 10, 2, endValue: 9)
            },
            { nameof(Optax.CosineDecaySchedule), "Schedule.Cosine(1, 0.5, 10)", Optax.CosineDecaySchedule(1, 10, 0.5) },
            {
                nameof(Optax.CosineDecaySchedule),
                "Schedule.Ramp(1, 0, 10, Shapes.CosinePower(3))",
                Optax.CosineDecaySchedule(1, 10, exponent: 3)
            },
            {
                nameof(Optax.PiecewiseConstantSchedule),
                "Schedule.Piecewise([1, 0.5, 0.25], [0, 30])",
                Optax.PiecewiseConstantSchedule(1, [(30, 0.5), (-2, 0.5)])
            },
            {
                nameof(Optax.PiecewiseInterpolateSchedule),
                "Schedule.Path([(0, 1), (10, 3), (30, 1.5)], shape: Shapes.Linear)",
                Optax.PiecewiseInterpolateSchedule(Shapes.Linear, 1, [(10, 3), (30, 0.5)])
            },
            {
                nameof(Optax.LinearOnecycleSchedule),
                "Schedule.Path([(0, 0.25), (30, 1), (85, 0.25), (100, 0.125)], shape: Shapes.Linear)",
                Optax.LinearOnecycleSchedule(100, 1, divFactor: 4, finalDivFactor: 2)
            },
            {
                nameof(Optax.CosineOnecycleSchedule),
                "Schedule.Path([(0, 0.25), (30, 1), (100, 0.125)], shape: Shapes.Cosine)",
                Optax.CosineOnecycleSchedule(100, 1, divFactor: 4, finalDivFactor: 2)
            },
            { nameof(Optax.WarmupConstantSchedule), "Schedule.Linear(0, 1, 10)", Optax.WarmupConstantSchedule(0, 1, 10) },
            {
                nameof(Optax.WarmupCosineDecaySchedule),
                "Schedule.Cosine(1, 0, 20).Warmup(10)",
                Optax.WarmupCosineDecaySchedule(0, 1, 10, 30)
            },
            {
                nameof(Optax.WarmupExponentialDecaySchedule),
                "Schedule.Linear(0, 1, 10).Then(Schedule.ExponentialDecay(1, 0.5, every: 5), 10)",
                Optax.WarmupExponentialDecaySchedule(0, 1, 10, 5, 0.5)
            },
            {
                nameof(Optax.SgdrSchedule),
                "Schedule.Sequential([Schedule.Cosine(1, 0, 8).Warmup(2), Schedule.Ramp(0.5, 0.1, 20, "
                    + "Shapes.CosinePower(2)).Warmup(0)], [10])",
                Optax.SgdrSchedule([new(0, 1, 2, 10), new(0, 0.5, 0, 20, 0.1, 2)])
            },
            {
                nameof(Optax.JoinSchedules),
                "Schedule.Sequential([Schedule.Constant(1), Schedule.Linear(1, 0, 4)], [10])",
                Optax.JoinSchedules([One, Optax.LinearSchedule(1, 0, 4)], [10])
            },
        };

    [Theory]
    [MemberData(nameof(Lowerings))]
    public void Each_name_is_an_expression_of_builders_and_verbs(string name, string expression, Func<int, double> schedule) =>
        Presets.IsLowering(name, expression, schedule);

    [Fact]
    public void Every_public_name_is_among_the_tested() => Presets.AllAreAmong(Lowerings.Select(row => (string)row[0]), typeof(Optax));

    [Fact]
    public void What_never_changes_stays_at_its_first_value_even_beyond_the_limit()
    {
        Func<int, double>[] still =
        [
            Optax.LinearSchedule(0.3, 1, 0),
            Optax.LinearSchedule(0.3, 1, -7, 5),
            Optax.PolynomialSchedule(0.3, 1, 0, 10),
            Optax.ExponentialDecay(0.3, 0, 0.5, endValue: 0.4),
            Optax.ExponentialDecay(0.3, 10, 0, endValue: 0.4),
            Optax.CosineDecaySchedule(0.3, 10, 0.1, exponent: 0),
            Optax.WarmupConstantSchedule(0.3, 1, 0),
        ];

        Assert.All(still, schedule => Assert.Equal([0.3, 0.3, 0.3], new[] { 0, 10, int.MaxValue }.Select(schedule)));
    }

    [Fact]
    public void The_limit_of_a_decay_holds_before_the_decay_begins()
    {
        Assert.Equal(0.4, Optax.ExponentialDecay(0.3, 10, 0.5, 20, endValue: 0.4)(0));
        Assert.Equal(0.2, Optax.ExponentialDecay(0.3, 10, 1, 20, endValue: 0.2)(0));
        Assert.Equal(0.2, Optax.ExponentialDecay(0.3, 10, 1.5, 20, endValue: 0.2)(500));
    }

    [Fact]
    public void A_warm_up_heads_for_the_peak_that_the_limit_of_the_decay_then_cuts_off()
    {
        Func<int, double> lr = Optax.WarmupExponentialDecaySchedule(0, 1, 4, 10, 2, endValue: 0.5);

        Assert.Equal([0, 0.25, 0.5, 0.75, 0.5, 0.5], lr.Evaluate(0..6));
    }

    [Property]
    public Property A_cosine_to_a_power_is_the_cosine_to_that_power() =>
        Law.Over(
            from steps in Draw.Whole(1, 200)
            from power in Draw.Whole(1, 60)
            from alpha in Draw.Whole(0, 15)
            select (steps, power / 10.0, alpha / 10.0),
            drawn =>
            {
                (int steps, double power, double alpha) = drawn;
                Func<int, double> lr = Optax.CosineDecaySchedule(0.7, steps, alpha, power);
                for (int step = 0; step <= steps + 5; step++)
                {
                    double cosine = Math.Pow((1 + Math.Cos(Math.PI * Math.Min(step, steps) / steps)) / 2, power);
                    Law.Near(0.7 * (((1 - alpha) * cosine) + alpha), lr, step, 1e-12);
                }
            }
        );

    [Property]
    public Property Factors_multiply_up_whatever_their_order() =>
        Law.Over(
            from pairs in Draw.List(
                from boundary in Draw.Whole(-5, 54)
                from tenths in Draw.Whole(0, 29)
                select (Boundary: boundary, Scale: tenths / 10.0),
                0,
                5
            )
            select pairs.DistinctBy(pair => pair.Boundary).ToArray(),
            pairs =>
            {
                Func<int, double> steps = Optax.PiecewiseConstantSchedule(0.7, pairs);
                Func<int, double> line = Optax.PiecewiseInterpolateSchedule(Shapes.Linear, 0.7, pairs);
                double Product(int step) => pairs.Where(pair => pair.Boundary <= step).Aggregate(0.7, (value, pair) => value * pair.Scale);

                Assert.All(Enumerable.Range(0, 70), step => Law.Near(Product(step), steps, step, 1e-12));
                Assert.All(pairs.Where(pair => pair.Boundary >= 0), pair => Law.Near(Product(pair.Boundary), line, pair.Boundary, 1e-12));
                for (int step = 0; step < 70; step++)
                {
                    // A boundary before step 0 takes the place of the first knot.
                    int[] around = [.. pairs.Select(pair => pair.Boundary)];
                    around = around.Any(at => at < 0) ? around : [0, .. around];
                    int last = around.Where(at => at <= step).Max();
                    if (around.Where(at => at > step).Order().Cast<int?>().FirstOrDefault() is { } next)
                    {
                        Law.Near(Product(last) + ((Product(next) - Product(last)) * (step - last) / (next - last)), line, step, 1e-12);
                    }
                }
            }
        );

    [Theory]
    [InlineData(0, 0, 0.08)]
    [InlineData(1, 1, 0.08 / 4)]
    [InlineData(0, 1, 2 / 4.0)]
    [InlineData(0.3, 0.3, 0.08 / 25 / 4)]
    public void Of_two_knots_of_one_cycle_at_one_step_only_the_later_factor_is_left(double pctStart, double pctFinal, double end)
    {
        Func<int, double> lr = Optax.LinearOnecycleSchedule(10, 2, pctStart, pctFinal, 25, 4);

        Assert.Equal(pctStart == 0 && pctFinal == 0 ? 0.08 / 25 / 4 : end, lr(10), 1e-15);
        Assert.Equal(lr(10), lr(int.MaxValue));
    }

    [Fact]
    public void A_peak_of_one_cycle_is_at_the_whole_step_before_its_share()
    {
        Func<int, double> lr = Optax.CosineOnecycleSchedule(32, 2);

        Assert.Equal(9, lr.Evaluate(0..40).ToList().IndexOf(lr.Evaluate(0..40).Max()));
        Assert.Equal(2, lr(9), 1e-15);
    }

    [Fact]
    public void The_length_of_a_warmed_up_cosine_includes_the_warm_up()
    {
        Func<int, double> lr = Optax.WarmupCosineDecaySchedule(0.2, 1, 10, 30, 0.1);

        Assert.Equal([0.2, 1, 0.55, 0.1, 0.1], new[] { 0, 10, 20, 30, 1_000 }.Select(lr).Select(value => Math.Round(value, 15)));
        Assert.Equal(1, Optax.WarmupCosineDecaySchedule(0.2, 1, 0, 30)(0));
        Assert.Equal(0, Optax.WarmupCosineDecaySchedule(0.2, 0, 10, 30, 0.1)(30));
    }

    [Fact]
    public void Arguments_of_a_cycle_are_printed_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(
                "CosineKwargs { InitValue = 0, PeakValue = 0.5, WarmupSteps = 1, DecaySteps = 9, EndValue = 0.1, Exponent = 1 }",
                new CosineKwargs(0, 0.5, 1, 9, 0.1).ToString()
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
