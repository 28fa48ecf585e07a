using LrMath.Data;
using Xunit;

namespace LrMath.Tests.Data;

public class RunShareTests
{
    [Theory]
    [InlineData(1_173, 0.03, 36, 35, 35)]
    [InlineData(100, 0.07, 8, 7, 7)] // 7.000000000000001 in doubles
    [InlineData(50, 0.05, 3, 2, 2)] // halves to the even one
    [InlineData(30, 0.05, 2, 1, 2)]
    [InlineData(10, 0, 0, 0, 0)]
    [InlineData(10, 1, 10, 10, 10)]
    [InlineData(int.MaxValue, 1, int.MaxValue, int.MaxValue, int.MaxValue)]
    public void A_share_is_rounded_as_its_name_says(int steps, double share, int up, int down, int nearest) =>
        Assert.Equal((up, down, nearest), (RunShare.Up(steps, share), RunShare.Down(steps, share), RunShare.Nearest(steps, share)));

    [Fact]
    public void A_share_is_part_of_the_run_for_all_small_runs()
    {
        foreach (int steps in Enumerable.Range(0, 200))
        {
            foreach (double share in Enumerable.Range(0, 101).Select(percent => percent / 100.0))
            {
                int down = RunShare.Down(steps, share);
                Assert.InRange(down, 0, steps);
                Assert.InRange(RunShare.Up(steps, share), down, Math.Min(down + 1, steps));
                Assert.InRange(RunShare.Nearest(steps, share), down, RunShare.Up(steps, share));
            }
        }
    }

    [Fact]
    public void Illegal_numbers_are_refused_by_name()
    {
        Assert.Equal("steps", Assert.Throws<ArgumentOutOfRangeException>(() => RunShare.Up(-1, 0.5)).ParamName);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => RunShare.Down(10, 1.5)).ParamName);
    }
}
