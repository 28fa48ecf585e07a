using System.Numerics;
using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;
using static LrMath.Tests.Support.Law;

namespace LrMath.Tests.Combinators;

/// <summary>The verbs that follow a schedule at another pace, or from another step.</summary>
public class PaceLaws
{
    private const int Length = 700;
    private static readonly Func<int, double> Counter = step => step;

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 3)]
    [InlineData(6, 4)]
    [InlineData(1, 7)]
    [InlineData(97, 89)]
    [InlineData(33, 2)]
    [InlineData(65_537, 65_536)]
    [InlineData(int.MaxValue, int.MaxValue - 1)]
    [InlineData(int.MaxValue - 1, int.MaxValue)]
    [InlineData(int.MaxValue, 2)]
    [InlineData(2, int.MaxValue)]
    public void A_stride_of_m_every_n_steps_is_the_exact_quotient_at_every_step(int m, int n)
    {
        Func<int, double> strided = Counter.Stride(m, every: n);
        foreach (int first in new[] { 0, 1, 1000, int.MaxValue / 3, int.MaxValue - Length })
        {
            double[] expected = new double[Length];
            for (int i = 0; i < Length; i++)
            {
                expected[i] = (double)BigInteger.Min((BigInteger)m * (first + i) / n, int.MaxValue);
            }

            Law.SameBits(expected, Law.Steps(strided, first, Length), strided, first);
            Law.SameBits(expected, strided.Evaluate(first..(first + Length)), strided, first);
        }
    }

    [Property]
    public Property A_stride_of_a_schedule_of_ours_has_the_bits_of_its_steps_in_every_block() =>
        Law.Over(
            Law.Both(
                Arbitraries.Of(new Generator(OwnFunctions: false)),
                (
                    from m in Draw.Whole(1, 60)
                    from n in Draw.Whole(1, 60)
                    from first in Draw.Whole(0, 29_999)
                    select (m, n, first)
                ).ToArbitrary()
            ),
            drawn =>
            {
                Func<int, double> schedule = drawn.First.Build();
                (int m, int n, int first) = drawn.Second.Value;
                Func<int, double> strided = schedule.Stride(m, n);
                double[] expected = new double[5000];
                for (int i = 0; i < expected.Length; i++)
                {
                    expected[i] = schedule((int)((long)m * (first + i) / n));
                }

                Law.SameBits(expected, strided.Evaluate(first..(first + expected.Length)), strided, first);
                float[] floats = new float[expected.Length];
                strided.Evaluate(first, floats);
                Assert.Equal(Array.ConvertAll(expected, value => (float)value), floats);
            }
        );

    [Property]
    public void Equal_ratios_are_one_stride_and_the_whole_ones_are_Stride_and_PerEpoch(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                Same(f.Stride(6, 4), f.Stride(3, 2));
                Same(f.Stride(n + 1, n + 1), f);
                Same(f.Stride(n + 1, 1), f.Stride(n + 1));
                Same(f.Stride(1, n + 1), f.PerEpoch(n + 1));
                Same(f.Stride(1, n + 1).Stride(n + 1), f);
            }
        );

    [Fact]
    public void An_epoch_of_n_steps_begins_at_each_multiple_of_n_up_to_the_last_step()
    {
        IEnumerable<long> lengths = Enumerable
            .Range(1, 30)
            .SelectMany(power => new[] { (1L << power) - 1, 1L << power, (1L << power) + 1 });
        foreach (long n in lengths.Append(10_007).Append(1_000_003).Append(int.MaxValue))
        {
            Func<int, double> epochs = Counter.PerEpoch((int)n);
            long last = int.MaxValue / n;
            foreach (long epoch in new[] { 1, 2, 3, last / 3, last / 2, last - 1, last }.Where(epoch => epoch > 0))
            {
                foreach (long step in new[] { (epoch * n) - 1, epoch * n, (epoch * n) + 1 }.Where(step => step <= int.MaxValue))
                {
                    Assert.True(
                        epochs((int)step) == step / n,
                        $"epochs of {n} steps: step {step} is in {epochs((int)step)}, not {step / n}"
                    );
                }
            }
        }
    }

    [Property]
    public void A_shift_goes_either_way_and_holds_the_first_value_before_it(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                Same(f.Shift(-n), f.Delay(n));
                Same(f.Shift(-n).Shift(n), f);
                Same(f.Shift(-n).Shift(-5), f.Shift(-n - 5));
                Same(f.Shift(0), f);
                Same(f.Shift(-int.MaxValue), f.Delay(int.MaxValue));
                Assert.Throws<ArgumentOutOfRangeException>("steps", () => f.Shift(int.MinValue));
                Assert.Equal(f(int.MaxValue - n), f.Shift(-n)(int.MaxValue));
            }
        );

    [Property]
    public void A_jump_goes_on_as_if_one_step_were_another(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                foreach (int to in new[] { 0, 1, 30, 400 })
                {
                    Same(f.JumpAt(n, to), t => t < n ? f(t) : f(t - n + to));
                }

                Same(f.JumpAt(n, n), f);
                Assert.Equal(f(int.MaxValue), f.JumpAt(n, int.MaxValue)(n + 3));
            }
        );

    [Property]
    public void PingPong_goes_there_and_back_for_ever(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                Same(f.PingPong(n + 1), t => f(n + 1 - Math.Abs(n + 1 - (t % (2 * (n + 1))))));
                Same(f.PingPong(n + 1).PingPong(n + 1), f.PingPong(n + 1));
                Func<int, double> slow = Counter.PingPong(int.MaxValue - 3);
                Assert.Equal(
                    [int.MaxValue - 4, int.MaxValue - 3, int.MaxValue - 4, int.MaxValue - 5, int.MaxValue - 6],
                    Law.Steps(slow, int.MaxValue - 4, 5)
                );
            }
        );

    [Fact]
    public void The_longest_way_whose_return_ends_within_the_steps_begins_anew() =>
        Assert.Equal([1, 0, 1], Law.Steps(Counter.PingPong(int.MaxValue / 2), int.MaxValue - 2, 3));

    [Theory]
    [InlineData(7)]
    [InlineData(50)]
    [InlineData(1000)]
    public void A_cosine_that_goes_back_and_forth_is_the_wave(int steps)
    {
        Func<int, double> wave = Schedule.CosineWave(0.1, 0.001, steps);
        Func<int, double> swing = Schedule.Cosine(0.1, 0.001, steps).PingPong(steps);
        for (int step = 0; step < 5 * steps; step++)
        {
            Assert.Equal(wave(step), swing(step), 4e-16 * wave(step));
        }
    }

    [Fact]
    public void A_progress_that_is_a_quotient_of_steps_is_that_step()
    {
        foreach (int steps in new[] { 1, 3, 49, 100, 1000, 9_973, 65_536, 1_000_003 })
        {
            Func<double, double> byProgress = Counter.ByProgress(steps);
            int stride = Math.Max(1, steps / 5_000);
            for (int k = 0; k <= steps; k += stride)
            {
                Assert.Equal(k, byProgress((double)k / steps));
            }
        }
    }

    [Fact]
    public void A_progress_between_two_steps_is_the_earlier_one_and_one_outside_counts_as_its_end()
    {
        Func<double, double> byProgress = Counter.ByProgress(10);
        Assert.Equal(5, byProgress(0.599_999));
        Assert.Equal(6, byProgress(0.6));
        Assert.Equal(0, byProgress(-3));
        Assert.Equal(0, byProgress(double.NegativeInfinity));
        Assert.Equal(10, byProgress(1.5));
        Assert.Equal(10, byProgress(double.PositiveInfinity));
        Assert.Equal(int.MaxValue, Counter.ByProgress(int.MaxValue)(1));
        Assert.Equal(0, Counter.ByProgress(0)(1));
        Assert.Throws<ArgumentOutOfRangeException>("progress", () => byProgress(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Counter.ByProgress(-1));
        Assert.Throws<ArgumentException>("schedule", () => (Counter + Counter).ByProgress(10));
    }

    [Property]
    public void A_schedule_at_the_pace_of_another_one_is_that_of_its_progress(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                Func<int, double> pace = Schedule.Path([(0, 0), (300, 0.2), (600, 1)]);
                Func<double, double> byProgress = f.ByProgress(n);
                Same(f.ByProgress(n, pace), t => byProgress(pace(t)));
                Same(f.ByProgress(n, t => 0.3 + (t % 2)), t => byProgress(0.3 + (t % 2)));
                Same(f.ByProgress(Length, t => (double)t / Length), f);
                Assert.Throws<ArgumentOutOfRangeException>("progress", () => f.ByProgress(n, _ => double.NaN)(0));
            }
        );

    [Property]
    public void A_clamp_on_one_side_is_Min_or_Max_with_a_number(Composition schedule, Count count) =>
        On(
            schedule,
            count,
            (f, n) =>
            {
                Same(f.Min(0.05), t => Math.Min(f(t), 0.05));
                Same(f.Max(0.05), t => Math.Max(f(t), 0.05));
                Same(f.Max(0.02).Min(0.05), f.Clamp(0.02, 0.05));
                Same(f.Max(n), f.Max(Schedule.Constant(n)));
                Same(f.Min(n), f.Min(Schedule.Constant(n)));
            }
        );

    private static void On(Composition schedule, Count count, Action<Func<int, double>, int> law) => law(schedule.Build(), count.N);
}
