using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using Xunit;
using static LrMath.Tests.Support.Law;

namespace LrMath.Tests.Combinators;

/// <summary>Warm-ups and the ends that they use.</summary>
public class WarmupLaws
{
    [Property]
    public void The_ends_of_a_warm_up_decide_its_progress(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                Func<int, double> full = Schedule.Constant(1);
                for (int t = 0; t < n; t++)
                {
                    Assert.Equal((double)t / n, full.Warmup(n)(t), 2e-16);
                    Assert.Equal((t + 1.0) / (n + 1), full.Warmup(n, ends: WarmupEnds.Neither)(t), 2e-16);
                    Assert.Equal((t + 1.0) / n, full.Warmup(n, ends: WarmupEnds.End)(t), 2e-16);
                    Assert.Equal(n == 1 ? 0 : t / (n - 1.0), full.Warmup(n, ends: WarmupEnds.Both)(t), 2e-16);
                }

                foreach (WarmupEnds ends in Enum.GetValues<WarmupEnds>())
                {
                    Same(f.Warmup(n, 0.01, Shapes.Cosine, ends).Shift(n), f);
                    Same(f.Warmup(0, 0.01, ends: ends), f);
                }
            }
        );

    [Property]
    public void A_warm_up_without_its_start_is_one_of_a_step_more_shifted_by_it(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                foreach (Shape shape in new[] { Shapes.Linear, Shapes.Cosine, Shapes.Polynomial(2) })
                {
                    Same(f.Warmup(n, 0.01, shape, WarmupEnds.Neither), f.Warmup(n + 1, 0.01, shape).Shift(1));
                    Func<int, double> end = f.Warmup(n, 0.01, shape, WarmupEnds.End);
                    Assert.True(n == 0 || end(n - 1) == Start(f));
                    Func<int, double> both = f.Warmup(n, 0.01, shape, WarmupEnds.Both);
                    Assert.True(n == 0 || both(0) == 0.01);
                    Assert.True(n < 2 || both(n - 1) == Start(f));
                }
            }
        );

    [Fact]
    public void The_ends_of_a_warm_up_are_those_of_nanoGPT_llmc_and_Lightning_Bolts()
    {
        Func<int, double> lr = Schedule.Constant(1);
        Assert.Equal([0.2, 0.4, 0.6, 0.8, 1], lr.Warmup(4, ends: WarmupEnds.Neither).Evaluate(0..5), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([0.25, 0.5, 0.75, 1, 1], lr.Warmup(4, ends: WarmupEnds.End).Evaluate(0..5));
        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 1], lr.Warmup(5, ends: WarmupEnds.Both).Evaluate(0..6));
        Assert.Throws<ArgumentOutOfRangeException>("ends", () => lr.Warmup(4, ends: (WarmupEnds)9));
        Assert.Equal("Schedule.Constant(1).Warmup(4, ends: WarmupEnds.Neither)", lr.Warmup(4, ends: WarmupEnds.Neither).Describe());
    }

    [Fact]
    public void A_warm_up_of_one_step_with_both_ends_uses_the_value_it_comes_from()
    {
        foreach (Shape shape in new[] { Shapes.Linear, Shapes.Cosine, Shapes.Polynomial(2) })
        {
            Assert.Equal([0.25, 1, 1], Schedule.Constant(1).Warmup(1, 0.25, shape, WarmupEnds.Both).Evaluate(0..3));
        }
    }

    private static void On(Composition schedule, Count count, Action<Func<int, double>, int> law) => law(schedule.Build(), count.N);
}
