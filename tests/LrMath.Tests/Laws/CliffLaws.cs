using System.Reflection;
using LrMath.Data;
using LrMath.Structure;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>No composition ends the process, and what a program builds or evaluates grows with its length only.</summary>
public class CliffLaws
{
    private const int Depth = 50_000;
    private const int SmallStack = 512 * 1024;

    private static readonly IReadOnlyDictionary<string, MethodInfo> VerbsByName = Members.Named(Members.Verbs);

    public static TheoryData<string> Verbs => [.. VerbsByName.Keys];

    public static TheoryData<string> Joining =>
        [.. VerbsByName.Where(verb => verb.Value.GetParameters().Skip(1).Any(Joins)).Select(verb => verb.Key)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Fifty_thousand_calls_of_one_verb_are_evaluated_and_described_on_a_small_stack(string name) =>
        OnSmallStack(() => Deep(name, false, (_, arguments, inner) => arguments[0] = inner));

    [Theory]
    [MemberData(nameof(Joining))]
    public void Schedules_deep_within_the_arguments_of_one_verb_are_evaluated_on_a_small_stack(string name) =>
        OnSmallStack(() =>
            Deep(
                name,
                true,
                (method, arguments, inner) =>
                {
                    int at = Array.FindLastIndex(method.GetParameters(), Joins);
                    arguments[at] = method.GetParameters()[at].ParameterType == typeof(Func<int, double>) ? inner : new[] { inner };
                }
            )
        );

    [Fact]
    public void A_deep_composition_has_the_bits_of_one_that_was_evaluated_by_nested_calls()
    {
        Func<int, double> flat = Schedule.Cosine(1, 0.1, 40);
        double[] expected = flat.Evaluate(0..60);
        Func<int, double> deep = flat;
        for (int i = 0; i < 1000; i++)
        {
            deep = deep.Scale(0.999)
                .Offset(1e-3)
                .PerEpoch(1.5)
                .Max(Schedule.Constant(1e-3 * i))
                .Then(Schedule.Constant(i), at: 50)
                .Clamp(-1, 2);
            for (int t = 59; t >= 0; t--)
            {
                double held = (expected[(int)(t / 1.5)] * 0.999) + 1e-3;
                expected[t] = Math.Clamp(t < 50 ? Math.Max(held, 1e-3 * i) : i, -1, 2);
            }
        }

        Law.SameBits(expected, Law.Steps(deep, 0, 60), deep, 0);
        Law.SameBits(expected, deep.Evaluate(0..60), deep, 0);
        Assert.True(ScheduleNode.Of(deep).IsDeep);
    }

    [Theory]
    [InlineData("Plus")]
    [InlineData("Min")]
    [InlineData("Chain")]
    [InlineData("Then")]
    [InlineData("Scale")]
    public void A_program_that_adds_one_call_after_another_allocates_in_proportion_to_their_number(string verb)
    {
        Func<int, double> part = Schedule.Cosine(1, 0.1, 40);
        long few = Allocated(1000);
        long many = Allocated(10_000);
        Assert.InRange(many, 1, 12 * few);
        Assert.InRange(many, 1, 10_000 * 1500);

        long Allocated(int count)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Func<int, double> schedule = part;
            for (int i = 0; i < count; i++)
            {
                schedule = verb switch
                {
                    "Plus" => schedule.Plus(part),
                    "Min" => schedule.Min(part),
                    "Chain" => schedule.Chain(part),
                    "Then" => schedule.Then(part, at: i),
                    _ => schedule.Scale(0.5),
                };
            }

            GC.KeepAlive(schedule);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("MultiStep", 64)]
    [InlineData("Piecewise", 64)]
    [InlineData("Path", 64)]
    [InlineData("Path along a cosine", 64)]
    [InlineData("Interpolate", 256)]
    public void A_hundred_thousand_milestones_or_knots_are_plain_numbers(string builder, int most)
    {
        const int Count = 100_000;
        int[] milestones = [.. Enumerable.Range(0, Count)];
        double[] values = [.. Enumerable.Range(0, Count + 1).Select(i => (double)(i % 7))];
        (double, double)[] knots = [.. milestones.Select(i => ((double)i, values[i]))];
        Build();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Func<int, double> schedule = Build();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 0, most);
        GC.KeepAlive(schedule);

        Func<int, double> Build() =>
            builder switch
            {
                "MultiStep" => Schedule.MultiStep(1, 0.9999, milestones),
                "Piecewise" => Schedule.Piecewise(values, milestones),
                "Path" => Schedule.Path(knots),
                "Path along a cosine" => Schedule.Path(knots, Shapes.Cosine),
                _ => Schedule.Interpolate(knots),
            };
    }

    [Theory]
    [InlineData("Linear")]
    [InlineData("Cosine")]
    [InlineData("SquareRoot")]
    [InlineData("Exponential")]
    [InlineData("Harmonic")]
    [InlineData("Hold")]
    [InlineData("Tanh")]
    [InlineData("of a user")]
    [InlineData("levels")]
    [InlineData("spline")]
    public void Many_knots_have_the_bits_of_few(string shape) =>
        Law.Holds(
            from first in Draw.Any(Draw.Whole(0, 2).Select(n => (double)n), Draw.Whole(0, 29).Select(n => -n / 3.0))
            from gaps in Draw.List(shape == "spline" ? Gap : Draw.Frequency((4, Gap), (1, Draw.OneOf(0.0))), 200)
            from values in Draw.List(Draw.Whole(0, 99), 200)
            let knots = Knots(first, gaps, values)
            from begin in Draw.Whole(0, (int)knots[^1].At + 19)
            from length in Draw.Whole(1, 1500)
            select (knots, begin, length),
            drawn =>
            {
                (List<(double At, double Value)> knots, int first, int length) = drawn;
                Func<int, double> many = Of(knots, shape);
                int covered = (int)Math.Max(1, knots[49].At);
                Law.SameBits(Law.Steps(Of(knots[..64], shape), 0, covered), Law.Steps(many, 0, covered), many, 0);
                double[] range = new double[length];
                many.Evaluate(first, range);
                Law.SameBits(Law.Steps(many, first, range.Length), range, many, first);
                Assert.Equal(knots[^1].Value, many(int.MaxValue));
            },
            times: 40
        );

    private static readonly Drawn<double> Gap = from whole in Draw.Whole(1, 40) from parts in Draw.Whole(1, 3) select whole / (double)parts;

    private static List<(double At, double Value)> Knots(double first, double[] gaps, int[] values)
    {
        double at = first;
        List<(double At, double Value)> knots = [];
        for (int i = 0; i < gaps.Length; i++)
        {
            knots.Add((at, 0.5 + values[i]));
            at += gaps[i];
        }

        return knots;
    }

    private static Func<int, double> Of(List<(double At, double Value)> knots, string shape) =>
        shape switch
        {
            "levels" => Schedule.Piecewise(
                [.. knots.Select(knot => knot.Value)],
                [.. knots.Skip(1).Select(knot => (int)Math.Max(0, knot.At))]
            ),
            "spline" => Schedule.Interpolate(knots),
            "of a user" => Schedule.Path(knots, (start, end, progress) => start + ((end - start) * progress * progress)),
            "Tanh" => Schedule.Path(knots, Shapes.Tanh(-3, 2)),
            _ => Schedule.Path(knots, (Shape)typeof(Shapes).GetProperty(shape)!.GetValue(null)!),
        };

    [Fact]
    public void Strides_within_one_another_compute_no_more_values_than_single_steps_do()
    {
        Func<int, double> inner = Schedule.Cosine(1, 0.1, 1_000_000);
        Func<int, double> four = inner.Stride(15).Stride(15).Stride(15).Stride(15);
        Assert.Equal(15 * 15 * 15 * 15, Assert.IsType<StrideNode>(ScheduleNode.Of(four)).Size);
        Law.SameBits(Law.Steps(t => inner(t * 50_625), 0, 60), four.Evaluate(0..60), four, 0);
        Func<int, double> apart = inner.Stride(15).Scale(2).Stride(15);
        Assert.Equal(ScheduleNode.StepByStep, ScheduleNode.Of(apart).RangeCost);
    }

    [Fact]
    public void Shifts_and_epochs_within_one_another_are_one()
    {
        Func<int, double> inner = Schedule.Cosine(1, 0.1, 1000);
        Assert.Equal(int.MaxValue, Assert.IsType<ShiftNode>(ScheduleNode.Of(inner.Shift(int.MaxValue).Shift(5))).Steps);
        Assert.Equal(12, Assert.IsType<SampleHoldNode>(ScheduleNode.Of(inner.PerEpoch(3).PerEpoch(4))).Intervals.Width);
        Func<int, double> halves = inner.PerEpoch(1.5).PerEpoch(1.5);
        Law.SameBits(Law.Steps(t => inner((int)((int)(t / 1.5) / 1.5)), 0, 99), halves.Evaluate(0..99), halves, 0);
    }

    [Fact]
    public void Nested_arguments_beyond_the_limit_of_JSON_are_refused_by_name()
    {
        Func<int, double> schedule = Schedule.Constant(1);
        for (int i = 0; i < Depth; i++)
        {
            schedule = Schedule.Constant(1).Plus(schedule);
        }

        ScheduleJsonException refusal = Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Write(schedule));
        Assert.Contains("at most 64", refusal.Message, StringComparison.Ordinal);
    }

    // A branch into another schedule evaluates that one when it is built, here all the way down: these get a depth of 5,000.
    private static int DepthOf(MethodInfo method, bool isNestedInArguments) =>
        isNestedInArguments && method.Name == nameof(LrMath.Verbs.BranchAt) ? Depth / 10 : Depth;

    private static void Deep(string name, bool isNestedInArguments, Action<MethodInfo, object?[], Func<int, double>> nest)
    {
        MethodInfo method = VerbsByName[name];
        Exception? refusal = null;
        for (int seed = 0; seed < 50; seed++)
        {
            try
            {
                (Func<int, double> schedule, object?[] arguments) = new Any(seed, lambdas: false).Make(method);
                for (int i = 0; i < DepthOf(method, isNestedInArguments); i++)
                {
                    object?[] call = [.. arguments];
                    nest(method, call, schedule);
                    schedule = (Func<int, double>)method.Invoke(null, call)!;
                }

                Law.SameBits(Law.Steps(schedule, 0, 4), schedule.Evaluate(0..4), schedule, 0);
                Assert.Equal(schedule(3), schedule.Freeze(3)(3));
                Assert.NotEqual(schedule, schedule.Warmup(2));
                Assert.Contains(method.Name, schedule.Describe(), StringComparison.Ordinal);
                return;
            }
            catch (TargetInvocationException illegal) when (illegal.InnerException is ArgumentException)
            {
                // These arguments are not legal on every schedule that this verb makes.
                refusal = illegal.InnerException;
            }
        }

        throw new InvalidOperationException("No arguments are legal.", refusal);
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(action), SmallStack);
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }
    }

    private static bool Joins(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(Func<int, double>) || parameter.ParameterType == typeof(IReadOnlyList<Func<int, double>>);
}
