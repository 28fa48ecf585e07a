using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>
/// Logs that show little of what decides: an arc that was left at its peak, a warm-up between two rows, a jump at the edge.
/// </summary>
public class HardLogTests
{
    [Fact]
    public void A_one_cycle_that_was_resumed_too_far_on() =>
        AssertTold(Resumed(Schedule.OneCycle(0.02, 300), at: 120, by: 30), first: 0, every: 1, last: 300, "e4");

    [Fact]
    public void A_one_cycle_that_was_resumed_at_its_peak() =>
        AssertTold(Resumed(Schedule.OneCycle(5e-5, 150), at: 45, by: 15), first: 0, every: 1, last: 160, "e3");

    [Fact]
    public void A_one_cycle_of_straight_lines_that_was_resumed_at_its_peak() =>
        AssertTold(Resumed(Schedule.OneCycle(0.4, 200, shape: Shapes.Linear), at: 60, by: 20), first: 0, every: 1, last: 200, "R");

    [Fact]
    public void A_one_cycle_whose_log_counts_from_one_and_that_was_resumed_at_its_peak() =>
        AssertTold(Resumed(Schedule.OneCycle(6e-5, 90), at: 27, by: 18).Delay(1), first: 1, every: 1, last: 90, "R");

    [Fact]
    public void A_one_cycle_with_three_digits_that_was_resumed_in_its_fall() =>
        AssertTold(Resumed(Schedule.OneCycle(0.001, 60), at: 30, by: 3), first: 0, every: 1, last: 60, "e2");

    [Fact]
    public void A_one_cycle_whose_peak_is_between_two_steps_and_that_was_resumed_at_it() =>
        AssertTold(Resumed(Schedule.OneCycle(6e-4, 4692), at: 1407, by: 469).Delay(1), first: 1, every: 63, last: 4663, "R", jump: 1408);

    [Fact]
    public void A_decay_with_a_factor_of_many_digits_and_a_floor_after_it() =>
        AssertTold(
            Schedule.ExponentialDecay(1e-4, 0.5, 2932.5).Then(Schedule.Constant(1e-6), 17_595),
            first: 0,
            every: 10,
            last: 23_460,
            "e3",
            jump: 17_595
        );

    [Fact]
    public void The_first_third_of_a_power_and_a_jump() =>
        AssertTold(
            Resumed(Schedule.Polynomial(0.001, 0, 35_190, 3).Warmup(1759), at: 10_557, by: 1759),
            first: 63,
            every: 63,
            last: 35_154,
            "R",
            jump: 10_557
        );

    [Fact]
    public void Three_straight_lines_in_a_log_that_counts_from_one() =>
        AssertTold(
            Schedule
                .Linear(0.01, 0.006, 25_000)
                .Then(Schedule.Linear(0.006, 0.005, 50_000).Then(Schedule.Linear(0.005, 0, 25_000), 50_000), 25_000)
                .Delay(1),
            first: 1,
            every: 63,
            last: 99_982,
            "e3"
        );

    [Fact]
    public void A_value_that_is_held_where_a_cosine_ends_level() =>
        AssertTold(
            Schedule.Cosine(3e-5, 1.5e-5, 11_730).Then(Schedule.Cosine(1.5e-5, 0, 11_730).Delay(11_730), 11_730),
            first: 0,
            every: 50,
            last: 35_150,
            "e2"
        );

    [Fact]
    public void Three_phases_whose_every_step_was_logged_with_few_digits() =>
        AssertTold(
            Schedule.Cosine(2e-5, 1e-5, 500).Then(Schedule.Cosine(1e-5, 0, 500).Delay(500), 500),
            first: 1,
            every: 1,
            last: 1500,
            "e3"
        );

    [Fact]
    public void A_cycle_that_begins_anew_in_a_row() =>
        AssertTold(Schedule.CosineRestarts(3e-4, 3e-5, 3519), first: 391, every: 391, last: 35_190, "R");

    [Fact]
    public void Periods_that_grow_by_an_unusual_factor() =>
        AssertTold(Schedule.CosineRestarts(0.1, 0.01, 37, 1.7, 0.4), first: 0, every: 1, last: 2000, "R");

    [Fact]
    public void A_half_life_with_a_fraction() =>
        AssertTold(Schedule.ExponentialDecay(0.001, 0.5, 976.625), first: 0, every: 50, last: 7800, "R");

    [Fact]
    public void An_exponential_warm_up_from_almost_nothing() =>
        AssertTold(Schedule.Cosine(0.02, 1e-6, 31_671).Warmup(3519, 1e-6, Shapes.Exponential), first: 50, every: 50, last: 35_150, "e3");

    [Fact]
    public void A_held_value_and_the_beginning_of_a_power() =>
        AssertTold(Schedule.Polynomial(0.02, 0, 7815, 0.9).Delay(7815), first: 0, every: 196, last: 10_780, "R");

    [Fact]
    public void Restarts_after_a_warm_up_between_two_rows() =>
        AssertTold(Schedule.CosineRestarts(0.1, 0, 3906).Warmup(156), first: 157, every: 157, last: 7693, "e3");

    [Fact]
    public void Stairs_whose_last_level_has_one_row() =>
        AssertTold(Schedule.Step(1e-5, 0.5, 2).Warmup(2, from: 1e-6), first: 1, every: 1, last: 80, "R");

    [Fact]
    public void Stairs_of_which_a_hole_in_the_log_has_swallowed_one() =>
        AssertTold(Schedule.Step(2.5e-4, 0.97, 666).Warmup(400), first: 0, every: 196, last: 19_992, "R", hole: (6076, 7448));

    [Fact]
    public void A_logarithmic_warm_up_in_a_log_that_counts_from_one() =>
        AssertTold(Schedule.Constant(0.001).Warmup(29, shape: Shapes.Logarithmic(30)).Delay(1), first: 1, every: 1, last: 300, "R");

    [Fact]
    public void A_warm_up_over_a_cosine_whose_last_row_decides_its_length() =>
        AssertTold(
            Schedule.Linear(6e-6, 6e-4, 1759).Then(Schedule.Cosine(6e-4, 1e-6, 35_190).Shift(1759), 1759),
            first: 0,
            every: 196,
            last: 40_376,
            "e2"
        );

    private static Func<int, double> Resumed(Func<int, double> schedule, int at, int by) => schedule.Then(schedule.Shift(at + by), at);

    /// <summary>
    /// Every row is explained, and between the rows the answer is within what the log's digits leave open; only where in its interval a
    /// jump was cannot be told.
    /// </summary>
    private static void AssertTold(
        Func<int, double> truth,
        int first,
        int every,
        int last,
        string format,
        int? jump = null,
        (int After, int UpTo)? hole = null
    )
    {
        int[] steps =
        [
            .. Enumerable
                .Range(0, ((last - first) / every) + 1)
                .Select(i => first + (i * every))
                .Where(step => !(step > hole?.After && step < hole?.UpTo)),
        ];
        string[] printed = Array.ConvertAll(steps, step => truth(step).ToString(format, System.Globalization.CultureInfo.InvariantCulture));

        Identified found = RateLog.Parse(steps, printed).Identify();

        Assert.Equal(0, found.Unexplained);
        Assert.NotNull(found.Schedule);
        double peak = steps.Max(truth);
        double tolerance = format == "R" ? 1e-6 * peak : 2 * peak * Math.Pow(10, -(format[1] - '0'));
        foreach (
            int step in Enumerable.Range(first, steps[^1] - first + 1).Where(step => jump is not { } at || Math.Abs(step - at) >= every)
        )
        {
            double distance = Math.Abs(found.Schedule(step) - truth(step));
            Assert.True(distance <= tolerance, $"{found.Expression} at step {step}: {found.Schedule(step):R}, not {truth(step):R}");
        }
    }
}
