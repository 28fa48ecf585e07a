using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What the golden records do not show: errors, lowerings, arguments at the edges of their ranges.</summary>
public class TimmTests
{
    public static TheoryData<string, Action> Illegal =>
        new()
        {
            { "baseRate", () => Timm.CosineLRScheduler(double.NaN, 10) },
            { "tInitial", () => Timm.CosineLRScheduler(1, 0) },
            { "lrMin", () => Timm.CosineLRScheduler(1, 10, -1) },
            { "cycleMul", () => Timm.CosineLRScheduler(1, 10, cycleMul: 0) },
            { "cycleDecay", () => Timm.CosineLRScheduler(1, 10, cycleDecay: 0) },
            { "cycleLimit", () => Timm.CosineLRScheduler(1, 10, cycleLimit: 0) },
            { "warmupT", () => Timm.CosineLRScheduler(1, 10, warmupT: -1) },
            { "warmupLrInit", () => Timm.CosineLRScheduler(1, 10, warmupT: 3, warmupLrInit: double.NaN) },
            { "kDecay", () => Timm.CosineLRScheduler(1, 10, kDecay: 0) },
            { "baseRate", () => Timm.PolyLRScheduler(double.NaN, 10) },
            { "tInitial", () => Timm.PolyLRScheduler(1, 0) },
            { "power", () => Timm.PolyLRScheduler(1, 10, -1) },
            { "lrMin", () => Timm.PolyLRScheduler(1, 10, lrMin: -1) },
            { "kDecay", () => Timm.PolyLRScheduler(1, 10, kDecay: double.NaN) },
            { "tInitial", () => Timm.TanhLRScheduler(1, 0) },
            { "lb", () => Timm.TanhLRScheduler(1, 10, double.NaN) },
            { "ub", () => Timm.TanhLRScheduler(1, 10, 3, 3) },
            { "ub", () => Timm.TanhLRScheduler(1, 10, 3, double.NaN) },
            { "warmupT", () => Timm.TanhLRScheduler(1, 10, warmupT: -1) },
            { "baseRate", () => Timm.StepLRScheduler(double.NaN, 10) },
            { "decayT", () => Timm.StepLRScheduler(1, 0) },
            { "decayRate", () => Timm.StepLRScheduler(1, 10, -1) },
            { "warmupT", () => Timm.StepLRScheduler(1, 10, 1, -1) },
            { "baseRate", () => Timm.MultiStepLRScheduler(double.NaN, [3]) },
            { "decayT", () => Timm.MultiStepLRScheduler(1, null!) },
            { "decayT", () => Timm.MultiStepLRScheduler(1, []) },
            { "decayT", () => Timm.MultiStepLRScheduler(1, [3, 2]) },
            { "decayRate", () => Timm.MultiStepLRScheduler(1, [3], -1) },
            { "baseRate", () => Timm.WSDLRScheduler(double.NaN, 10, 5) },
            { "tInitial", () => Timm.WSDLRScheduler(1, 0, 5) },
            { "decayT", () => Timm.WSDLRScheduler(1, 10, 0) },
            { "decayT", () => Timm.WSDLRScheduler(1, 10, 11) },
            { "lrMin", () => Timm.WSDLRScheduler(1, 10, 5, -1) },
            { "stablePower", () => Timm.WSDLRScheduler(1, 10, 5, stablePower: 0, warmupT: 4) },
            { "stableTimescale", () => Timm.WSDLRScheduler(1, 10, 5, stablePower: 0.5) },
            { "decayFn", () => Timm.WSDLRScheduler(1, 10, 5, decayFn: Shapes.Linear + Shapes.Cosine) },
            { "warmupT", () => Timm.WSDLRScheduler(1, 10, 5, warmupT: -1) },
            { "schedule", () => Timm.LayerDecay(null!, 3) },
            { "numLayers", () => Timm.LayerDecay(Schedule.Constant(1), 0) },
            { "layerDecay", () => Timm.LayerDecay(Schedule.Constant(1), 3, -1) },
            { "minScale", () => Timm.LayerDecay(Schedule.Constant(1), 3, 0.5, -1) },
            { "baseRate", () => Timm.PlateauLRScheduler(0) },
            { "decayRate", () => Timm.PlateauLRScheduler(1, 1) },
            { "patienceT", () => Timm.PlateauLRScheduler(1, patienceT: -1) },
            { "threshold", () => Timm.PlateauLRScheduler(1, threshold: 2) },
            { "cooldownT", () => Timm.PlateauLRScheduler(1, cooldownT: -1) },
            { "lrMin", () => Timm.PlateauLRScheduler(1, lrMin: -1) },
            { "mode", () => Timm.PlateauLRScheduler(1, mode: (Mode)7) },
        };

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
    [MemberData(nameof(Illegal))]
    public void An_illegal_argument_is_refused_by_its_own_name(string parameter, Action build) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(build).ParamName);

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
