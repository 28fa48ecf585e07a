using FsCheck;
using FsCheck.Xunit;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What the golden records do not show: lowerings, groups, cases where PyTorch is off, and what holds for any argument.</summary>
public class PyTorchTests
{
    /// <summary>The guide shows the expressions, which stand first.</summary>
    public static TheoryData<string, string, Func<int, double>> Lowerings =>
        new()
        {
            { "Schedule.Step(0.1, 0.5, 30)", nameof(PyTorch.StepLR), PyTorch.StepLR(0.1, 30, 0.5) },
            { "Schedule.MultiStep(0.1, 0.1, [30, 80])", nameof(PyTorch.MultiStepLR), PyTorch.MultiStepLR(0.1, [80, 30]) },
            { "Schedule.Hold(0.25, 1, 5).Scale(0.1)", nameof(PyTorch.ConstantLR), PyTorch.ConstantLR(0.1, 0.25) },
            { "Schedule.Linear(0.25, 1, 5).Scale(0.1)", nameof(PyTorch.LinearLR), PyTorch.LinearLR(0.1, 0.25) },
            { "Schedule.ExponentialDecay(0.1, 0.99)", nameof(PyTorch.ExponentialLR), PyTorch.ExponentialLR(0.1, 0.99) },
            { "Schedule.Polynomial(0.1, 0, 90, 2)", nameof(PyTorch.PolynomialLR), PyTorch.PolynomialLR(0.1, 90, 2) },
            { "Schedule.CosineWave(0.1, 0.001, 7)", nameof(PyTorch.CosineAnnealingLR), PyTorch.CosineAnnealingLR(0.1, 7, 0.001) },
            {
                "Schedule.CosineRestarts(0.1, 0, 7, periodFactor: 2)",
                nameof(PyTorch.CosineAnnealingWarmRestarts),
                PyTorch.CosineAnnealingWarmRestarts(0.1, 7, 2)
            },
            { "Schedule.Cyclic(0.01, 0.1, 4, 4)", nameof(PyTorch.CyclicLR), PyTorch.CyclicLR(0.01, 0.1, 4) },
            { "Schedule.Cyclic(0.9, 0.8, 4, 4)", nameof(PyTorch.CyclicLR), PyTorch.CyclicLR(0.01, 0.1, 4).Momentum! },
            {
                "Schedule.Path([(0, 0.004), (29, 0.1), (99, 4E-07)], shape: Shapes.Cosine)",
                nameof(PyTorch.OneCycleLR),
                PyTorch.OneCycleLR(0.1, 100)
            },
            {
                "Schedule.Path([(0, 0.95), (29, 0.85), (99, 0.95)], shape: Shapes.Cosine)",
                nameof(PyTorch.OneCycleLR),
                PyTorch.OneCycleLR(0.1, 100).Momentum!
            },
            {
                "Schedule.ExponentialDecay(1, 0.5).Scale(0.1)",
                nameof(PyTorch.LambdaLR),
                PyTorch.LambdaLR(0.1, Schedule.ExponentialDecay(1, 0.5))
            },
            {
                "PyTorch.MultiplicativeLR(0.1, Schedule.Constant(0.5), horizon: 9)",
                nameof(PyTorch.MultiplicativeLR),
                PyTorch.MultiplicativeLR(0.1, Schedule.Constant(0.5), 9)
            },
            {
                "Schedule.Sequential([Schedule.Hold(0.5, 1, 5).Scale(0.1), Schedule.ExponentialDecay(0.1, 0.9)], [20])",
                nameof(PyTorch.SequentialLR),
                PyTorch.SequentialLR([PyTorch.ConstantLR(0.1, 0.5), PyTorch.ExponentialLR(0.1, 0.9)], [20])
            },
            {
                "Schedule.Chain(Schedule.Step(1, 0.1, 30), Schedule.ExponentialDecay(1, 0.9)).Scale(0.1)",
                nameof(PyTorch.ChainedScheduler),
                PyTorch.ChainedScheduler(0.1, lr => PyTorch.StepLR(lr, 30), lr => PyTorch.ExponentialLR(lr, 0.9))
            },
            { "Schedule.Ramp(0.1, 0.05, 10, Shapes.Cosine)", nameof(PyTorch.SWALR), PyTorch.SWALR(0.1, 0.05) },
        };

    [Theory]
    [MemberData(nameof(Lowerings))]
    public void Each_name_is_an_expression_of_builders_and_verbs(string expression, string name, Func<int, double> schedule) =>
        Presets.IsLowering(name, expression, schedule);

    [Fact]
    public void Every_public_name_is_among_the_tested() => Presets.AllAreAmong(Lowerings.Select(row => (string)row[1]), typeof(PyTorch));

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public void A_product_that_grows_too_large_stays_at_the_largest_double(int horizon)
    {
        Func<int, double> rate = PyTorch.MultiplicativeLR(0.1, Schedule.Constant(2), horizon);
        Assert.Equal(0.1 * Math.ScaleB(1, 1000), rate(1000));
        Assert.Equal(double.MaxValue, rate(3000));
        Assert.Equal(double.MaxValue, rate.Evaluate(2990..3001)[^1]);
    }

    [Property]
    public Property The_horizon_changes_no_bit_of_a_product() =>
        Law.Over(
            from horizon in Draw.Whole(0, 60)
            from other in Draw.Whole(0, 60)
            from first in Draw.Whole(0, 120)
            select (horizon, other, first),
            arguments =>
            {
                (int horizon, int other, int first) = arguments;
                Func<int, double> factor = step => 1 - 1.0 / (step + 3);
                Func<int, double> plain = PyTorch.MultiplicativeLR(0.3, factor);
                Func<int, double> kept = PyTorch.MultiplicativeLR(0.3, factor, horizon);
                double[] product = new double[200];
                product[0] = 0.3;
                for (int step = 1; step < product.Length; step++)
                {
                    product[step] = product[step - 1] * factor(step);
                }

                Law.SameBits(product, Law.Steps(plain, 0, product.Length), plain, 0);
                Law.SameBits(product, Law.Steps(kept, 0, product.Length), kept, 0);
                Law.SameBits(product.AsSpan(first, other), kept.Evaluate(first..(first + other)), kept, first);
            }
        );

    [Fact]
    public void A_horizon_asks_for_each_factor_once_and_a_range_does_not_start_over()
    {
        int calls = 0;
        double Factor(int step)
        {
            Assert.NotEqual(0, step);
            calls++;
            return 0.999;
        }

        Func<int, double> kept = PyTorch.MultiplicativeLR(0.1, Factor, horizon: 1_000);
        Assert.Equal(1_000, calls);
        kept.Evaluate(0..1_001);
        Assert.Equal(1_000, calls);
        kept(1_003);
        Assert.Equal(1_003, calls);

        calls = 0;
        PyTorch.MultiplicativeLR(0.1, Factor).Evaluate(0..1_001);
        Assert.Equal(1_000, calls);
    }

    [Fact]
    public void The_wave_rises_again_and_is_exact_at_crest_and_trough_wherever_they_are()
    {
        Func<int, double> wave = PyTorch.CosineAnnealingLR(0.1, 11, 0.003);

        Assert.Equal([0.1, 0.003, 0.1, 0.003, 0.1], new[] { 0, 11, 22, 1_100_011, 1_100_000 }.Select(wave));
        Assert.Equal(wave.Evaluate(1..11), wave.Evaluate(12..22).Reverse());
    }

    [Theory]
    [InlineData(int.MaxValue / 2)]
    [InlineData((int.MaxValue / 2) + 1)]
    [InlineData(int.MaxValue)]
    public void A_wave_may_be_longer_than_all_steps(int tMax)
    {
        Func<int, double> wave = PyTorch.CosineAnnealingLR(1, tMax);

        Assert.Equal(0, wave(tMax));
        Assert.Equal(Math.Pow(Math.Sin(Math.PI * ((double)int.MaxValue / tMax - 1) / 2), 2), wave(int.MaxValue), 1e-12);
    }

    [Fact]
    public void A_constant_factor_for_no_steps_is_no_factor() => Assert.Equal(0.1, PyTorch.ConstantLR(0.1, 0.5, totalIters: 0)(0));

    [Fact]
    public void A_factor_of_zero_ends_like_any_other() => Assert.Equal([0, 0, 0.1], new[] { 0, 4, 5 }.Select(PyTorch.ConstantLR(0.1, 0)));

    [Fact]
    public void Milestones_may_be_in_any_order_be_named_twice_or_be_none()
    {
        Assert.Equal(PyTorch.MultiStepLR(0.1, [10, 30, 30]).Evaluate(0..50), PyTorch.MultiStepLR(0.1, [30, 10, 30]).Evaluate(0..50));
        Assert.Equal(0.125, PyTorch.MultiStepLR(1, [30, 10, 30], 0.5)(30));
        Assert.Equal(0.1, PyTorch.MultiStepLR(0.1, [])(1_000));
    }

    [Fact]
    public void A_cycle_has_its_limits_exactly()
    {
        RateAndMomentum cycle = PyTorch.CyclicLR(0.011, 0.103, 4, 3);

        Assert.Equal([0.011, 0.103, 0.011, 0.103, 0.011], new[] { 0, 4, 7, 11, 14 }.Select(cycle.Rate));
        Assert.Equal([0.9, 0.8, 0.9, 0.8, 0.9], new[] { 0, 4, 7, 11, 14 }.Select(cycle.Momentum!));
    }

    [Fact]
    public void The_named_modes_are_scale_functions()
    {
        RateAndMomentum Cycle(CyclicMode mode, double gamma = 1) => PyTorch.CyclicLR(1, 3, 4, 3, mode, gamma);
        void Same(CyclicMode named, CyclicMode own, double gamma = 1)
        {
            (RateAndMomentum ofNamed, RateAndMomentum ofOwn) = (Cycle(named, gamma), Cycle(own, gamma));
            Law.SameBits(ofNamed.Rate.Evaluate(0..70), ofOwn.Rate.Evaluate(0..70), ofNamed.Rate, 0);
            Law.SameBits(ofNamed.Momentum!.Evaluate(0..70), ofOwn.Momentum!.Evaluate(0..70), ofNamed.Momentum!, 0);
        }

        Same(CyclicModes.Triangular2, CyclicModes.PerCycle(cycle => Math.Pow(2, 1 - cycle)));
        Same(CyclicModes.ExpRange, CyclicModes.PerIteration(Schedule.ExponentialDecay(1, 0.9)), 0.9);
        Assert.Equal(1 + 2.0 / 3, Cycle(CyclicModes.PerCycle(cycle => 1.0 / cycle)).Rate(14 + 4), 1e-15);
    }

    [Property]
    public Property One_cycle_is_the_recipe_of_that_name() =>
        Law.Over(
            from steps in Draw.Whole(2, 300)
            from percent in Draw.Whole(0, 50)
            select (steps, percent / 100.0),
            arguments =>
            {
                (int steps, double pct) = arguments;
                foreach (bool threePhase in new[] { false, true })
                {
                    Func<int, double> recipe = Schedule.OneCycle(0.1, steps, pct, shape: Shapes.Linear, threePhase: threePhase);
                    Func<int, double> lr = PyTorch.OneCycleLR(
                        0.1,
                        steps,
                        pctStart: pct,
                        annealStrategy: Shapes.Linear,
                        threePhase: threePhase
                    );
                    Law.SameBits(recipe.Evaluate(0..(steps + 5)), lr.Evaluate(0..(steps + 5)), lr, 0);
                }
            }
        );

    [Cases(300)]
    public Property One_cycle_is_in_the_phase_that_PyTorch_would_be_in() =>
        Law.Over(
            from steps in Draw.Whole(1, 80)
            from thousandths in Draw.Whole(0, 1000)
            select (steps, thousandths / 1000.0),
            arguments =>
            {
                (int steps, double pct) = arguments;
                double first = pct * steps - 1;
                foreach (bool threePhase in new[] { false, true })
                {
                    RateAndMomentum both = PyTorch.OneCycleLR(
                        2,
                        steps,
                        pctStart: pct,
                        annealStrategy: Shapes.Linear,
                        threePhase: threePhase
                    );
                    (double End, double From, double To)[] phases = threePhase
                        ? [(first, 0.08, 2), (2 * first, 2, 0.08), (steps - 1, 0.08, 8e-6)]
                        : [(first, 0.08, 2), (steps - 1, 2, 8e-6)];
                    for (int step = 0; step < steps; step++)
                    {
                        int phase = Array.FindIndex(phases, p => step <= p.End);
                        double start = phase == 0 ? 0 : phases[phase - 1].End;
                        double length = phases[phase].End - start;
                        double progress = (step - start) / length;
                        if (length > 0)
                        {
                            Law.Near(phases[phase].From * (1 - progress) + phases[phase].To * progress, both.Rate, step, 1e-13);
                        }
                    }
                }
            }
        );

    [Property]
    public Property A_cycle_is_where_PyTorch_would_have_it() =>
        Law.Over(
            from up in Draw.Whole(1, 20)
            from down in Draw.Whole(1, 20)
            from step in Draw.Whole(0, 400)
            select (up, down, step),
            arguments =>
            {
                (int up, int down, int step) = arguments;
                double cycle = Math.Floor(1 + (double)step / (up + down));
                double within = step - (cycle - 1) * (up + down);
                double height = within <= up ? within / up : (up + down - within) / down;

                void At(CyclicMode mode, double scale)
                {
                    RateAndMomentum both = PyTorch.CyclicLR(0.5, 2, up, down, mode, gamma: 0.99);
                    Law.Near(0.5 + 1.5 * height * scale, both.Rate, step, 1e-13);
                    Law.Near(0.9 - (0.9 - 0.8) * height * scale, both.Momentum!, step, 1e-13);
                }

                At(CyclicModes.Triangular, 1);
                At(CyclicModes.Triangular2, Math.Pow(0.5, cycle - 1));
                At(CyclicModes.ExpRange, Math.Pow(0.99, step));
            }
        );

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.01, false)]
    [InlineData(0.01, true)]
    [InlineData(0.9, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public void One_cycle_stays_within_its_limits_for_any_share(double pctStart, bool threePhase)
    {
        for (int steps = 1; steps < 120; steps++)
        {
            RateAndMomentum both = PyTorch.OneCycleLR(0.1, steps, pctStart: pctStart, threePhase: threePhase);

            Assert.All(both.Rate.Evaluate(0..(steps + 2)), rate => Assert.InRange(rate, 0.1 / 25 / 1e4, 0.1));
            Assert.All(both.Momentum!.Evaluate(0..(steps + 2)), momentum => Assert.InRange(momentum, 0.85, 0.95));
        }
    }

    [Fact]
    public void One_cycle_takes_epochs_times_steps_and_holds_its_end()
    {
        RateAndMomentum both = PyTorch.OneCycleLR(0.1, epochs: 10, stepsPerEpoch: 10);

        Assert.Equal(PyTorch.OneCycleLR(0.1, totalSteps: 100).Rate.Evaluate(0..120), both.Rate.Evaluate(0..120));
        Assert.Equal(both.Rate(99), both.Rate(100));
        Assert.Equal(0.1 / 25 / 1e4, both.Rate(100));
        Assert.Equal(0.95, both.Momentum!(100));
    }

    [Fact]
    public void Told_to_leave_the_momentum_alone_there_is_no_schedule_for_it()
    {
        Assert.Null(PyTorch.OneCycleLR(0.1, 100, cycleMomentum: false).Momentum);
        Assert.Null(PyTorch.CyclicLR(0.01, 0.1, cycleMomentum: false).Momentum);
    }

    [Fact]
    public void Rate_and_momentum_is_a_schedule_where_one_is_asked_for()
    {
        RateAndMomentum both = PyTorch.OneCycleLR(0.1, 100);
        Func<int, double> rate = both;

        Assert.Same(both.Rate, rate);
    }

    [Fact]
    public void Groups_get_what_each_would_get_alone()
    {
        Func<int, double>[] factors = [epoch => 1.0 / (1 + epoch), _ => 0.5];

        Same(PyTorch.LambdaLR([0.1, 0.2], factors), PyTorch.LambdaLR(0.1, factors[0]), PyTorch.LambdaLR(0.2, factors[1]));
        Same(
            PyTorch.MultiplicativeLR([0.1, 0.2], factors),
            PyTorch.MultiplicativeLR(0.1, factors[0]),
            PyTorch.MultiplicativeLR(0.2, factors[1])
        );
        Same(PyTorch.SWALR([0.1, 0.2], [0.05, 0.3], 7), PyTorch.SWALR(0.1, 0.05, 7), PyTorch.SWALR(0.2, 0.3, 7));

        Both(
            PyTorch.OneCycleLR([0.1, 0.2], 30, baseMomentum: [0.7, 0.8]),
            PyTorch.OneCycleLR(0.1, 30, baseMomentum: 0.7),
            PyTorch.OneCycleLR(0.2, 30, baseMomentum: 0.8)
        );
        Both(
            PyTorch.CyclicLR([0.01, 0.02], [0.1, 0.2], 4, mode: CyclicModes.Triangular2, maxMomentum: [0.9, 0.99]),
            PyTorch.CyclicLR(0.01, 0.1, 4, mode: CyclicModes.Triangular2),
            PyTorch.CyclicLR(0.02, 0.2, 4, mode: CyclicModes.Triangular2, maxMomentum: 0.99)
        );

        static void Both(IReadOnlyList<RateAndMomentum> groups, params RateAndMomentum[] alone)
        {
            Same([.. groups.Select(g => g.Rate)], [.. alone.Select(a => a.Rate)]);
            Same([.. groups.Select(g => g.Momentum!)], [.. alone.Select(a => a.Momentum!)]);
        }

        static void Same(IReadOnlyList<Func<int, double>> groups, params Func<int, double>[] alone)
        {
            Assert.Equal(alone.Length, groups.Count);
            foreach ((Func<int, double> group, Func<int, double> single) in groups.Zip(alone))
            {
                Law.SameBits(single.Evaluate(0..40), group.Evaluate(0..40), single, 0);
            }
        }
    }

    [Fact]
    public void Groups_on_a_plateau_fall_together_each_to_its_own_floor()
    {
        IReadOnlyList<Plateau> groups = PyTorch.ReduceLROnPlateau([0.1, 0.2], minLr: [0.05, 0], patience: 1);
        double[] flat = [1, 1, 1, 1, 1];

        Assert.Equal([1, 1, 0.5, 0.5, 0.5], groups[0].Replay(flat).Select(groups[0].ScaleOf));
        Assert.Equal(PyTorch.ReduceLROnPlateau(0.2, patience: 1).Replay(flat), groups[1].Replay(flat));
        Assert.Equal(0.1, groups[1].ScaleOf(groups[1].Replay(flat)[2]), 1e-15);
    }

    [Fact]
    public void A_chain_is_the_rate_times_each_factor()
    {
        Func<int, double> chain = PyTorch.ChainedScheduler(0.3, lr => PyTorch.StepLR(lr, 7), lr => PyTorch.LinearLR(lr, 0.5, 1, 20));

        Assert.All(
            Enumerable.Range(0, 50),
            step => Assert.Equal(0.3 * Math.Pow(0.1, step / 7) * (0.5 + 0.5 * Math.Min(step, 20) / 20), chain(step), 1e-16)
        );
    }

    [Fact]
    public void A_sequence_restarts_each_part_from_its_own_rate()
    {
        Func<int, double> sequence = PyTorch.SequentialLR([PyTorch.LinearLR(0.1, 0.5, 1, 10), PyTorch.ExponentialLR(0.1, 0.9)], [10]);

        Assert.Equal([0.05, 0.1, 0.1 * 0.9], new[] { 0, 10, 11 }.Select(sequence));
    }

    [Fact]
    public void A_rate_and_its_momentum_are_both_said() =>
        Assert.Equal(
            "RateAndMomentum { Rate = Schedule.Constant(1), Momentum = Schedule.Constant(0.9) }",
            new RateAndMomentum(Schedule.Constant(1), Schedule.Constant(0.9)).ToString()
        );
}
