using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath.ClosedLoop;
using LrMath.Data;
using Xunit;

namespace LrMath.Tests.Data;

/// <summary>TrainingOptions with a schedule in them, as a whole.</summary>
public partial class ConverterTests
{
    private const string Text =
        """{"BatchSize":32,"Rate":[{ "cosine": { "start": 0.1, "end": 0, "steps": 9500 } }, { "warmup": { "steps": 500 } }],"""
        + "\"Anneal\":"
        + """{ "tanh": { "lower": -7, "upper": 3 } },"Plateau":{ "plateau.pyTorch": { "patience": 5 } },"Decay":null}""";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Converters = { new ScheduleConverter(), new ShapeConverter(), new PolicyConverter<Plateau>() },
    };

    [Fact]
    public void Options_are_written_and_read_by_reflection_and_by_generated_code()
    {
        TrainingOptions options = new(
            32,
            Schedule.Cosine(0.1, 0, 9_500).Warmup(500),
            Shapes.Tanh(-7, 3),
            Plateau.PyTorch with
            {
                Patience = 5,
            },
            null
        );

        Assert.Equal(Text, JsonSerializer.Serialize(options, Plain));
        Assert.Equal(Text, JsonSerializer.Serialize(options, Generated.Default.TrainingOptions));
        TrainingOptions reflected = JsonSerializer.Deserialize<TrainingOptions>(Text)!;
        TrainingOptions generated = JsonSerializer.Deserialize(Text, Generated.Default.TrainingOptions)!;
        foreach (TrainingOptions read in (TrainingOptions[])[reflected, generated])
        {
            Assert.Equal(options.Rate.Evaluate(0..10_000), read.Rate.Evaluate(0..10_000));
            Assert.Equal(options.Anneal(1, 0, 0.3), read.Anneal(1, 0, 0.3));
            Assert.Equal(options.Plateau, read.Plateau);
            Assert.Null(read.Decay);
        }
    }

    [Fact]
    public void A_mistake_is_told_with_the_path_to_the_property_and_on_to_the_mistake()
    {
        JsonException mistake = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<TrainingOptions>(Text.Replace("\"steps\": 500", "\"stps\": 500", StringComparison.Ordinal))
        );

        Assert.Equal("$.Rate", mistake.Path);
        Assert.Equal("steps", Assert.IsType<ScheduleJsonException>(mistake.InnerException).Nearest);
        Assert.StartsWith("$[1].warmup.stps: found the unknown name \"stps\"", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_of_ones_own_have_names_and_comments_may_be_allowed()
    {
        Func<int, double> mine = step => step;
        JsonSerializerOptions named = new()
        {
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            Converters = { new ScheduleConverter(new() { ["mine"] = mine }) },
        };

        Assert.Equal("""["mine", { "scale": { "factor": 2 } }]""", JsonSerializer.Serialize(mine.Scale(2), named));
        const string Commented = """["mine", /* twice */ { "scale": { "factor": 2, } }]""";
        Assert.Equal(6, JsonSerializer.Deserialize<Func<int, double>>(Commented, named)!(3));
        Assert.IsType<ScheduleJsonException>(
            Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize<Func<int, double>>(step => 1, named)).InnerException
        );
    }

    internal sealed record TrainingOptions(
        int BatchSize,
        [property: JsonConverter(typeof(ScheduleConverter))] Func<int, double> Rate,
        [property: JsonConverter(typeof(ShapeConverter))] Shape Anneal,
        [property: JsonConverter(typeof(PolicyConverter<Plateau>))] Plateau Plateau,
        [property: JsonConverter(typeof(ScheduleConverter))] Func<int, double>? Decay
    );

    [JsonSerializable(typeof(TrainingOptions))]
    private sealed partial class Generated : JsonSerializerContext;
}
