using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;
using static LrMath.Tests.Laws.AccuracyLaws;

namespace LrMath.Tests.Laws;

/// <summary>Steep curves beside 640-bit arithmetic: they multiply what a rounded progress is off, so they must not use one.</summary>
public class ExtremeAccuracyLaws
{
    /// <summary>
    /// The logarithm of a step is within 2^-58.6: its distance from an anchor, below 1/32, is rounded. That of the length has 105 bits. A
    /// power counts what they are off: 2^-58.6·ln 2 is a 64th of 2^-53. Of what it has done, two units more are lost where it is what one
    /// leaves of a power above a half, as with small powers: a unit of the one is up to four of the other.
    /// </summary>
    [Theory]
    [InlineData(12.5)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(396)]
    [InlineData(3000)]
    public void A_large_power_is_three_units_and_a_fiftieth_of_its_exponent_off_at_most(double power) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                var value = Exact.Power((Exact)(steps - step) / steps, power);
                if (value.OffBy(0) > 1e-100)
                {
                    Within(3 + (power / 50), value, Schedule.Polynomial(1, 0, steps, power), step);
                    Within(3 + (power / 50), value, Schedule.Ramp(0, 1, steps, Shapes.Power(power)), steps - step);
                    Within(5 + (power / 50), 1 - value, Schedule.Polynomial(0, 1, steps, power), step);
                }
            }
        );

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e-12)]
    [InlineData(0.01)]
    [InlineData(1.5)]
    [InlineData(1e5)]
    [InlineData(1e100)]
    [InlineData(1.7e308)]
    public void A_logarithm_is_three_units_off_at_most(double steepness) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;

                // The mirror image in time of a small steepness is that of its inverse, which 640 bits hold.
                double large = Math.Max(steepness, 1 / steepness);
                Exact growth = large == steepness ? (Exact)steepness - 1 : (1 / (Exact)steepness) - 1;
                Exact done = Exact.Logarithm(1 + (growth * step / steps)) / Exact.Logarithm(growth + 1);
                bool isMirrored = large != steepness;
                int at = isMirrored ? steps - step : step;
                (double start, double end) = isMirrored ? (1, 0) : (0, 1);
                Within(3, done, Schedule.Ramp(start, end, steps, Shapes.Logarithmic(steepness)), at);
                Within(3, 1 - done, Schedule.Ramp(end, start, steps, Shapes.Logarithmic(steepness)), at);
            }
        );

    [Theory]
    [InlineData(0.3, 0.1, 1e-6)]
    [InlineData(0.3, 1e-90, 1e90)]
    [InlineData(1.7, 1e-5, 1)]
    [InlineData(3, 1e90, 1e-90)]
    public void A_warped_geometric_way_is_ten_units_off_at_most(double exponent, double start, double end) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                var logarithm = Exact.Logarithm(start);
                Exact rate = Exact.Logarithm(end) - logarithm;
                var value = Exact.Exponential(logarithm + (rate * Exact.Power((Exact)step / steps, exponent)));
                Within(10, value, Schedule.Ramp(start, end, steps, Shapes.Warp(Shapes.Exponential, exponent)), step);
            },
            times: 50
        );

    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    public void A_warped_harmonic_way_is_five_units_off_at_most(double exponent) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                var done = Exact.Power((Exact)step / steps, exponent);
                foreach ((double start, double end) in new[] { (0.001, 1.0), (1, 0.001), (0.5, 0.25) })
                {
                    Exact inverse = (1 / (Exact)start) + (((1 / (Exact)end) - (1 / (Exact)start)) * done);
                    Within(5, 1 / inverse, Schedule.Ramp(start, end, steps, Shapes.Warp(Shapes.Harmonic, exponent)), step);
                }
            },
            times: 50
        );

    [Theory]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    public void What_is_too_small_beside_the_other_end_is_gone(double peak)
    {
        Assert.Equal(0, Schedule.Polynomial(peak, 0, 1000, 1e9)(999));
        Assert.Equal(1, Schedule.ExponentialApproach(peak, 1, 10)(100_000));
        Assert.Equal(519, Schedule.ExponentialApproach(1, 5e299, 5e299)(518));
        Assert.InRange(Schedule.ExponentialApproach(1, 5e299, 5e299)(int.MaxValue), 2147483647, 2147483649);
    }

    [Theory]
    [InlineData(-1e17, 0)]
    [InlineData(0, 1e17)]
    [InlineData(-1e17, 1e17)]
    [InlineData(-2000, 3)]
    [InlineData(-3, 2000)]
    public void A_tangent_whose_ends_are_beyond_all_doubles_never_turns_back(double lower, double upper)
    {
        double[] rising = Schedule.Ramp(0, double.MaxValue, 17, Shapes.Tanh(lower, upper)).Evaluate(0..18);
        double[] falling = Schedule.Ramp(double.MaxValue, 0, 17, Shapes.Tanh(lower, upper)).Evaluate(0..18);

        Assert.Equal(rising.Order(), rising);
        Assert.Equal(falling.OrderDescending(), falling);
    }

    [Theory]
    [InlineData("lower", -1.1e17, 3)]
    [InlineData("upper", -7, 1e300)]
    public void A_tangent_that_is_a_jump_is_refused(string name, double lower, double upper) =>
        Assert.Contains(
            "legal is a number from -1E+17 to 1E+17",
            Assert.Throws<ArgumentOutOfRangeException>(name, () => Shapes.Tanh(lower, upper)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(12.5, 1e17, 3.3)]
    [InlineData(0.5, 1e17, 25)]
    [InlineData(1e-300, 1e17, 9)]
    [InlineData(-1e17, -0.5, 0.01)]
    public void A_tangent_of_a_power_does_not_turn_back_however_far_its_bounds_are_apart(double lower, double upper, double power)
    {
        double[] falling = Schedule.Ramp(1, 0, 10_243, Shapes.Warp(Shapes.Tanh(lower, upper), power)).Evaluate(0..10_300);
        Assert.All(falling.Zip(falling.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-15), $"{pair}"));
    }

    [Fact]
    public void A_logarithm_over_more_steps_than_a_double_counts_stays_a_logarithm()
    {
        Func<int, double> schedule = Schedule.Restarts(0, 1, 1e17, Shapes.Logarithmic(9e307));

        for (int step = 1; step < 100; step++)
        {
            Assert.Equal(1 - (Math.Log(step) + Math.Log(9e290)) / Math.Log(9e307), 1 - schedule(step), 1e-14);
        }
    }

    [Fact]
    public void The_steepest_logarithm_is_a_number_over_any_length()
    {
        for (int steps = 1; steps < 300; steps++)
        {
            double[] values = Schedule.Restarts(0, 1, steps, Shapes.Logarithmic(double.MaxValue), 1e17).Evaluate(0..(2 * steps));
            Assert.All(values, value => Assert.InRange(value, 0, 1));
        }
    }

    [Fact]
    public void A_power_that_underflows_is_a_positive_zero()
    {
        Func<int, double> schedule = Schedule.OneCycle(5e-324, 32, 0.1, endDivisor: 25, shape: Shapes.Power(0.9));

        Assert.All(schedule.Evaluate(0..40), value => Assert.False(double.IsNegative(value)));
    }

    [Fact]
    public void A_swing_that_underflows_is_a_positive_zero()
    {
        Func<int, double> amplitude = _ => 1.25;
        double value = Schedule.Cyclic(double.Epsilon, 0, 0, 1, amplitude)(17);

        Assert.Equal(0, value);
        Assert.False(double.IsNegative(value));
    }

    [Theory]
    [InlineData(5e-324)]
    [InlineData(1e-300)]
    [InlineData(1e-17)]
    [InlineData(1e-15)]
    [InlineData(1e-9)]
    public void A_power_of_next_to_nothing_never_turns_back(double power)
    {
        foreach (double top in new[] { 1, double.MaxValue })
        {
            foreach (double foot in new[] { 0, 1e-200 })
            {
                double[] rising = Schedule.Polynomial(foot, top, 80, power).Evaluate(0..82);
                double[] falling = Schedule.Ramp(top, foot, 80, Shapes.Power(power)).Evaluate(0..82);

                Assert.Equal(rising.Order(), rising);
                Assert.Equal(falling.OrderDescending(), falling);
                Assert.Equal((foot, top, top, foot), (rising[0], rising[80], falling[0], falling[80]));
            }
        }
    }
}
