using System.Text.Json;
using System.Xml.Linq;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Drawing;

namespace LrMath.Plotting.Curves;

/// <summary>The points of a band that are left after the reduction.</summary>
internal sealed record BandTrace(IReadOnlyList<BandPoint> Points) : Trace
{
    public override bool Hidden => false;

    public override bool Behind => true;

    public override (double Low, double High)? YExtent =>
        Points.Count == 0 ? null : (Points.Min(p => double.IsFinite(p.Low) ? p.Low : p.High), Points.Max(p => p.High));

    public override bool HasMarks(double pixels) => false;

    public override IEnumerable<XElement> Draw(Axis x, Axis y, LineStyle style, Sizes sizes)
    {
        var path = new PathData();
        int from = 0;
        while (from < Points.Count)
        {
            int to = from + 1;
            while (to < Points.Count && Points[to].Run == Points[from].Run)
            {
                to++;
            }

            path.Begin(x.PixelOf(Points[from].X), y.Pixel(Points[from].High));
            for (int i = from + 1; i < to; i++)
            {
                path.Line(x.PixelOf(Points[i].X), y.Pixel(Points[i].High));
            }

            for (int i = to - 1; i >= from; i--)
            {
                path.Corner(x.PixelOf(Points[i].X), y.Pixel(Points[i].Low));
            }

            path.Close();
            from = to;
        }
        if (!path.IsEmpty)
        {
            yield return Svg.Element(
                "path",
                ("d", path.ToString()),
                ("fill", "currentColor"),
                ("fill-opacity", "0.18"),
                ("stroke", "none")
            );
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("runs");
        foreach (IGrouping<int, BandPoint> run in Points.GroupBy(point => point.Run))
        {
            json.WriteStartArray();
            foreach (BandPoint point in run)
            {
                json.WriteStartArray();
                json.WriteNumberValue(point.X);
                if (double.IsFinite(point.Low))
                {
                    json.WriteNumberValue(point.Low);
                }
                else
                {
                    json.WriteNullValue();
                }

                json.WriteNumberValue(point.High);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
