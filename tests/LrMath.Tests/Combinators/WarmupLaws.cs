using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Combinators;

/// <summary>Warm-ups: which ends they use, in every cycle, onto another schedule, and as a share of the run.</summary>
public class WarmupLaws
{
    private const int Length = 700;

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

    [Cases(300)]
    public Property Each_cycle_is_warmed_up_as_if_it_stood_alone() =>
        Law.Over(
            from period in Draw.OneOf(1, 1.5, 7, 10, 22.5, 40)
            from factor in Draw.OneOf(1, 1, 2, 1.5, 1.1, 0.7)
            from decay in Draw.OneOf(1, 0.5, 1.3)
            from cycles in Draw.Any(Draw.OneOf((int?)null), Draw.OneOf<int?>(1, 2, 3, 4, 5, 6))
            from warmup in Draw.Whole(1, 12)
            from rise in Draw.OneOf(Shapes.Linear, Shapes.Cosine)
            select (period, factor, decay, cycles, warmup, rise),
            drawn =>
            {
                (double period, double factor, double decay, int? cycles, int warmup, Shape rise) = drawn;
                Func<int, double> plain = Schedule.Restarts(1, 0.1, period, Shapes.Cosine, factor, decay, cycles);
                Func<int, double> warmed = Schedule.Restarts(1, 0.1, period, Shapes.Cosine, factor, decay, cycles, warmup, rise);

                List<(Func<int, double>, int)> parts = [];
                double start = 0;
                double length = period;
                for (int i = 0; parts.Sum(part => part.Item2) < Length && (cycles is null || i < cycles) && length > 1e-9; i++)
                {
                    (int first, int end) = ((int)Math.Ceiling(start), (int)Math.Ceiling(start + length));
                    if (end > first)
                    {
                        parts.Add((plain.Shift(first).Warmup(warmup, 0.1, rise), warmup + end - first));
                    }

                    start += length;
                    length *= factor;
                }

                parts.Add((Schedule.Constant(0.1), 0));
                Same(warmed, Schedule.Concat([.. parts]));
            }
        );

    [Fact]
    public void Growing_restarts_with_falling_peaks_rise_in_every_cycle()
    {
        // Cycles of 10, 16 and 28 steps.
        Func<int, double> lr = Schedule.CosineRestarts(0.1, 0.001, period: 6, periodFactor: 2, peakDecay: 0.5, warmupSteps: 4);
        int step = 0;
        for (int cycle = 0; cycle < 3; cycle++)
        {
            double peak = 0.001 + (0.099 * Math.Pow(0.5, cycle));
            int fall = 6 << cycle;
            for (int i = 0; i < 4; i++, step++)
            {
                Assert.Equal(0.001 + ((peak - 0.001) * i / 4), lr(step), 1e-16);
            }

            for (int i = 0; i < fall; i++, step++)
            {
                Assert.Equal(0.001 + ((peak - 0.001) * (1 + Math.Cos(Math.PI * i / fall)) / 2), lr(step), 1e-16);
            }
        }

        Assert.Equal(0.001, lr(step));
        Assert.Equal(
            "Schedule.CosineRestarts(0.1, 0.001, 6, periodFactor: 2, peakDecay: 0.5, warmupSteps: 4, warmupShape: Shapes.Cosine)",
            Schedule.CosineRestarts(0.1, 0.001, 6, 2, 0.5, warmupSteps: 4, warmupShape: Shapes.Cosine).Describe()
        );
    }

    [Fact]
    public void The_last_of_the_cycles_ends_at_the_floor_after_all_warm_ups()
    {
        Func<int, double> lr = Schedule.Restarts(1, 0, 10, Shapes.Linear, periodFactor: 2, cycles: 2, warmupSteps: 5);
        Assert.Equal(0.05, lr(39), 1e-16);
        Assert.Equal(0, lr(40));
        Assert.Equal(0, lr(int.MaxValue));
        Func<int, double> endless = Schedule.Restarts(1, 0, 10, Shapes.Linear, warmupSteps: int.MaxValue);
        Assert.Equal(1 - (1.0 / int.MaxValue), endless(int.MaxValue - 1), 1e-15);
        Assert.Equal(1, endless(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            "floor",
            () => Schedule.Restarts(1, 0, 10, Shapes.Linear, warmupSteps: 5, warmupShape: Shapes.Exponential)
        );
    }

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

    [Cases(300)]
    public Property Shares_of_a_run_add_up_to_it_exactly() =>
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
                Assert.All(
                    lengths.Zip(shares),
                    pair =>
                        Assert.True(
                            pair.First >= 0 && Math.Abs(pair.First - (steps * pair.Second / shares.Sum())) < 1.000_001,
                            $"{pair} of {steps}"
                        )
                );
                double[] fractions = Array.ConvertAll(shares, share => share * 8);
                Assert.Equal(lengths, Schedule.Split(steps, fractions));
            }
        );

    private static readonly Drawn<double> Share =
        from weight in Draw.Whole(0, 3)
        from parts in Draw.Whole(0, 999)
        select weight * (parts / 97.0);

    [Fact]
    public void The_ends_of_shares_are_rounded_and_halves_go_up()
    {
        Assert.Equal([500, 7_500, 2_000], Schedule.Split(10_000, 5, 75, 20));
        Assert.Equal([500, 7_500, 2_000], Schedule.Split(10_000, 0.05, 0.75, 0.2));
        Assert.Equal([3, 4, 3], Schedule.Split(10, 1, 1, 1));
        Assert.Equal([1, 7, 2], Schedule.Split(10, 5, 75, 20));
        Assert.Equal([0, 1], Schedule.Split(1, 0, 3));
        Assert.Equal([int.MaxValue], Schedule.Split(int.MaxValue, 1e-300));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => Schedule.Split(10, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => Schedule.Split(10, double.MaxValue, double.MaxValue));
        Assert.Throws<ArgumentException>("shares", () => Schedule.Split(10));
        ArgumentException share = Assert.Throws<ArgumentOutOfRangeException>("shares", () => Schedule.Split(10, 1, -1));
        Assert.Contains("shares[1] is -1", share.Message, StringComparison.Ordinal);
        ArgumentException end = Assert.Throws<ArgumentOutOfRangeException>("phases", () => Schedule.Phases(9, 0, [(1, double.NaN)]));
        Assert.Contains("phases[0].End is NaN", end.Message, StringComparison.Ordinal);
    }

    [Property]
    public Property Phases_are_the_path_through_the_rounded_ends_of_their_shares() =>
        Law.Over(
            Draw.Whole(0, 599),
            steps =>
            {
                (double, double)[] phases = [(5, 0.1), (75, 0.1), (20, 0.01)];
                IReadOnlyList<int> n = Schedule.Split(steps, 5, 75, 20);
                (double, double)[] knots = [(0, 0.05), (n[0], 0.1), (n[0] + n[1], 0.1), (steps, 0.01)];
                Same(Schedule.Phases(steps, 0.05, phases), Schedule.Path(knots));
                Shape[] ways = [Shapes.Linear, Shapes.Linear, Shapes.SquareRoot];
                Same(Schedule.Phases(steps, 0.05, phases, ways), Schedule.Path(knots, ways));
                Same(
                    Schedule.Phases(steps, 0.05, phases, ways),
                    Schedule.WarmupStableDecay(0.1, n[0], n[1], n[2], start: 0.05, end: 0.01, decayShape: Shapes.SquareRoot)
                );
            }
        );

    private static double Start(Func<int, double> schedule) => schedule.Delay(1)(0);

    private static void On(Composition schedule, Count count, Action<Func<int, double>, int> law) => law(schedule.Build(), count.N);

    private static void Same(Func<int, double> actual, Func<int, double> expected)
    {
        Law.SameBits(Law.Steps(expected, 0, Length), actual.Evaluate(0..Length), actual, 0);
        Law.SameBits(Law.Steps(expected, 0, Length), Law.Steps(actual, 0, Length), actual, 0);
    }
}
