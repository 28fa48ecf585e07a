using Xunit;

namespace LrMath.Tests.Cli;

public class HintTests
{
    [Theory]
    // A number of steps that is not whole.
    [InlineData("Cosine(0.1, 0, 1e5)", "steps is a whole number: write 100_000")]
    [InlineData("Cosine(0.1, 0, 500.0)", "steps is a whole number: write 500")]
    [InlineData("Cosine(0.1, 0, steps: 1e3)", "steps is a whole number: write 1000")]
    [InlineData("Cosine(0.1, 0, 1e10)", "steps is a whole number of at most 2_147_483_647")]
    [InlineData("Cosine(0.1, 0, 3_000_000_000)", "steps is a whole number of at most 2_147_483_647")]
    [InlineData(
        "Cosine(0.1, 0, 9500).Warmup(0.1)",
        "steps is a whole number, such as 500; a share of a run is written as the steps it has"
    )]
    [InlineData("Cosine(0.1, 0, Math.Sqrt(100))", "steps is a whole number: write (int)(Math.Sqrt(100))")]
    // A name without its class, in Python's spelling, or mistyped.
    [InlineData("CosineAnnealingLR(0.1, 100)", "did you mean PyTorch.CosineAnnealingLR")]
    [InlineData("cosine(0.1, 0, 100)", "did you mean Cosine")]
    [InlineData("Cosin(0.1, 0, 100)", "did you mean Cosine")]
    [InlineData("torch.optim.lr_scheduler.StepLR(0.1, 30)", "did you mean PyTorch.StepLR")]
    [InlineData("get_linear_schedule_with_warmup(0.1, 10, 100)", "did you mean Transformers.GetLinearScheduleWithWarmup")]
    [InlineData("Optax.cosine_decay_schedule(0.1, 100)", "did you mean Optax.CosineDecaySchedule")]
    [InlineData("PyTorch.CosineAnealingLR(0.1, 100)", "did you mean PyTorch.CosineAnnealingLR")]
    [InlineData("PyTorch.CosineAnnealingLR(0.1, 100, eta_min: 0.01)", "did you mean etaMin:")]
    [InlineData("Cosine(0.1, 0, 100).warmup(5)", "did you mean .Warmup")]
    [InlineData("Cosine(0.1, 0, 100).Warmpu(5)", "did you mean .Warmup")]
    [InlineData("Ramp(0.1, 0, 100, Cosine_power(2))", "did you mean Shapes.CosinePower")]
    [InlineData("Ramp(0.1, 0, 100, Rex)", "did you mean Shapes.Rex")]
    [InlineData("step => 0.1 * exp(-step)", "did you mean Math.Exp")]
    [InlineData("step => 0.1 * math.cos(step)", "did you mean Math.Cos")]
    [InlineData("Ramp(0.1, 0, 100, None)", "write null")]
    // A value that is no schedule, and operators on schedules.
    [InlineData("0.1", "write Constant(0.1)")]
    [InlineData("1", "write Constant(1)")]
    [InlineData("Cosine(0.1, 0, 100) * 2", "write Cosine(0.1, 0, 100).Scale(2)")]
    [InlineData("\"Cosine(0.1, 0, 100)\" * 2", "write the schedule without them")]
    [InlineData("2 * Cosine(0.1, 0, 100)", "write Cosine(0.1, 0, 100).Scale(2)")]
    [InlineData("Cosine(0.1, 0, 100) / 4", "write Cosine(0.1, 0, 100).Scale(1.0 / 4)")]
    [InlineData("Constant(1) * Linear(1, 0, 9)", "write Constant(1).Chain(Linear(1, 0, 9))")]
    [InlineData("Constant(1) + 0.5", "write Constant(1).Offset(0.5)")]
    [InlineData("Constant(1) - 0.5", "write Constant(1).Offset(-0.5)")]
    [InlineData("1 - Constant(0.5)", "write Constant(0.5).Scale(-1).Offset(1)")]
    [InlineData("-Constant(0.5)", "write Constant(0.5).Scale(-1)")]
    [InlineData("Constant(1) - Constant(2)", "write Constant(1).Plus(Constant(2).Scale(-1))")]
    [InlineData("Func<int, double> f = t => 1; f -= Constant(2); f", "write f.Plus(Constant(2).Scale(-1))")]
    [InlineData("Constant(1) + Constant(2)", "Write f.Plus(g) for their sum")]
    [InlineData("Constant(1).Under(Plateau.PyTorch)", "write Constant(1).Under(Plateau.PyTorch).Rate")]
    [InlineData("Constant(1).LayerDecay(3, 0.5)", "write Constant(1).LayerDecay(3, 0.5)[0] for the first")]
    [InlineData("PyTorch.ReduceLROnPlateau(0.1)", "replay takes it as --policy")]
    [InlineData("PyTorch.OneCycleLR(0.1, totalSteps: 100).Warmup(5)", "write PyTorch.OneCycleLR(0.1, totalSteps: 100).Rate.Warmup(…)")]
    [InlineData("Constant(1).Under(Plateau.PyTorch).Scale(2)", "write Constant(1).Under(Plateau.PyTorch).Rate.Scale(…)")]
    // Arguments.
    [InlineData("Cosine", "it is Cosine(double start, double end, int steps)")]
    [InlineData("Cosine(0.1)", "it is Cosine(double start, double end, int steps)")]
    [InlineData("Cosine(0.1, 0, 100, 5)", "it is Cosine(double start, double end, int steps)")]
    [InlineData("lambda t: 0.9", "a function is written step => 0.1 / (1 + step)")]
    [InlineData("step => 0.9 ** step", "a power is written Math.Pow(x, y)")]
    [InlineData("step -> 0.9", "a function is written step => 0.1 / (1 + step)")]
    [InlineData("(step => 0.1).Warmup(5)", "write ((Func<int, double>)(step => 0.1)).Warmup(…)")]
    [InlineData("\"Cosine(0.1, 0, 100)\"", "a schedule is written without quotation marks")]
    [InlineData("'Cosine(0.1, 0, 100)'", "a schedule is written without quotation marks")]
    [InlineData("\u201CCosine(0.1, 0, 100)\u201D", "a schedule is written without quotation marks")]
    [InlineData("Cosine(0.1, 0, steps=100)", "write steps: 100")]
    // A number where a schedule, a shape or a whole number is needed, and a shape without its name.
    [InlineData("Cosine(0.1, 0, 100).Then(0.5, at: 50)", "write Constant(0.5)")]
    [InlineData("Cosine(0.1, 0, 100).Warmup(5, shape: 0.5)", "shape is a shape, such as Shapes.Cosine")]
    [InlineData("Cosine(0.1, 0, 100).Warmup(5, Shapes.Cosine)", "write shape: Shapes.Cosine")]
    [InlineData("Piecewise([0.1, 0.2], [1.5])", "a whole number is needed here, such as 500, not 1.5")]
    public void A_mistake_says_what_to_write(string expression, string hint)
    {
        var run = CommandRun.Of("plot", expression);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(hint, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReduceLROnPlateau(0.1)", "PyTorch.ReduceLROnPlateau")]
    [InlineData("Plateau.pytorch", "did you mean Plateau.PyTorch")]
    [InlineData("Plateau.PyTorch with { patience = 5 }", "did you mean Patience")]
    [InlineData("Plateau.PyTorch with { Patiense = 5 }", "did you mean Patience")]
    public void So_does_a_mistake_in_a_policy(string policy, string hint)
    {
        var run = CommandRun.Of("replay", Path.Combine(Docs.PageTests.Root, "docs", "run.csv"), "--policy", policy);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(hint, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3000000000")]
    [InlineData("1e5")]
    [InlineData("0")]
    public void A_number_of_steps_out_of_range_names_the_range(string steps) =>
        Assert.Contains(
            $"--steps is '{steps}'; it must be a whole number, at least 1 and at most 2147483647",
            CommandRun.Of("plot", "Constant(1)", "--steps", steps).Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_number_of_steps_may_be_grouped_as_in_an_expression() =>
        Assert.Equal(CommandRun.Of("plot", "Constant(1)", "--steps", "10000"), CommandRun.Of("plot", "Constant(1)", "--steps", "10_000"));

    [Fact]
    public void A_spline_of_too_few_knots_is_explained_in_our_own_words()
    {
        var run = CommandRun.Of("plot", "Interpolate([(0, 0.1), (10, 0.2)])");
        Assert.Contains(
            "through these 2 knots: it needs more of them (CubicSpline.InterpolatePchipSorted, the default, needs 3,",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("'x'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("array", run.Error, StringComparison.Ordinal);
    }
}
