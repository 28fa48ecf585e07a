using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Cycles;

public class RestartsTests
{
    [Theory]
    [InlineData(10, 1, 3, 30)]
    [InlineData(2.5, 1, 3, 8)]
    [InlineData(10, 2, 3, 70)]
    [InlineData(16, 0.5, 2, 24)]
    [InlineData(1000, 3, 40, int.MaxValue)]
    public void A_limited_number_of_cycles_is_the_endless_one_and_then_the_floor(double period, double factor, int cycles, int end)
    {
        Func<int, double> limited = Schedule.CosineRestarts(1, 0.25, period, factor, 0.5, cycles);
        Func<int, double> endless = Schedule.CosineRestarts(1, 0.25, period, factor, 0.5);
        int look = Math.Min(end, 2_000);
        Law.SameBits(endless.Evaluate(0..look), limited.Evaluate(0..look), limited, 0);
        if (end < int.MaxValue)
        {
            Assert.All([end, end + 1, int.MaxValue], step => Assert.Equal(0.25, limited(step)));
        }
        else
        {
            const int Late = int.MaxValue - 100;
            Law.SameBits(endless.Evaluate(Late..int.MaxValue), limited.Evaluate(Late..int.MaxValue), limited, Late);
        }
    }

    [Fact]
    public void A_cycle_begins_where_the_quotient_of_two_logarithms_misses_it() =>
        Assert.All([0, 10, 40, 130, 400, 1210, 3640], step => Assert.Equal(1, Schedule.CosineRestarts(1, 0, 10, periodFactor: 3)(step)));

    [Fact]
    public void Cycles_that_get_shorter_are_over_where_their_sum_converges()
    {
        Func<int, double> lr = Schedule.CosineRestarts(1, 0, 10, periodFactor: 0.75);
        Assert.Equal([1, 0, 0], new[] { 10, 40, int.MaxValue }.Select(lr));
        Assert.True(lr(39) > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_number_of_cycles_below_one_is_refused(int cycles)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(cycles), () => Schedule.CosineRestarts(1, 0, 10, cycles: cycles));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(cycles), () => Schedule.Restarts(1, 0, 10, Shapes.Linear, cycles: cycles));
    }

    [Theory]
    [InlineData(44.7)]
    [InlineData(1000.0 / 3)]
    [InlineData(7.25)]
    public void A_late_cycle_of_a_broken_period_is_as_exact_as_the_first(double period)
    {
        Func<int, double> cosine = Schedule.CosineRestarts(1, 0, period);
        Func<int, double> power = Schedule.Restarts(1, 0, period * 100, Shapes.Polynomial(3));
        for (int step = 1_000_000_007; step < 1_000_000_207; step++)
        {
            Exact left = 1 - Progress(step, period);
            var sine = Exact.Sine(Exact.Pi * (left.OffBy(0) <= 0.5 ? left : 1 - left) / 2);
            Exact value = left.OffBy(0) <= 0.5 ? sine * sine : 1 - (sine * sine);
            Assert.True(value.OffBy(cosine(step)) < 1e-15, $"{step}: {cosine(step)}");
            Assert.True(Exact.Power(1 - Progress(step, period * 100), 3).OffBy(power(step)) < 1e-15, $"{step}: {power(step)}");
        }

        static Exact Progress(int step, double period) => ((Exact)step / period) - (Exact)(int)(step / period);
    }

    [Fact]
    public void The_floor_follows_a_cycle_that_ends_at_the_last_step_there_is()
    {
        Func<int, double> falls = Schedule.Restarts(1, 0.25, int.MaxValue, Shapes.Linear, cycles: 1);
        Assert.Equal(0.25, falls(int.MaxValue));
        Assert.True(falls(int.MaxValue - 1) > 0.25);
        Func<int, double> warmed = Schedule.Restarts(1, 0.25, int.MaxValue - 7, Shapes.Linear, cycles: 1, warmupSteps: 7);
        Assert.Equal(0.25, warmed(int.MaxValue));
    }

    private static readonly Dictionary<string, Refusal> Refusals = new(StringComparer.Ordinal)
    {
        ["a geometric fall to zero"] = new(() => Schedule.Restarts(1, 0, 10, Shapes.Exponential), "floor", "geometric"),
        ["a geometric fall to zero in growing cycles"] = new(
            () => Schedule.Restarts(1, 0, 10, Shapes.Exponential, 2),
            "floor",
            "geometric"
        ),
        ["a geometric warm-up from zero"] = new(
            () => Schedule.Restarts(1, 0, 10, Shapes.Linear, warmupSteps: 2, warmupShape: Shapes.Exponential),
            "floor",
            "geometric"
        ),
        ["a geometric fall from peaks that grow to the other side of zero"] = new(
            () => Schedule.Restarts(1, 2, 10, Shapes.Exponential, peakDecay: 1.5, cycles: 5),
            "peakDecay",
            "1.5"
        ),
        ["more than a million cycles"] = new(
            () => Schedule.CosineRestarts(1, 0, 1, periodFactor: 1.0000001),
            "periodFactor",
            "at most a million cycles"
        ),
        ["a triangle without a length"] = new(() => Schedule.Cyclic(0, 1, 0, 0), "downSteps", "one or more"),
        ["a triangle beyond the last step"] = new(() => Schedule.Cyclic(0, 1, int.MaxValue, 1), "downSteps", "2147483647"),
        ["a geometric warm-up to peaks that grow to the other side of zero"] = new(
            () => Schedule.Restarts(1, 2, 10, Shapes.Linear, 1, 1.5, 5, warmupSteps: 2, warmupShape: Shapes.Exponential),
            "peakDecay",
            "1.5"
        ),
    };

    public static TheoryData<string> Rows => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_way_that_no_shape_takes_is_refused_by_name(string row) => Refusals[row].AssertGiven();

    [Fact]
    public void The_shape_of_a_warm_up_that_is_not_asked_for_may_be_any() =>
        Assert.Equal(1, Schedule.Restarts(1, 0, 10, Shapes.Linear, peakDecay: 0.5, warmupShape: Shapes.Exponential)(0));

    [Fact]
    public void A_peak_that_grows_without_end_stays_at_the_largest_double()
    {
        Func<int, double> lr = Schedule.Restarts(1.7e308, 1e308, 10, Shapes.Linear, peakDecay: 2);
        Assert.Equal([1.7e308, double.MaxValue, double.MaxValue], new[] { lr(0), lr(10), lr(100) });
        Assert.All(lr.Evaluate(0..200), value => Assert.True(double.IsFinite(value)));
    }
}
