using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.Data;

/// <summary>
/// A shape as a property of an options record: <c>{ "anneal": "cosine" }</c> or
/// <c>{ "anneal": { "tanh": { "lower": -7, "upper": 3 } } }</c>. Used and
/// limited as <see cref="ScheduleConverter"/> is.
/// </summary>
public sealed class ShapeConverter : JsonConverter<Shape>
{
    private readonly Dictionary<string, Shape>? shapes;

    /// <summary>Without shapes of your own.</summary>
    public ShapeConverter()
        : this(null) { }

    /// <summary>With shapes of your own.</summary>
    /// <param name="shapes">Shapes of your own, by the names that the text has for them.</param>
    public ShapeConverter(Dictionary<string, Shape>? shapes) => this.shapes = shapes;

    /// <inheritdoc/>
    public override Shape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonEmbedded.Read(ref reader, options, ScheduleJson.Reading(null, shapes).Shape);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Shape value, JsonSerializerOptions options) =>
        JsonEmbedded.Write(writer, place => ScheduleJson.Writing(null, shapes).Shape(place, Guard.Shape(value)));
}
