using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LrMath.ClosedLoop;

/// <summary>As <see cref="ExactNumber"/>, for several numbers.</summary>
public sealed class ExactNumbers : JsonConverter<ImmutableArray<double>>
{
    /// <summary>Reads a JSON array of numbers.</summary>
    /// <param name="reader">It stands on the start of the array.</param>
    /// <param name="typeToConvert">The type of the value; it does not matter.</param>
    /// <param name="options">The options of the serializer; they do not matter.</param>
    /// <exception cref="JsonException">There is no array, or it contains something else than numbers.</exception>
    public override ImmutableArray<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A list of numbers starts with [, not with {reader.TokenType}.");
        }

        ImmutableArray<double>.Builder numbers = ImmutableArray.CreateBuilder<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(
                reader.TokenType == JsonTokenType.Number
                    ? reader.GetDouble()
                    : throw new JsonException($"{reader.TokenType} in a list of numbers.")
            );
        }

        return numbers.ToImmutable();
    }

    /// <summary>Writes a JSON array, each number so that it is read back as the same one.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="value">The numbers; finite. The default of the type is written as an empty array.</param>
    /// <param name="options">The options of the serializer; they do not matter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="ArgumentException">One of them is NaN or infinite, which JSON cannot say.</exception>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<double> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (double number in value.IsDefault ? [] : value)
        {
            writer.WriteRawValue(ExactNumber.Text(number, nameof(value)));
        }

        writer.WriteEndArray();
    }
}
