using FsCheck;
using FsCheck.Xunit;
using LrMath.MathNet;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using MathNet.Numerics.Interpolation;
using Xunit;

namespace LrMath.Tests.Piecewise;

public class PathTests
{
    [Fact]
    public void Null_is_the_one_shape_that_is_left_out()
    {
        Assert.Equal(Schedule.Path([(0, 0), (10, 1)]).Describe(), Schedule.Path([(0, 0), (10, 1)], null).Describe());
        Assert.Equal(Schedule.Phases(10, 0, [(1, 1)]).Describe(), Schedule.Phases(10, 0, [(1, 1)], null).Describe());
    }

    [Fact]
    public void Two_knots_at_one_position_are_a_jump()
    {
        Func<int, double> lr = Schedule.Path([(0, 0), (10, 1), (10, 5), (20, 0)]);
        Assert.Equal(0.9, lr(9), 1e-15);
        Assert.Equal(5, lr(10));
    }

    [Fact]
    public void A_jump_before_any_way_holds_the_first_value_until_it()
    {
        Func<int, double> lr = Schedule.Path([(5, 1), (5, 3), (10, 0)]);
        Assert.Equal([1, 1, 3], new[] { lr(0), lr(4), lr(5) });
    }

    [Fact]
    public void A_jump_after_the_last_way_is_the_value_that_is_held()
    {
        Func<int, double> lr = Schedule.Path([(0, 0), (4, 1), (4, 9)]);
        Assert.Equal([0.75, 9, 9], new[] { lr(3), lr(4), lr(int.MaxValue) });
    }

    [Fact]
    public void One_knot_is_a_constant() =>
        Assert.Equal([2, 2], new[] { Schedule.Path([(7, 2)])(0), Schedule.Path([(7, 2)])(int.MaxValue) });

    [Fact]
    public void Positions_need_be_neither_whole_nor_positive()
    {
        Func<int, double> lr = Schedule.Path([(-1.5, 0), (0.5, 1), (2.5, 0)]);
        Assert.Equal([0.75, 0.75, 0.25, 0], new[] { lr(0), lr(1), lr(2), lr(3) });
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(300)]
    public void A_path_of_any_length_has_the_bits_of_its_ways(int knots)
    {
        (double At, double Value)[] points = [.. Enumerable.Range(0, knots).Select(i => (3.7 * i, Math.Sin(i)))];
        Func<int, double> path = Schedule.Path(points);
        Func<int, double> delayed = path.Delay(5).Then(Schedule.Piecewise([1, 2], [1]), at: int.MaxValue - 1);
        double[] range = path.Evaluate(0..(4 * knots));
        for (int step = 0; step < range.Length; step++)
        {
            int way = Math.Clamp((int)Math.Floor(step / 3.7), 0, knots - 2);
            double expected = Schedule.Path([points[way], points[way + 1]])(step);
            Assert.Equal([expected, expected, expected], new[] { path(step), range[step], delayed(step + 5) });
        }

        Assert.Equal([points[^1].Value, 1, 2], new[] { int.MaxValue - 2, int.MaxValue - 1, int.MaxValue }.Select(delayed));
    }

    [Fact]
    public void Positions_next_to_zero_are_zero()
    {
        Func<int, double> lr = Schedule.Path([(-1e-310, 1), (1e-310, 2), (10, 3)]);
        Assert.Equal([2, 2.5, 3], new[] { lr(0), lr(5), lr(10) });
        Assert.Equal(1.5, Schedule.Path([(-1e-290, 1), (1e-290, 2), (10, 3)])(0));
    }

    [Fact]
    public void A_way_that_ends_beyond_the_last_step_never_ends()
    {
        Func<int, double> lr = Schedule.Path([(0, 1), (4e9, 0), (5e9, 7)]);
        Assert.Equal(1 - (int.MaxValue / 4e9), lr(int.MaxValue), 1e-15);
    }

    [Fact]
    public void Each_way_may_have_a_shape_of_its_own()
    {
        Func<int, double> lr = Schedule.Path([(0, 0), (10, 1), (20, 0)], [Shapes.Hold, Shapes.Cosine]);
        Assert.Equal([0, 1, 0.5], new[] { lr(9), lr(10), lr(15) });
    }

    private static readonly Dictionary<string, Refusal> Refusals = new(StringComparer.Ordinal)
    {
        ["a shape too many"] = new(
            () => Schedule.Path([(0, 0), (1, 1)], [Shapes.Linear, Shapes.Linear]),
            "shapes",
            "one for the way between each two knots"
        ),
        ["a value that is no number"] = new(() => Schedule.Path([(0, 0), (1, double.NaN)]), "knots", "knots[1].Value is NaN"),
        ["a position that is no number"] = new(() => Schedule.Path([(double.NaN, 0)]), "knots", "knots[0].At is NaN"),
        ["a position before the last one"] = new(
            () => Schedule.Path([(0, 0), (2, 1), (1, 1)]),
            "knots",
            "knots[2].At is 1; legal is a position not before its predecessor, 2"
        ),
        ["a position of a curve that is the last one"] = new(
            () => Schedule.Interpolate([(0, 0), (2, 1), (2, 1)]),
            "knots",
            "knots[2].At is 2; legal is a position after its predecessor, 2"
        ),
        ["positions farther apart than the doubles"] = new(
            () => Schedule.Path([(-1.7e308, 0), (1.7e308, 1)]),
            "knots",
            "knots[1].At is 1.7E+308; legal is a position within"
        ),
        ["a geometric way to zero"] = new(() => Schedule.Path([(0, 1), (9, 0)], Shapes.Exponential), "knots", "legal"),
        ["a geometric way of its own to zero"] = new(
            () => Schedule.Path([(0, 1), (9, 2), (19, 0)], [Shapes.Linear, Shapes.Exponential]),
            "knots",
            "legal"
        ),
    };

    public static TheoryData<string> Rows => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_path_refuses_by_name(string row) => Refusals[row].AssertGiven();

    [Fact]
    public void A_position_out_of_order_is_out_of_range_and_a_wrong_number_of_shapes_is_not()
    {
        Assert.Throws<ArgumentOutOfRangeException>("knots", () => Schedule.Path([(0, 0), (10, 1), (9.5, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>("knots", () => Schedule.Interpolate([(0, 0), (1, 1), (1, 2)]));
        Assert.Throws<ArgumentException>("shapes", () => Schedule.Path([(0, 0), (1, 1)], [Shapes.Linear, Shapes.Linear]));
    }

    [Fact]
    public void A_jump_may_stand_between_ways_of_their_own_shape() =>
        Assert.Equal(
            [0.5, 5, 4],
            new[] { 1, 2, 4 }.Select(Schedule.Path([(0, 0), (2, 1), (2, 5), (6, 3)], [Shapes.Linear, Shapes.Hold, Shapes.Linear]))
        );

    /// <summary>Before the first step, at both ends of the steps, and beyond the last one. Knots before step 0 change nothing but the
    /// node.</summary>
    [Cases(500)]
    public Property A_path_has_the_values_of_its_formula_wherever_its_knots_are() =>
        Law.Over(
            from places in Draw.List(Draw.OneOf(-5, -0.5, 0, 2, 2.5, 3, Last - 0.5, Last, Last + 1, 3e9, 5e9), 1, 5)
            from values in Draw.List(Draw.Whole(1, 9), 5)
            select places.Order().Zip(values, (at, value) => (At: at, Value: (double)value)).ToArray(),
            knots =>
            {
                Func<int, double> few = Schedule.Path(knots);
                Func<int, double> many = Schedule.Path([.. Enumerable.Repeat((-9.0, knots[0].Value), 64), .. knots]);
                Func<int, double> formula = Laws.Textbook.Path(knots, Shapes.Linear);
                foreach (int step in (int[])[0, 1, 2, 3, 4, int.MaxValue - 1, int.MaxValue])
                {
                    Law.Near(formula(step), few, step, 1e-14);
                    Law.Near(few(step), many, step, 0);
                    Func<int, double> upTo = few.Shift(step).Warmup(4);
                    Law.SameBits(Law.Steps(upTo, 0, 4), Law.Steps(many.Shift(step).Warmup(4), 0, 4), upTo, 0);
                }
            }
        );

    [Fact]
    public void A_jump_at_the_last_step_is_entered_from_the_value_before_it() =>
        Assert.Equal([0, 0.5, 5], Schedule.Path([(0, 1), (Last, 1), (Last, 5)]).Shift(int.MaxValue).Warmup(2).Evaluate(0..3));

    private const double Last = int.MaxValue;

    [Fact]
    public void A_curve_goes_through_its_knots_and_holds_the_last()
    {
        (double, double)[] knots = [(0, 0.1), (10, 1), (25, 0.9), (100, 0)];
        Func<int, double> monotone = Schedule.Interpolate(knots);
        Assert.Equal([0.1, 1, 0.9, 0, 0], new[] { monotone(0), monotone(10), monotone(25), monotone(100), monotone(int.MaxValue) });
        Assert.All(monotone.Evaluate(0..101), value => Assert.InRange(value, 0, 1));
        Assert.Contains(Schedule.Interpolate(knots, CubicSpline.InterpolateNaturalSorted).Evaluate(0..101), value => value > 1.01);
    }

    public static TheoryData<string> Splines => ["Pchip", "Akima", "Natural"];

    [Theory]
    [MemberData(nameof(Splines))]
    public void A_curve_has_the_values_of_the_spline_it_is_made_of(string name) =>
        Law.Holds(
            from knots in Draw.List(Knot, 5, 9)
            select knots.Select((knot, i) => (At: (i * 40) + knot.Gap, knot.Value)).ToArray(),
            knots =>
            {
                Func<double[], double[], IInterpolation> spline = name switch
                {
                    "Pchip" => CubicSpline.InterpolatePchipSorted,
                    "Akima" => CubicSpline.InterpolateAkimaSorted,
                    _ => CubicSpline.InterpolateNaturalSorted,
                };
                IInterpolation expected = spline([.. knots.Select(knot => knot.At)], [.. knots.Select(knot => knot.Value)]);
                Func<int, double> actual = Schedule.Interpolate(knots, spline);
                for (int step = (int)Math.Ceiling(knots[0].At); step < knots[^1].At; step++)
                {
                    Law.Near(expected.Interpolate(step), actual, step, 1e-13);
                }
            }
        );

    private static readonly Drawn<(double Gap, double Value)> Knot =
        from gap in Draw.Whole(0, 299)
        from value in Draw.Whole(0, 999)
        select (gap / 9.0, value / 999.0);

    [Property]
    public Property A_monotone_curve_never_leaves_its_knots() =>
        Law.Over(
            Draw.List(Draw.Whole(0, 999), 6),
            heights =>
            {
                double[] values = [.. heights.Order().Select(height => height / 7.0)];
                Func<int, double> lr = Schedule.Interpolate([.. values.Select((value, i) => (i * 30.5, value))]);
                double[] range = lr.Evaluate(0..160);
                Assert.All(range, value => Assert.InRange(value, values[0], values[^1]));
                Assert.Equal(range.Order(), range);
            }
        );

    [Fact]
    public void A_curve_refuses_too_few_knots() => Assert.ThrowsAny<ArgumentException>(() => Schedule.Interpolate([(0, 0)]));
}
