using LrMath.Frameworks;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>
/// What presets refuse because of two arguments, or in a list: a refusal names the argument of the preset, not one of the builder behind
/// it, and says why. The legal ranges of single arguments: <see cref="PresetArgumentLaws"/>.
/// </summary>
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
        ["Keras' end"] = new(
            () => Keras.CosineDecay(Huge, 10, alpha: 1e300),
            "alpha",
            "alpha is 1E+300; legal is a number with which the end is finite"
        ),
        ["Keras' distance of the ends"] = new(() => Keras.CosineDecay(Huge, 10, alpha: -1), "alpha", "the other end"),
        ["Keras' floor"] = new(() => Keras.CosineDecayRestarts(Huge, 10, alpha: 1e300), "alpha", "the floor is finite"),
        ["Keras' distance of the floor"] = new(() => Keras.CosineDecayRestarts(Huge, 10, alpha: -1), "alpha", "the other end"),
        ["Keras' distance of the ends of a polynomial"] = new(
            () => Keras.PolynomialDecay(-Huge, 10, Huge),
            "endLearningRate",
            "the other end"
        ),
        ["optax' end"] = new(
            () => Optax.CosineDecaySchedule(Huge, 10, alpha: 1e300),
            "alpha",
            "alpha is 1E+300; legal is a number with which the end is finite"
        ),
        ["optax' distance of the ends"] = new(() => Optax.CosineDecaySchedule(Huge, 10, alpha: -1), "alpha", "the other end"),
        ["optax' distance of the ends of a line"] = new(() => Optax.LinearSchedule(-Huge, Huge, 10), "endValue", "the other end"),
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
        ["optax' end of one cycle by a cosine"] = new(
            () => Optax.CosineOnecycleSchedule(10, 1, finalDivFactor: double.Epsilon),
            "finalDivFactor",
            "finalDivFactor is 5E-324; legal is a number with which every value is finite"
        ),
        ["optax' scale"] = new(() => Optax.PiecewiseConstantSchedule(Huge, [(1, 1e300)]), "boundariesAndScales", "leaves the value finite"),
        ["Paddle's start"] = new(() => Paddle.OneCycleLR(Huge, 10, divideFactor: 1e-300), "divideFactor", "the start is finite"),
        ["Paddle's fall"] = new(() => Paddle.OneCycleLR(Huge, 10, endLearningRate: -1.7e308), "endLearningRate", "the other end"),
        ["PyTorch's wave"] = new(
            () => PyTorch.CosineAnnealingLR(Huge, 10, -Huge),
            "etaMin",
            "etaMin is -1E+308; legal is a number within 1.7976931348623157E+308 of the other end, 1E+308"
        ),
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
            () => Transformers.GetCosineWithMinLrScheduleWithWarmup(-1e300, 0, 10, minLr: double.MaxValue),
            "minLr",
            "minLr is 1.7976931348623157E+308; legal is a number within 1.7976931348623157E+308 of the other end, -1E+300"
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
        ["PyTorch's average from nothing"] = new(() => PyTorch.SWALR(0, 1, 10, Shapes.Exponential), "swaLr", "swaLr is 1; legal is"),
        ["Paddle's end at nothing"] = new(
            () => Paddle.OneCycleLR(1, 100, endLearningRate: 0, annealStrategy: Shapes.Exponential),
            "endLearningRate",
            "endLearningRate is 0; legal is"
        ),
        ["optax' path to nothing"] = new(
            () => Optax.PiecewiseInterpolateSchedule(Shapes.Exponential, 1, [(3, 0)]),
            "boundariesAndScales",
            "legal"
        ),
        ["timm's share"] = new(() => Timm.WSDLRScheduler(1, 10, 5, decayFn: Shapes.Exponential), "decayFn", "legal"),
        ["Transformers' warm-up from nothing"] = new(
            () => Transformers.GetWsdSchedule(1, 2, 2, 10, warmupType: Shapes.Exponential),
            "minLrRatio",
            "legal"
        ),
        ["Transformers' decay to nothing"] = new(
            () => Transformers.GetWsdSchedule(1, 1, 10, 20, decayType: Shapes.Exponential),
            "minLrRatio",
            "minLrRatio is 0; legal is"
        ),
    };

    /// <summary>Lists that are too short, out of order, or have an element that is illegal.</summary>
    private static readonly Dictionary<string, Refusal> Lists = new(StringComparer.Ordinal)
    {
        ["Keras' boundaries out of order"] = new(
            () => Keras.PiecewiseConstantDecay([5, 4], [1, 2, 3]),
            "boundaries",
            "boundaries[1] is 4; legal is not before its predecessor, 5"
        ),
        ["Keras' boundary before step 0"] = new(() => Keras.PiecewiseConstantDecay([-1], [1, 2]), "boundaries", "boundaries[0] is -1"),
        ["Keras' last boundary"] = new(
            () => Keras.PiecewiseConstantDecay([int.MaxValue], [1, 2]),
            "boundaries",
            "so that a step is left after it"
        ),
        ["a value too few for Keras"] = new(() => Keras.PiecewiseConstantDecay([5], [1]), "values", "1 elements where 2 are needed"),
        ["a value too many for Keras"] = new(() => Keras.PiecewiseConstantDecay([5], [1, 2, 3]), "values", "3 elements where 2 are needed"),
        ["a value of Keras that is no number"] = new(
            () => Keras.PiecewiseConstantDecay([5], [1, double.NaN]),
            "values",
            "values[1] is NaN"
        ),
        ["a boundary too many for optax"] = new(
            () => Optax.JoinSchedules([One, One], [1, 2]),
            "boundaries",
            "the first step of each schedule but the first"
        ),
        ["a boundary too few for optax"] = new(
            () => Optax.JoinSchedules([One, One], []),
            "boundaries",
            "the first step of each schedule but the first"
        ),
        ["optax' boundaries out of order"] = new(
            () => Optax.JoinSchedules([One, One, One], [5, 4]),
            "boundaries",
            "boundaries[1] is 4; legal is not before its predecessor, 5"
        ),
        ["no schedules of optax"] = new(() => Optax.JoinSchedules([], []), "schedules", "empty"),
        ["a boundary named twice"] = new(
            () => Optax.PiecewiseConstantSchedule(1, [(5, 0.5), (1, 0.5), (5, 0.1)]),
            "boundariesAndScales",
            "a boundary is 5; legal is a step that is not named twice"
        ),
        ["a scale below zero"] = new(
            () => Optax.PiecewiseConstantSchedule(1, [(5, -1)]),
            "boundariesAndScales",
            "a scale is -1; legal is a finite number, zero or more"
        ),
        ["a scale that is no number"] = new(
            () => Optax.PiecewiseConstantSchedule(1, [(3, double.NaN)]),
            "boundariesAndScales",
            "a scale is NaN"
        ),
        ["a scale of a path below zero"] = new(
            () => Optax.PiecewiseInterpolateSchedule(Shapes.Linear, 1, [(3, -0.5)]),
            "boundariesAndScales",
            "a scale is -0.5"
        ),
        ["no cycles of optax"] = new(() => Optax.SgdrSchedule([]), "cosineKwargs", "empty"),
        ["a cycle of optax that is missing"] = new(
            () => Optax.SgdrSchedule([new(0, 1, 0, 5), null!]),
            "cosineKwargs",
            "null",
            typeof(ArgumentNullException)
        ),
        ["a cycle of optax that is all warm-up"] = new(
            () => Optax.SgdrSchedule([new(0, 1, 0, 5), new(0, 1, 10, 10)]),
            "cosineKwargs",
            "cosineKwargs[1] is CosineKwargs { InitValue = 0, PeakValue = 1, WarmupSteps = 10, DecaySteps = 10",
            typeof(ArgumentException)
        ),
        ["cycles of optax that end after the last step"] = new(
            () => Optax.SgdrSchedule([new(0, 1, 0, int.MaxValue), new(0, 1, 0, 1), new(0, 1, 0, 1)]),
            "cosineKwargs",
            "a length whose sum with the ones before it"
        ),
        ["no boundaries of Paddle"] = new(() => Paddle.PiecewiseDecay([], [1]), "boundaries", "empty"),
        ["Paddle's boundaries out of order"] = new(
            () => Paddle.PiecewiseDecay([5, 4], [1, 2, 3]),
            "boundaries",
            "boundaries[1] is 4; legal is not before its predecessor, 5"
        ),
        ["Paddle's milestones out of order"] = new(
            () => Paddle.MultiStepDecay(1, [5, 4]),
            "milestones",
            "milestones[1] is 4; legal is not before its predecessor, 5"
        ),
        ["Paddle's rates"] = new(
            () => Paddle.PiecewiseDecay([1, 2], [1, 2]),
            "values",
            "where 3 are needed: one rate before the first boundary and one from each boundary on"
        ),
        ["a rate of Paddle that is no number"] = new(() => Paddle.PiecewiseDecay([5], [1, double.NaN, 3]), "values", "values[1] is NaN"),
        ["PyTorch's milestone before step 0"] = new(() => PyTorch.MultiStepLR(0.1, [-1]), "milestones", "milestones[0] is -1"),
        ["PyTorch's gamma without a milestone"] = new(() => PyTorch.MultiStepLR(1, [], -1), "gamma", "zero or more"),
        ["no schedulers in a sequence"] = new(() => PyTorch.SequentialLR([], []), "schedulers", "empty"),
        ["a milestone too many for a sequence"] = new(
            () => PyTorch.SequentialLR([One, One], [3, 5]),
            "milestones",
            "the first step of each schedule but the first"
        ),
        ["no schedulers in a chain"] = new(() => PyTorch.ChainedScheduler(0.1), "schedulers", "empty"),
        ["a scheduler in a chain that is missing"] = new(
            () => PyTorch.ChainedScheduler(0.1, _ => One, null!),
            "schedulers",
            "null",
            typeof(ArgumentNullException)
        ),
        ["no groups"] = new(() => PyTorch.OneCycleLR([], 100), "maxLr", "empty"),
        ["a rate for each group"] = new(() => PyTorch.CyclicLR([0.1, 0.2], [0.3]), "maxLr", "one for each parameter group"),
        ["a momentum for each group"] = new(
            () => PyTorch.OneCycleLR([0.1, 0.2], 100, baseMomentum: [0.8]),
            "baseMomentum",
            "one for each parameter group"
        ),
        ["a function for each group"] = new(() => PyTorch.LambdaLR([1, 2], [One]), "lrLambda", "one for each parameter group"),
        ["a factor for each group"] = new(() => PyTorch.MultiplicativeLR([1, 2], [One]), "lrLambda", "one for each parameter group"),
        ["an average for each group"] = new(() => PyTorch.SWALR([0.1, 0.2], [0.05]), "swaLr", "one for each parameter group"),
        ["a floor for each group"] = new(() => PyTorch.ReduceLROnPlateau([1, 2], minLr: [1]), "minLr", "one for each parameter group"),
        ["no milestones of timm"] = new(() => Timm.MultiStepLRScheduler(1, []), "decayT", "empty"),
        ["timm's milestones out of order"] = new(
            () => Timm.MultiStepLRScheduler(1, [3, 2]),
            "decayT",
            "decayT[1] is 2; legal is not before its predecessor, 3"
        ),
    };

    private static readonly Dictionary<string, Refusal> Others = new(StringComparer.Ordinal)
    {
        ["Keras' warm-up without a target"] = new(
            () => Keras.CosineDecay(1, 10, 0, null, -5),
            "warmupSteps",
            "warmupSteps is -5; legal is a whole number, zero or more"
        ),
        ["optax' power where nothing changes"] = new(
            () => Optax.PolynomialSchedule(1, 0, double.NaN, 0),
            "power",
            "power is NaN; legal is a finite number, zero or more"
        ),
        ["optax' limit where nothing decays"] = new(
            () => Optax.ExponentialDecay(1, 0, 0.5, endValue: double.NaN),
            "endValue",
            "endValue is NaN; legal is a finite number"
        ),
        ["optax' decay that is all warm-up"] = new(
            () => Optax.WarmupCosineDecaySchedule(0, 1, 20, 20),
            "decaySteps",
            "decaySteps is 20; legal is more than warmupSteps, 20"
        ),
        ["Paddle's one cycle that ends at the last step"] = new(
            () => Paddle.OneCycleLR(1, int.MaxValue),
            "totalSteps",
            "a length whose sum with the ones before it"
        ),
        ["Paddle's first of three phases"] = new(
            () => Paddle.OneCycleLR(1, 10, phasePct: 0.5, threePhase: true),
            "phasePct",
            "as long as the first"
        ),
        ["a cycle of Paddle that is longer than all steps"] = new(
            () => Paddle.CyclicLR(0, 1, int.MaxValue),
            "stepSizeDown",
            "a length whose sum with the ones before it"
        ),
        ["Paddle's margin in the unit of the metric"] = new(
            () => Paddle.ReduceOnPlateau(0.1, threshold: -1, absoluteThreshold: true),
            "threshold",
            "threshold is -1; legal is a finite number, zero or more"
        ),
        ["a cycle of PyTorch that is longer than all steps"] = new(
            () => PyTorch.CyclicLR(0.01, 0.1, int.MaxValue),
            "stepSizeDown",
            "a length whose sum with the ones before it"
        ),
        ["PyTorch's margin in the unit of the metric"] = new(
            () => PyTorch.ReduceLROnPlateau(0.1, threshold: double.NaN, absoluteThreshold: true),
            "threshold",
            "threshold is NaN; legal is a finite number, zero or more"
        ),
        ["a height of each cycle that is missing"] = new(
            () => CyclicModes.PerCycle(null!),
            "scaleFn",
            "null",
            typeof(ArgumentNullException)
        ),
        ["two heights of each step in one"] = new(() => CyclicModes.PerIteration(One + One), "scaleFn", "multicast"),
        ["a table beyond all arrays"] = new(
            () => PyTorch.MultiplicativeLR(1, One, Array.MaxLength),
            "horizon",
            "as many rates as a table can hold"
        ),
        ["one cycle without a length"] = new(() => PyTorch.OneCycleLR(0.1), "totalSteps", "both epochs and stepsPerEpoch"),
        ["one cycle of epochs without a length"] = new(
            () => PyTorch.OneCycleLR(0.1, epochs: 10),
            "totalSteps",
            "both epochs and stepsPerEpoch"
        ),
        ["more updates than there are"] = new(
            () => PyTorch.OneCycleLR(1, epochs: 2, stepsPerEpoch: int.MaxValue),
            "epochs",
            "epochs × stepsPerEpoch"
        ),
        ["timm's decay"] = new(
            () => Timm.WSDLRScheduler(1, 10, 11),
            "decayT",
            "decayT is 11; legal is at most 10, the length of both parts"
        ),
        ["timm's tanh from one point to the same"] = new(() => Timm.TanhLRScheduler(1, 10, 3, 3), "ub", "ub is 3; legal is"),
        ["timm's power law without a timescale"] = new(
            () => Timm.WSDLRScheduler(1, 10, 5, stablePower: 0.5),
            "stableTimescale",
            "stableTimescale is 0; legal is"
        ),
        ["Transformers' waves"] = new(
            () => Transformers.GetCosineScheduleWithWarmup(1, 0, 10, 5_000_001),
            "numCycles",
            "a number of waves from 0 to 5000000"
        ),
        ["a wave of Transformers without a length"] = new(
            () => Transformers.GetCosineScheduleWithWarmup(1, 0, 10, 1e-320),
            "numCycles",
            "numCycles is 1E-320; legal is a number of waves from 0 to 5000000, a million turns a step; not so small"
        ),
        ["no lowest rate of Transformers"] = new(
            () => Transformers.GetCosineWithMinLrScheduleWithWarmup(1, 3, 9),
            "minLr",
            "either minLr, a rate, or minLrRate"
        ),
        ["two lowest rates of Transformers"] = new(
            () => Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(1, 3, 9, minLr: 0, minLrRate: 0),
            "minLr",
            "either minLr, a rate, or minLrRate"
        ),
        ["three phases of Transformers without a length"] = new(
            () => Transformers.GetWsdSchedule(1, 1, 1),
            "numTrainingSteps",
            "numTrainingSteps or numStableSteps"
        ),
        ["GreedyLR's margin in the unit of the metric"] = new(
            () => Transformers.GreedyLR(1, threshold: -1),
            "threshold",
            "threshold is -1; legal is a finite number, zero or more"
        ),
        ["a rate and a momentum that are missing"] = new(
            () => (Func<int, double>)(RateAndMomentum)null!,
            "both",
            "null",
            typeof(ArgumentNullException)
        ),
        ["a factor of GreedyLR"] = new(() => Transformers.GreedyLR(1, factor: 0), "factor", "above 0 and below 1"),
        ["a factor of PyTorch's LinearLR"] = new(() => PyTorch.LinearLR(1, startFactor: 0), "startFactor", "above 0, at most 1"),
    };

    private static readonly Dictionary<string, Refusal> Refusals = new(
        Overflows.Concat(Ways).Concat(Lists).Concat(Others),
        StringComparer.Ordinal
    );

    public static TheoryData<string> Rows => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_preset_refuses_by_the_name_of_its_own_argument(string row) => Refusals[row].AssertGiven();

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
