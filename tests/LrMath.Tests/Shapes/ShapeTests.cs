using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ShapeRoom;

public class ShapeTests
{
    public static TheoryData<string> Names => ["Linear", "Cosine", "Exponential", "SquareRoot", "Hold", "Rex", "HalfCosine", "HalfLife", "Harmonic"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shape_is_its_ends_at_0_and_1_and_beyond(string name)
    {
        Shape shape = (Shape)typeof(Shapes).GetProperty(name)!.GetValue(null)!;
        Assert.Equal([0.3, 0.3, 0.001, 0.001], new[] { shape(0.3, 0.001, -1), shape(0.3, 0.001, 0), shape(0.3, 0.001, 1), shape(0.3, 0.001, 2) });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_ramp_follows_its_shape(string name)
    {
        Shape shape = (Shape)typeof(Shapes).GetProperty(name)!.GetValue(null)!;
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
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    public void A_geometric_way_between_two_signs_or_from_zero_is_refused(double start, double end)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(nameof(end), () => Schedule.Exponential(start, end, 10));
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
    public void Progress_that_is_no_number_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => Shapes.Cosine(1, 0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => Shapes.Exponential(1, 2, double.NaN));
    }

    [Fact]
    public void A_shape_of_ones_own_has_the_same_rights()
    {
        Shape square = (a, b, p) => a + ((b - a) * p * p);
        Assert.Equal(0.25, Schedule.Ramp(0, 1, 10, square)(5));
        Assert.Equal(0.25, Schedule.Constant(1).Warmup(10, shape: square)(5));
        Assert.Equal(1, Schedule.Ramp(0, 1, 10, square)(int.MaxValue));
    }
}
