using System.Text.Json;
using FsCheck;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

public class FeedbackLoopTests
{
    private static readonly Func<int, double> Cosine = Schedule.Cosine(0.1, 0.001, 90).Warmup(10);

    private static readonly Plateau Halving = new() { Factor = 0.5, Patience = 2 };

    /// <summary>A rate, and a value that becomes negative.</summary>
    private static readonly Drawn<Func<int, double>> Schedules = Draw.OneOf(Cosine, Schedule.Linear(0.1, -0.1, 40));

    [Fact]
    public void A_warmed_up_cosine_under_plateau_reduction_is_the_product_of_the_two()
    {
        FeedbackLoop<PlateauState> loop = Cosine.Under(Halving);
        IReadOnlyList<PlateauState> states = Halving.Replay(Enumerable.Repeat(1.0, 100));

        for (int step = 0; step < 100; step++)
        {
            Assert.Equal(Cosine(step) * (step == 0 ? 1 : states[step - 1].Level), loop.Rate(step));
            Assert.Equal(states[step], loop.Observe(1));
        }
    }

    [Fact]
    public void Two_policies_watch_one_schedule()
    {
        FeedbackLoop<PlateauState> loss = Cosine.Under(Halving);
        FeedbackLoop<PlateauState> accuracy = loss.Rate.Under(Halving with { Mode = Mode.Max, Factor = 0.1, Patience = 0 });

        foreach (double value in (double[])[3, 3, 3, 3])
        {
            loss.Observe(value);
        }

        accuracy.Observe(0.9);
        accuracy.Observe(0.8);

        Assert.Equal(0.5, loss.Scale);
        Assert.Equal(0.1, accuracy.Scale);
        Assert.Equal(Cosine(40) * 0.5 * 0.1, accuracy.Rate(40));
        Assert.Equal(Cosine(40) * 0.5 * 0.1, loss.RecordedRate().Chain(accuracy.RecordedScale())(40));
    }

    [Cases(500)]
    public Property What_two_loops_have_recorded_is_the_record_of_the_inner_one_times_the_scale_of_the_outer_one() =>
        Law.Over(
            from inner in Samples.Kinds[nameof(Plateau)]
            from outer in Samples.Kinds[nameof(Greedy)]
            from schedule in Schedules
            from metrics in Draw.List(from first in Samples.Metric from second in Samples.Metric select (first, second), 0, 40)
            select (inner, outer, schedule, metrics),
            c =>
            {
                FeedbackLoop<object> inner = c.schedule.Under(c.inner);
                FeedbackLoop<object> outer = inner.Rate.Under(c.outer);
                List<double> rates = [];
                for (int step = 0; step < c.metrics.Length; step++)
                {
                    rates.Add(outer.Rate(step));
                    inner.Observe(c.metrics[step].first, afterStep: step);
                    outer.Observe(c.metrics[step].second, afterStep: step);
                }

                Func<int, double> recorded = inner.RecordedRate().Chain(outer.RecordedScale());
                Law.SameBits([.. rates], recorded.Evaluate(0..rates.Count), recorded, 0);
            }
        );

    [Cases(500)]
    public Property A_run_that_is_interrupted_anywhere_and_resumed_from_json_has_the_same_bits() =>
        Law.Over(
            from policy in Samples.Plateaus
            from metrics in Samples.Metrics
            from at in Draw.Whole(0, 60)
            select (policy, metrics, at),
            c =>
            {
                FeedbackLoop<PlateauState> whole = Cosine.Under(c.policy);
                FeedbackLoop<PlateauState> part = Cosine.Under(c.policy);
                List<double> expected = [];
                List<double> actual = [];
                for (int k = 0; k < c.metrics.Length; k++)
                {
                    if (k == c.at)
                    {
                        part = Cosine.Under(c.policy, JsonSerializer.Deserialize<PlateauState>(JsonSerializer.Serialize(part.State)));
                    }

                    whole.Observe(c.metrics[k]);
                    part.Observe(c.metrics[k]);
                    expected.Add(whole.Rate(k + 1));
                    actual.Add(part.Rate(k + 1));
                }

                EachMetric.SameBits(c.policy, c.metrics, expected, actual);

                // The text has the sign of a zero too.
                Assert.Equal(whole.State.ToString(), part.State.ToString());
            }
        );

    [Cases(500)]
    public Property What_is_recorded_has_the_bits_of_what_the_rate_was() =>
        Law.Over(
            from policy in Draw.Any([.. Samples.Kinds.Values])
            from schedule in Schedules
            from metrics in Samples.Metrics
            from every in Draw.Whole(1, 4)
            from floor in Draw.OneOf<double?>(null, 0.01)
            select (policy, schedule, metrics, every, floor),
            c =>
            {
                FeedbackLoop<object> loop = c.schedule.Under(c.policy, rateFloor: c.floor);
                var rates = new List<double>();
                foreach (double metric in c.metrics)
                {
                    for (int i = 0; i < c.every; i++)
                    {
                        rates.Add(loop.Rate(rates.Count));
                    }

                    loop.Observe(metric, afterStep: rates.Count - 1);
                }

                rates.Add(loop.Rate(rates.Count));
                Func<int, double> recorded = loop.RecordedRate();
                Law.SameBits([.. rates], recorded.Evaluate(0..rates.Count), recorded, 0);
                Func<int, double> scale = loop.RecordedScale();
                Law.SameBits([loop.Scale], [scale(int.MaxValue)], scale, int.MaxValue);
            }
        );

    [Cases(500)]
    public Property A_loop_that_goes_on_from_a_state_and_its_history_has_recorded_the_whole_run() =>
        Law.Over(
            from policy in Samples.Greedies
            from metrics in Samples.Metrics
            from at in Draw.Whole(0, 60)
            from every in Draw.Whole(1, 4)
            select (policy, metrics, at, every),
            c =>
            {
                FeedbackLoop<GreedyState> whole = Cosine.Under(c.policy);
                FeedbackLoop<GreedyState> part = Cosine.Under(c.policy);
                for (int k = 0; k < c.metrics.Length; k++)
                {
                    if (k == c.at)
                    {
                        string history = JsonSerializer.Serialize(part.History);
                        part = Cosine.Under(c.policy, part.State, history: JsonSerializer.Deserialize<ScaleHistory>(history));
                    }

                    whole.Observe(c.metrics[k], afterStep: k * c.every);
                    part.Observe(c.metrics[k], afterStep: k * c.every);
                }

                Assert.Equal(whole.History, part.History);
                Func<int, double> recorded = whole.RecordedRate();
                Law.SameBits(recorded.Evaluate(0..300), part.RecordedRate().Evaluate(0..300), recorded, 0);
            }
        );

    [Fact]
    public void What_is_recorded_has_no_step_before_0()
    {
        FeedbackLoop<PlateauState> loop = Cosine.Under(Halving);

        Assert.Throws<ArgumentOutOfRangeException>("step", () => loop.RecordedRate()(-1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => loop.RecordedScale()(-1));
    }

    [Fact]
    public void Metrics_without_a_step_go_on_after_the_last_one_of_the_history()
    {
        FeedbackLoop<PlateauState> loop = Cosine.Under(Halving with { Patience = 0 });
        loop.Observe(1);
        loop.Observe(1);
        FeedbackLoop<PlateauState> resumed = Cosine.Under(Halving with { Patience = 0 }, loop.State, history: loop.History);
        loop.Observe(1);
        resumed.Observe(1);

        Assert.Equal([1, 1, 0.5, 0.25, 0.25], resumed.RecordedScale().Evaluate(0..5));
        Assert.Equal(loop.History, resumed.History);
        Assert.Equal("ScaleHistory { 1 from step 0, 0.5 from step 2, 0.25 from step 3; LastStep = 2 }", resumed.History.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => resumed.Observe(1, afterStep: 1));
    }

    [Fact]
    public void The_past_of_a_loop_that_goes_on_without_its_history_is_refused_and_not_made_up()
    {
        FeedbackLoop<PlateauState> loop = Cosine.Under(Halving with { Patience = 0 });
        loop.Observe(1);
        PlateauState state = loop.Observe(1);
        FeedbackLoop<PlateauState> resumed = Cosine.Under(Halving with { Patience = 0 }, state);

        Assert.Equal(loop.Rate(50), resumed.Rate(50));
        string message = Assert.Throws<InvalidOperationException>(() => resumed.RecordedRate()).Message;
        Assert.Contains("schedule.Under(policy, state, history: history)", message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => resumed.RecordedScale());
        Assert.Throws<InvalidOperationException>(() => resumed.History);
        ArgumentException other = Assert.Throws<ArgumentException>(() =>
            Cosine.Under(Halving, state, history: Cosine.Under(Halving).History)
        );
        Assert.Equal("history", other.ParamName);
        Assert.Contains("ends with a scale of 1, but the state stands for 0.5", other.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Changes":[],"LastStep":null}""", typeof(ArgumentException))]
    [InlineData("""{"Changes":[{"FromStep":1,"Scale":1}]}""", typeof(ArgumentOutOfRangeException))]
    [InlineData("""{"Changes":[{"FromStep":0,"Scale":1},{"FromStep":0,"Scale":2}]}""", typeof(ArgumentOutOfRangeException))]
    [InlineData("""{"Changes":[{"FromStep":0,"Scale":1}],"LastStep":2147483647}""", typeof(ArgumentOutOfRangeException))]
    [InlineData("""{"LastStep":2}""", typeof(JsonException))]
    public void Json_that_is_no_history_is_refused(string json, Type error)
    {
        Assert.Throws(error, () => JsonSerializer.Deserialize<ScaleHistory>(json));
        Assert.Throws(error, () => JsonSerializer.Deserialize(json, StateJson.Default.ScaleHistory));
    }

    [Fact]
    public void A_rate_stops_at_the_largest_double_as_what_is_recorded_does()
    {
        Greedy doubling = new()
        {
            BaseRate = 1e-300,
            Ceiling = 1e300,
            Factor = 1e-300,
            Patience = 0,
            AbsoluteThreshold = 0,
        };
        FeedbackLoop<GreedyState> loop = Schedule.Constant(10).Under(doubling);
        foreach (int metric in (int[])[5, 4, 3, 2])
        {
            loop.Observe(metric);
        }

        Assert.Equal(double.MaxValue, loop.Scale);
        Assert.Equal(double.MaxValue, loop.Rate(7));
        Assert.Equal(loop.Rate(7), loop.RecordedRate()(7));
    }

    [Fact]
    public void What_is_recorded_stays_as_it_was_when_the_loop_goes_on()
    {
        FeedbackLoop<PlateauState> loop = Cosine.Under(Halving with { Patience = 0 });
        loop.Observe(1);
        loop.Observe(1);
        Func<int, double> before = loop.RecordedScale();

        loop.Observe(1);

        Assert.Equal([1, 1, 0.5, 0.5], before.Evaluate(0..4));
        Assert.Equal([1, 1, 0.5, 0.25], loop.RecordedScale().Evaluate(0..4));
    }

    [Fact]
    public void Metrics_of_epochs_are_recorded_one_step_apart_and_stretched_by_PerEpoch()
    {
        FeedbackLoop<PlateauState> epochs = Cosine.Under(Halving with { Patience = 0 });
        FeedbackLoop<PlateauState> steps = Cosine.Under(Halving with { Patience = 0 });
        for (int epoch = 0; epoch < 4; epoch++)
        {
            epochs.Observe(1);
            steps.Observe(1, afterStep: 25 * epoch + 24);
        }

        Assert.Equal(steps.RecordedScale().Evaluate(0..120), epochs.RecordedScale().PerEpoch(25).Evaluate(0..120));
    }

    [Fact]
    public void Several_metrics_after_one_step_show_as_one_change()
    {
        FeedbackLoop<PlateauState> loop = Cosine.Under(Halving with { Patience = 0 });
        for (int i = 0; i < 3; i++)
        {
            loop.Observe(1, afterStep: 5);
        }

        Assert.Equal([1, 0.25, 0.25], loop.RecordedScale().Evaluate(5..8));
    }

    [Fact]
    public void A_floor_of_the_rate_stops_the_policy_but_not_the_schedule()
    {
        FeedbackLoop<PlateauState> loop = Schedule.Linear(1, 0, 10).Under(Halving with { Factor = 0.1, Patience = 0 }, rateFloor: 0.25);

        Assert.Equal(1, loop.Rate(0));
        loop.Observe(1);
        loop.Observe(1);

        Assert.Equal(0.25, loop.Rate(1));
        Assert.Equal(Schedule.Linear(1, 0, 10)(9), loop.Rate(9));
        Assert.Equal(0, loop.Rate(10));
    }

    [Fact]
    public void No_observation_of_several_threads_is_lost()
    {
        Plateau policy = new() { Patience = int.MaxValue };
        FeedbackLoop<PlateauState> loop = Cosine.Under(policy);

        Parallel.For(
            0,
            8,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ =>
            {
                for (int i = 0; i < 2_000; i++)
                {
                    loop.Observe(1);
                }
            }
        );

        Assert.Equal(policy.Start with { Best = 1, BadCount = 8 * 2_000 - 1 }, loop.State);
    }

    [Fact]
    public void A_step_before_the_last_metric_is_refused_and_changes_nothing()
    {
        FeedbackLoop<PlateauState> loop = Cosine.Under(Halving);
        PlateauState state = loop.Observe(1, afterStep: 7);

        Assert.Equal("afterStep", Assert.Throws<ArgumentOutOfRangeException>(() => loop.Observe(2, afterStep: 6)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Observe(2, afterStep: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Observe(2, afterStep: int.MaxValue));
        Assert.Same(state, loop.State);
        loop.Observe(2, afterStep: 7);
        loop.Observe(2, afterStep: int.MaxValue - 1);
        loop.Observe(2);
    }

    [Fact]
    public void What_cannot_be_a_loop_is_refused_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => new FeedbackLoop<PlateauState>(null!, Halving));
        Assert.Throws<ArgumentNullException>(() => new FeedbackLoop<PlateauState>(Cosine, null!));
        Assert.Throws<ArgumentException>(() => new FeedbackLoop<PlateauState>(Cosine + Cosine, Halving));
        Assert.Equal("rateFloor", Assert.Throws<ArgumentOutOfRangeException>(() => Cosine.Under(Halving, rateFloor: double.NaN)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Cosine.Under(Halving).Rate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Func<int, double>)(_ => 1)).Under(Halving).Rate(-1));
    }

    [Fact]
    public void A_policy_of_ones_own_has_the_same_rights_and_cannot_leave_a_broken_scale()
    {
        FeedbackLoop<Echo.Heard> loop = Cosine.Under(new Echo());

        loop.Observe(0.5);
        Assert.Equal(Cosine(20) * 0.5, loop.Rate(20));
        Assert.Throws<InvalidOperationException>(() => loop.Observe(double.NaN));
        Assert.Equal(0.5, loop.Scale);
        Assert.Equal([2, 3], new Echo().Replay([2.0, 3]).Select(s => s.Last));
    }

    private sealed record Echo : IPolicy<Echo.Heard>
    {
        public Heard Start => new(1);

        public Heard Next(Heard state, double metric) => new(metric);

        public double ScaleOf(Heard state) => state.Last;

        public void Validate(Heard state) => ArgumentNullException.ThrowIfNull(state);

        public sealed record Heard(double Last);
    }
}
