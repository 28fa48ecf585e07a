using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.Data;

/// <summary>
/// A schedule as a property of an options record:
/// <c>{ "batchSize": 32, "rate": [{ "cosine": … }, { "warmup": { "steps": 500 } }] }</c>. Put it on the
/// property, <c>[JsonConverter(typeof(ScheduleConverter))]</c>, or into <see cref="JsonSerializerOptions.Converters"/>; it works with
/// source generation and without, also in native code.
/// </summary>
/// <remarks>
/// The value is that of <c>"schedule"</c> in a text of <see cref="ScheduleJson"/>, of version 1; the limits are the same. What it cannot
/// read or write it refuses with a <see cref="JsonException"/>: its path leads to the property, its message on to the mistake, and its
/// inner exception is a <see cref="ScheduleJsonException"/>.
/// </remarks>
public sealed class ScheduleConverter : JsonConverter<Func<int, double>>
{
    private readonly Dictionary<string, Func<int, double>>? functions;
    private readonly Dictionary<string, Shape>? shapes;
    private readonly Dictionary<string, Func<double, double>>? maps;

    /// <summary>Without functions of your own.</summary>
    public ScheduleConverter()
        : this(null) { }

    /// <summary>With functions of your own.</summary>
    /// <param name="functions">Schedules of your own, by the names that the text has for them.</param>
    /// <param name="shapes">Shapes of your own, by name.</param>
    /// <param name="maps">Functions of a value of your own, for <c>Map</c>, by name.</param>
    public ScheduleConverter(
        Dictionary<string, Func<int, double>>? functions,
        Dictionary<string, Shape>? shapes = null,
        Dictionary<string, Func<double, double>>? maps = null
    ) => (this.functions, this.shapes, this.maps) = (functions, shapes, maps);

    /// <inheritdoc/>
    public override Func<int, double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonEmbedded.Read(ref reader, options, ScheduleJson.Reading(functions, shapes, maps).Schedule);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Func<int, double> value, JsonSerializerOptions options) =>
        JsonEmbedded.Write(writer, place => ScheduleJson.Writing(functions, shapes, maps).Schedule(place, Guard.Schedule(value)));
}
