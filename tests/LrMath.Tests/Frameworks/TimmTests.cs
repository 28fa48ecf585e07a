using LrMath.Frameworks;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What the golden records do not show: lowerings, arguments at the edges of their ranges.</summary>
public class TimmTests
{
    public static TheoryData<string, string, Func<int, double>> Lowerings =>
        new()
        {
            { nameof(Timm.CosineLRScheduler), "Schedule.Restarts(1, 0, 10, Shapes.Cosine, cycles: 1)", Timm.CosineLRScheduler(1, 10) },
            {
                nameof(Timm.CosineLRScheduler),
                "Schedule.Linear(0.25, 1, 4).Then(Schedule.Restarts(1, 0, 10, Shapes.Cosine, cycles: 1).Shift(4), 4)",
                Timm.CosineLRScheduler(1, 10, warmupT: 4, warmupLrInit: 0.25)
            },
            {
                nameof(Timm.PolyLRScheduler),
                "Schedule.Restarts(1, 0, 10, Shapes.Warp(Shapes.Polynomial(2), 0.5), periodFactor: 2, peakDecay: 0.5, cycles: "
                    + "3).Plus(Schedule.Restarts(0, 0.25, 10, Shapes.Warp(Shapes.Polynomial(2), 0.5), periodFactor: 2, cycles: 3))",
                Timm.PolyLRScheduler(1, 10, 2, 0.25, 2, 0.5, 3, kDecay: 0.5)
            },
            {
                nameof(Timm.TanhLRScheduler),
                "Schedule.Constant(1).Then(Schedule.Restarts(1, 0, 10, Shapes.Tanh(-7, 3), cycles: 1).Shift(1), 1)",
                Timm.TanhLRScheduler(1, 10)
            },
            {
                nameof(Timm.StepLRScheduler),
                "Schedule.ExponentialDecay(1, 0.5, every: 2.5, staircase: true)",
                Timm.StepLRScheduler(1, 2.5, 0.5)
            },
            {
                nameof(Timm.MultiStepLRScheduler),
                "Schedule.Linear(0.25, 1, 4).Then(Schedule.MultiStep(1, 0.5, [3, 9]).Shift(1), 4)",
                Timm.MultiStepLRScheduler(1, [3, 9], 0.5, 4, 0.25)
            },
            {
                nameof(Timm.WSDLRScheduler),
                "Schedule.Constant(1).Max(Schedule.Constant(0.25)).Offset(-0.25).Chain(Schedule.Ramp(1, 0, 4, "
                    + "Shapes.SquareRoot).Delay(6)).Offset(0.25)",
                Timm.WSDLRScheduler(1, 10, 4, 0.25)
            },
        };

    [Theory]
    [MemberData(nameof(Lowerings))]
    public void Each_name_is_an_expression_of_builders_and_verbs(string name, string expression, Func<int, double> schedule) =>
        Presets.IsLowering(name, expression, schedule);

    [Fact]
    public void Every_public_name_is_among_the_tested() => Presets.AllAreAmong(Lowerings.Select(row => (string)row[0]), typeof(Timm));

    [Fact]
    public void The_first_step_has_what_the_constructor_writes()
    {
        Assert.Equal(0.1, Timm.TanhLRScheduler(0.1, 20)(0));
        Assert.True(Timm.TanhLRScheduler(0.1, 20, lb: -1)(1) < 0.09);
        Assert.Equal([0.1, 0.05], new[] { 0, 1 }.Select(Timm.MultiStepLRScheduler(0.1, [1], 0.5)));
        Assert.Equal([0.1, 0.2], new[] { 0, 1 }.Select(Timm.WSDLRScheduler(0.1, 20, 10, lrMin: 0.2)));
    }

    [Fact]
    public void Without_a_prefix_the_schedule_has_run_on_beneath_the_warm_up()
    {
        Func<int, double> plain = Timm.CosineLRScheduler(1, 20);
        Assert.Equal(plain(10), Timm.CosineLRScheduler(1, 20, warmupT: 10)(10));
        Assert.Equal(plain(0), Timm.CosineLRScheduler(1, 20, warmupT: 10, warmupPrefix: true)(10));
    }

    [Fact]
    public void Cycles_that_get_shorter_end_where_their_sum_does()
    {
        Func<int, double> lr = Timm.CosineLRScheduler(1, 16, 0.25, cycleMul: 0.5, cycleLimit: 100);
        Assert.Equal([1, 1, 1, 1, 1, 0.25, 0.25], new[] { 0, 16, 24, 28, 30, 32, int.MaxValue }.Select(lr));
    }

    [Fact]
    public void A_layer_keeps_its_least_share() =>
        Assert.Equal([0.4, 0.4, 0.5, 1], Timm.LayerDecay(Schedule.Constant(1), 4, 0.5, 0.4).Select(layer => layer(7)));
}
