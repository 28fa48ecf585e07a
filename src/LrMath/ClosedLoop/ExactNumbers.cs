using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>Writes a number so that it is read back with the same bits, which System.Text.Json by itself misses for 2^-25.</summary>
/// <remarks>
/// Public because generated code has to make one: the states of the closed loop name it, and a <c>JsonSerializerContext</c> may include
/// them.
/// </remarks>
public sealed class ExactNumber : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Numbers.Text(value));
}

/// <summary>The same for several numbers: see <see cref="ExactNumber"/>.</summary>
public sealed class ExactNumbers : JsonConverter<ImmutableArray<double>>
{
    /// <inheritdoc/>
    public override ImmutableArray<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A list of numbers starts with [, not with {reader.TokenType}.");
        }

        ImmutableArray<double>.Builder numbers = ImmutableArray.CreateBuilder<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.TokenType == JsonTokenType.Number
                ? reader.GetDouble()
                : throw new JsonException($"{reader.TokenType} in a list of numbers."));
        }

        return numbers.ToImmutable();
    }

    /// <inheritdoc/>
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
