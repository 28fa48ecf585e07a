using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Curves;
using LrMath.Plotting.Drawing;

namespace LrMath.Plotting.Interactive;

/// <summary>What the script of a page needs to redraw a panel: its axes and the points of its curves.</summary>
internal static class PanelData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The data as JSON.</summary>
    public static string Json(
        string name,
        string xName,
        Axis x,
        Axis y,
        Sizes sizes,
        IEnumerable<(string Name, LineStyle Style, Trace Trace)> traces,
        IEnumerable<Marker> markers
    )
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("line", sizes.Line);
            json.WriteNumber("ticks", sizes.Ticks);
            json.WriteNumber("gap", sizes.Gap);
            WriteAxis(json, "x", x, xName);
            WriteAxis(json, "y", y, "");
            WriteTraces(json, "curves", traces.Where(trace => !trace.Trace.Behind));
            WriteTraces(json, "bands", traces.Where(trace => trace.Trace.Behind));
            json.WriteStartArray("marks");
            foreach (Marker marker in markers)
            {
                json.WriteStartObject();
                json.WriteNumber("x", marker.X);
                json.WriteString("label", marker.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteAxis(Utf8JsonWriter json, string key, Axis axis, string name)
    {
        json.WriteStartObject(key);
        json.WriteString("name", name);
        json.WriteNumber("low", axis.Low);
        json.WriteNumber("high", axis.High);
        json.WriteBoolean("log", axis.Log);
        json.WriteNumber("from", Math.Round(axis.From, 2));
        json.WriteNumber("to", Math.Round(axis.To, 2));
        json.WriteNumber("unit", axis.Unit);
        json.WriteEndObject();
    }

    private static void WriteTraces(Utf8JsonWriter json, string key, IEnumerable<(string Name, LineStyle Style, Trace Trace)> traces)
    {
        json.WriteStartArray(key);
        foreach ((string name, LineStyle style, Trace trace) in traces)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("class", style.ColourClass);
            json.WriteString("dash", style.Dash);
            trace.Write(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
