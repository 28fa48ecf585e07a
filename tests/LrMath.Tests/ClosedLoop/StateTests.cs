using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath.ClosedLoop;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

[JsonSerializable(typeof(PlateauState))]
[JsonSerializable(typeof(GreedyState))]
[JsonSerializable(typeof(ScaleHistory))]
internal sealed partial class StateJson : JsonSerializerContext;

public class StateTests
{
    private static readonly PlateauState Full = new()
    {
        Level = 0.1,
        Best = -2.5,
        BadCount = 3,
        CooldownLeft = 4,
        PendingMean = 0.3,
        PendingCount = 1,
    };

    private static readonly GreedyState Loaded = new()
    {
        Level = 0.1,
        Best = -2.5,
        GoodCount = 1,
        BadCount = 2,
        CooldownLeft = 3,
        WarmupLeft = 4,
        FloorCount = 5,
        Window = [0.1, 0.2],
        WindowSum = 0.3,
    };

    /// <summary>A state of each kind in which no part has its default.</summary>
    private static readonly object[] States =
    [
        Full,
        Loaded,
        new SteeringState { Level = 0.1 },
        new SmoothedState<PlateauState> { Average = 1.5, Inner = Full },
        new IgnoringFirstState<GreedyState> { IgnoredCount = 2, Inner = Loaded },
    ];

    private static readonly object[] Policies =
    [
        Plateau.PyTorch,
        Greedy.Transformers,
        Steering.Skrl,
        Plateau.PyTorch.Smoothed(0.5),
        Greedy.Transformers.IgnoreFirst(2),
    ];

    /// <summary>All parts of what is saved, by a name such as <c>PlateauState.Level</c>, with the state that each is a part of.</summary>
    private static readonly Dictionary<string, (object State, PropertyInfo Part)> AllParts = States
        .Append(new ScaleChange { FromStep = 3, Scale = 0.5 })
        .SelectMany(state => state.GetType().GetProperties(), (state, part) => (state, part))
        .ToDictionary(one => $"{one.state.GetType().Name.Split('`')[0]}.{one.part.Name}", StringComparer.Ordinal);

    public static TheoryData<string> Parts => [.. AllParts.Keys];

    private static readonly JsonSerializerOptions Sparse = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public void A_state_goes_through_json_unharmed_with_and_without_reflection()
    {
        Law.Holds(
            from policy in Samples.Plateaus
            from metrics in Samples.Metrics
            select policy.Replay(metrics).LastOrDefault(policy.Start),
            s =>
                s == JsonSerializer.Deserialize<PlateauState>(JsonSerializer.Serialize(s))
                && s
                    == JsonSerializer.Deserialize(
                        JsonSerializer.Serialize(s, StateJson.Default.PlateauState),
                        StateJson.Default.PlateauState
                    ),
            times: 500
        );
        Law.Holds(
            from policy in Samples.Greedies
            from metrics in Samples.Metrics
            select policy.Replay(metrics).LastOrDefault(policy.Start),
            s =>
                s == JsonSerializer.Deserialize<GreedyState>(JsonSerializer.Serialize(s))
                && s
                    == JsonSerializer.Deserialize(
                        JsonSerializer.Serialize(s, StateJson.Default.GreedyState),
                        StateJson.Default.GreedyState
                    ),
            times: 500
        );
    }

    [Theory]
    [InlineData(2.9802322387695312E-08)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(0.1)]
    public void Numbers_that_the_serializer_itself_rounds_are_read_back_with_all_their_bits(double number)
    {
        PlateauState plateau = Full with { Level = number, Best = number, PendingMean = -number };
        GreedyState greedy = Loaded with { Level = number, Best = -number, Window = [number, -number], WindowSum = number };
        ScaleHistory history = new()
        {
            Changes = [new() { FromStep = 0, Scale = number }, new() { FromStep = 3, Scale = -number }],
            LastStep = 7,
        };

        Assert.Equal(plateau, JsonSerializer.Deserialize<PlateauState>(JsonSerializer.Serialize(plateau)));
        Assert.Equal(greedy, JsonSerializer.Deserialize<GreedyState>(JsonSerializer.Serialize(greedy)));
        Assert.Equal(history, JsonSerializer.Deserialize<ScaleHistory>(JsonSerializer.Serialize(history)));

        StateJson json = StateJson.Default;
        Assert.Equal(plateau, JsonSerializer.Deserialize(JsonSerializer.Serialize(plateau, json.PlateauState), json.PlateauState));
        Assert.Equal(greedy, JsonSerializer.Deserialize(JsonSerializer.Serialize(greedy, json.GreedyState), json.GreedyState));
        Assert.Equal(history, JsonSerializer.Deserialize(JsonSerializer.Serialize(history, json.ScaleHistory), json.ScaleHistory));
    }

    [Fact]
    public void A_program_that_sees_only_what_is_public_keeps_all_bits_of_its_states() => Assert.Empty(Native.RoundTrips.Failures());

    [Fact]
    public void The_converters_that_a_state_names_can_be_called_by_the_source_generator_of_anybody()
    {
        Type[] types = [.. typeof(Plateau).Assembly.GetExportedTypes()];
        (PropertyInfo Property, JsonConverterAttribute Converter)[] converted =
        [
            .. from type in types
            from property in type.GetProperties()
            let converter = property.GetCustomAttribute<JsonConverterAttribute>()
            where converter is not null
            select (property, converter),
        ];
        Assert.True(converted.Length >= 8, $"only {converted.Length} are found");
        Assert.All(converted, one => Assert.True(one.Converter.ConverterType!.IsPublic, one.Property.ToString()));

        // A double without its converter would lose bits.
        Type[] saved = [typeof(ScaleChange), .. types.Where(type => type.Name.Split('`')[0].EndsWith("State", StringComparison.Ordinal))];
        Assert.True(saved.Length >= 5, $"only {saved.Length} are found");
        Assert.All(
            from type in saved
            from property in type.GetProperties()
            where property.PropertyType.ToString().Contains("Double", StringComparison.Ordinal)
            select property,
            property => Assert.NotNull(property.GetCustomAttribute<JsonConverterAttribute>())
        );
    }

    [Fact]
    public void What_JSON_cannot_say_is_refused_by_name_and_a_zero_keeps_its_sign()
    {
        JsonSerializerOptions options = new() { Converters = { new ExactNumber(), new ExactNumbers() } };
        Assert.Contains(
            "legal is a finite number",
            Assert.Throws<ArgumentOutOfRangeException>(() => JsonSerializer.Serialize(double.NaN, options)).Message,
            StringComparison.Ordinal
        );
        ImmutableArray<double> endless = [1, double.PositiveInfinity];
        Assert.Throws<ArgumentOutOfRangeException>(() => JsonSerializer.Serialize(endless, options));
        Assert.Equal("[-0,0.1]", JsonSerializer.Serialize(ImmutableArray.Create(-0.0, 0.1), options));
        Assert.True(double.IsNegative(JsonSerializer.Deserialize<double>(JsonSerializer.Serialize(-0.0, options), options)));
    }

    [Fact]
    public void A_state_is_read_back_when_absent_parts_were_not_written()
    {
        string sparse = JsonSerializer.Serialize(Plateau.PyTorch.Start, Sparse);

        Assert.DoesNotContain("Best", sparse, StringComparison.Ordinal);
        Assert.Equal(Plateau.PyTorch.Start, JsonSerializer.Deserialize<PlateauState>(sparse));
        Assert.Equal(new Greedy().Start, JsonSerializer.Deserialize("""{"Level":1}""", StateJson.Default.GreedyState));
    }

    [Theory]
    [InlineData("""{"Best":1,"BadCount":0}""", typeof(JsonException))]
    [InlineData("""{"Level":-0.5}""", typeof(ArgumentOutOfRangeException))]
    [InlineData("""{"Level":1,"BadCount":-1}""", typeof(ArgumentOutOfRangeException))]
    [InlineData("""{"Level":1,"Best":"NaN"}""", typeof(JsonException))]
    [InlineData("""{"Level":1e999}""", typeof(ArgumentOutOfRangeException))]
    public void Json_that_is_no_state_is_refused(string json, Type error)
    {
        Assert.Throws(error, () => JsonSerializer.Deserialize<PlateauState>(json));
        Assert.Throws(error, () => JsonSerializer.Deserialize(json, StateJson.Default.PlateauState));
    }

    [Fact]
    public void States_with_equal_parts_are_equal_and_each_part_counts()
    {
        Assert.Equal(Full, Full with { });
        Assert.Equal(Loaded, Loaded with { Window = [0.1, 0.2] });
        Assert.Equal(Loaded.GetHashCode(), (Loaded with { Window = [0.1, 0.2] }).GetHashCode());
        Assert.Equal(new GreedyState { Level = 1 }, new GreedyState { Level = 1, Window = default });
        Assert.NotEqual(Loaded, Loaded with { Window = [0.1, 0.3] });

        foreach (object state in States)
        {
            foreach (PropertyInfo part in state.GetType().GetProperties())
            {
                object other = Copy(state);
                Assert.Equal(state, other);
                object changed = part.GetValue(state) switch
                {
                    double number => number + 1,
                    int count => count + 1,
                    ImmutableArray<double> window => window.Add(1),
                    PlateauState inner => inner with { BadCount = inner.BadCount + 1 },
                    GreedyState inner => inner with { BadCount = inner.BadCount + 1 },
                    var unknown => throw new NotSupportedException($"{part.Name}: {unknown}"),
                };
                part.SetValue(other, changed);
                Assert.False(state.Equals(other), part.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_that_is_never_legal_is_refused_by_name_wherever_it_comes_from(string part)
    {
        (object state, PropertyInfo property) = AllParts[part];
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object?[] illegal =
            type == typeof(int) ? [-1, int.MinValue]
            : type == typeof(double) ? [double.NaN, double.PositiveInfinity, double.NegativeInfinity]
            : type == typeof(ImmutableArray<double>) ? [ImmutableArray.Create(1, double.NaN)]
            : [null];
        object?[] negative = property.Name == nameof(PlateauState.Level) ? [-double.Epsilon, -1.0] : [];

        Assert.All(
            illegal.Concat(negative),
            value =>
            {
                Exception? refused = Assert.Throws<TargetInvocationException>(() => property.SetValue(Copy(state), value)).InnerException;
                if (value is null)
                {
                    Assert.Equal(property.Name, Assert.IsType<ArgumentNullException>(refused).ParamName);
                }
                else
                {
                    ArgumentOutOfRangeException outOfRange = Assert.IsType<ArgumentOutOfRangeException>(refused);
                    Assert.Equal(property.Name, outOfRange.ParamName);
                    Assert.Matches(RefusalLaws.Refusal, outOfRange.Message);
                }
            }
        );
    }

    [Fact]
    public void A_policy_refuses_states_that_it_cannot_have_produced_and_names_the_part()
    {
        Plateau plateau = new()
        {
            Patience = 3,
            Cooldown = 2,
            AverageOver = 2,
            Floor = 0.1,
            BaseRate = 0.5,
        };
        PlateauState good = plateau.Start;
        Assert.All<(string Part, PlateauState State)>(
            [
                ("Level", good with { Level = 0.6 }),
                ("Level", good with { Level = 0.09 }),
                ("BadCount", good with { BadCount = 4 }),
                ("CooldownLeft", good with { CooldownLeft = 3 }),
                ("BadCount", good with { CooldownLeft = 1, BadCount = 1 }),
                ("PendingCount", good with { PendingCount = 2 }),
                ("PendingMean", good with { PendingMean = 1 }),
            ],
            c => AssertRefused(plateau, c.Part, c.State)
        );

        Greedy greedy = new()
        {
            Patience = 3,
            Cooldown = 2,
            Warmup = 2,
            Window = 2,
            Floor = 0.1,
            Ceiling = 2,
            ResetAfter = 3,
        };
        GreedyState start = greedy.Start;
        Assert.All<(string Part, GreedyState State)>(
            [
                ("Level", start with { Level = 2.1 }),
                ("Level", start with { Level = 0.09 }),
                ("GoodCount", start with { GoodCount = 4 }),
                ("BadCount", start with { BadCount = 4 }),
                ("BadCount", start with { GoodCount = 1, BadCount = 1 }),
                ("CooldownLeft", start with { CooldownLeft = 3 }),
                ("WarmupLeft", start with { WarmupLeft = 3 }),
                ("WarmupLeft", start with { CooldownLeft = 1, WarmupLeft = 1 }),
                ("GoodCount", start with { WarmupLeft = 1, GoodCount = 1 }),
                ("FloorCount", start with { FloorCount = 3 }),
                ("Window", start with { Window = [1, 2, 3] }),
                ("WindowSum", start with { WindowSum = 1 }),
            ],
            c => AssertRefused(greedy, c.Part, c.State)
        );

        static void AssertRefused<TState>(IPolicy<TState> policy, string part, TState state)
            where TState : class
        {
            Assert.Equal(part, Assert.Throws<ArgumentOutOfRangeException>(() => policy.Validate(state)).ParamName);
            Assert.Throws<ArgumentOutOfRangeException>(() => policy.Next(state, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => policy.Replay([], state));
            Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Constant(1).Under(policy, state));
        }
    }

    [Fact]
    public void The_message_of_a_refusal_has_the_value_and_what_is_legal()
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Plateau { Patience = 3 }.Validate(new PlateauState { Level = 1, BadCount = 7 })
        );

        Assert.Contains("BadCount is 7", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0 to 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_do_not_follow_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string[] invariant = Texts();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, Texts());
            Assert.Contains("Best = -2.5", Full.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string[] Texts() => [.. States.Concat(Policies).Select(value => value.ToString()!)];
    }

    [Fact]
    public void The_text_of_a_policy_or_state_names_every_public_part()
    {
        foreach (object value in States.Concat(Policies))
        {
            // A policy's start is none of its knobs: they decide it.
            foreach (
                PropertyInfo part in value
                    .GetType()
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(part => part.Name != nameof(Plateau.Start))
            )
            {
                Assert.Contains($" {part.Name} = ", value.ToString(), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>A copy of a state; the change of a scale is no class, and stays as it is when what is set is refused.</summary>
    private static object Copy(object state) => state.GetType().GetMethod("<Clone>$")?.Invoke(state, null) ?? state;
}
