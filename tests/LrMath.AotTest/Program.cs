using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath;
using LrMath.AotTest;
using LrMath.ClosedLoop;
using LrMath.Data;

// Reads every text of the file, a schedule a line, and prints the bits of some of its values; then an options record and a policy with
// its state.
// The same program under the JIT must print the same.
foreach (string text in File.ReadLines(args[0]))
{
    Func<int, double> schedule = ScheduleJson.Read(text);
    double[] values = schedule.Evaluate(0..300);
    Print([.. values, schedule(int.MaxValue)]);
    if (ScheduleJson.Write(schedule) != ScheduleJson.Write(ScheduleJson.Read(ScheduleJson.Write(schedule))))
    {
        throw new InvalidOperationException($"written differently: {text}");
    }
}

const string Saved = """
    {
      "Rate": [
        { "cosine": { "start": 0.1, "end": 0, "steps": 900 } },
        { "warmup": { "steps": 100, "shape": { "tanh": { "lower": -3, "upper": 3 } } } }
      ],
      "Anneal": { "warp": { "shape": "cosine", "exponent": 1.5 } },
      "Policy": { "plateau.pyTorch": { "baseRate": 0.1, "patience": 2 } },
      "State": { "Level": 0.01, "Best": 0.7, "BadCount": 2, "CooldownLeft": 0, "PendingMean": null, "PendingCount": 0 }
    }
    """;
Run options = JsonSerializer.Deserialize(Saved, RunContext.Default.Run)!;
FeedbackLoop<PlateauState> loop = options.Rate.Under(options.Policy, options.State);
loop.Observe(0.8, afterStep: 500);
Print([.. Enumerable.Range(0, 1_000).Select(loop.Rate), options.Anneal(0.1, 1, 0.37)]);
Console.WriteLine(JsonSerializer.Serialize(options with { State = loop.State }, RunContext.Default.Run));

IgnoringFirst<SmoothedState<PlateauState>> wrapped = ScheduleJson.ReadPolicy<IgnoringFirst<SmoothedState<PlateauState>>>(
    """{ "lrmath": 1, "policy": ["plateau.keras", { "smoothed": { "decay": 0.9 } }, { "ignoreFirst": { "count": 2 } }] }"""
);
Console.WriteLine(ScheduleJson.Write(wrapped));
Console.WriteLine(ScheduleJson.ReadPolicy<object>("""{ "lrmath": 1, "policy": [{ "steering": {} }, { "smoothed": { "decay": 0.5 } }] }"""));

try
{
    ScheduleJson.Read("""{ "lrmath": 1, "schedule": { "cosine": { "strat": 1 } } }""");
}
catch (ScheduleJsonException mistake)
{
    Console.WriteLine(mistake.Message);
}

static void Print(double[] values) =>
    Console.WriteLine(
        string.Join(' ', values.Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x", CultureInfo.InvariantCulture)))
    );

namespace LrMath.AotTest
{
    /// <summary>What a run is configured by, and where it stands.</summary>
    internal sealed record Run(
        [property: JsonConverter(typeof(ScheduleConverter))] Func<int, double> Rate,
        [property: JsonConverter(typeof(ShapeConverter))] Shape Anneal,
        [property: JsonConverter(typeof(PolicyConverter<Plateau>))] Plateau Policy,
        PlateauState State
    );

    [JsonSerializable(typeof(Run))]
    internal sealed partial class RunContext : JsonSerializerContext;
}
