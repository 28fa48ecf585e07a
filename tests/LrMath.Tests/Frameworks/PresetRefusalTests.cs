using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What presets refuse: a refusal names the argument of the preset, not one of the builder behind it, and says why.</summary>
public class PresetRefusalTests
{
    private const double Huge = 1e308;

    private static readonly Func<int, double> One = Schedule.Constant(1);

    /// <summary>Numbers whose products, or whose distance, is beyond the doubles.</summary>
    private static readonly Dictionary<string, Refusal> Overflows = new(StringComparer.Ordinal)
    {
        ["Keras' warm-up to the other end of the doubles"] = new(
            () => Keras.CosineDecay(Huge, 10, 0, -Huge, 3),
            "warmupTarget",
            "the other"
        ),
        ["Keras' end"] = new(() => Keras.CosineDecay(Huge, 10, alpha: 1e300), "alpha", "the end is finite"),
        ["Keras' distance of the ends"] = new(() => Keras.CosineDecay(Huge, 10, alpha: -1), "alpha", "the other end"),
        ["Keras' floor"] = new(() => Keras.CosineDecayRestarts(Huge, 10, alpha: 1e300), "alpha", "the floor is finite"),
        ["Keras' distance of the floor"] = new(() => Keras.CosineDecayRestarts(Huge, 10, alpha: -1), "alpha", "the other end"),
        ["optax' end"] = new(() => Optax.CosineDecaySchedule(Huge, 10, alpha: 1e300), "alpha", "the end is finite"),
        ["optax' distance of the ends"] = new(() => Optax.CosineDecaySchedule(Huge, 10, alpha: -1), "alpha", "the other end"),
        ["optax' warm-up"] = new(() => Optax.WarmupConstantSchedule(Huge, -Huge, 5), "peakValue", "the other end"),
        ["optax' end after a warm-up"] = new(() => Optax.WarmupCosineDecaySchedule(0, Huge, 5, 10, -Huge), "endValue", "the other end"),
        ["optax' start of one cycle"] = new(
            () => Optax.LinearOnecycleSchedule(100, Huge, divFactor: 1e-300),
            "divFactor",
            "the start is finite"
        ),
        ["optax' end of one cycle"] = new(
            () => Optax.LinearOnecycleSchedule(100, 1e300, finalDivFactor: 1e-300),
            "finalDivFactor",
            "every value is finite"
        ),
        ["optax' scale"] = new(() => Optax.PiecewiseConstantSchedule(Huge, [(1, 1e300)]), "boundariesAndScales", "leaves the value finite"),
        ["Paddle's start"] = new(() => Paddle.OneCycleLR(Huge, 10, divideFactor: 1e-300), "divideFactor", "the start is finite"),
        ["Paddle's fall"] = new(() => Paddle.OneCycleLR(Huge, 10, endLearningRate: -1.7e308), "endLearningRate", "the other end"),
        ["PyTorch's restarts"] = new(() => PyTorch.CosineAnnealingWarmRestarts(Huge, 10, 1, -Huge), "etaMin", "the other end"),
        ["PyTorch's start"] = new(() => PyTorch.OneCycleLR(Huge, 10, divFactor: 1e-300), "divFactor", "the start is finite"),
        ["PyTorch's end"] = new(() => PyTorch.OneCycleLR(Huge, 10, finalDivFactor: 1e-300), "finalDivFactor", "the end is finite"),
        ["timm's warm-up"] = new(() => Timm.CosineLRScheduler(Huge, 10, warmupT: 3, warmupLrInit: -Huge), "warmupLrInit", "the other end"),
        ["Transformers' lowest rate"] = new(
            () => Transformers.GetCosineWithMinLrScheduleWithWarmup(Huge, 1, 10, minLrRate: 1e300),
            "minLrRate",
            "the lowest rate is finite"
        ),
        ["Transformers' distance of the lowest rate"] = new(
            () => Transformers.GetCosineWithMinLrScheduleWithWarmup(-Huge, 1, 10, minLr: Huge),
            "minLr",
            "the other end"
        ),
        ["Transformers' first rate"] = new(
            () => Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(Huge, 2, 10, minLr: 0, warmupLrRate: 1e300),
            "warmupLrRate",
            "the first rate is finite"
        ),
        ["Transformers' lowest rate of three phases"] = new(
            () => Transformers.GetWsdSchedule(Huge, 1, 2, 10, minLrRatio: 1e300),
            "minLrRatio",
            "the lowest rate is finite"
        ),
    };

    /// <summary>Ways that are geometric and do not lead there.</summary>
    private static readonly Dictionary<string, Refusal> Ways = new(StringComparer.Ordinal)
    {
        ["PyTorch's start that is too small"] = new(
            () => PyTorch.OneCycleLR(1e-300, 10, annealStrategy: Shapes.Exponential, divFactor: 1e300),
            "divFactor",
            "legal"
        ),
        ["PyTorch's end that is too small"] = new(
            () => PyTorch.OneCycleLR(1e-20, 10, annealStrategy: Shapes.Exponential, finalDivFactor: 1e308),
            "finalDivFactor",
            "legal"
        ),
        ["Paddle's start that is too small"] = new(
            () => Paddle.OneCycleLR(1e-300, 10, divideFactor: 1e300, endLearningRate: 1e-300, annealStrategy: Shapes.Exponential),
            "divideFactor",
            "legal"
        ),
        ["timm's share"] = new(() => Timm.WSDLRScheduler(1, 10, 5, decayFn: Shapes.Exponential), "decayFn", "legal"),
        ["Transformers' warm-up from nothing"] = new(
            () => Transformers.GetWsdSchedule(1, 2, 2, 10, warmupType: Shapes.Exponential),
            "minLrRatio",
            "legal"
        ),
    };

    private static readonly Dictionary<string, Refusal> Others = new(StringComparer.Ordinal)
    {
        ["Keras' last boundary"] = new(
            () => Keras.PiecewiseConstantDecay([int.MaxValue], [1, 2]),
            "boundaries",
            "so that a step is left after it"
        ),
        ["optax' boundaries"] = new(
            () => Optax.JoinSchedules([One, One], [1, 2]),
            "boundaries",
            "the first step of each schedule but the first"
        ),
        ["a boundary named twice"] = new(
            () => Optax.PiecewiseConstantSchedule(1, [(5, 1), (5, 2)]),
            "boundariesAndScales",
            "a boundary is 5; legal is a step that is not named twice"
        ),
        ["a scale below zero"] = new(
            () => Optax.PiecewiseConstantSchedule(1, [(5, -1)]),
            "boundariesAndScales",
            "a scale is -1; legal is a finite number, zero or more"
        ),
        ["Paddle's rates"] = new(
            () => Paddle.PiecewiseDecay([1, 2], [1, 2]),
            "values",
            "where 3 are needed: one rate before the first boundary and one from each boundary on"
        ),
        ["Paddle's first of three phases"] = new(
            () => Paddle.OneCycleLR(1, 10, phasePct: 0.5, threePhase: true),
            "phasePct",
            "as long as the first"
        ),
        ["PyTorch's gamma without a milestone"] = new(() => PyTorch.MultiStepLR(1, [], -1), "gamma", "zero or more"),
        ["a function for each group"] = new(() => PyTorch.LambdaLR([1, 2], [One]), "lrLambda", "one for each parameter group"),
        ["a factor for each group"] = new(() => PyTorch.MultiplicativeLR([1, 2], [One]), "lrLambda", "one for each parameter group"),
        ["a floor for each group"] = new(() => PyTorch.ReduceLROnPlateau([1, 2], minLr: [1]), "minLr", "one for each parameter group"),
        ["a table beyond all arrays"] = new(
            () => PyTorch.MultiplicativeLR(1, One, Array.MaxLength),
            "horizon",
            "as many rates as a table can hold"
        ),
        ["more updates than there are"] = new(
            () => PyTorch.OneCycleLR(1, epochs: 2, stepsPerEpoch: int.MaxValue),
            "epochs",
            "epochs × stepsPerEpoch"
        ),
        ["timm's decay"] = new(() => Timm.WSDLRScheduler(1, 10, 11), "decayT", "the length of both parts"),
        ["Transformers' waves"] = new(
            () => Transformers.GetCosineScheduleWithWarmup(1, 0, 10, 5_000_001),
            "numCycles",
            "a number of waves from 0 to 5000000"
        ),
        ["a wave of Transformers without a length"] = new(
            () => Transformers.GetCosineScheduleWithWarmup(1, 0, 10, 1e-310),
            "numCycles",
            "not so small"
        ),
        ["a rate and a momentum that are missing"] = new(() => (Func<int, double>)(RateAndMomentum)null!, "both", "null"),
        ["a mode of PyTorch"] = new(() => PyTorch.ReduceLROnPlateau(1, (Mode)9), "mode", "one of Min, Max"),
        ["a factor of GreedyLR"] = new(() => Transformers.GreedyLR(1, factor: 0), "factor", "above 0 and below 1"),
        ["a factor of PyTorch's LinearLR"] = new(() => PyTorch.LinearLR(1, startFactor: 0), "startFactor", "above 0, at most 1"),
    };

    private static readonly Dictionary<string, Refusal> Refusals = new(Overflows.Concat(Ways).Concat(Others), StringComparer.Ordinal);

    public static TheoryData<string> Rows => [.. Refusals.Keys];

    public static TheoryData<string> Numbers =>
        [
            .. Parameter
                .OfPresets.Where(pair => pair.Value.Type == typeof(double) || pair.Value.Type == typeof(double?))
                .Select(pair => pair.Key),
        ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_preset_refuses_by_the_name_of_its_own_argument(string row) => Refusals[row].AssertGiven();

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_of_a_preset_that_is_not_finite_is_refused_by_name(string row)
    {
        Parameter number = Parameter.OfPresets[row];

        // One of the two is given.
        string? other =
            number.Name == "minLr" ? "minLrRate"
            : number.Name == "minLrRate" ? "minLr"
            : null;
        foreach (double value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            ArgumentOutOfRangeException refusal = number.Refuses<ArgumentOutOfRangeException>(value, without: other);
            Assert.DoesNotContain("the other end", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_ends_of_a_legal_range_are_legal()
    {
        Assert.Equal(0, PyTorch.ReduceLROnPlateau(1, factor: 0).Factor);
        Assert.Equal(0, Paddle.ReduceOnPlateau(1, factor: 0).Factor);
        Assert.Equal(0, Optax.ReduceOnPlateau(factor: 0).Factor);
        Assert.Equal(0, Timm.PlateauLRScheduler(1, decayRate: 0).Factor);
        Assert.Equal(1, PyTorch.LinearLR(1, startFactor: 1)(0));
        Assert.Equal(1, Paddle.LinearLR(1, totalSteps: 3, startFactor: 1)(0));
        Assert.Equal(0.04, PyTorch.OneCycleLR(1, epochs: 1, stepsPerEpoch: int.MaxValue).Rate(0));
        Assert.Equal(1, Transformers.GetCosineScheduleWithWarmup(1, 0, 10, 5_000_000)(0));
        Assert.Equal(Huge, Paddle.OneCycleLR(Huge, 10, endLearningRate: -1.7e308, threePhase: true)(2));
        Assert.Equal(-Huge, Timm.TanhLRScheduler(1.7e308, 10, warmupT: 10, warmupLrInit: -Huge)(0));
        Assert.True(double.IsFinite(Optax.LinearOnecycleSchedule(100, 1e305, divFactor: 0.01, finalDivFactor: 1)(99)));
    }
}
