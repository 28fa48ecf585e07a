using System.Text.Json;
using System.Text.Json.Serialization;

namespace LrMath.Data;

/// <summary>
/// A policy as a property of an options record: <c>{ "plateau": { "plateau.pyTorch": { "patience": 5 } } }</c>. Used and limited as
/// <see cref="ScheduleConverter"/> is.
/// </summary>
/// <typeparam name="TPolicy">The type of the policy, such as <see cref="ClosedLoop.Plateau"/>.</typeparam>
public sealed class PolicyConverter<TPolicy> : JsonConverter<TPolicy>
    where TPolicy : class
{
    /// <inheritdoc/>
    public override TPolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonEmbedded.Read(ref reader, options, ScheduleJson.Policy<TPolicy>);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TPolicy value, JsonSerializerOptions options) =>
        JsonEmbedded.Write(writer, place => JsonWriting.Policy(place, value));
}
