using LrMath.ClosedLoop;
using LrMath.Data;
using LrMath.Frameworks;
using LrMath.Tests.Data;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>What is written is read back as it was, for everything that is public.</summary>
public class JsonLaws
{
    private static readonly Dictionary<string, Func<double, double>> Maps = new() { ["squashed"] = OwnMap.Function };

    public static TheoryData<string> Methods => CallLaws.Methods;

    public static TheoryData<string, string> Presets()
    {
        TheoryData<string, string> presets = [];
        foreach (string name in JsonFamily.Schedules.Members.Keys.Where(name => name.Contains('.', StringComparison.Ordinal)))
        {
            foreach (Member member in JsonFamily.Schedules.Members[name])
            {
                presets.Add(name, member.Method.ToString()!);
            }
        }

        return presets;
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Each_builder_and_verb_is_read_as_it_was_written(string signature) =>
        Law.Holds(
            Arbitraries.Of(new Generator(OwnFunctions: false), Any.Builder(signature)),
            composition => IsTheSame(composition.Build()),
            times: 20
        );

    [Fact]
    public void Compositions_of_everything_are_read_as_they_were_written() =>
        Law.Holds(Arbitraries.Of(new Generator(OwnFunctions: false)), composition => IsTheSame(composition.Build()), times: 300);

    [Theory]
    [MemberData(nameof(Presets))]
    public void Each_preset_is_read_by_its_own_name(string name, string signature)
    {
        Member member = Assert.Single(JsonFamily.Schedules.Members[name], member => member.Method.ToString() == signature);
        AnyArgument any = new(20_261_131);
        int read = 0;
        for (int i = 0; i < 300 && read < 5; i++)
        {
            (object?[] values, string json) = any.For(member);
            object made;
            try
            {
                made = member.Invoke(null, values);
            }
            catch (ArgumentException)
            {
                continue;
            }

            read++;
            Func<int, double> expected = made is RateAndMomentum both ? both.Rate : (Func<int, double>)made;
            string text = $"{{ \"lrmath\": 1, \"schedule\": {{ \"{name}\": {json} }} }}";
            Func<int, double> actual = ScheduleJson.Read(text);
            Assert.Equal(expected.Describe(), actual.Describe());
            Law.SameBits(expected.Evaluate(0..300), actual.Evaluate(0..300), expected, 0);
            IsTheSame(actual);
        }

        Assert.True(read > 0, $"No legal arguments found for {name}: teach {nameof(AnyArgument)}.");
    }

    [Fact]
    public void Each_shape_is_read_as_it_was_written()
    {
        AnyArgument any = new(20_261_132);
        foreach (Member member in JsonFamily.Shapes.Members.Values.SelectMany(members => members))
        {
            int read = 0;
            for (int i = 0; i < 100 && read < 10; i++)
            {
                (object?[] values, string json) = any.For(member);
                Shape shape;
                try
                {
                    shape = (Shape)member.Invoke(null, values);
                }
                catch (ArgumentException)
                {
                    continue;
                }

                read++;
                IsTheSameShape(shape, ScheduleJson.Write(shape));
                IsTheSameShape(shape, $"{{ \"lrmath\": 1, \"shape\": {{ \"{JsonFamily.NameOf(member)}\": {json} }} }}");
            }

            Assert.True(read > 0, $"No legal arguments found for {member}: teach {nameof(AnyArgument)}.");
        }
    }

    [Fact]
    public void Each_preset_of_a_policy_is_read_as_it_was_written()
    {
        foreach (Member member in PublicTable.Policies.SelectMany(room => room.Members))
        {
            object policy = member.Invoke(null, [.. member.Parameters.Select(parameter => parameter.Default)]);
            string text = Write(policy);
            Assert.Equal($"{{ \"lrmath\": 1, \"policy\": \"{JsonFamily.NameOf(member)}\" }}\n", text);
            Assert.Equal(policy, ScheduleJson.ReadPolicy<object>(text));
        }
    }

    [Fact]
    public void Each_policy_of_a_framework_is_read_as_it_was_written()
    {
        AnyArgument any = new(20_261_133);
        foreach (Member member in JsonFamily.Policies.Members.Values.SelectMany(members => members))
        {
            int read = 0;
            for (int i = 0; i < 500 && read < 5; i++)
            {
                (object?[] values, string json) = any.For(member);
                object policy;
                try
                {
                    policy = member.Invoke(null, values);
                }
                catch (ArgumentException)
                {
                    continue;
                }

                read++;
                Assert.Equal(policy, ScheduleJson.ReadPolicy<object>(Write(policy)));
                string name = JsonFamily.NameOf(member);
                string text = $"{{ \"lrmath\": 1, \"policy\": {{ \"{name}\": {json} }} }}";
                Assert.Equal(policy, ScheduleJson.ReadPolicy<object>(text));
            }

            Assert.True(read > 0, $"No legal arguments found for {member}: teach {nameof(AnyArgument)}.");
        }
    }

    [Fact]
    public void Each_builder_verb_shape_preset_and_policy_can_be_data_but_for_the_ones_that_are_said_to_be_none()
    {
        JsonFamily[] families = [JsonFamily.Schedules, JsonFamily.Verbs, JsonFamily.Shapes, JsonFamily.CyclicModes, JsonFamily.Policies];
        IEnumerable<Member> data = families
            .SelectMany(family => family.Members.Values)
            .SelectMany(members => members)
            .Concat(PublicTable.Values.Members);
        Assert.Equal(["PyTorch.MultiplicativeLR"], PublicTable.Members.Except(data).Select(member => $"{member.Room}.{member.Name}"));
    }

    [Fact]
    public void Each_verb_on_a_policy_is_read_as_it_was_written()
    {
        Assert.Equal(
            typeof(Feedback)
                .GetMethods()
                .Where(method => method.IsGenericMethodDefinition && IsPolicy(method.ReturnType))
                .Select(method => method.Name)
                .Order(StringComparer.Ordinal),
            JsonFamily.PolicyVerbs.Members.Values.Select(members => members[0].Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            PublicTable.Policies,
            room =>
            {
                Member preset = room.Members[0];
                Assert.NotNull(BoxedPolicy.Of(preset.Invoke(null, [.. preset.Parameters.Select(parameter => parameter.Default)])));
            }
        );

        IgnoringFirst<SmoothedState<PlateauState>> policy = (Plateau.PyTorch with { Patience = 3 }).Smoothed(0.9).IgnoreFirst(5);
        string text = ScheduleJson.Write(policy);
        Assert.Equal(
            """
            {
              "lrmath": 1,
              "policy": [
                { "plateau.pyTorch": { "patience": 3 } },
                { "smoothed": { "decay": 0.9 } },
                { "ignoreFirst": { "count": 5 } }
              ]
            }

            """.ReplaceLineEndings("\n"),
            text
        );
        Assert.Equal(policy, ScheduleJson.ReadPolicy<IgnoringFirst<SmoothedState<PlateauState>>>(text));
        Assert.Equal(
            "$.policy[1].smoothed.decay",
            Assert
                .Throws<ScheduleJsonException>(() => ScheduleJson.ReadPolicy<object>(text.Replace("0.9", "1.9", StringComparison.Ordinal)))
                .Path
        );
        SmoothedState<IgnoringFirstState<GreedyState>> start = Greedy.Transformers.IgnoreFirst(2).Smoothed(0.5).Start;
        Assert.Equal(
            start,
            ScheduleJson
                .ReadPolicy<Smoothed<IgnoringFirstState<GreedyState>>>(ScheduleJson.Write(Greedy.Transformers.IgnoreFirst(2).Smoothed(0.5)))
                .Start
        );
        Assert.Equal("one verb twice", Assert.Throws<ScheduleJsonException>(() => ScheduleJson.Write(policy.Smoothed(0.1))).Found);
        Assert.Equal(
            "one verb twice",
            Assert
                .Throws<ScheduleJsonException>(() =>
                    ScheduleJson.ReadPolicy<object>(
                        """{ "lrmath": 1, "policy": ["plateau", { "smoothed": { "decay": 0.5 } }, { "smoothed": { "decay": 0.5 } }] }"""
                    )
                )
                .Found
        );
        Assert.Throws<ScheduleJsonException>(() =>
            ScheduleJson.ReadPolicy<object>(text.Replace("{ \"plateau", "{ \"x\": 1, \"plateau", StringComparison.Ordinal))
        );

        static bool IsPolicy(Type type) =>
            type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IPolicy<>));
    }

    private static void IsTheSame(Func<int, double> schedule)
    {
        string text = ScheduleJson.Write(schedule, maps: Maps);
        Func<int, double> read = ScheduleJson.Read(text, maps: Maps);
        Assert.Equal(schedule.Describe(), read.Describe());
        Law.SameBits(schedule.Evaluate(0..400), read.Evaluate(0..400), schedule, 0);
        Assert.Equal(schedule(int.MaxValue), read(int.MaxValue));
        Assert.Equal(text, ScheduleJson.Write(read, maps: Maps));
    }

    private static void IsTheSameShape(Shape shape, string text)
    {
        Shape read = ScheduleJson.ReadShape(text);
        Assert.Equal(ScheduleJson.Write(shape), ScheduleJson.Write(read));
        Assert.All(Enumerable.Range(0, 50), step => Assert.Equal(shape(0.1, 0.9, step / 49.0), read(0.1, 0.9, step / 49.0)));
    }

    private static string Write(object policy) =>
        policy switch
        {
            Plateau plateau => ScheduleJson.Write(plateau),
            Greedy greedy => ScheduleJson.Write(greedy),
            Steering steering => ScheduleJson.Write(steering),
            _ => throw new InvalidOperationException($"Teach this law to write a {policy.GetType()}."),
        };
}
