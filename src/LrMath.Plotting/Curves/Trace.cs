using System.Text.Json;
using System.Xml.Linq;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Drawing;

namespace LrMath.Plotting.Curves;

/// <summary>A curve evaluated and reduced, ready to be drawn on any pair of axes.</summary>
internal abstract record Trace
{
    /// <summary>The lowest and highest height, null if there is none.</summary>
    public abstract (double Low, double High)? YExtent { get; }

    /// <summary>Whether a logarithmic axis hides some of it.</summary>
    public abstract bool Hidden { get; }

    /// <summary>Whether it is drawn behind the others.</summary>
    public abstract bool Behind { get; }

    /// <summary>Whether each of its points has a mark on an axis of that many pixels.</summary>
    public abstract bool HasMarks(double pixels);

    /// <summary>Writes its points, as the script of a page reads them, into an object.</summary>
    public abstract void Write(Utf8JsonWriter json);

    public abstract IEnumerable<XElement> Draw(Axis x, Axis y, LineStyle style, Sizes sizes);
}
