using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>Writes a number so that it is read back with the same bits, which System.Text.Json by itself misses for 2^-25.</summary>
internal sealed class ExactNumber : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteRawValue(Numbers.Text(value));
}

/// <summary>The same for several numbers.</summary>
internal sealed class ExactNumbers : JsonConverter<ImmutableArray<double>>
{
    public override ImmutableArray<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A list of numbers starts with [, not with {reader.TokenType}.");
        }

        ImmutableArray<double>.Builder numbers = ImmutableArray.CreateBuilder<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : throw new JsonException($"{reader.TokenType} in a list of numbers."));
        }

        return numbers.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<double> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (double number in value.IsDefault ? [] : value)
        {
            writer.WriteRawValue(Numbers.Text(number));
        }

        writer.WriteEndArray();
    }
}
