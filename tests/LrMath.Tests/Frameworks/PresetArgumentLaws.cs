using System.Reflection;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>
/// Every argument of every preset, policies included, is checked whatever the other arguments are, and refused by its own name. The legal
/// range of each number is stated here, by the name of its parameter, or by <c>Library.Preset.name</c> where it differs from others of its
/// name; a new one needs a row. What is refused because of two arguments, or in a list: <see cref="PresetRefusalTests"/>.
/// </summary>
public class PresetArgumentLaws
{
    private const int Draws = 5;

    private static readonly object[] NotFinite = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly object[] NoneIsRefused = [];
    private static readonly object[] BelowZero = [-double.Epsilon, -1.0, -double.MaxValue];
    private static readonly object[] ZeroOrBelow = [0.0, -0.0, .. BelowZero];
    private static readonly object[] AboveOne = [Math.BitIncrement(1.0), 2.0, double.MaxValue];
    private static readonly object[] NegativeCounts = [-1, int.MinValue];
    private static readonly object[] NoCounts = [0, .. NegativeCounts];

    /// <summary>What is refused of each parameter, besides what is not finite.</summary>
    private static readonly Dictionary<string, object[]> Refused = Rows(
        (
            NoneIsRefused,
            """
            value baseRate learningRate initialLearningRate baseLearningRate maxLearningRate endLearningRate initValue endValue peakValue
            warmupTarget alpha etaMin startLr endLr lrEnd swaLr baseLr maxLr baseMomentum maxMomentum warmupLrInit minDelta
            transitionSteps transitionBegin Optax.WarmupConstantSchedule.warmupSteps
            """
        ),
        ([Math.BitDecrement(-1e17), -double.MaxValue], "lb"),
        ([Math.BitIncrement(1e17), double.MaxValue], "ub"),
        (
            BelowZero,
            """
            gamma decayRate exponent power mMul expGamma lrMin layerDecay minScale minLr minLrRate minLrRatio warmupLrRate numCycles atol
            eps epsilon
            """
        ),
        (
            ZeroOrBelow,
            """
            divFactor divideFactor finalDivFactor cycleMul cycleDecay kDecay stablePower PyTorch.PolynomialLR.power
            Paddle.PolynomialDecay.power PyTorch.ReduceLROnPlateau.baseRate Keras.ReduceLROnPlateau.baseRate
            Paddle.ReduceOnPlateau.learningRate Timm.PlateauLRScheduler.baseRate Transformers.GreedyLR.baseRate Transformers.GreedyLR.maxLr
            """
        ),
        ([.. ZeroOrBelow, double.Epsilon], "timescale stableTimescale Paddle.NaturalExpDecay.gamma"),
        (
            [.. BelowZero, .. AboveOne],
            "pctStart pctFinal phasePct endFactor threshold rtol PyTorch.ConstantLR.factor Optax.ReduceOnPlateau.minScale"
        ),
        ([.. ZeroOrBelow, .. AboveOne], "startFactor"),
        ([.. BelowZero, 1.0, .. AboveOne], "factor Timm.PlateauLRScheduler.decayRate"),
        ([.. ZeroOrBelow, 1.0, .. AboveOne], "Transformers.GreedyLR.factor"),
        ([Math.BitDecrement(1.0), .. ZeroOrBelow], "tMul Timm.StepLRScheduler.decayT"),
        (
            NegativeCounts,
            """
            warmupSteps warmupT numWarmupSteps numTrainingSteps numDecaySteps numStableSteps totalIters annealEpochs horizon patience
            patienceT cooldown cooldownT warmup resetStart Transformers.GetCosineWithHardRestartsScheduleWithWarmup.numCycles
            """
        ),
        (
            NoCounts,
            """
            stepSize stepSizeUp stepSizeDown totalSteps epochs stepsPerEpoch decaySteps firstDecaySteps tMax t0 tMult tInitial decayT
            cycleLimit numLayers dModel accumulationSize windowSize Paddle.NoamDecay.warmupSteps
            Optax.LinearOnecycleSchedule.transitionSteps Optax.CosineOnecycleSchedule.transitionSteps
            """
        )
    );

    /// <summary>What other arguments have to be for one to be looked at.</summary>
    private static readonly Dictionary<string, (string Name, object? Value)[]> LookedAtWith = new(StringComparer.Ordinal)
    {
        ["minLr"] = [("minLrRate", null)],
        ["minLrRate"] = [("minLr", null)],
        ["epochs"] = [("totalSteps", null), ("stepsPerEpoch", 1)],
        ["stepsPerEpoch"] = [("totalSteps", null), ("epochs", 1)],
        ["numTrainingSteps"] = [("numStableSteps", null)],
        ["stablePower"] = [("stableTimescale", 1.0)],
        ["stableTimescale"] = [("stablePower", 1.0)],
        ["threshold"] = [("absoluteThreshold", false), ("relativeThreshold", true)],
        ["windowSize"] = [("smooth", true)],
    };

    private static readonly IReadOnlyDictionary<string, MethodInfo> Methods = Members.Named(Members.Presets.Concat(Members.Policies));

    private static readonly Dictionary<string, Parameter> Parameters = Methods
        .SelectMany(
            method => method.Value.GetParameters(),
            (method, info) => (Name: $"{method.Key}: '{info.Name}'", Parameter: new Parameter(method.Value, info))
        )
        .ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Numbers => Where(type => type == typeof(double) || type == typeof(int));

    public static TheoryData<string> References =>
        [.. Parameters.Where(row => !row.Value.Type.IsValueType && !row.Value.MayBeNull).Select(row => row.Key)];

    public static TheoryData<string> Functions => Where(type => SeveralFunctions(type) is not null);

    public static TheoryData<string> Choices => Where(type => type.IsEnum);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_that_is_not_finite_or_lies_beside_its_legal_range_is_refused_by_name(string row)
    {
        Parameter number = Parameters[row];
        object[] notFinite = TypeOf(number) == typeof(double) ? NotFinite : [];
        Law.Holds(
            Draw.Whole(1, int.MaxValue - 1),
            seed =>
                Assert.All(
                    notFinite.Concat(RefusedOf(number)),
                    value =>
                    {
                        string message = Refusal<ArgumentOutOfRangeException>(number, value, seed).Message;
                        Assert.Contains("legal", message, StringComparison.Ordinal);

                        // For itself, not for its distance from another number.
                        Assert.DoesNotContain("the other end", message, StringComparison.Ordinal);
                    }
                ),
            times: Draws
        );
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_missing_reference_is_refused_by_name(string row) =>
        Law.Holds(Draw.Whole(1, int.MaxValue - 1), seed => _ = Refusal<ArgumentNullException>(Parameters[row], null, seed), times: Draws);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Several_functions_in_one_are_refused_by_name(string row) =>
        Law.Holds(
            Draw.Whole(1, int.MaxValue - 1),
            seed => _ = Refusal<ArgumentException>(Parameters[row], SeveralFunctions(Parameters[row].Type), seed),
            times: Draws
        );

    [Theory]
    [MemberData(nameof(Choices))]
    public void A_choice_that_has_no_name_is_refused_with_those_that_have(string row) =>
        Law.Holds(
            Draw.Whole(1, int.MaxValue - 1),
            seed =>
            {
                Type type = Parameters[row].Type;
                string message = Refusal<ArgumentOutOfRangeException>(Parameters[row], Enum.ToObject(type, 7), seed).Message;
                Assert.Contains($"one of {string.Join(", ", Enum.GetNames(type))}", message, StringComparison.Ordinal);
            },
            times: Draws
        );

    [Fact]
    public void Every_range_is_of_a_parameter()
    {
        HashSet<string> names = [.. Parameters.Values.SelectMany(parameter => (string[])[parameter.Name, FullName(parameter)])];
        Assert.Empty(Refused.Keys.Concat(LookedAtWith.Keys).Except(names));
    }

    /// <summary>The refusal of one value among arguments that are legal otherwise.</summary>
    private static TError Refusal<TError>(Parameter parameter, object? value, int seed)
        where TError : ArgumentException
    {
        object?[] arguments = parameter.Legal((ulong)seed);
        foreach ((string name, object? other) in LookedAtWith.GetValueOrDefault(parameter.Name, []))
        {
            if (Array.Find(parameter.Method.GetParameters(), info => info.Name == name) is { } info)
            {
                arguments[info.Position] = other;
            }
        }

        arguments[parameter.Info.Position] = value;
        TError refusal = Assert.IsType<TError>(
            Record.Exception(() => parameter.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null))
        );
        Assert.Equal(parameter.Name, refusal.ParamName);
        return refusal;
    }

    private static object[] RefusedOf(Parameter parameter) =>
        (Refused.GetValueOrDefault(FullName(parameter)) ?? Refused.GetValueOrDefault(parameter.Name)) is { } refused
        && Array.TrueForAll(refused, value => value.GetType() == TypeOf(parameter))
            ? refused
            : throw new InvalidOperationException(
                $"{FullName(parameter)} has no range: add it to {nameof(PresetArgumentLaws)}.{nameof(Refused)}"
            );

    private static object? SeveralFunctions(Type type)
    {
        Func<int, double> schedules = Schedule.Constant(1) + Schedule.Constant(2);
        return type == typeof(Func<int, double>) ? schedules
            : type == typeof(IReadOnlyList<Func<int, double>>) ? new[] { schedules }
            : type == typeof(Shape) ? Shapes.Linear + Shapes.Cosine
            : null;
    }

    private static TheoryData<string> Where(Func<Type, bool> concerns) =>
        [.. Parameters.Where(row => concerns(TypeOf(row.Value))).Select(row => row.Key)];

    private static Type TypeOf(Parameter parameter) => Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;

    private static string FullName(Parameter parameter) => $"{Members.NameOf(parameter.Method)}.{parameter.Name}";

    private static Dictionary<string, object[]> Rows(params (object[] Refused, string Names)[] rows) =>
        rows.SelectMany(
                row => row.Names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
                (row, name) => (name, row.Refused)
            )
            .ToDictionary(StringComparer.Ordinal);
}
