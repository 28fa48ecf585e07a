namespace LrMath.Playground.Model;

/// <summary>How a number is moved.</summary>
internal enum KnobKind
{
    /// <summary>A rate or another value: each notch is a tenth of a decade.</summary>
    Rate,

    /// <summary>Something between 0 and 1.</summary>
    Fraction,

    /// <summary>A ratio: each notch is a tenth of a decade around 1.</summary>
    Factor,

    /// <summary>A number of steps, up to the length of the run.</summary>
    Steps,

    /// <summary>A small whole number.</summary>
    Count,

    /// <summary>A number of either sign.</summary>
    Signed,
}

/// <summary>What a number begins with and how it is moved.</summary>
/// <param name="Kind">How it is moved.</param>
/// <param name="Start">The value that it begins with; of <see cref="KnobKind.Steps"/> the share of the run.</param>
internal sealed record Knob(KnobKind Kind, double Start)
{
    private static readonly Dictionary<string, Knob> Names = Rows(
        (
            KnobKind.Rate,
            0.1,
            """
            start initial peak value initValue peakValue baseRate learningRate initialLearningRate maxLr maxLearningRate max high limit
            baseRates baseMomentum maxMomentum
            """
        ),
        (KnobKind.Rate, 0, "end floor etaMin lrEnd lrMin endValue from"),
        (KnobKind.Rate, 0.001, "min low baseLr baseLearningRate startLr endLr swaLr minLr endLearningRate warmupLrInit warmupTarget"),
        (KnobKind.Rate, 1e-3, "Exponential.end"),
        (KnobKind.Signed, -1e-5, "change"),
        (KnobKind.Signed, 0.01, "Offset.value"),
        (KnobKind.Rate, 0.03, "Min.value"),
        (KnobKind.Rate, 0.01, "Max.value"),
        (KnobKind.Fraction, 0.5, "gamma decayRate"),
        (KnobKind.Fraction, 0.9995, "ExponentialDecay.gamma ExponentialLR.gamma"),
        (KnobKind.Fraction, 0.0005, "InverseTimeDecay.gamma NaturalExpDecay.gamma"),
        (KnobKind.Fraction, 0.999, "beta2"),
        (KnobKind.Fraction, 0.9, "decay"),
        (KnobKind.Fraction, 0.3, "warmupFraction flatFraction cutFraction pctStart pctFinal phasePct minLrRate minLrRatio"),
        (KnobKind.Factor, 2, "power exponent steepness"),
        (KnobKind.Factor, 0.001, "rate"),
        (KnobKind.Factor, 0.5, "factor ratio startFactor endFactor"),
        (KnobKind.Signed, -7, "lower lb"),
        (KnobKind.Signed, 3, "upper ub"),
        (
            KnobKind.Steps,
            1,
            """
            steps total totalSteps totalIters numTrainingSteps decaySteps tMax tInitial modelSteps annealEpochs transitionSteps horizon
            numIter
            """
        ),
        (
            KnobKind.Steps,
            0.05,
            """
            warmupSteps numWarmupSteps warmupT Warmup.steps upSteps stepSizeUp holdSteps timescale ExponentialApproach.timescale stepsPerEpoch every
            """
        ),
        (
            KnobKind.Steps,
            0.25,
            """
            period halfPeriod firstDecaySteps t0 downSteps stepSize decayT size to stableSteps numStableSteps numDecaySteps Delay.steps
            Shift.steps Cooldown.steps BranchAt.steps Repeat.period
            """
        ),
        (KnobKind.Steps, 0.5, "at step Freeze.at milestones boundaries to"),
        (KnobKind.Count, 256, "samplesPerStep"),
        (KnobKind.Count, 512, "modelSize dModel"),
        (KnobKind.Count, 10, "patience cooldown count warmup windowSize epochs"),
        (KnobKind.Count, 3, "cycles numCycles cycleLimit tMult layer layers depth Stride.size")
    );

    /// <summary>What is known of a parameter; a guess by its type for a name that no row has.</summary>
    /// <param name="member">The name of the builder or verb.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="type">Its type.</param>
    public static Knob Of(string member, string parameter, Type type) =>
        Names.TryGetValue($"{member}.{parameter}", out Knob? own) ? own
        : Names.TryGetValue(parameter, out Knob? known) ? known
        : type == typeof(int) || type == typeof(int?)
            ? parameter.EndsWith("teps", StringComparison.Ordinal) ? new(KnobKind.Steps, 0.25)
                : new(KnobKind.Count, 1)
        : new(KnobKind.Factor, 1);

    /// <summary>The value that a parameter begins with, in a run of a given length.</summary>
    public double Begin(int run) => Kind == KnobKind.Steps ? Math.Max(1, Math.Round(Start * run)) : Start;

    private static Dictionary<string, Knob> Rows(params (KnobKind Kind, double Start, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(), (row, name) => (row, name))
            .DistinctBy(one => one.name)
            .ToDictionary(one => one.name, one => new Knob(one.row.Kind, one.row.Start), StringComparer.Ordinal);
}
