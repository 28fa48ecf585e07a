using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace LrMath.Tests.Generation;

/// <summary>
/// What a number may be, by the name of its parameter. A new public parameter needs its name in one of these rows: then its member is under
/// all laws. Until then the test Every_public_parameter_is_known_to_the_generator fails and says so.
/// </summary>
internal static class Teaching
{
    private static readonly Gen<double> Values = Gen.OneOf(
        Gen.Elements(1e-6, 1, 0.1, 0.05, 3, 0.001, 0.25),
        Gen.Choose(1, 3000).Select(n => n / 1e4),
        Gen.Choose(0, int.MaxValue - 1).Select(n => 0.3 * n / int.MaxValue)
    );

    private static readonly Gen<double> Factors = Gen.Elements(0.5, 1, 2, 0.9, 3.3, 25);

    private static readonly Gen<double> Lengths = Gen.Elements<double>(0, 1, 2, 3, 10, 97, 1000, 65_537);

    private static readonly Dictionary<string, Gen<double>> Numbers = Rows(
        (
            Values,
            """
            start end value initial peak floor from low high min max limit change baseRate learningRate initialLearningRate baseLearningRate
            initValue endValue peakValue etaMin lrEnd lrMin endLr startLr swaLr maxLr maxLearningRate endLearningRate minLr minScale warmupLrInit
            warmupTarget baseMomentum maxMomentum baseLr baseRates values
            """
        ),
        (
            Factors,
            """
            power rate timescale startScale endScale ratio startDivisor endDivisor factor steepness exponent alpha divFactor finalDivFactor
            divideFactor divisor startFactor endFactor kDecay tMul mMul cycleMul stablePower stableTimescale minLrRatio minLrRate warmupLrRate
            """
        ),
        (Gen.Elements(-7, -1, 0, 0.5, 3, 12.5), "lower upper lb ub"),
        (Gen.Elements(0.1, 0.5, 0.9, 0.999, 1, 1.01), "gamma decay peakDecay decayRate expGamma cycleDecay layerDecay"),
        (Gen.Elements(1, 1.5, 2, 7, 22.5, 1000), "every period stepsPerEpoch"),
        (Gen.Elements(0.3, 1, 1.5, 7, 22.5, 1000), "halfPeriod numCycles"),
        (Gen.Elements(1, 1, 0.9, 1.1, 1.5, 2, 3), "periodFactor"),
        (Gen.Elements(0, 1e-8, 1e-4, 0.1), "threshold eps epsilon rtol atol minDelta"),
        (Gen.Elements<double>(0, 1, 3, 10), "patience cooldown patienceT cooldownT accumulationSize warmup windowSize resetStart"),
        (Gen.Elements(0.61, 0.9, 0.99, 0.999), "beta2"),
        (Gen.Elements(0, 0.1, 0.25, 0.3, 0.5, 1), "warmupFraction flatFraction cutFraction pctStart pctFinal phasePct"),
        (
            Lengths,
            """
            steps at step total n milestones upSteps downSteps warmupSteps stableSteps decaySteps holdSteps modelSize
            totalSteps stepSize stepSizeUp stepSizeDown totalIters tMax t0 annealEpochs epochs transitionSteps transitionBegin boundaries
            numWarmupSteps numTrainingSteps numDecaySteps numStableSteps dModel firstDecaySteps tInitial warmupT decayT horizon size to
            """
        ),
        (Gen.Elements<double>(1, 2, 7, 32, 50, 256, 4096), "samplesPerStep"),
        (Gen.Elements<double>(1, 2, 3, 12, 97), "layers numLayers"),
        (Gen.Elements<double>(-65_537, -1000, -3, 0, 1, 97, 65_537), "Shift.steps"),
        (Gen.Elements(0.05, 1, 20, 75), "shares"),
        (Gen.Elements<double>(1, 1, 2, 3, 30), "cycles tMult cycleLimit")
    );

    /// <summary>What a number named so may be. A row may name one member's parameter, <c>Shift.steps</c>, which counts before the plain
    /// name.</summary>
    public static Gen<double> Number(string name, ParameterInfo? parameter = null) => Find(name, parameter) ?? throw Missing(parameter!);

    /// <summary>Whether a row has the name.</summary>
    public static bool Has(string name, ParameterInfo parameter) => Find(name, parameter) is not null;

    /// <summary>What a whole number named so may be.</summary>
    public static Gen<int> Whole(string name, ParameterInfo? parameter = null)
    {
        Gen<double> numbers = Number(name, parameter);
        return name is "every" or "period" or "stepsPerEpoch" or "numCycles" or "values"
            ? Gen.Elements(0, 1, 2, 7, 97, 1000)
            : numbers.Select(number => (int)number);
    }

    /// <summary>The message for a parameter that is not taught.</summary>
    public static InvalidOperationException Missing(ParameterInfo parameter) =>
        new(
            $"'{parameter.Name}' of {Members.NameOf(parameter.Member)} ({parameter.ParameterType.Name}) is not known to the "
                + $"laws: write its name into a row of "
                + "Numbers in tests/LrMath.Tests/Generation/Teaching.cs (or, for a new type, a case into Generator.Argument)"
        );

    private static Gen<double>? Find(string name, ParameterInfo? parameter) =>
        Numbers.GetValueOrDefault($"{parameter?.Member.Name}.{name}") ?? Numbers.GetValueOrDefault(name);

    private static Dictionary<string, Gen<double>> Rows(params (Gen<double> Of, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), (row, name) => (name, row.Of))
            .ToDictionary(pair => pair.name, pair => pair.Of, StringComparer.OrdinalIgnoreCase);
}
