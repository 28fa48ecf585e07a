using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;
using static LrMath.Tests.Support.Law;

namespace LrMath.Tests.Combinators;

/// <summary>One law for each verb, as its documentation states it, and the algebra that follows.</summary>
public class VerbLaws
{
    private const int Length = 700;

    // A product that underflows is never a negative zero.
    [Property]
    public void Chain_is_the_product(Composition first, Composition second, Count count) =>
        On(first, second, count, (f, g, _) => Same(f.Chain(g), t => (f(t) * g(t)) + 0.0));

    [Property]
    public void Chain_of_one_or_with_one_changes_nothing(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, _) =>
            {
                Same(Schedule.Chain(f), f);
                Same(f.Chain(), f);
                Same(f.Chain(Schedule.Constant(1)), f);
            }
        );

    [Property]
    public void Chain_commutes_and_is_associative_within_rounding(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, g, n) =>
            {
                Same(f.Chain(g), g.Chain(f));
                Func<int, double> h = Schedule.Cosine(1, 0.1, n + 1);
                Close(f.Chain(g).Chain(h), f.Chain(g.Chain(h)));
            }
        );

    [Property]
    public void Scale_multiplies_and_1_is_its_identity(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.Scale(n + 0.5), t => f(t) * (n + 0.5));
                Same(f.Scale(1), f);
            }
        );

    [Property]
    public void Scale_distributes_over_Chain_and_Plus_within_rounding(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, g, _) =>
            {
                Close(f.Chain(g).Scale(3), f.Scale(3).Chain(g));
                Func<int, double> sum = f.Plus(g).Scale(3);
                Func<int, double> ofParts = f.Scale(3).Plus(g.Scale(3));
                Assert.All(
                    Enumerable.Range(0, Length),
                    t => Assert.Equal(sum(t), ofParts(t), (1e-14 * (Math.Abs(f(t)) + Math.Abs(g(t)))) + 1e-320)
                );
            }
        );

    [Property]
    public void Plus_Offset_Min_and_Max_work_step_by_step(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, g, n) =>
            {
                Same(f.Plus(g), t => f(t) + g(t));
                Same(f.Offset(n), t => f(t) + n);
                Same(f.Min(g), t => Math.Min(f(t), g(t)));
                Same(f.Max(g), t => Math.Max(f(t), g(t)));
            }
        );

    [Property]
    public void Clamp_bounds_and_is_idempotent(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, _) =>
            {
                Func<int, double> clamped = f.Clamp(0.05, 0.2);
                Same(clamped, t => Math.Min(Math.Max(f(t), 0.05), 0.2));
                Same(clamped.Clamp(0.05, 0.2), clamped);
            }
        );

    [Fact]
    public void Bounds_pass_on_a_value_that_is_not_a_number()
    {
        Func<int, double> own = step => step % 3 == 0 ? double.NaN : step;
        foreach (Func<int, double> bounded in new[] { own.Min(5), own.Max(5), own.Clamp(2, 5), own.Min(own), own.Max(own) })
        {
            double[] range = bounded.Evaluate(0..20);
            Assert.All(Enumerable.Range(0, 20), step => Assert.Equal(step % 3 == 0, double.IsNaN(bounded(step))));
            Assert.All(Enumerable.Range(0, 20), step => Assert.Equal(bounded(step), range[step]));
        }
    }

    [Property]
    public void Mirror_reflects_and_undoes_itself_within_rounding(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, _) =>
            {
                Same(f.Mirror(0.85, 0.95), t => (0.85 + 0.95) - f(t));
                Func<int, double> twice = f.Mirror(0, 1).Mirror(0, 1);
                Assert.All(Enumerable.Range(0, Length), t => Assert.Equal(f(t), twice(t), 1e-14 * Math.Max(1, Math.Abs(f(t)))));
            }
        );

    [Property]
    public void Then_is_the_first_before_the_milestone_and_the_next_from_its_own_step_0(
        Composition first,
        Composition second,
        Count count
    ) =>
        On(
            first,
            second,
            count,
            (f, g, n) =>
            {
                Same(f.Then(g, n), t => t < n ? f(t) : g(t - n));
                Same(f.Then(g, 0), g);
            }
        );

    [Property]
    public void Then_is_associative(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, g, n) =>
            {
                Func<int, double> h = Schedule.Step(1, 0.5, 3);
                Same(f.Then(g, n).Then(h, n + 40), f.Then(g.Then(h, 40), n));
            }
        );

    [Property]
    public void Sequential_is_Then_after_Then_and_of_one_it_is_that_one(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, g, n) =>
            {
                Func<int, double> h = Schedule.Linear(1, 0, 50);
                Same(Schedule.Sequential([f, g, h], [n, n + 7]), f.Then(g, n).Then(h, n + 7));
                Same(Schedule.Sequential([f, g, h], [n, n]), f.Then(h, n));
                Same(Schedule.Sequential([f], []), f);
            }
        );

    [Property]
    public void Warmup_meets_the_start_and_then_is_the_schedule(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.Warmup(n, 0.01).Shift(n), f);
                Same(f.Warmup(0), f);
                Assert.Equal(n == 0 ? f(0) : 0.01, f.Warmup(n, 0.01)(0));
                Func<int, double> ramp = Schedule.Cosine(0.01, Start(f), n);
                Same(f.Warmup(n, 0.01, Shapes.Cosine), t => t < n ? ramp(t) : f(t - n));
            }
        );

    [Property]
    public void Shift_and_Delay_move_and_add_up(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.Shift(n), t => f(t + n));
                Same(f.Shift(n).Shift(5), f.Shift(n + 5));
                Same(f.Delay(n), t => t < n ? Start(f) : f(t - n));
                Same(f.Delay(n).Shift(n), f);
            }
        );

    [Property]
    public void A_shift_past_the_last_step_is_answered_as_the_last(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Func<int, double> shifted = f.Shift(n);
                double[] values = new double[50];
                shifted.Evaluate(int.MaxValue - 49, values);
                for (int i = 0; i < 50; i++)
                {
                    Assert.Equal(f((int)Math.Min(int.MaxValue - 49L + i + n, int.MaxValue)), values[i]);
                }
            }
        );

    [Property]
    public void Freeze_holds_a_value_and_the_earlier_one_wins(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.Freeze(n), t => f(Math.Min(t, n)));
                Same(f.Freeze(n).Freeze(20), f.Freeze(Math.Min(n, 20)));
            }
        );

    [Property]
    public void Stride_takes_several_steps_at_once_and_undoes_PerEpoch(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.Stride(n + 1), t => f(t * (n + 1)));
                Same(f.Stride(1), f);
                Same(f.Stride(2).Stride(n + 1), f.Stride(2 * (n + 1)));
                Same(f.PerEpoch(n + 1).Stride(n + 1), f);
                Same(f.PerEpoch(n + 1).Stride(3), t => f(3 * t / (n + 1)));
                Assert.Equal(f(int.MaxValue), f.Stride(3)(int.MaxValue));
                int first = (int.MaxValue / 3) - 50;
                Law.SameBits(Law.Steps(f.Stride(3), first, 100), f.Stride(3).Evaluate(first..(first + 100)), f.Stride(3), first);
            }
        );

    [Property]
    public void BySamples_is_the_schedule_at_the_samples_that_a_loop_has_counted(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                (long Samples, long BatchSize)[] stages = [(0, n + 1), (3 * n + 1, 7), (3 * n + 9, 4 * n + 50), (40_000, 5)];
                foreach (long samplesPerStep in new long[] { 1, 6, 50, n + 1 })
                {
                    double[] expected = new double[Length];
                    long seen = 0;
                    for (int step = 0; step < expected.Length; step++)
                    {
                        expected[step] = f((int)(seen / samplesPerStep));
                        seen += stages.Last(stage => stage.Samples <= seen).BatchSize;
                    }

                    Same(f.BySamples(samplesPerStep, stages), t => expected[t]);
                }

                Same(f.BySamples(n + 1, (0, 6)), f.Stride(6, every: n + 1));
                Same(f.BySamples(5, (0, 3), (30, 3)), f.Stride(3, every: 5));
                Same(f.BySamples(5, (0, 3), (60, 12)), f.Stride(3, every: 5).Then(f.Shift(12).Stride(12, every: 5), at: 20));
                Assert.Equal(f(int.MaxValue), f.BySamples(1, (0, 1), (9, long.MaxValue))(int.MaxValue));
                Assert.Equal(f(int.MaxValue), f.BySamples(3, (0, 7), (9, 10))(int.MaxValue));
            }
        );

    [Property]
    public void Concat_is_Sequential_by_lengths(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, g, n) =>
            {
                Func<int, double> h = Schedule.Linear(1, 0, 50);
                Same(Schedule.Concat((f, n), (g, 7), (h, 1)), Schedule.Sequential([f, g, h], [n, n + 7]));
                Same(Schedule.Concat((f, n)), f);
            }
        );

    [Fact]
    public void Concat_names_a_part_that_is_not_legal()
    {
        Func<int, double> f = Schedule.Constant(1);
        Assert.Throws<ArgumentNullException>("parts", () => Schedule.Concat((f, 1), (null!, 1)));
        Assert.Throws<ArgumentException>("parts", () => Schedule.Concat((f + f, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("parts", () => Schedule.Concat((f, -1)));
        Assert.Throws<ArgumentOutOfRangeException>("parts", () => Schedule.Concat((f, int.MaxValue), (f, 1)));
    }

    [Property]
    public void PerEpoch_holds_each_value(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.PerEpoch(n + 1), t => f(t / (n + 1)));
                Same(f.PerEpoch(1), f);
                Same(f.PerEpoch(2.5), t => f((int)(t * 2L / 5)));
                Same(f.PerEpoch(n + 1).PerEpoch(3), f.PerEpoch(3 * (n + 1)));
            }
        );

    [Property]
    public void Repeat_is_periodic(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.Repeat(n + 1), t => f(t % (n + 1)));
                Same(f.Repeat(n + 1).Shift(n + 1), f.Repeat(n + 1));
            }
        );

    [Property]
    public void Reverse_runs_backwards_and_twice_forwards(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Same(f.Reverse(n), t => f(Math.Max(n - t, 0)));
                Same(f.Reverse(n).Reverse(n), t => f(Math.Min(t, n)));
            }
        );

    [Property]
    public void BranchAt_goes_on_from_the_value_reached(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                Func<int, double> way = Schedule.Ramp(f(n), 0.5, 20, Shapes.SquareRoot);
                Same(f.BranchAt(n, 0.5, 20, Shapes.SquareRoot), t => t < n ? f(t) : way(t - n));
            }
        );

    [Property]
    public void Cooldown_is_the_branch_that_ends_with_the_run(Composition first, Composition second, Count count) =>
        On(first, second, count, (f, _, n) => Same(f.Cooldown(n + 30, 30, 0.1), f.BranchAt(n, 0.1, 30)));

    [Property]
    public void LayerDecay_leaves_the_last_layer_and_scales_each_one_before_it(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                IReadOnlyList<Func<int, double>> layers = f.LayerDecay(3, 0.5);
                Assert.Equal(3, layers.Count);
                Same(layers[2], f);
                Same(layers[1], t => f(t) * 0.5);
                Same(layers[0], t => f(t) * 0.25);
                Same(f.LayerDecay(2, 0)[0], t => f(t) * 0);
            }
        );

    [Property]
    public void Map_calls_its_function_with_the_value_of_each_step_once(Composition first, Composition second, Count count) =>
        On(
            first,
            second,
            count,
            (f, _, n) =>
            {
                List<double> given = [];
                Func<int, double> mapped = f.Map(value =>
                    {
                        given.Add(value);
                        return -value;
                    })
                    .Stride(2)
                    .Shift(3);
                given.Clear();
                double[] values = mapped.Evaluate(n..(n + 50));
                Assert.Equal(Enumerable.Range(n, 50).Select(step => f((step + 3) * 2)), given);
                Assert.Equal(given.Select(value => -value), values);
                given.Clear();
                Assert.Equal(-f((n + 3) * 2), mapped(n));
                Assert.Single(given);
            }
        );

    [Fact]
    public void Map_passes_on_what_its_function_gives_and_refuses_two_in_one()
    {
        Func<double, double> sum = Math.Sqrt;
        sum += Math.Abs;
        Assert.Equal(double.NaN, Schedule.Constant(-1).Map(Math.Sqrt)(5));
        Assert.Throws<ArgumentException>("function", () => Schedule.Constant(1).Map(sum));
    }

    private static void On(Composition first, Composition second, Count count, Action<Func<int, double>, Func<int, double>, int> law) =>
        law(first.Build(), second.Build(), count.N);

    private static void Close(Func<int, double> actual, Func<int, double> expected) =>
        Assert.All(Enumerable.Range(0, Length), t => Assert.Equal(expected(t), actual(t), (1e-15 * Math.Abs(expected(t)) * 4) + 1e-320));
}
