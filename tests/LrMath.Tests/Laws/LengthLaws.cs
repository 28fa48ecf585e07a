using System.Reflection;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>
/// The length of a schedule: from there on it holds one value, and it is the length that builders and verbs say. Each builder and each verb
/// has a row below with its length; n is that of the schedule a verb is called on.
/// </summary>
public class LengthLaws
{
    private static readonly Dictionary<string, Func<Given, long?>> Builders = new(StringComparer.Ordinal)
    {
        ["Constant"] = _ => 0,
        ["Hold"] = Steps,
        ["Linear"] = Steps,
        ["Polynomial"] = Steps,
        ["Cosine"] = Steps,
        ["Exponential"] = Steps,
        ["SquareRoot"] = Steps,
        ["Ramp"] = Steps,
        ["Line"] = Endless,
        ["ExponentialDecay"] = Endless,
        ["InverseTime"] = Endless,
        ["InverseSquareRoot"] = Endless,
        ["PowerLaw"] = Endless,
        ["ExponentialApproach"] = Endless,
        ["Noam"] = Endless,
        ["Rectified"] = Endless,
        ["Step"] = Endless,
        ["MultiStep"] = a => LastMilestone(a),
        ["Piecewise"] = a => LastMilestone(a),
        ["Path"] = LastKnot,
        ["Phases"] = Steps,
        ["Interpolate"] = LastKnot,
        ["CosineWave"] = Endless,
        ["CosineRestarts"] = Cycles,
        ["Restarts"] = Cycles,
        ["GrowingHorizon"] = Endless,
        ["Cyclic"] = Endless,
        ["OneCycle"] = a => (long)a.Number("steps") - 1,
        ["WarmupStableDecay"] = a => (long)(a.Number("warmupSteps") + a.Number("stableSteps") + a.Number("decaySteps")),
        ["TriStage"] = a => (long)(a.Number("warmupSteps") + a.Number("holdSteps") + a.Number("decaySteps")),
        ["FlatCosine"] = Steps,
        ["SlantedTriangular"] = Steps,
        ["RangeTest"] = a => (long)a.Number("steps") - 1,
        ["Chain"] = a => Longest(a.List<Func<int, double>>("schedules")),
        ["Sequential"] = a => LastMilestone(a) + (long?)a.List<Func<int, double>>("schedules")[^1].Length(),
        ["Concat"] = a =>
            a.List<(Func<int, double>, int)>("parts") is var parts
                ? parts.SkipLast(1).Sum(part => (long)part.Item2) + parts[^1].Item1.Length()
                : null,
    };

    private static readonly Dictionary<string, Func<Given, long?, long?>> Verbs = new(StringComparer.Ordinal)
    {
        ["Scale"] = Same,
        ["Offset"] = Same,
        ["Mirror"] = Same,
        ["Clamp"] = Same,
        ["Map"] = Same,
        ["Min"] = (a, n) => a.Has("other") ? Longer(n, a.Value<Func<int, double>>("other")!.Length()) : n,
        ["Max"] = (a, n) => a.Has("other") ? Longer(n, a.Value<Func<int, double>>("other")!.Length()) : n,
        ["Plus"] = (a, n) => Longer(n, a.Value<Func<int, double>>("other")!.Length()),
        ["Chain"] = (a, n) => Longer(n, Longest(a.List<Func<int, double>>("others"))),
        ["Then"] = (a, _) => (long)a.Number("at") + a.Value<Func<int, double>>("next")!.Length(),
        ["Warmup"] = (a, n) => (long)a.Number("steps") + n,
        ["Delay"] = (a, n) => (long)a.Number("steps") + n,
        ["Shift"] = (a, n) => a.Number("steps") > 0 ? Later(n, -(long)a.Number("steps")) : n - (long)a.Number("steps"),
        ["JumpAt"] = (a, n) => (long)a.Number("step") + Later(n, -(long)a.Number("to")),
        ["Freeze"] = (a, _) => (long)a.Number("at"),
        ["Reverse"] = (a, n) => n == 0 ? 0 : (long)a.Number("steps"),
        ["Repeat"] = (_, n) => n == 0 ? 0 : null,
        ["PingPong"] = (_, _) => null,
        ["PerEpoch"] = (a, n) => Slower(n, a.Number("stepsPerEpoch"), 1),
        ["Stride"] = (a, n) => Slower(n, a.Number("every"), a.Number("size")),
        ["BySamples"] = (a, n) =>
            n is { } length ? Updates(a.List<(long, long)>("stages"), (long)(length * a.Number("samplesPerStep"))) : null,
        ["ByProgress"] = (a, n) => n == 0 ? 0 : a.Value<Func<int, double>>("progress")!.Length(),
        ["BranchAt"] = (a, _) =>
            (long)(a.Number("step") + a.Number("steps")) is var joined && a.Has("next")
                ? Longer(joined, a.Value<Func<int, double>>("next")!.Length())
                : joined,
        ["Cooldown"] = (a, _) => (long)a.Number("totalSteps"),
    };

    private static long? Updates(IReadOnlyList<(long Samples, long BatchSize)> stages, long samples)
    {
        long updates = 0;
        long seen = 0;
        for (int i = 0; i < stages.Count && seen < samples; i++)
        {
            long end = i + 1 < stages.Count ? Math.Min(stages[i + 1].Samples, samples) : samples;
            long more = Math.Max(0, (end - seen + stages[i].BatchSize - 1) / stages[i].BatchSize);
            (updates, seen) = (updates + more, seen + (more * stages[i].BatchSize));
        }

        return updates;
    }

    private static readonly IReadOnlyDictionary<string, MethodInfo> NamedBuilders = Members.Named(Members.Builders);

    private static readonly IReadOnlyDictionary<string, MethodInfo> NamedVerbs = Members.Named(Members.Verbs);

    public static TheoryData<string> BuilderRows => [.. NamedBuilders.Keys];

    public static TheoryData<string> VerbRows => [.. NamedVerbs.Keys];

    [Theory]
    [MemberData(nameof(BuilderRows))]
    public void A_builder_has_the_length_that_it_was_given(string name)
    {
        MethodInfo builder = NamedBuilders[name];
        Assert.True(Builders.TryGetValue(builder.Name, out Func<Given, long?>? length), $"{name} has no row in LengthLaws.Builders");
        Law.Holds(
            Arbitraries.Of(new Generator(), builder),
            composition => Check(composition, length!(new Given((Call)composition.Term))),
            times: 60
        );
    }

    [Theory]
    [MemberData(nameof(VerbRows))]
    public void A_verb_has_the_length_of_what_it_is_called_on_as_it_changes_it(string name)
    {
        MethodInfo verb = NamedVerbs[name];
        Assert.True(Verbs.TryGetValue(verb.Name, out Func<Given, long?, long?>? length), $"{name} has no row in LengthLaws.Verbs");
        Law.Holds(
            Arbitraries.Of(new Generator(), verb),
            composition =>
            {
                Given given = new((Call)composition.Term);
                Check(composition, length!(given, given.Value<Func<int, double>>("schedule")!.Length()));
            },
            times: 60
        );
    }

    [Fact]
    public void From_its_length_on_a_schedule_holds_one_value()
    {
        int finite = 0;
        Law.Holds(
            Law.Both(Arbitraries.Of(new Generator()), Arbitraries.AnyStep()),
            drawn => finite += IsHeld(drawn.First, drawn.Second.At) ? 1 : 0,
            times: 1000
        );
        Law.LookedAtSome(finite, 1000, "No schedule had a length.");
    }

    [Fact]
    public void From_its_length_on_a_preset_holds_one_value()
    {
        int finite = 0;
        Generator generator = new(Presets: true);
        Law.Holds(generator.AnyOf(Generator.FastPresets, 1), term => finite += IsHeld(new Composition(term), 65_537) ? 1 : 0, times: 500);
        Law.LookedAtSome(finite, 500, "No preset had a length.");
    }

    [Fact]
    public void Before_its_length_a_ramp_has_not_reached_its_end()
    {
        foreach (MemberInfo member in Members.Shapes.Where(member => member is PropertyInfo))
        {
            Func<int, double> ramp = Schedule.Ramp(0.3, 0.1, 9_500, (Shape)((PropertyInfo)member).GetValue(null)!).Warmup(500);
            Assert.Equal(10_000, ramp.Length());
            Assert.NotEqual(ramp(10_000), ramp(9_999));
            Assert.Equal(0.1, ramp(10_000));
        }
    }

    [Fact]
    public void What_has_no_end_among_the_steps_there_are_has_no_length()
    {
        Assert.Null(((Func<int, double>)(step => 1)).Length());
        Assert.Null(((Func<int, double>)(step => 1)).Scale(2).Length());
        Assert.Null(Schedule.Constant(1).Plus(step => step).Length());
        Assert.Null(Schedule.Cosine(1, 0, int.MaxValue).Warmup(1).Length());
        Assert.Equal(int.MaxValue, Schedule.Cosine(1, 0, int.MaxValue).Length());
        Assert.Equal(int.MaxValue, Schedule.Cosine(1, 0, int.MaxValue - 500).Warmup(500).Length());
        Assert.Null(Schedule.Path([(0, 1), (1e12, 0)]).Length());
        Assert.Equal(29, Schedule.Path([(0, 1), (28.7, 0)]).Length());
        Assert.Throws<ArgumentNullException>("schedule", () => ((Func<int, double>)null!).Length());
    }

    [Fact]
    public void A_chain_of_any_depth_has_a_length()
    {
        Func<int, double> schedule = Schedule.Linear(1, 0, 10);
        for (int i = 0; i < 100_000; i++)
        {
            schedule = schedule.Scale(1).Stride(int.MaxValue).Delay(3).Clamp(-1, 1);
        }

        Assert.Equal(4, schedule.Length());
    }

    private static void Check(Composition composition, long? expected)
    {
        expected = expected > int.MaxValue ? null : expected;
        int? actual = composition.Build().Length();
        Assert.True(actual == expected, $"the length of {composition} is {actual}, not {expected} ({Seed.Note})");
    }

    /// <summary>False if a schedule has no length.</summary>
    private static bool IsHeld(Composition composition, int after)
    {
        Func<int, double> schedule = composition.Build();
        if (schedule.Length() is not { } length)
        {
            return false;
        }

        double held = schedule(length);
        foreach (long step in Enumerable.Range(0, 50).Select(i => (long)length + i).Concat([(long)length + after, int.MaxValue]))
        {
            int at = (int)Math.Min(step, int.MaxValue);
            Law.SameBits([held], [schedule(at)], composition, at);
        }

        return true;
    }

    private static long? Steps(Given a) => (long)a.Number("steps");

    private static long? Endless(Given a) => null;

    private static long? Same(Given a, long? length) => length;

    private static long? Longer(long? one, long? other) => one is null || other is null ? null : Math.Max(one.Value, other.Value);

    private static long? Longest(IEnumerable<Func<int, double>> schedules) =>
        schedules.Aggregate((long?)0, (longest, one) => Longer(longest, one.Length()));

    private static long? Later(long? length, long by) => length is null ? null : Math.Max(length.Value + by, 0);

    private static long? Slower(long? length, double times, double by) =>
        length is null ? null : (long)Math.Ceiling(length.Value * times / by);

    private static long? LastMilestone(Given a) => a.List<int>("milestones") is [.., var last] ? last : 0;

    private static long? LastKnot(Given a) =>
        a.List<(double At, double Value)>("knots") is { Count: > 1 } knots ? (long)Math.Max(Math.Ceiling(knots[^1].At), 0) : 0;

    // Cycle after cycle with so many digits that only the position of a cycle, a double, is rounded; they end where they are too short for
    // their positions to differ. Cycles without a step are left out.
    private static long? Cycles(Given a)
    {
        double factor = a.Number("periodFactor");
        int? cycles = a.Value<int?>("cycles");
        if (cycles is null && factor >= 1)
        {
            return null;
        }

        Exact begin = 0;
        Exact length = a.Number("period");
        long warmups = 0;
        for (int cycle = 0; cycle < (cycles ?? int.MaxValue) && begin.Nearest <= int.MaxValue; cycle++)
        {
            Exact end = begin + length;
            if (end.Nearest == begin.Nearest)
            {
                break;
            }

            warmups += FirstStep(end) > FirstStep(begin) ? (long)a.Number("warmupSteps") : 0;
            begin = end;
            length *= factor;
        }

        return FirstStep(begin) + warmups;

        static long FirstStep(Exact position) => (long)Math.Ceiling(position.Nearest);
    }
}
