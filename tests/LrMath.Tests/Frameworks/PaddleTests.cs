using FsCheck;
using FsCheck.Xunit;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What the golden records do not show: lowerings, arguments at the edges of their ranges, and what holds for any
/// argument.</summary>
public class PaddleTests
{
    public static TheoryData<string, string, Func<int, double>> Lowerings =>
        new()
        {
            { nameof(Paddle.NoamDecay), "Schedule.Constant(0).Then(Schedule.Noam(4, 100), 1)", Paddle.NoamDecay(4, 100) },
            { nameof(Paddle.PiecewiseDecay), "Schedule.Piecewise([1, 2, 5], [30, 80])", Paddle.PiecewiseDecay([30, 80], [1, 2, 3, 4, 5]) },
            {
                nameof(Paddle.NaturalExpDecay),
                "Schedule.ExponentialDecay(1, 0.36787944117144233, every: 10)",
                Paddle.NaturalExpDecay(1, 0.1)
            },
            { nameof(Paddle.InverseTimeDecay), "Schedule.InverseTime(1, 0.1)", Paddle.InverseTimeDecay(1, 0.1) },
            { nameof(Paddle.PolynomialDecay), "Schedule.Polynomial(1, 0.0001, 10, 1)", Paddle.PolynomialDecay(1, 10) },
            {
                nameof(Paddle.PolynomialDecay),
                "Schedule.GrowingHorizon(1, 0, 10, Shapes.Polynomial(2))",
                Paddle.PolynomialDecay(1, 10, 0, 2, cycle: true)
            },
            {
                nameof(Paddle.LinearWarmup),
                "Schedule.Linear(0, 1, 10).Then(Schedule.Constant(0.5), 10)",
                Paddle.LinearWarmup(0.5, 10, 0, 1)
            },
            {
                nameof(Paddle.LinearWarmup),
                "Schedule.Linear(0, 1, 10).Then(Schedule.ExponentialDecay(1, 0.5), 10)",
                Paddle.LinearWarmup(Paddle.ExponentialDecay(1, 0.5), 10, 0, 1)
            },
            { nameof(Paddle.ExponentialDecay), "Schedule.ExponentialDecay(1, 0.5)", Paddle.ExponentialDecay(1, 0.5) },
            { nameof(Paddle.MultiStepDecay), "Schedule.MultiStep(1, 0.1, [30, 80])", Paddle.MultiStepDecay(1, [30, 80]) },
            { nameof(Paddle.MultiStepDecay), "Schedule.Constant(1)", Paddle.MultiStepDecay(1, []) },
            { nameof(Paddle.StepDecay), "Schedule.Step(1, 0.1, 30)", Paddle.StepDecay(1, 30) },
            {
                nameof(Paddle.CosineAnnealingDecay),
                PyTorch.CosineAnnealingLR(1, 30, 0.5).Describe(),
                Paddle.CosineAnnealingDecay(1, 30, 0.5)
            },
            {
                nameof(Paddle.CosineAnnealingWarmRestarts),
                "Schedule.CosineRestarts(1, 0.5, 30, periodFactor: 2)",
                Paddle.CosineAnnealingWarmRestarts(1, 30, 2, 0.5)
            },
            {
                nameof(Paddle.OneCycleLR),
                "Schedule.Path([(0, 0.04), (29, 1), (99, 0.5)], shape: Shapes.Hold).Then(Schedule.Constant(0.5), "
                    + "100).Then(Schedule.Constant(0.5), 101)",
                Paddle.OneCycleLR(1, 100, endLearningRate: 0.5, annealStrategy: Shapes.Hold)
            },
            { nameof(Paddle.CyclicLR), "Schedule.Cyclic(0, 1, 4, 4)", Paddle.CyclicLR(0, 1, 4) },
            {
                nameof(Paddle.CyclicLR),
                "Schedule.Cyclic(0, 1, 4, 3, amplitude: Schedule.ExponentialDecay(1, 0.5))",
                Paddle.CyclicLR(0, 1, 4, 3, CyclicModes.ExpRange, 0.5)
            },
            { nameof(Paddle.LinearLR), "Schedule.Linear(0.5, 1, 10).Scale(0.1)", Paddle.LinearLR(0.1, 10, 0.5) },
        };

    [Theory]
    [MemberData(nameof(Lowerings))]
    public void Each_name_is_an_expression_of_builders_and_verbs(string name, string expression, Func<int, double> schedule) =>
        Presets.IsLowering(name, expression, schedule);

    [Fact]
    public void Every_public_name_is_among_the_tested() => Presets.AllAreAmong(Lowerings.Select(row => (string)row[0]), typeof(Paddle));

    [Property]
    public Property The_first_update_of_Noam_changes_nothing_and_its_peak_is_at_the_end_of_the_warm_up() =>
        Law.Over(
            from model in Draw.Whole(1, 1000)
            from warmup in Draw.Whole(1, 300)
            select (model, warmup),
            drawn =>
            {
                (int model, int warmup) = drawn;
                Func<int, double> lr = Paddle.NoamDecay(model, warmup, 2);

                Assert.Equal(0, lr(0));
                Assert.Equal(2 / Math.Sqrt((double)model * warmup), lr(warmup), 1e-13);
                Assert.Equal(warmup, lr.Evaluate(0..(2 * warmup)).ToList().IndexOf(lr.Evaluate(0..(2 * warmup)).Max()));
            }
        );

    [Fact]
    public void A_natural_decay_keeps_its_digits_far_out()
    {
        Assert.Equal(Math.Exp(-20), Paddle.NaturalExpDecay(1, 1e-8)(2_000_000_000), 1e-14 * Math.Exp(-20));
        Assert.Equal(Math.Exp(-600), Paddle.NaturalExpDecay(1, 0.3)(2_000), 1e-12 * Math.Exp(-600));
    }

    [Cases(400)]
    public Property One_cycle_is_in_the_phase_that_Paddle_would_be_in_and_goes_on_for_one_step_only() =>
        Law.Over(
            from steps in Draw.Whole(1, 80)
            from threePhase in Draw.Flag
            from line in Draw.Flag
            from share in Draw.Whole(0, 999)
            select (steps, threePhase, line, pct: share / (threePhase ? 2010.0 : 1001.0)),
            drawn =>
            {
                (int steps, bool threePhase, bool line, double pct) = drawn;
                Func<int, double> lr = Paddle.OneCycleLR(2, steps, 25, 0.3, pct, line ? Shapes.Linear : null, threePhase);
                double first = (pct * steps) - 1;
                (double End, double From, double To)[] phases = threePhase
                    ? [(first, 0.08, 2), (2 * first, 2, 0.08), (steps - 1, 0.08, 0.3)]
                    : [(first, 0.08, 2), (steps - 1, 2, 0.3)];
                for (int step = 0; step <= steps; step++)
                {
                    int phase = Array.FindIndex(phases, p => step <= p.End);
                    phase = phase < 0 ? phases.Length - 1 : phase;
                    double start = phase == 0 ? 0 : phases[phase - 1].End;
                    (double end, double from, double to) = phases[phase];
                    double progress = (step - start) / (end - start);
                    double expected = line ? from + ((to - from) * progress) : to + ((from - to) * (1 + Math.Cos(Math.PI * progress)) / 2);
                    if (end > start)
                    {
                        Law.Near(expected, lr, step, 1e-11);
                    }
                }

                Assert.All(new[] { steps + 1, steps + 50, int.MaxValue }, step => Assert.Equal(0.3, lr(step)));
            }
        );

    [Fact]
    public void A_line_of_one_cycle_falls_below_zero_for_one_step()
    {
        Func<int, double> lr = Paddle.OneCycleLR(1, 11, endLearningRate: 0, phasePct: 1 / 11.0, annealStrategy: Shapes.Linear);

        Assert.Equal([0, -0.1, 0], new[] { 10, 11, 12 }.Select(lr).Select(value => Math.Round(value, 15)));
    }

    [Fact]
    public void One_cycle_that_only_rises_peaks_at_its_last_step()
    {
        Func<int, double> lr = Paddle.OneCycleLR(1, 11, endLearningRate: 0.5, phasePct: 1);

        Assert.Equal([0.04, 1, 0.5, 0.5], new[] { 0, 10, 11, 12 }.Select(lr));
    }

    [Fact]
    public void The_named_modes_are_those_of_PyTorch() =>
        Assert.All(
            new[] { CyclicModes.Triangular, CyclicModes.Triangular2, CyclicModes.ExpRange, CyclicModes.PerCycle(cycle => 1.0 / cycle) },
            mode =>
            {
                Func<int, double> cycles = Paddle.CyclicLR(0.1, 0.7, 4, 3, mode, 0.99);
                Law.SameBits(PyTorch.CyclicLR(0.1, 0.7, 4, 3, mode, 0.99).Rate.Evaluate(0..70), cycles.Evaluate(0..70), cycles, 0);
            }
        );
}
