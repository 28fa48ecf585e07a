using FsCheck;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;
using static LrMath.Tests.Support.Law;

namespace LrMath.Tests.Cycles;

/// <summary>Cycles with a warm-up in each.</summary>
public class WarmedCyclesTests
{
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
                for (int i = 0; parts.Sum(part => part.Item2) < 700 && (cycles is null || i < cycles) && length > 1e-9; i++)
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
}
