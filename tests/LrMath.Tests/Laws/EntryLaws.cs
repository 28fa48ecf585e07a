using System.Reflection;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>
/// Where a schedule starts: a ramp of length 0 is its end from step 0 on, but what leads up to it leads to its start, as to that of any
/// longer ramp.
/// </summary>
public class EntryLaws
{
    private const double Peak = 3e-4;
    private static readonly Func<int, double> Over = Schedule.Cosine(Peak, 0, 0);

    private static readonly MethodInfo[] Ramps =
    [
        .. Any.Builders.Where(method => method.GetParameters() is [{ Name: "start" }, { Name: "end" }, { Name: "steps" }, ..]),
    ];

    public static TheoryData<string> Methods => [.. Ramps.Select(method => method.ToString()!)];

    public static TheoryData<string, Func<Func<int, double>, Func<int, double>>, Func<double, double>> Verbs =>
        new()
        {
            { "Scale", f => f.Scale(2), start => 2 * start },
            { "Offset", f => f.Offset(0.5), start => start + 0.5 },
            { "Offset and Scale", f => f.Offset(0.5).Scale(2), start => (start + 0.5) * 2 },
            { "Mirror", f => f.Mirror(0, 1), start => 1 - start },
            { "Map", f => f.Map(value => value * 2), start => start * 2 },
            { "Clamp", f => f.Clamp(1e-4, 2e-4), start => Math.Clamp(start, 1e-4, 2e-4) },
            { "Clamp without effect", f => f.Clamp(0, 1), start => start },
            { "Chain", f => f.Chain(Schedule.Constant(0.5), Schedule.Constant(3)), start => start * 0.5 * 3 },
            { "Chain on the right", f => Schedule.Chain(Schedule.Constant(0.5), f), start => start * 0.5 },
            { "Plus", f => f.Plus(Schedule.Constant(1)), start => start + 1 },
            { "Min", f => f.Min(Schedule.Constant(1e-4)), start => Math.Min(start, 1e-4) },
            { "Max", f => f.Max(Schedule.Constant(1e-5)), start => Math.Max(start, 1e-5) },
            { "Then", f => f.Then(Schedule.Constant(0.1), at: 5), start => start },
            { "Then at 0", f => Schedule.Constant(0.1).Then(f, at: 0), start => start },
            { "Then and Shift", f => Schedule.Constant(0.1).Then(f, at: 7).Shift(7), start => start },
            {
                "Sequential of absent parts",
                f => Schedule.Sequential([Schedule.Linear(0, 1, 0), Schedule.Constant(1), f], [0, 0]),
                start => start
            },
            { "Concat", f => Schedule.Concat((Schedule.Constant(1), 0), (f, 10)), start => start },
            { "Shift by 0", f => f.Shift(0), start => start },
            { "Delay", f => f.Delay(4), start => start },
            { "Delay by 0", f => f.Delay(0), start => start },
            { "Freeze", f => f.Freeze(3), start => start },
            { "Freeze at 0", f => f.Freeze(0), start => start },
            { "Shift to a later step", f => f.Shift(-4), start => start },
            { "JumpAt", f => f.JumpAt(5, to: 3), start => start },
            { "JumpAt at 0", f => f.JumpAt(0, to: 0), start => start },
            { "PingPong", f => f.PingPong(4), start => start },
            { "ByProgress", f => f.ByProgress(10, Schedule.Linear(0, 1, 10)), start => start },
            { "Stride, slower", f => f.Stride(2, every: 5), start => start },
            { "Stride, faster", f => f.Stride(5, every: 2), start => start },
            { "BySamples", f => f.BySamples(5, (0, 2), (30, 12)), start => start },
            { "BranchAt onto a schedule", f => f.BranchAt(9, Schedule.Constant(1e-5), 10), start => start },
            { "BranchAt 0 onto a schedule", f => f.BranchAt(0, Schedule.Constant(1e-5), 10), start => start },
            { "Max with a number", f => f.Max(1e-5), start => Math.Max(start, 1e-5) },
            { "PerEpoch", f => f.PerEpoch(2.5), start => start },
            { "Stride", f => f.Stride(3), start => start },
            { "Repeat", f => f.Repeat(4), start => start },
            { "Warmup(0)", f => f.Warmup(0), start => start },
            { "BranchAt", f => f.BranchAt(9, 1e-5, 10), start => start },
            { "BranchAt at 0", f => f.BranchAt(0, 1e-5, 10), start => start },
            { "Cooldown of nothing", f => f.Cooldown(0, 0, 1e-5), start => start },
            { "LayerDecay", f => f.LayerDecay(2, 0.5)[0], start => 0.5 * start },
        };

    public static TheoryData<string, Func<int, double>, double> Absent =>
        new()
        {
            { "FlatCosine", Schedule.FlatCosine(Peak, 0), Peak },
            { "FlatCosine, all flat", Schedule.FlatCosine(Peak, 0, flatFraction: 1), Peak },
            { "SlantedTriangular", Schedule.SlantedTriangular(Peak, 0), Peak },
            { "WarmupStableDecay", Schedule.WarmupStableDecay(Peak, 0, 0, 0), Peak },
            { "TriStage", Schedule.TriStage(Peak, 0, 0, 0), Peak },
            { "Path", Schedule.Path([(0, Peak), (0, 0)], Shapes.Cosine), Peak },
            { "Path of several", Schedule.Path([(0, 0), (0, Peak), (0, 0)]), Peak },
            { "Cooldown", Schedule.Constant(Peak).Cooldown(0, 0), Peak },
            { "BranchAt", Schedule.Constant(Peak).BranchAt(0, 0, 0), Peak },
            { "Transformers' linear", Transformers.GetLinearScheduleWithWarmup(Peak, 0, 0), Peak },
            { "Transformers' polynomial", Transformers.GetPolynomialDecayScheduleWithWarmup(Peak, 0, 0), Peak },
            { "Transformers' wsd", Transformers.GetWsdSchedule(Peak, 0, 0, numStableSteps: 0), Peak },
            { "Transformers' linear wsd", Transformers.GetWsdSchedule(Peak, 0, 0, numTrainingSteps: 0, decayType: Shapes.Linear), Peak },
            { "PyTorch's polynomial", PyTorch.PolynomialLR(Peak, 0), Peak },
            { "PyTorch's SWALR", PyTorch.SWALR(Peak, 1e-5, 0), Peak },
        };

    [Fact]
    public void A_warm_up_as_long_as_the_run_climbs_to_the_peak_and_not_to_the_floor()
    {
        Func<int, double> lr = Over.Warmup(100);

        Assert.Equal(Enumerable.Range(0, 100).Select(step => Schedule.Linear(0, Peak, 100)(step)), lr.Evaluate(0..100));
        Assert.Equal(2.97e-4, lr(99), 1e-18);
        Assert.All([100, 101, int.MaxValue], step => Assert.Equal(0, lr(step)));
        Law.SameBits(Transformers.GetLinearScheduleWithWarmup(Peak, 100, 100).Evaluate(0..200), lr.Evaluate(0..200), lr, 0);
        Assert.Equal(0.009, Schedule.Cosine(0.01, 0.001, 0).Warmup(10)(9), 1e-18);
        Assert.Equal(0.001, Schedule.Cosine(0.01, 0.001, 0).Warmup(10)(10));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_warm_up_does_not_depend_on_how_long_the_ramp_after_it_is(string method) =>
        Law.Holds(
            Arbitraries.Of(new Generator(), Any.Builder(method)),
            composition =>
            {
                object?[] arguments = [.. composition.Term.Parts.Select(part => part.Build(null))];
                Func<int, double> Of(int steps) =>
                    (Func<int, double>)Any.Builder(method).Invoke(null, [arguments[0], arguments[1], steps, .. arguments[3..]])!;
                Law.SameBits(Of(1).Warmup(10, 0.01).Evaluate(0..10), Of(0).Warmup(10, 0.01).Evaluate(0..10), Of(0), 0);
                Law.SameBits(Of(1).Delay(10).Evaluate(0..10), Of(0).Delay(10).Evaluate(0..10), Of(0), 0);
                Law.SameBits(Of(0).Evaluate(0..10), Of(0).Warmup(10, 0.01).Evaluate(10..20), Of(0), 0);
            },
            times: 30
        );

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_keeps_where_the_schedule_starts(
        string verb,
        Func<Func<int, double>, Func<int, double>> apply,
        Func<double, double> start
    )
    {
        double expected = start(Peak);
        Func<int, double> verbed = apply(Over);
        Assert.True(Schedule.Linear(0, expected, 8)(7) == verbed.Warmup(8)(7), $"{verb}: {verbed.Warmup(8)(7) * 8 / 7} and not {expected}");
        Assert.Equal(expected, verbed.Delay(5)(4));
        Law.SameBits(Law.Steps(verbed, 0, 20), verbed.Warmup(8).Evaluate(8..28), verbed, 0);
        Law.SameBits(Law.Steps(verbed, 0, 20), verbed.Evaluate(0..20), verbed, 0);
    }

    [Fact]
    public void All_verbs_are_among_those_that_keep_the_start() =>
        Assert.Empty(
            Any.Verbs.Select(verb => verb.Name)
                .Distinct()
                .Except(Verbs.Select(row => ((string)row[0]).Split(' ', '(')[0]))
                .Except(["Reverse"])
        );

    [Theory]
    [MemberData(nameof(Absent))]
    public void A_recipe_without_steps_is_entered_at_its_peak(string name, Func<int, double> schedule, double peak)
    {
        Assert.True(Schedule.Linear(0, peak, 10)(9) == schedule.Warmup(10)(9), $"{name}: {schedule.Warmup(10)(9) / 0.9}");
        Assert.Equal(schedule(0), schedule.Warmup(10)(10));
    }

    [Fact]
    public void What_stands_before_a_ramp_of_no_length_is_left_alone()
    {
        // The rise is over at step 0, so that a branch goes on from its end.
        Assert.Equal(0.1, Schedule.Linear(0, 0.1, 0).BranchAt(0, 0, 10)(0));
        Assert.Equal(0.05, Schedule.Linear(0, 0.1, 0).BranchAt(0, 0, 10)(5));
        Assert.Equal(0, Over.Reverse(0).Warmup(10)(9));

        // In the middle of an epoch the ramp is over.
        Assert.Equal(0, Over.PerEpoch(10).Shift(3).Warmup(5)(4));
    }

    [Fact]
    public void A_function_of_the_user_is_evaluated_once_at_its_step_0()
    {
        List<int> asked = [];
        Func<int, double> own = step =>
        {
            asked.Add(step);
            return 0.5;
        };
        _ = own.Scale(2).Chain(own).Warmup(10);
        Assert.Equal([0, 0], asked);
        _ = own.Freeze(7);
        _ = own.BranchAt(8, 0, 3);
        Assert.Equal([0, 0, 7, 8], asked);
    }
}
