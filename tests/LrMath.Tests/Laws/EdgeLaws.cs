using System.Reflection;
using LrMath.Analysis;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>No legal arguments, however extreme, lead out of the numbers, and a range has the bits of its steps with them too.</summary>
public class EdgeLaws
{
    private const int Length = 41;

    private static readonly Type[] Libraries =
    [
        typeof(TorchLrFinder),
        .. typeof(PyTorch)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(PyTorch).Namespace && type is { IsAbstract: true, IsSealed: true }),
    ];

    // It asks its factor for each step from 0 on: the last step there is would take minutes.
    private static readonly MethodInfo[] Presets =
    [
        .. Libraries
            .SelectMany(library => library.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(Func<int, double>) || method.ReturnType == typeof(RateAndMomentum))
            .Where(method => method.Name != nameof(PyTorch.MultiplicativeLR)),
    ];

    private static readonly Dictionary<string, MethodInfo> Methods = Any.Builders.Concat(Any.Verbs).Concat(Presets).ToDictionary(NameOf);

    private static readonly Dictionary<string, MethodInfo> All = Methods
        .Values.Concat(typeof(Shapes).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => !method.IsSpecialName))
        .ToDictionary(NameOf);

    public static TheoryData<string> Names => [.. Methods.Keys];

    public static TheoryData<string> Refusing => [.. All.Keys];

    /// <summary>The builders but those of other schedules: a product of zero and a negative number is a negative zero by
    /// definition.</summary>
    public static TheoryData<string> Builders => [.. Any.Builders.Where(method => !TakesSchedules(method)).Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_is_a_number_and_a_range_has_the_bits_of_its_steps(string name)
    {
        int count = 0;
        Law.Holds(
            from made in new Drawn<Func<int, double>?>(choices => new Edge(choices).Make(Methods[name], depth: 2))
            from early in Draw.Whole(0, 299)
            from late in Draw.Whole(0, 1999)
            from somewhere in Draw.Whole(0, int.MaxValue - Length - 1)
            select (made, firsts: (int[])[0, early, 1_525_000 + late, somewhere, int.MaxValue - Length + 1]),
            drawn =>
            {
                if (drawn.made is not { } schedule)
                {
                    return;
                }

                count++;
                foreach (int first in drawn.firsts)
                {
                    double[] values = new double[Length];
                    schedule.Evaluate(first, values);
                    for (int i = 0; i < values.Length; i++)
                    {
                        if (!double.IsFinite(values[i]))
                        {
                            Assert.Fail($"{schedule.Describe()} is {values[i]} at step {first + i} ({Seed.Note})");
                        }
                    }

                    Law.SameBits(Law.Steps(schedule, first, Length), values, schedule, first);
                }
            },
            times: 60
        );
        Law.LookedAtSome(count, 60, $"No legal arguments were found for {name}: teach Edge.");
    }

    [Theory]
    [MemberData(nameof(Refusing))]
    public void A_refusal_names_an_argument_of_the_method_that_was_called(string name)
    {
        int refused = 0;
        Law.Holds(
            new Drawn<ArgumentException?>(choices => new Edge(choices).Refusal(All[name])),
            refusal =>
            {
                MethodInfo method = All[name];
                if (refusal is not null)
                {
                    refused++;
                    ParameterInfo? named = Array.Find(method.GetParameters(), parameter => parameter.Name == refusal.ParamName);
                    string what = $"{name} blames {refusal.ParamName}: {refusal.Message} ({Seed.Note})";
                    Assert.True(named is not null, what);

                    // A number is named by the message too; of a list it names the element.
                    Assert.True(!named.ParameterType.IsValueType || refusal.Message.Contains(named.Name!, StringComparison.Ordinal), what);
                }
            },
            times: 500
        );
        Law.LookedAtSome(refused, 500, $"{name} refused nothing: teach Edge.");
    }

    [Theory]
    [MemberData(nameof(Builders))]
    public void Arguments_of_zero_or_more_never_lead_to_a_negative_zero(string name)
    {
        int count = 0;
        Law.Holds(
            from schedule in new Drawn<Func<int, double>?>(choices => new Edge(choices, isSigned: false).Make(Methods[name]))
            from first in Draw.Whole(0, 299)
            select (schedule, first),
            drawn =>
            {
                if (drawn.schedule is { } schedule && schedule(0) >= 0)
                {
                    count++;
                    HasNoNegativeZero(schedule, drawn.first);
                }
            },
            times: 60
        );
        Law.LookedAtSome(count, 60, $"No legal arguments were found for {name}: teach Edge.");
    }

    [Fact]
    public void What_falls_below_the_smallest_number_is_zero_on_either_side()
    {
        Assert.All<Func<int, double>>(
            [
                Schedule.ExponentialDecay(-1, 0.5),
                Schedule.ExponentialDecay(-1e-300, 1e-3),
                Schedule.ExponentialDecay(-1e300, 0.1, every: 7, staircase: true),
                Schedule.Step(-1, 0.1, 3),
                Schedule.MultiStep(-1e-300, 1e-10, [5, 6, 7]),
                Schedule.InverseTime(-double.Epsilon, 3),
                Schedule.InverseTime(-1e-300, 1e9, power: 40),
                Schedule.PowerLaw(-1e-300, 1e-77, 1e70),
                Schedule.InverseSquareRoot(-double.Epsilon, 1e-77),
            ],
            schedule =>
            {
                Assert.True(schedule(0) < 0);
                Assert.Equal(0, schedule(20_000));
                HasNoNegativeZero(schedule, 300);
            }
        );
    }

    public static TheoryData<string, Func<int, double>, int, double> Values =>
        new()
        {
            { "a step from zero", Schedule.Step(0, 36, 1), 198, 0 },
            { "a fast fall from zero", Schedule.ExponentialDecay(0, 0.5, 1e-300), 1, 0 },
            { "a fast growth from zero", Schedule.ExponentialDecay(0, 2, 0.1), 255, 0 },
            { "a power of zero", Schedule.PowerLaw(0, 1, -1000), 1000, 0 },
            { "PyTorch's decay from zero", PyTorch.ExponentialLR(0, 33), 203, 0 },
            { "Paddle's decay from zero", Paddle.NaturalExpDecay(0, 1e70), 1, 0 },
            { "the steepest line", Schedule.Line(0, double.MaxValue, 9), 0, 0 },
            { "the steepest line, one step on", Schedule.Line(0, double.MaxValue, 9), 1, double.MaxValue / 9 },
            { "the steepest line down", Schedule.Line(0, -double.MaxValue, 3), 2, -double.MaxValue / 3 * 2 },
            {
                "a line down from the largest number",
                Schedule.Line(double.MaxValue, -5e299, 0.9999999999999999),
                600_000_001,
                ((Exact)double.MaxValue + ((Exact)(-5e299) * 600_000_001 / 0.9999999999999999)).Nearest
            },
            { "growth that has reached the end", Schedule.ExponentialDecay(0.1, 1.001), 1_500_000, double.MaxValue },
            { "growth long after the end", Schedule.ExponentialDecay(0.1, 1.001), 1_526_000, double.MaxValue },
            { "growth of the smallest number", Schedule.ExponentialDecay(double.Epsilon, 2), 2097, Math.ScaleB(1, 2097 - 1074) },
            { "growth of the smallest number at the end", Schedule.ExponentialDecay(double.Epsilon, 2), 2098, double.MaxValue },
            { "a fall from the largest number", Schedule.ExponentialDecay(double.MaxValue, 0.5), 2000, Math.ScaleB(1, -976) },
            { "a growing power of a small number", Schedule.PowerLaw(1e-100, 1, -60), int.MaxValue, double.MaxValue },
            { "the steepest approach", Schedule.Ramp(1, 0, 4, Shapes.Saturating(1.79e308)), 2, 1 / Math.Sqrt(1.79e308) },
            { "the flattest approach", Schedule.Ramp(0, 1, 4, Shapes.Saturating(5.6e-309)), 2, Math.Sqrt(5.6e-309) },
            { "torch-lr-finder's growth", TorchLrFinder.ExponentialLR(1e-7, 10, 100), 5000, double.MaxValue },
            { "torch-lr-finder's line", TorchLrFinder.LinearLR(1e-7, 1e308, 2), 5000, double.MaxValue },
            { "torch-lr-finder across all doubles", TorchLrFinder.ExponentialLR(1e-300, 1e300, 3), 1, 1 },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_at_the_edge_is_the_right_one(string name, Func<int, double> schedule, int step, double expected)
    {
        Assert.True(Math.Abs(schedule(step) - expected) <= 1e-14 * Math.Abs(expected), $"{name}: {schedule(step):R}, not {expected:R}");
        double[] values = new double[1];
        schedule.Evaluate(step, values);
        Assert.Equal(schedule(step), values[0]);
        Assert.False(double.IsNegative(schedule(0)));
    }

    [Theory]
    [InlineData("ExponentialDecay")]
    [InlineData("Step")]
    [InlineData("MultiStep")]
    [InlineData("InverseTime")]
    [InlineData("InverseSquareRoot")]
    [InlineData("PowerLaw")]
    [InlineData("Line")]
    [InlineData("Rectified")]
    public void What_grows_never_falls_and_what_falls_never_grows(string builder)
    {
        int count = 0;
        Law.Holds(
            from made in new Drawn<Func<int, double>?>(choices =>
                new Edge(choices).Make(Any.Builders.Single(method => method.Name == builder))
            )
            from some in Draw.List(from bits in Draw.Whole(1, 30) from step in Draw.Whole(0, (1 << bits) - 1) select step, 0, 200)
            select (made, steps: (int[])[0, .. some.Order(), int.MaxValue]),
            drawn =>
            {
                if (drawn.made is not { } schedule)
                {
                    return;
                }

                count++;
                int[] steps = drawn.steps;
                double[] values = Array.ConvertAll(steps, step => schedule(step));
                int direction = Math.Sign(values[^1].CompareTo(values[0]));
                for (int i = 1; i < values.Length; i++)
                {
                    double back = (values[i - 1] - values[i]) * (direction == 0 ? 1 : direction);
                    double rounding = (4e-15 * Math.Abs(values[i])) + 1e-322;
                    string what =
                        $"{schedule.Describe()} is {values[i - 1]:R} at step {steps[i - 1]} and {values[i]:R} at {steps[i]} ({Seed.Note})";
                    Assert.True(back <= rounding, what);
                }
            },
            times: 200
        );
        Law.LookedAtSome(count, 200, $"No legal arguments were found for {builder}: teach Edge.");
    }

    private static void HasNoNegativeZero(Func<int, double> schedule, int first)
    {
        foreach (int from in (int[])[0, first, 2_000, 1_000_000, int.MaxValue - Length + 1])
        {
            double[] values = new double[Length];
            schedule.Evaluate(from, values);
            bool hasNone = Array.TrueForAll(values, value => value != 0 || !double.IsNegative(value));
            Assert.True(hasNone, $"-0 of {schedule.Describe()} from step {from} on");
            Law.SameBits(Law.Steps(schedule, from, Length), values, schedule, from);
        }
    }

    private static bool TakesSchedules(MethodInfo method) =>
        Array.Exists(
            method.GetParameters(),
            parameter => parameter.ParameterType.ToString().Contains("Func`2[System.Int32", StringComparison.Ordinal)
        );

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method}";
}
