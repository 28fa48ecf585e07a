using Xunit;

namespace LrMath.Tests.Decays;

/// <summary>Where decays end, and the stairs that they refuse; their equations are in <see cref="Laws.Textbook"/>.</summary>
public class DecayTests
{
    [Theory]
    [InlineData(0.61)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void Rectified_rises_to_1(double beta2)
    {
        Func<int, double> factor = Schedule.Rectified(beta2);
        Assert.All(Enumerable.Range(0, 3000), step => Assert.InRange(factor(step), step == 0 ? 0 : factor(step - 1) - 1e-15, 1));
        Assert.Equal(1, factor(int.MaxValue), 1e-15);
    }

    [Theory]
    [InlineData(1e98)]
    [InlineData(-1e98)]
    public void A_power_law_that_grows_beyond_the_doubles_stays_at_the_largest_one(double initial) =>
        Assert.Equal(Math.CopySign(double.MaxValue, initial), Schedule.PowerLaw(initial, 1, -1000)(1_000_000));

    [Fact]
    public void Stairs_shorter_than_a_step_are_refused()
    {
        double less = Math.BitDecrement(1.0);
        Assert.Throws<ArgumentOutOfRangeException>("every", () => Schedule.ExponentialDecay(1, 0.5, less, staircase: true));
        Assert.Throws<ArgumentOutOfRangeException>("every", () => Schedule.InverseTime(1, 0.5, less, staircase: true));
        Assert.Equal(0.5, Schedule.ExponentialDecay(1, 0.5, 1, staircase: true)(1));
        Assert.Equal(0.5, Schedule.InverseTime(1, 1, 1, staircase: true)(1));
    }
}
