using LrMath.Cli.Expressions;
using LrMath.Cli.Expressions.Plain;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Cli;

/// <summary>What is evaluated without the compiler has the value that the compiler gives it.</summary>
public class PlainExpressionTests
{
    [Fact]
    public void Every_description_is_plain_and_has_the_same_bits()
    {
        Any any = new(20_261_137, lambdas: false);
        IEnumerable<Func<int, double>> schedules =
        [
            .. Any
                .Builders.Concat(Any.Verbs.Where(verb => !Members.NeedsOwnFunction(verb)))
                .Select(method => any.Make(method, depth: 1).Schedule),
            .. Enumerable.Range(0, 200).Select(_ => any.Schedule(depth: 5)),
        ];
        foreach (Func<int, double> schedule in schedules)
        {
            string text = schedule.Describe();
            Func<int, double>? plain = PlainExpression.Evaluate<Func<int, double>>(text);
            Assert.True(plain is not null, $"not plain: {text}");
            Assert.Equal(text, plain.Describe());
            Law.SameBits(schedule.Evaluate(0..300), plain.Evaluate(0..300), schedule, 0);
        }
    }

    [Theory]
    [InlineData("Cosine(0.1, 0, 9_500).Warmup(500)")]
    [InlineData("Cosine(steps: 100, start: 1e-1, end: -0.0)")]
    [InlineData("Schedule.Linear(.5, 1, 10).Warmup(5, from: 0.1, shape: Shapes.Tanh(-7, 3.5))")]
    [InlineData("OneCycle(1, 100, threePhase: true, shape: null)")]
    [InlineData("PyTorch.OneCycleLR(0.1, totalSteps: 50)")]
    [InlineData("PyTorch.CyclicLR(0.1, 1, 20, mode: CyclicModes.Triangular2)")]
    [InlineData("Paddle.LinearWarmup(Cosine(1, 0, 10), 5, 0, 1)")]
    [InlineData("Paddle.LinearWarmup(0.5, 5, 0, 0.5)")]
    [InlineData("Concat((Linear(0, 1, 10), 10), (Constant(1), 5)).Chain(Constant(2), Constant(3))")]
    [InlineData("Concat([(Linear(0, 1, 10), 10), (Constant(1), 5)])")]
    [InlineData("Path([(0, 0), (28.7, 1)], [Shapes.Linear])")]
    [InlineData("Interpolate([(0, 0), (10, 1), (20, 0)], CubicSpline.InterpolateNaturalSorted)")]
    [InlineData("Keras.PiecewiseConstantDecay([10, 20], [1, 0.5, 2.5e-1])")]
    [InlineData("TorchLrFinder.LinearLR(1e-3, 1, 100)")]
    [InlineData("  Constant( 1 )\n  . Scale( 2 ) ")]
    public void A_plain_expression_has_the_value_that_the_compiler_gives_it(string text)
    {
        Func<int, double>? plain = PlainExpression.Evaluate<Func<int, double>>(text);
        Assert.NotNull(plain);
        Func<int, double> compiled = CompiledExpression.Compile(text).Schedule;
        Assert.Equal(compiled.Describe(), plain.Describe());
        Law.SameBits(compiled.Evaluate(0..300), plain.Evaluate(0..300), compiled, 0);
    }

    [Theory]
    [InlineData("step => 0.1 / (1 + step)")]
    [InlineData("Constant(1 / 3.0)")]
    [InlineData("Constant(1f)")]
    [InlineData("Constant(5L)")]
    [InlineData("Constant(0x10)")]
    [InlineData("Constant(1__0)")]
    [InlineData("Constant(1).Scale(2).Target")]
    [InlineData("Constant(1) + Constant(2)")]
    [InlineData("Cosine(1, 0, 5.0)")]
    [InlineData("Cosine(1, 0, -5)")]
    [InlineData("Cosine(1, 0, 99999999999)")]
    [InlineData("Cosine(1, 0)")]
    [InlineData("Cosine(1, 0, 5, 6)")]
    [InlineData("Cosine(1, 0, stps: 5)")]
    [InlineData("Cosin(1, 0, 5)")]
    [InlineData("Constant(1);")]
    [InlineData("Constant(1) // why")]
    [InlineData("PyTorch.OneCycleLR(0.1, totalSteps: 50).Scale(2)")]
    [InlineData("Optax.SgdrSchedule([new(0, 1, 2, 10)])")]
    [InlineData("")]
    [InlineData("Plateau.PyTorch")]
    public void All_else_is_left_to_the_compiler(string text) => Assert.Null(PlainExpression.Evaluate<Func<int, double>>(text));

    [Theory]
    [InlineData("Plateau.PyTorch")]
    [InlineData("Plateau.PyTorch with { Patience = 5, Mode = Mode.Max, BaseRate = 1 }")]
    [InlineData("PyTorch.ReduceLROnPlateau(0.1, patience: 3)")]
    [InlineData("Transformers.GreedyLR(0.1) with { ResetAfter = null }")]
    public void A_plain_policy_has_the_value_that_the_compiler_gives_it(string text)
    {
        object? plain = PlainExpression.Evaluate<object>(text);
        Assert.NotNull(plain);
        object expected = text[..9] switch
        {
            "Plateau.P" when text.Contains("with", StringComparison.Ordinal) => Plateau.PyTorch with
            {
                Patience = 5,
                Mode = Mode.Max,
                BaseRate = 1,
            },
            "Plateau.P" => Plateau.PyTorch,
            "PyTorch.R" => LrMath.Frameworks.PyTorch.ReduceLROnPlateau(0.1, patience: 3),
            _ => LrMath.Frameworks.Transformers.GreedyLR(0.1) with { ResetAfter = null },
        };
        Assert.Equal(expected, plain);
    }
}
