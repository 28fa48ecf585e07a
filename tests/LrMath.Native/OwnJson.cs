using System.Text.Json.Serialization;
using LrMath.ClosedLoop;
using LrMath.Data;

namespace LrMath.Native;

/// <summary>What a user's program writes for its states: this assembly sees of LrMath only what is public.</summary>
[JsonSerializable(typeof(PlateauState))]
[JsonSerializable(typeof(GreedyState))]
[JsonSerializable(typeof(SteeringState))]
[JsonSerializable(typeof(SmoothedState<SteeringState>))]
[JsonSerializable(typeof(ScaleHistory))]
[JsonSerializable(typeof(Checkpoint))]
[JsonSerializable(typeof(SavedRun))]
internal sealed partial class OwnJson : JsonSerializerContext;

/// <summary>A record of the user's own around a state.</summary>
internal sealed record Checkpoint(
    int Step,
    [property: JsonConverter(typeof(ExactNumber))] double BestLoss,
    PlateauState Plateau,
    ScaleHistory History
);

/// <summary>What a run is configured by, and where it stands.</summary>
internal sealed record SavedRun(
    [property: JsonConverter(typeof(ScheduleConverter))] Func<int, double> Rate,
    [property: JsonConverter(typeof(ShapeConverter))] Shape Anneal,
    [property: JsonConverter(typeof(PolicyConverter<Plateau>))] Plateau Policy,
    PlateauState State
);
