using System.Buffers;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using LrMath.ClosedLoop;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>What every policy, state and loop refuses, and how.</summary>
public class RefusalLaws
{
    /// <summary>What was wrong, its value, and what is legal: words, not an empty place.</summary>
    internal const string Refusal = @"^[\w.\[\]]+ is .+; legal is .*\w{2}";

    private static readonly object[] Candidates =
    [
        double.NaN,
        double.PositiveInfinity,
        -1.0,
        0.0,
        0.5,
        1.0,
        2.0,
        -1,
        0,
        int.MaxValue,
        (Mode)99,
        (PatienceRule)99,
        (Baseline)99,
    ];

    private static readonly Dictionary<string, object> Policies = new(StringComparer.Ordinal)
    {
        [nameof(Plateau)] = new Plateau(),
        [nameof(Greedy)] = new Greedy(),
        [nameof(Steering)] = new Steering(),
        [nameof(Smoothed<>)] = new Smoothed<PlateauState>(new Plateau(), 0.5),
        [nameof(IgnoringFirst<>)] = new IgnoringFirst<PlateauState>(new Plateau(), 3),
    };

    public static TheoryData<string> Names => [.. Policies.Keys];

    private static readonly (string Name, Action Call)[] Refused =
    [
        ("afterStep", () => Loop().Observe(1, -1)),
        ("afterStep", () => Later().Observe(1, 5)),
        ("LastStep", () => _ = new ScaleHistory { Changes = [Change(0, 1)], LastStep = -1 }),
        ("PendingMean", () => new Plateau().Validate(new() { Level = 1, PendingMean = 1 })),
        (
            "WindowSum",
            () =>
                new Greedy().Validate(
                    new()
                    {
                        Level = 1,
                        WindowSum = 1,
                        Window = [],
                    }
                )
        ),
        ("WindowSum", () => (new Greedy() with { Window = 2, RunningSum = true }).Validate(new() { Level = 1, WindowSum = 1 })),
        (
            "WindowSum",
            () =>
                (new Greedy() with { Window = 2 }).Validate(
                    new()
                    {
                        Level = 1,
                        WindowSum = 1,
                        Window = [1],
                    }
                )
        ),
        (
            "GoodCount",
            () =>
                (new Greedy() with { Cooldown = 2 }).Validate(
                    new()
                    {
                        Level = 1,
                        CooldownLeft = 1,
                        GoodCount = 1,
                    }
                )
        ),
        ("BadCount", () => Plateau.Keras.Validate(new() { Level = Plateau.Keras.BaseRate, BadCount = Plateau.Keras.Patience })),
        ("Level", () => _ = new Steering { Ceiling = 2 }.Next(new() { Level = 3 }, 1)),
        (
            "IgnoredCount",
            () =>
                new IgnoringFirst<PlateauState>(new Plateau(), 3).Next(
                    new()
                    {
                        IgnoredCount = 4,
                        Inner = new() { Level = 1 },
                    },
                    1
                )
        ),
        (
            "Inner",
            () =>
                new IgnoringFirst<PlateauState>(new Plateau(), 3).Validate(
                    new()
                    {
                        Inner = new() { Level = 1, BadCount = 1 },
                    }
                )
        ),
        (
            "BadCount",
            () =>
                Ignored(99)
                    .Validate(
                        new()
                        {
                            IgnoredCount = 3,
                            Inner = new() { Level = 1, BadCount = 100 },
                        }
                    )
        ),
        ("decay", () => _ = new Smoothed<PlateauState>(new Plateau(), 1)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_state_is_refused_by_the_name_of_the_parameter(string name)
    {
        foreach (string method in new[] { "Next", "ScaleOf", "Validate" })
        {
            MethodInfo call = Policies[name].GetType().GetMethod(method)!;
            object?[] arguments = [.. call.GetParameters().Select(p => p.ParameterType == typeof(double) ? (object)1.0 : null)];
            Exception? refused = Assert.Throws<TargetInvocationException>(() => call.Invoke(Policies[name], arguments)).InnerException;
            Assert.Equal("state", Assert.IsType<ArgumentNullException>(refused).ParamName);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refused_setting_is_named_with_its_value_and_what_is_legal(string name)
    {
        object policy = Policies[name];
        MethodInfo copy = policy.GetType().GetMethod("<Clone>$")!;
        foreach (PropertyInfo setting in policy.GetType().GetProperties().Where(setting => setting.SetMethod is not null))
        {
            Type type = Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType;
            object[] values = [.. Candidates.Where(value => value.GetType() == type)];
            ArgumentException[] refused = [.. values.Select(value => Set(setting, value)).OfType<ArgumentException>()];
            Assert.True(refused.Length > 0 || type == typeof(bool), $"nothing is refused as {setting.Name}");
            Assert.All(refused, error => Assert.Matches(Refusal, error.Message));
            Assert.All(refused, error => Assert.StartsWith(setting.Name, error.Message, StringComparison.Ordinal));
            Assert.All(
                refused.Where(_ => type.IsEnum),
                error => Assert.Contains(string.Join(", ", Enum.GetNames(type)), error.Message, StringComparison.Ordinal)
            );
        }

        Exception? Set(PropertyInfo setting, object value)
        {
            object changed = copy.Invoke(policy, null)!;
            return Record.Exception(() => setting.SetValue(changed, value))?.InnerException;
        }
    }

    [Fact]
    public void What_no_run_leads_to_is_refused_by_its_name()
    {
        Assert.All(
            Refused,
            refused =>
            {
                ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(refused.Call);
                Assert.Matches(Refusal, error.Message);
                Assert.StartsWith(refused.Name, error.Message, StringComparison.Ordinal);
            }
        );
        Assert.Contains(
            "legal is 7, the step of the last metric, or later",
            Message(() => Later().Observe(1, 5)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Changes[2].FromStep is 5; legal is a step after 5, the one before it",
            Message(() => _ = new ScaleHistory { Changes = [Change(0, 1), Change(5, 2), Change(5, 3), Change(9, 4)] }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_replay_needs_a_policy_and_metrics()
    {
        Assert.Throws<ArgumentNullException>("policy", () => ((IPolicy<PlateauState>)null!).Replay([1]));
        Assert.Throws<ArgumentNullException>("metrics", () => new Plateau().Replay(null!));
    }

    [Fact]
    public void A_list_of_exact_numbers_is_one_and_nothing_else()
    {
        var options = new JsonSerializerOptions { Converters = { new ExactNumbers() } };
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ImmutableArray<double>>("{}", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ImmutableArray<double>>("[1, \"2\"]", options));
        Assert.Equal([1.0, 0.1], JsonSerializer.Deserialize<ImmutableArray<double>>("[1, 0.1]", options).ToArray());
        Assert.Equal("[]", JsonSerializer.Serialize(default(ImmutableArray<double>), options));
        Assert.Throws<ArgumentNullException>("writer", () => new ExactNumbers().Write(null!, [], options));
        Assert.Throws<ArgumentNullException>("writer", () => new ExactNumber().Write(null!, 1, options));
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        Assert.Null(Record.Exception(() => new ExactNumber().Write(writer, 1, options)));
    }

    private static FeedbackLoop<PlateauState> Loop() => Schedule.Constant(1).Under(new Plateau());

    private static FeedbackLoop<PlateauState> Later()
    {
        FeedbackLoop<PlateauState> loop = Loop();
        loop.Observe(1, 7);
        return loop;
    }

    private static IgnoringFirst<PlateauState> Ignored(int patience) => new(new Plateau { Patience = patience }, 3);

    private static ScaleChange Change(int from, double scale) => new() { FromStep = from, Scale = scale };

    private static string Message(Action call) => Assert.Throws<ArgumentOutOfRangeException>(call).Message;
}
