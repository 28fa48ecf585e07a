using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ShapeRoom;

public class ShapeTests
{
    public static TheoryData<string> Names =>
        ["Linear", "Cosine", "Exponential", "SquareRoot", "Hold", "Rex", "HalfCosine", "HalfLife", "Harmonic"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_ramp_follows_its_shape(string name)
    {
        var shape = (Shape)typeof(Shapes).GetProperty(name)!.GetValue(null)!;
        Func<int, double> ramp = Schedule.Ramp(0.3, 0.001, 64, shape);
        for (int step = 0; step <= 64; step++)
        {
            Assert.Equal(shape(0.3, 0.001, step / 64.0), ramp(step), 1e-16);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_power_that_is_not_above_zero_is_refused(double power)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(power), () => Shapes.Power(power));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(power), () => Shapes.Polynomial(power));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(power), () => Shapes.CosinePower(power));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3.3)]
    public void A_power_of_a_cosine_keeps_its_digits_at_both_ends(double power)
    {
        double sine = Math.Sin(Math.PI / 2e6);
        double left = Math.Pow(sine, 2 * power);
        Func<int, double> down = Schedule.Ramp(1, 0, 1_000_000, Shapes.CosinePower(power));
        Func<int, double> up = Schedule.Ramp(0, 1, 1_000_000, Shapes.CosinePower(power));

        Assert.Equal(left, down(999_999), 1e-13 * left);
        Assert.Equal(power * sine * sine, up(1), 1e-11 * power * sine * sine);
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    public void A_geometric_way_between_two_signs_or_from_zero_is_refused(double start, double end)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            nameof(end),
            () => Schedule.Exponential(start, end, 10)
        );
        Assert.Contains("one sign", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_geometric_way_below_zero_is_one_above_it_reflected()
    {
        Func<int, double> above = Schedule.Exponential(0.1, 3, 50);
        Func<int, double> below = Schedule.Exponential(-0.1, -3, 50);
        Law.SameBits(above.Evaluate(0..60), below.Scale(-1).Evaluate(0..60), below, 0);
    }

    [Fact]
    public void Ends_that_are_too_far_apart_for_a_double_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("end", () => Schedule.Linear(-1e308, 1e308, 10));

    [Fact]
    public void A_shape_of_ones_own_has_the_same_rights()
    {
        Shape square = (a, b, p) => a + ((b - a) * p * p);
        Assert.Equal(0.25, Schedule.Ramp(0, 1, 10, square)(5));
        Assert.Equal(0.25, Schedule.Constant(1).Warmup(10, shape: square)(5));
        Assert.Equal(1, Schedule.Ramp(0, 1, 10, square)(int.MaxValue));
    }

    [Theory]
    [InlineData(-7, 3)]
    [InlineData(-0.5, 0.25)]
    [InlineData(2, 40)]
    public void A_tangent_is_its_equation_before_its_end(double lower, double upper)
    {
        Func<int, double> ramp = Schedule.Ramp(3, 0.25, 200, Shapes.Tanh(lower, upper));
        for (int step = 0; step < 200; step++)
        {
            double expected = 0.25 + (2.75 * (1 - Math.Tanh(lower + ((upper - lower) * step / 200.0))) / 2);
            Assert.Equal(expected, ramp(step), 1e-14);
        }

        Assert.Equal(0.25, ramp(200));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, -7)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(-1e17, 1e308)]
    public void A_tangent_whose_upper_bound_is_too_low_too_high_or_no_number_is_refused(double lower, double upper) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(upper), () => Shapes.Tanh(lower, upper));

    [Theory]
    [InlineData(-1e17, 1e17)]
    [InlineData(5e16, 1e17)]
    [InlineData(-1e17, -5e16)]
    [InlineData(-1e6, 1e6)]
    [InlineData(-340, 340)]
    [InlineData(-341, 340)]
    [InlineData(-340, -1)]
    [InlineData(0.5, 340)]
    [InlineData(-20, 20)]
    [InlineData(0, 5e-324)]
    [InlineData(1, 1.0000000000000002)]
    public void A_tangent_goes_one_way_between_its_ends_whatever_its_bounds_and_its_length(double lower, double upper)
    {
        Shape shape = Shapes.Tanh(lower, upper);
        foreach (int steps in new[] { 1, 2, 3, 10, 255, 257, 5000, 1_000_000, int.MaxValue })
        {
            foreach ((double start, double end) in new[] { (0.0, 1.0), (1.0, 0.0), (-3.0, 7.5) })
            {
                Func<int, double> ramp = Schedule.Ramp(start, end, steps, shape);
                Assert.Equal(shape(start, end, 0), ramp(0));
                double middle = steps * Math.Clamp(lower / (lower - upper), 0, 1);
                foreach (double center in (double[])[500, Math.Max(middle, 500), Math.Max(steps - 400.0, 500)])
                {
                    double before = start;
                    int first = (int)Math.Min(center, int.MaxValue - 500.0) - 500;
                    double[] values = ramp.Evaluate(first..(first + 1000));
                    float[] floats = new float[1000];
                    ramp.Evaluate(first, floats);
                    Assert.Equal(Array.ConvertAll(values, value => (float)value), floats);
                    for (int i = 0; i < values.Length; i++)
                    {
                        Assert.Equal(values[i], ramp(first + i));
                        Assert.InRange(values[i], Math.Min(start, end), Math.Max(start, end));
                        Assert.True((values[i] - before) * (end - start) >= -1e-14, $"{ramp.Describe()} turns back at {first + i}");
                        before = values[i];
                    }
                }

                Assert.Equal(end, ramp(steps));
                Assert.Equal(end, ramp(int.MaxValue));
            }
        }
    }

    [Theory]
    [InlineData(0, 1e-289)]
    [InlineData(3, 3.0000000000000004)]
    [InlineData(2.5, 2.75)]
    [InlineData(2.75, 3.25)]
    [InlineData(-1e308, 4.5)]
    [InlineData(-1e300, 1e300)]
    [InlineData(-9.5, -0.25)]
    public void A_tangent_between_any_two_positions_holds_its_ends_outside_of_them(double from, double to)
    {
        Func<int, double> path = Schedule.Path([(from, 2), (to, 1)], Shapes.Tanh(-7, 3));
        double[] values = path.Evaluate(0..12);
        for (int step = 0; step < values.Length; step++)
        {
            Assert.Equal(path(step), values[step]);
            Assert.InRange(values[step], step < to ? Math.BitIncrement(1) : 1, step < from || step < to ? 2 : 1);
            Assert.True(step >= from || values[step] == 2);
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.95)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(1e-3)]
    public void A_warped_shape_is_the_shape_at_the_power_of_its_progress(double exponent)
    {
        Shape mine = (a, b, p) => a + ((b - a) * p * p);
        Shape[] shapes =
        [
            Shapes.Linear,
            Shapes.Cosine,
            Shapes.Exponential,
            Shapes.Hold,
            Shapes.Polynomial(1.5),
            Shapes.Power(3),
            Shapes.SquareRoot,
            Shapes.Tanh(-3, 2),
            mine,
        ];
        foreach (Shape shape in shapes)
        {
            Func<int, double> warped = Schedule.Ramp(0.3, 0.001, 64, Shapes.Warp(shape, exponent));
            for (int step = 0; step <= 64; step++)
            {
                Assert.Equal(shape(0.3, 0.001, Math.Pow(step / 64.0, exponent)), warped(step), 1e-15);
            }
        }
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.01)]
    [InlineData(1e4)]
    [InlineData(1e13)]
    [InlineData(1e20)]
    [InlineData(1e300)]
    public void A_power_of_any_size_stays_between_its_ends(double power) =>
        Assert.All(
            (Shape[])[Shapes.Power(power), Shapes.Polynomial(power)],
            shape =>
                Assert.All(
                    [.. Schedule.Ramp(1, 0, 9, shape).Evaluate(0..12), Schedule.Ramp(1, 0, int.MaxValue, shape)(1)],
                    value => Assert.InRange(value, 0, 1)
                )
        );

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-16)]
    [InlineData(1e4)]
    [InlineData(1e20)]
    [InlineData(1e300)]
    public void A_warp_of_any_strength_stays_between_its_ends(double exponent)
    {
        Shape[] shapes =
        [
            Shapes.Linear,
            Shapes.Cosine,
            Shapes.Polynomial(3),
            Shapes.Power(3),
            Shapes.Polynomial(0.3),
            Shapes.Tanh(-3, 2),
            Shapes.Warp(Shapes.Polynomial(0.3), exponent),
        ];
        Assert.All(
            shapes,
            shape => Assert.All(Schedule.Ramp(1, 0, 9, Shapes.Warp(shape, exponent)).Evaluate(0..12), value => Assert.InRange(value, 0, 1))
        );
    }

    [Fact]
    public void A_warped_tangent_begins_where_its_lower_bound_says_however_far_the_upper_one_is() =>
        Assert.Equal(1 / (1 + Math.Exp(8)), Schedule.Ramp(1, 0, 1000, Shapes.Warp(Shapes.Tanh(4, 1e17), 20))(1), 1e-17);

    [Fact]
    public void A_warp_of_the_straight_line_is_a_power_and_one_by_1_is_none()
    {
        Func<int, double> warped = Schedule.Ramp(0.3, 7, 64, Shapes.Warp(Shapes.Linear, 2.5));
        Func<int, double> power = Schedule.Ramp(0.3, 7, 64, Shapes.Power(2.5));
        Assert.All(Enumerable.Range(0, 65), step => Assert.Equal(power(step), warped(step), 1e-15));
        Assert.Same(Shapes.Cosine, Shapes.Warp(Shapes.Cosine, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_warp_that_is_not_above_zero_is_refused(double exponent) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(exponent), () => Shapes.Warp(Shapes.Linear, exponent));

    [Fact]
    public void A_warp_of_no_shape_or_of_two_is_refused()
    {
        Assert.Throws<ArgumentNullException>("shape", () => Shapes.Warp(null!, 2));
        Assert.Throws<ArgumentException>("shape", () => Shapes.Warp(Shapes.Linear + Shapes.Cosine, 2));
    }

    [Fact]
    public void A_geometric_way_whose_growing_peaks_cross_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("peakDecay", () => Schedule.Restarts(1, 3, 10, Shapes.Exponential, peakDecay: 1.01));
}
