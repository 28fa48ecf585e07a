using FsCheck;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Recipes;

/// <summary>Whole lengths from shares.</summary>
public class SplitTests
{
    private static readonly Drawn<double> Share =
        from weight in Draw.Whole(0, 3)
        from parts in Draw.Whole(0, 999)
        select weight * (parts / 97.0);

    [Cases(300)]
    public Property No_step_is_lost_and_each_end_is_within_half_a_step_of_its_share() =>
        Law.Over(
            from before in Draw.List(Share, 0, 7)
            from after in Draw.List(Share, 0, 7 - before.Length)
            from steps in Draw.Any(Draw.Whole(0, 49), Draw.Step)
            select (shares: (double[])[.. before, 0.05, .. after], steps),
            drawn =>
            {
                (double[] shares, int steps) = drawn;
                IReadOnlyList<int> lengths = Schedule.Split(steps, shares);
                Assert.Equal(steps, lengths.Sum());

                // The end of each share is rounded here by a few units of 2^-53.
                double half = 0.5 + (1e-14 * steps);
                for (int i = 0; i < shares.Length; i++)
                {
                    Assert.True(lengths[i] >= 0);
                    double end = steps * (shares.Take(i + 1).Sum() / shares.Sum());
                    Assert.InRange(lengths.Take(i + 1).Sum() - end, -half, half);
                }

                Assert.Equal(lengths, Schedule.Split(steps, Array.ConvertAll(shares, share => share * 8)));
            }
        );

    [Fact]
    public void The_ends_of_shares_are_rounded_and_halves_go_up()
    {
        Assert.Equal([500, 7_500, 2_000], Schedule.Split(10_000, 5, 75, 20));
        Assert.Equal([500, 7_500, 2_000], Schedule.Split(10_000, 0.05, 0.75, 0.2));
        Assert.Equal([3, 4, 3], Schedule.Split(10, 1, 1, 1));
        Assert.Equal([1, 7, 2], Schedule.Split(10, 5, 75, 20));
        Assert.Equal([2, 0, 1], Schedule.Split(3, 0.5, 0, 0.5));
        Assert.Equal([0, 1], Schedule.Split(1, 0, 3));
        Assert.Equal([int.MaxValue], Schedule.Split(int.MaxValue, 1e-300));
    }

    [Fact]
    public void Shares_that_are_missing_are_refused() => Assert.Throws<ArgumentException>("shares", () => Schedule.Split(10));
}
