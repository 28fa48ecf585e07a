using System.Globalization;
using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis;

public class RateFinderTests
{
    private static readonly double[] Rates = [0.001, 0.01, 0.1, 1, 10];

    [Fact]
    public void The_examples_of_the_documentation_hold()
    {
        Assert.Equal([2, 4.0 / 3], RateFinder.Smooth([2, 1], 0.5));
        Assert.Equal([2, 1.75], RateFinder.Blend([2, 1], 0.25));
        Assert.Equal(3, RateFinder.DivergedAt([2, 1, 4, 4.5]));
        Assert.Equal(0.01, RateFinder.Steepest([0.001, 0.01, 0.1, 1], [5, 4, 1, 2]).Rate);
        Assert.Equal(0.1 / 10, RateFinder.Minimum([0.001, 0.01, 0.1, 1], [5, 4, 1, 2]).Rate);
        Assert.Equal(0.001, RateFinder.Valley(Rates, [5, 4, 3, 1, 2]).Rate);
        Assert.Equal(0.1, RateFinder.Fall(Rates, [5, 4, 1.3, 1, 2]).Rate);
        Assert.Equal(0.1, RateFinder.BeforeDivergence([0.001, 0.01, 0.1, 1], [5, 2, 1, 9]).Rate);
    }

    [Fact]
    public void A_bowl_gives_rates_in_the_order_of_their_boldness()
    {
        double[] rates = [.. Enumerable.Range(0, 200).Select(k => 1e-6 * Math.Pow(1e7, k / 199.0))];
        double[] losses = [.. rates.Select(r => 2.5 - (2 * r / (r + 0.01)) + (r * r))];

        double valley = RateFinder.Valley(rates, losses).Rate,
            fall = RateFinder.Fall(rates, losses).Rate,
            steepest = RateFinder.Steepest(rates, losses).Rate;
        double lowest = RateFinder.Minimum(rates, losses, divisor: 1).Rate,
            bound = RateFinder.BeforeDivergence(rates, losses).Rate;

        Assert.InRange(steepest, 0.009, 0.011);
        Assert.True(valley < fall && steepest < fall, $"{valley} {steepest} {fall}");
        Assert.True(fall < lowest && lowest < bound && bound < 10, $"{fall} {lowest} {bound}");
    }

    [Fact]
    public void A_fall_starts_at_the_highest_loss_and_its_whole_is_the_minimum()
    {
        double[] losses = [1, 5, 3, 1.4, 0, 2, 0];

        // From 5 down to 0: a share of 0.4 is down at 3, one of 0.7 at 1.5, one of 0.9 at 0.5.
        Assert.Equal([2, 3, 4], Shares(0.4, 0.7, 0.9));
        Assert.Equal(RateFinder.Minimum([1, 2, 3, 4, 5, 6, 7], losses, divisor: 1), RateFinder.Fall([1, 2, 3, 4, 5, 6, 7], losses, 1));

        int[] Shares(params double[] shares) => [.. shares.Select(share => RateFinder.Fall([1, 2, 3, 4, 5, 6, 7], losses, share).Index)];
    }

    [Fact]
    public void Losses_of_any_size_have_a_fall()
    {
        Assert.Equal(2, RateFinder.Fall([1, 2, 3], [double.MaxValue, 0, double.MinValue]).Index);
        Assert.Equal(1, RateFinder.Fall([1, 2, 3], [double.MaxValue, 0, double.MinValue], 0.5).Index);
        Assert.Equal(2, RateFinder.Fall([1, 2, 3], [3 * double.Epsilon, 2 * double.Epsilon, double.Epsilon]).Index);
    }

    [Fact]
    public void Slide_finds_the_edge_before_the_loss_runs_away()
    {
        double[] rates = [.. Enumerable.Range(0, 100).Select(k => 1e-6 * Math.Pow(1e7, k / 99.0))];
        double[] losses = [.. Enumerable.Range(0, 100).Select(k => k < 70 ? 1.0 : 1 + (0.5 * (k - 70) * (k - 70)))];

        Suggestion slide = RateFinder.Slide(rates, losses, spacing: 5);

        Assert.InRange(slide.Index, 65, 71);
        Assert.Equal(rates[slide.Index] / 2, RateFinder.Slide(rates, losses, spacing: 5, factor: 0.5).Rate, 1e-15);
        Assert.Contains("run away", RateFinder.Slide(rates, new double[100]).Reason, StringComparison.Ordinal);
        Assert.Contains("calm", RateFinder.Slide(rates, [.. rates.Select((_, k) => (double)k * k)]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_losses_diverge_by_the_size_of_the_best()
    {
        Assert.Null(RateFinder.DivergedAt([-1, -2, -1, 1.9, 4]));
        Assert.Equal(4, RateFinder.DivergedAt([-1, -2, -1, 1.9, 4.1]));
    }

    [Fact]
    public void A_loss_that_is_no_number_has_diverged()
    {
        Assert.Equal(1, RateFinder.DivergedAt([1, double.NaN, 1]));
        Assert.Equal(1, RateFinder.DivergedAt([1, double.NegativeInfinity]));
        Assert.Equal(0.001, RateFinder.BeforeDivergence([0.001, 0.01], [1, double.NaN]).Rate);
    }

    [Fact]
    public void What_comes_after_the_divergence_does_not_reach_the_recommendation()
    {
        double[] losses = [5, 4, 3, 2, 20, 1.9, 1.8, 1.7, 1.6, 1.5];
        double[] rates = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

        Assert.Equal(RateFinder.Fall(rates.AsSpan(0, 4), losses.AsSpan(0, 4)), RateFinder.Suggest(rates, losses, beta: 0));
        Assert.NotEqual(RateFinder.Fall(rates, losses), RateFinder.Suggest(rates, losses, beta: 0));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Contains("empty", RateFinder.Suggest([], []).Reason, StringComparison.Ordinal);
        Assert.Contains("only 1 loss, 2 are needed", RateFinder.Fall([1], [2]).Reason, StringComparison.Ordinal);
        Assert.Contains("only 2 losses", RateFinder.Valley([1, 2], [2, 1]).Reason, StringComparison.Ordinal);
        Assert.Contains(
            "only 1 loss before the first that is NaN",
            RateFinder.Suggest([1, 2, 3, 4], [2, double.NaN, 1, 1]).Reason,
            StringComparison.Ordinal
        );
        Assert.Contains("the first of 2 losses is NaN", RateFinder.Minimum([1, 2], [double.NaN, 1]).Reason, StringComparison.Ordinal);
        Assert.Contains("only 3 losses, 16 are needed", RateFinder.Slide([1, 2, 3], [3, 2, 1]).Reason, StringComparison.Ordinal);
        Assert.Contains("leaves none", TorchLrFinder.Steepest(Rates, [5, 4, 3, 1, 2]).Reason, StringComparison.Ordinal);
        Assert.Contains("point 1", IgniteFinder.LrSuggestion(Rates, [5, 1, 3, 4, 2]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_has_the_numbers_that_are_missing()
    {
        Assert.Equal("the log is empty", RateFinder.BeforeDivergence([], []).Reason);
        Assert.Equal(
            "the loss never exceeds 4 times its lowest: the test ends before it diverges",
            RateFinder.BeforeDivergence([1, 2, 3], [3, 2, 1]).Reason
        );
        Assert.Equal(
            "the loss does not fall and does not diverge: it is the same within rounding",
            RateFinder.BeforeDivergence([1, 2], [3, 3]).Reason
        );
        Assert.Equal("only 2 losses, 3 are needed", RateFinder.Steepest([1, 2], [2, 1], reach: 1).Reason);
        Assert.Equal("only 6 losses, 7 are needed", RateFinder.Steepest([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1], reach: 3).Reason);
        Assert.Equal("only 5 losses, 6 are needed", RateFinder.Slide([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], spacing: 5).Reason);
        Assert.Equal("only 1 loss, 2 are needed", RateFinder.Suggest([1, 2, 3], [1, 9, 1], beta: 0).Reason);
        Assert.Equal("leaving out 10 and 5 of 3 losses leaves none", TorchLrFinder.Steepest([1, 2, 3], [3, 2, 1]).Reason);
        Assert.Equal("only 1 loss, 2 are needed", TorchLrFinder.Steepest([1, 2, 3], [3, 2, 1], 1, 1).Reason);
        Assert.Equal("the log is empty", TorchLrFinder.Steepest([], [], 0, 0).Reason);
        Assert.Equal("only 2 losses, 3 are needed", IgniteFinder.LrSuggestion([1, 2], [2, 1]).Reason);
    }

    [Fact]
    public void A_refusal_says_what_is_legal()
    {
        Assert.Contains("legal is above 0 and at most 1", Refusal(() => RateFinder.Fall([1], [1], 0)), StringComparison.Ordinal);
        Assert.Contains("legal is at least 0 and below 1", Refusal(() => RateFinder.Blend([1], 1)), StringComparison.Ordinal);
        Assert.Contains("legal is above startLr, which is 1", Refusal(() => FastaiFinder.LrFind([1], 1, 1)), StringComparison.Ordinal);
        Assert.Contains("zero", Refusal(() => FastaiFinder.LrFind([1], 1, double.NaN)), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("log", () => ((RateLog)null!).Identify());
        Assert.Throws<ArgumentNullException>("log", () => ((RateLog)null!).Audit(Schedule.Constant(1)));

        static string Refusal(Func<object> call) => Assert.Throws<ArgumentOutOfRangeException>(call).Message;
    }

    [Fact]
    public void A_run_of_ignite_stays_at_its_last_rate_and_ends_with_the_loss_that_diverges()
    {
        RangeTestRun run = IgniteFinder.RangeTest(new double[12], 1, 4, endLr: 9, linear: true);
        Assert.Equal([1, 3, 5, 7, 9], run.Rates);
        RangeTestRun stopped = IgniteFinder.RangeTest([1, 1, 9, 1], 1, 10, smoothF: 0, divergeTh: 5);
        Assert.Equal([1, 1, 9], stopped.Losses);
        Assert.Equal((2, 3, 3), (stopped.StoppedAt!.Value, stopped.Rates.Count, stopped.UsedRates.Count));
        Assert.Null(IgniteFinder.RangeTest([1, 1, 5, 1], 1, 10, smoothF: 0, divergeTh: 5).StoppedAt);
    }

    [Fact]
    public void A_suggestion_of_fastai_counts_from_the_first_point_of_the_run()
    {
        double[] losses = [.. Enumerable.Range(0, 60).Select(k => k < 40 ? 5 - (0.1 * k) : 1 + (0.2 * (k - 40)))];
        var run = new RangeTestRun([.. losses.Select((_, k) => 1e-6 * Math.Pow(1.2, k))], [], losses, null);
        FastaiSuggestions all = FastaiFinder.Suggest(run, numIt: 60);
        Assert.Equal(40, all.Minimum.Index);
        Assert.False(FastaiFinder.Suggest(new RangeTestRun([1], [], [1], null), numIt: 60).Minimum.Found);
    }

    [Fact]
    public void The_rate_of_a_suggestion_is_tried_without_an_exception()
    {
        Assert.True(RateFinder.Minimum([1, 2], [2, 1], divisor: 1).TryGetRate(out double rate));
        Assert.Equal(2, rate);
        Assert.False(RateFinder.Minimum([1, 2], [1, 2]).TryGetRate(out double none));
        Assert.Equal(0, none);
    }

    [Fact]
    public void A_suggestion_that_is_none_throws_its_reason_at_whoever_reads_its_rate()
    {
        Suggestion none = RateFinder.Valley([1, 2, 3], [1, 2, 3]);

        Assert.False(none.Found);
        Assert.Equal(none.Reason, Assert.Throws<InvalidOperationException>(() => none.Rate).Message);
        Assert.Equal(none.Reason, Assert.Throws<InvalidOperationException>(() => none.Index).Message);
        Assert.Equal(none.Reason, Assert.Throws<InvalidOperationException>(() => none.Point).Message);
        Assert.Contains(none.Reason, none.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suggestion_reads_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("0.001 (point 0)", RateFinder.Valley(Rates, [5, 4, 3, 1, 2]).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(new[] { 1.0, 2 }, new[] { 1.0 }, "2 rates but 1 losses")]
    [InlineData(new[] { 1.0, 0 }, new[] { 1.0, 1 }, "rates[1] is 0")]
    [InlineData(new[] { -1.0, 1 }, new[] { 1.0, 1 }, "rates[0] is -1")]
    [InlineData(new[] { 1.0, double.NaN }, new[] { 1.0, 1 }, "rates[1] is NaN")]
    [InlineData(new[] { 1.0, double.PositiveInfinity }, new[] { 1.0, 1 }, "rates[1] is Infinity")]
    [InlineData(new[] { 1.0, 0.5 }, new[] { 1.0, 1 }, "rates[1] is 0.5 after 1")]
    [InlineData(new[] { 1.0, 1.0 }, new[] { 1.0, 1 }, "rates[1] is 1 after 1")]
    public void An_illegal_log_is_refused_by_every_method(double[] rates, double[] losses, string message)
    {
        Action[] all =
        [
            () => RateFinder.Steepest(rates, losses),
            () => RateFinder.Minimum(rates, losses),
            () => RateFinder.Valley(rates, losses),
            () => RateFinder.Fall(rates, losses),
            () => RateFinder.Slide(rates, losses),
            () => RateFinder.BeforeDivergence(rates, losses),
            () => RateFinder.Suggest(rates, losses),
            () => RateFinder.Suggest(rates, losses, beta: 0),
            () => RateFinder.Smooth(rates, losses, beta: 0),
            () => FastaiFinder.Valley(rates, losses),
            () => FastaiFinder.Slide(rates, losses),
            () => FastaiFinder.Minimum(rates, losses),
            () => FastaiFinder.Steep(rates, losses),
            () => TorchLrFinder.Steepest(rates, losses),
            () => IgniteFinder.LrSuggestion(rates, losses),
        ];

        Assert.All(all, call => Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_illegal_argument_is_named()
    {
        (string Name, Action Call)[] all =
        [
            ("divisor", () => RateFinder.Minimum([1], [1], 0)),
            ("factor", () => RateFinder.DivergedAt([1], 0.5)),
            ("factor", () => RateFinder.BeforeDivergence([1], [1], double.NaN)),
            ("share", () => RateFinder.Fall([1], [1], 0)),
            ("share", () => RateFinder.Fall([1], [1], 1.01)),
            ("share", () => RateFinder.Fall([1], [1], double.NaN)),
            ("reach", () => RateFinder.Steepest([1], [1], reach: 0)),
            ("spacing", () => RateFinder.Slide([1], [1], spacing: 0)),
            ("threshold", () => RateFinder.Slide([1], [1], threshold: -1)),
            ("factor", () => RateFinder.Slide([1], [1], factor: double.PositiveInfinity)),
            ("beta", () => RateFinder.Suggest([1], [1], beta: 1)),
            ("endLr", () => FastaiFinder.LrFind([1], startLr: 1, endLr: 1)),
            ("numIt", () => FastaiFinder.LrFind([1], numIt: 0)),
            ("numIter", () => TorchLrFinder.RangeTest([1], 1e-3, numIter: 1)),
            ("endLr", () => TorchLrFinder.RangeTest([1], 1e-3, endLr: 1e-3)),
            ("startLr", () => TorchLrFinder.RangeTest([1], 0)),
            ("smoothF", () => TorchLrFinder.RangeTest([1], 1e-3, smoothF: 1)),
            ("startLr", () => TorchLrFinder.ExponentialLR(0, 1, 10)),
            ("endLr", () => TorchLrFinder.ExponentialLR(1, 0, 10)),
            ("numIter", () => TorchLrFinder.ExponentialLR(1, 2, 1)),
            ("startLr", () => TorchLrFinder.LinearLR(0, 1, 10)),
            ("endLr", () => TorchLrFinder.LinearLR(1, 0, 10)),
            ("numIter", () => TorchLrFinder.LinearLR(1, 2, 1)),
            ("skipEnd", () => TorchLrFinder.Steepest([1], [1], skipEnd: -1)),
            ("startLr", () => IgniteFinder.RangeTest([1], 1e-3, 10, startLr: 0)),
            ("endLr", () => IgniteFinder.RangeTest([1], 1e-3, 10, startLr: 1, endLr: 1)),
            ("numIter", () => IgniteFinder.RangeTest([1], 1e-3, 0)),
            ("smoothF", () => IgniteFinder.RangeTest([1], 1e-3, 10, smoothF: 1)),
            ("endLr", () => FastaiFinder.LrFind([1], startLr: 1, endLr: double.NaN)),
            ("divergeTh", () => TorchLrFinder.RangeTest([1], 1e-3, divergeTh: 0)),
            ("skipStart", () => TorchLrFinder.Steepest([1], [1], skipStart: -1)),
            ("step", () => TorchLrFinder.LinearLR(1, 2, 3)(-1)),
            ("baseLr", () => IgniteFinder.RangeTest([1], baseLr: 0, numIter: 10)),
            ("divergeTh", () => IgniteFinder.RangeTest([1], 1e-3, 10, divergeTh: 0.9)),
        ];

        Assert.All(all, one => Assert.Equal(one.Name, Assert.ThrowsAny<ArgumentException>(one.Call).ParamName));
    }

    [Fact]
    public void Python_indices_of_minus_one_are_fastais_alone()
    {
        Assert.Equal(10, FastaiFinder.Valley(Rates, [2, 1, 2, 2, 2]).Rate);
        Assert.False(RateFinder.Valley(Rates, [2, 1, 2, 2, 2]).Found);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(30_000)]
    [InlineData(1_000_000)]
    public void The_recommendation_hardly_depends_on_how_finely_the_range_was_walked(int count)
    {
        var random = new Random(5);
        double[] rates = new double[count],
            losses = new double[count];
        for (int k = 0; k < count; k++)
        {
            rates[k] = 1e-7 * Math.Pow(1e8, (double)k / count);
            losses[k] = 2.3 - (2 * rates[k] / (rates[k] + 0.01)) + (rates[k] * rates[k]) + (0.1 * random.NextDouble());
        }

        // Nine tenths of the fall are done at 0.053, and the lowest loss is at 0.209; the average over a twentieth of the eight decades
        // comes later by a factor of 2.5 at most.
        Assert.InRange(RateFinder.Suggest(rates, losses).Rate, 0.115, 0.125);
        Assert.InRange(RateFinder.Steepest(rates, RateFinder.Smooth(losses)).Rate, 1e-3, 0.1);
    }
}
