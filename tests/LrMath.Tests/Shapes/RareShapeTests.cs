using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ShapeRoom;

/// <summary>The rarer shapes against the formulas of their documentation, counted from each end so that the textbook form keeps its
/// digits.</summary>
public class RareShapeTests
{
    public static TheoryData<double> Steepnesses => [1e-3, 0.5, 0.999, 1 - 1e-12, 1, 1 + 1e-12, 1.5, 2, 10, 1e6, 1e300];

    [Fact]
    public void Rex_is_a_hyperbola() => Check(Shapes.Rex, p => p / (2 - p), q => 2 * q / (1 + q));

    [Fact]
    public void HalfCosine_is_the_second_half_of_a_cosine()
    {
        Check(Shapes.HalfCosine, p => Math.Sin(Math.PI * p / 2), q => 2 * Math.Pow(Math.Sin(Math.PI * q / 4), 2));
        for (int step = 0; step <= 64; step++)
        {
            Assert.Equal(Schedule.Cosine(3, 1, 128)(64 + step), Schedule.Ramp(2, 1, 64, Shapes.HalfCosine)(step), 1e-15);
        }
    }

    [Fact]
    public void HalfLife_is_twice_a_half_life() =>
        Check(Shapes.HalfLife, p => -2 * ExpMinus1(-p * Math.Log(2)), q => ExpMinus1(q * Math.Log(2)));

    [Theory]
    [MemberData(nameof(Steepnesses))]
    public void Saturating_is_an_exponential_approach_that_arrives(double steepness)
    {
        double rate = LogOf(steepness);
        Check(
            Shapes.Saturating(steepness),
            p => rate == 0 ? p : ExpMinus1(-p * rate) / ExpMinus1(-rate),
            q => rate == 0 ? q : ExpMinus1(q * rate) / ExpMinus1(rate),
            3e-15 * (1 + Math.Abs(rate))
        );
    }

    [Theory]
    [MemberData(nameof(Steepnesses))]
    public void Logarithmic_is_a_logarithm_between_two_points(double steepness)
    {
        double growth = steepness - 1;
        Check(
            Shapes.Logarithmic(steepness),
            p => growth == 0 ? p : LogOfOnePlus(growth * p) / LogOf(steepness),
            q => growth == 0 ? q : -LogOfOnePlus(-growth / steepness * q) / LogOf(steepness)
        );
    }

    [Theory]
    [MemberData(nameof(Steepnesses))]
    public void The_inverse_steepness_is_the_mirror_image_in_time(double steepness)
    {
        foreach (Func<double, Shape> shape in new[] { Shapes.Saturating, Shapes.Logarithmic })
        {
            for (int step = 0; step <= 40; step++)
            {
                Assert.Equal(1 - shape(steepness)(0, 1, step / 40.0), shape(1 / steepness)(0, 1, 1 - (step / 40.0)), 1e-14);
            }
        }
    }

    [Fact]
    public void HalfLife_is_Saturating_with_a_steepness_of_2() =>
        Law.SameBits(
            Schedule.Ramp(1, 0.1, 700, Shapes.Saturating(2)).Evaluate(0..800),
            Schedule.Ramp(1, 0.1, 700, Shapes.HalfLife).Evaluate(0..800),
            Schedule.Ramp(1, 0.1, 700, Shapes.HalfLife),
            0
        );

    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(0.001, 3)]
    [InlineData(-1, -2)]
    [InlineData(2, 2)]
    [InlineData(1e200, 1e-200)]
    [InlineData(1e-300, 1e300)]
    public void Harmonic_values_have_evenly_spaced_inverses(double start, double end)
    {
        Func<int, double> ramp = Schedule.Ramp(start, end, 1000, Shapes.Harmonic);
        for (int step = 0; step <= 1000; step++)
        {
            double expected = 1 / (((1000 - step) / start / 1000) + (step / end / 1000));
            Assert.Equal(expected, ramp(step), 1e-15 * 4 * Math.Abs(expected));
        }
    }

    [Theory]
    [InlineData(1, -1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_harmonic_way_between_two_signs_or_from_zero_is_refused(double start, double end)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            nameof(end),
            () => Schedule.Ramp(start, end, 10, Shapes.Harmonic)
        );
        Assert.Contains("a harmonic way needs two ends of one sign", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(end), () => Shapes.Harmonic(start, end, 0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e-310)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_steepness_without_an_inverse_is_refused(double steepness)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(steepness), () => Shapes.Saturating(steepness));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(steepness), () => Shapes.Logarithmic(steepness));
    }

    // Up from 0 the digits of the completed fraction count, down to 0 those of the remaining one.
    private static void Check(Shape shape, Func<double, double> done, Func<double, double> left, double relative = 3e-15)
    {
        const int steps = 1_000_000;
        Func<int, double> up = Schedule.Ramp(0, 1, steps, shape);
        Func<int, double> down = Schedule.Ramp(1, 0, steps, shape);
        for (int step = 1; step < steps; step += 1 + (step % 997))
        {
            foreach (int near in new[] { step, steps - step })
            {
                (double share, double rest) = (near / (double)steps, (steps - near) / (double)steps);
                if (near <= steps / 2)
                {
                    Assert.Equal(done(share), up(near), relative * done(share));
                    Assert.Equal(1 - done(share), down(near), relative);
                }
                else
                {
                    Assert.Equal(left(rest), down(near), relative * left(rest));
                    Assert.Equal(1 - left(rest), up(near), relative);
                }
            }
        }
    }

    private static double LogOf(double x) => Math.Abs(x - 1) < 1e-3 ? LogOfOnePlus(x - 1) : Math.Log(x);

    private static double LogOfOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x
            : Math.Abs(x) > 0.5 ? Math.Log(sum)
            : Math.Log(sum) * x / (sum - 1);
    }

    private static double ExpMinus1(double x)
    {
        if (Math.Abs(x) > 0.3)
        {
            return Math.Exp(x) - 1;
        }

        double half = Math.Sinh(x / 2);
        return 2 * half * Math.Exp(x / 2);
    }
}
