using System.Text.Json;
using System.Text.Json.Serialization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// Writes a number so that it is read back with the same bits, which System.Text.Json by itself misses for 2^-25. The states of the
/// policies name it; it is public because a <see cref="JsonSerializerContext"/> of your own, as ahead-of-time compilation needs one, calls
/// it.
/// </summary>
/// <remarks>In a record of your own: <c>[property: JsonConverter(typeof(ExactNumber))] double BestLoss</c>.</remarks>
public sealed class ExactNumber : JsonConverter<double>
{
    /// <summary>Reads a JSON number.</summary>
    /// <param name="reader">It stands on the number.</param>
    /// <param name="typeToConvert">The type of the value; it does not matter.</param>
    /// <param name="options">The options of the serializer; they do not matter.</param>
    /// <exception cref="InvalidOperationException">There is no number.</exception>
    /// <returns>The number; one beyond the range of a double is infinite, which the states refuse.</returns>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <summary>Writes the shortest text that is read back as the same number.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="value">The number; finite.</param>
    /// <param name="options">The options of the serializer; they do not matter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN or infinite, which JSON cannot say.</exception>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(Text(value, nameof(value)));
    }

    /// <summary>A finite number as JSON; also the sign of a zero is read back.</summary>
    internal static string Text(double value, string name) =>
        double.IsFinite(value) ? Numbers.Text(value) : throw Guard.Illegal(name, value, "a finite number, since JSON has no others");
}
