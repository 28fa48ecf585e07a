using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using Xunit;
using static LrMath.Tests.Support.Law;

namespace LrMath.Tests.Combinators;

/// <summary>Branches onto another schedule.</summary>
public class BranchLaws
{
    [Property]
    public void A_branch_onto_a_schedule_goes_from_the_value_reached_to_the_one_that_is_met(
        Composition first,
        Composition second,
        Count branch,
        Count length
    )
    {
        (Func<int, double> f, Func<int, double> g, int at, int steps) = (first.Build(), second.Build(), branch.N, length.N / 3);
        Func<int, double> way = Schedule.Cosine(f(at), Start(g.Shift(at + steps)), steps);
        Same(
            f.BranchAt(at, g, steps, Shapes.Cosine),
            t =>
                t < at ? f(t)
                : t < at + steps ? way(t - at)
                : g(t)
        );
        Same(f.BranchAt(at, Schedule.Constant(0.5), steps), f.BranchAt(at, 0.5, steps));
        Same(f.BranchAt(at, f, 0), f);
    }

    [Fact]
    public void A_run_that_is_made_longer_is_warmed_up_again_without_its_length_twice()
    {
        Func<int, double> longer = Schedule.Cosine(0.1, 0, 30_000);
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 10_000).BranchAt(10_000, longer, 500);
        Assert.Equal(0, lr(10_000));
        Assert.Equal(longer(10_500) / 2, lr(10_250), 1e-17);
        Assert.Equal(longer(10_500), lr(10_500));
        Assert.Equal(0, lr(30_000));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => lr.BranchAt(1, longer, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("next", () => lr.BranchAt(1, longer.Offset(1).Mirror(0, 0), 5, Shapes.Exponential));
        Assert.Throws<ArgumentException>("next", () => lr.BranchAt(1, _ => double.NaN, 5));
    }
}
