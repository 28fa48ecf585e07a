using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Recipes;

/// <summary>Whole lengths from shares.</summary>
public class SplitTests
{
    [Fact]
    public void Lengths_are_the_shares_of_the_steps() => Assert.Equal([500, 7500, 2000], Schedule.Split(10_000, 5, 75, 20));

    [Fact]
    public void Halves_are_rounded_up_and_a_share_of_zero_has_no_step() => Assert.Equal([2, 0, 1], Schedule.Split(3, 0.5, 0, 0.5));

    [Property]
    public Property No_step_is_lost_and_each_end_is_within_half_a_step_of_its_share() =>
        Law.Over(
            from steps in Draw.Whole(0, 1_000_000)
            from shares in Draw.List(Draw.Whole(0, 99), 5)
            select (steps, shares: (double[])[1, .. shares.Select(share => (double)share)]),
            drawn =>
            {
                (int steps, double[] shares) = drawn;
                IReadOnlyList<int> lengths = Schedule.Split(steps, shares);
                Assert.Equal(steps, lengths.Sum());
                for (int i = 0; i < shares.Length; i++)
                {
                    Assert.True(lengths[i] >= 0);
                    double end = steps * shares.Take(i + 1).Sum() / shares.Sum();
                    Assert.InRange(lengths.Take(i + 1).Sum() - end, -0.5 - (1e-9 * steps), 0.5 + (1e-9 * steps));
                }
            }
        );
}
