using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Cycles;

public class CosineWaveTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(2.5, 2)]
    [InlineData(0.25, 4)]
    [InlineData(1000.125, 8)]
    public void Every_turn_at_a_whole_step_is_exact_up_to_the_last_step_there_is(double halfPeriod, int turns)
    {
        Func<int, double> wave = Schedule.CosineWave(0.3, 0.001, halfPeriod);
        double apart = turns * halfPeriod;
        Assert.All(
            [0, 1, 2, 3, 40, 41, 1_999, (int)(int.MaxValue / apart) - 1, (int)(int.MaxValue / apart)],
            whole => Assert.Equal((long)whole * turns % 2 == 0 ? 0.3 : 0.001, wave((int)(whole * apart)))
        );
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2.5)]
    [InlineData(22.4)]
    [InlineData(100 / 7.0)]
    [InlineData(0.3)]
    [InlineData(0.77)]
    public void The_last_steps_are_as_accurate_as_the_first(double halfPeriod)
    {
        // The remainder of a division of doubles has no rounding, so this argument of the cosine is right to the last digit.
        Func<int, double> wave = Schedule.CosineWave(1, 0, halfPeriod);
        foreach (int step in (int[])[.. Enumerable.Range(0, 200), .. Enumerable.Range(2_000_000_000, 200), int.MaxValue - 1, int.MaxValue])
        {
            double angle = Math.PI * Math.IEEERemainder(step, 2 * halfPeriod) / halfPeriod;
            Assert.Equal((1 + Math.Cos(angle)) / 2, wave(step), 2e-15);
        }
    }

    [Property]
    public Property Turns_shorter_than_a_step_are_as_accurate_as_long_ones() =>
        Law.Over(
            from digits in Draw.Whole(1_000_000, 2_000_000)
            from back in Draw.Whole(0, 1_000_000)
            select (halfPeriod: digits * 1e-12, step: int.MaxValue - back),
            drawn =>
            {
                double angle = Math.PI * Math.IEEERemainder(drawn.step, 2 * drawn.halfPeriod) / drawn.halfPeriod;
                Assert.Equal((1 + Math.Cos(angle)) / 2, Schedule.CosineWave(1, 0, drawn.halfPeriod)(drawn.step), 2e-15);
            }
        );

    [Fact]
    public void Up_to_its_first_turn_it_is_the_cosine_that_is_held()
    {
        Func<int, double> wave = Schedule.CosineWave(0.1, 0.002, 64);
        Law.SameBits(Schedule.Cosine(0.1, 0.002, 64).Evaluate(0..65), wave.Evaluate(0..65), wave, 0);
        Assert.True(wave(65) > wave(64));
    }

    [Property]
    public Property A_range_has_the_bits_of_its_steps_whatever_the_half_period() =>
        Law.Over(
            from hundredths in Draw.Whole(-200, 699)
            from step in Draw.Step
            select (halfPeriod: Math.Pow(10, hundredths / 100.0), first: Math.Min(step, int.MaxValue - 500)),
            drawn =>
            {
                (double halfPeriod, int first) = drawn;
                Func<int, double> wave = Schedule.CosineWave(0.3, -2, halfPeriod);
                Law.SameBits(Law.Steps(wave, first, 400), wave.Evaluate(first..(first + 400)), wave, first);
            }
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(1e-7)]
    public void A_half_period_that_is_too_short_is_refused(double halfPeriod) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(halfPeriod), () => Schedule.CosineWave(1, 0, halfPeriod));

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e300)]
    public void The_shortest_and_the_longest_half_period_stay_between_the_ends(double halfPeriod) =>
        Assert.All([0, 1, 2, 1_000_003, int.MaxValue], step => Assert.InRange(Schedule.CosineWave(1, 0, halfPeriod)(step), 0, 1));
}
