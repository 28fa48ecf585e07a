using System.Text.Json;
using System.Xml.Linq;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Drawing;

namespace LrMath.Plotting.Curves;

/// <summary>The points of a curve that are left after the reduction.</summary>
/// <param name="Points">In drawing order.</param>
/// <param name="Stepwise">Whether a point holds to the next step, and a visible change is an edge.</param>
/// <param name="Count">How many points there were.</param>
/// <param name="Hidden">Whether a logarithmic axis hides some of it.</param>
internal sealed record LineTrace(IReadOnlyList<CurvePoint> Points, bool Stepwise, int Count, bool Hidden) : Trace
{
    private const int MostMarks = 60;
    private const double VisibleJump = 0.5;

    public override bool Hidden { get; } = Hidden;

    public override bool Behind => false;

    public override (double Low, double High)? YExtent => Points.Count == 0 ? null : (Points.Min(p => p.Y), Points.Max(p => p.Y));

    public override bool HasMarks(double pixels) => Count <= MostMarks && Count * 7 <= pixels;

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

            AddRun(path, from, to, x, y);
            from = to;
        }
        if (path.IsEmpty)
        {
            yield break;
        }

        yield return Svg.Element(
            "path",
            ("d", path.ToString()),
            ("fill", "none"),
            ("stroke", "currentColor"),
            ("stroke-width", Svg.Number(sizes.Line)),
            ("stroke-linejoin", "round"),
            ("stroke-dasharray", style.Dash)
        );
        if (!HasMarks(x.Pixels))
        {
            yield break;
        }

        foreach (CurvePoint point in Points)
        {
            yield return style.Mark(x.PixelOf(point.X), y.Pixel(point.Y), sizes.Mark);
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteBoolean("steps", Stepwise);
        json.WriteBoolean("ordered", Points.Zip(Points.Skip(1), (a, b) => a.X <= b.X).All(ascends => ascends));
        json.WriteStartArray("runs");
        foreach (IGrouping<int, CurvePoint> run in Points.GroupBy(point => point.Run))
        {
            json.WriteStartArray();
            foreach (CurvePoint point in run)
            {
                json.WriteStartArray();
                json.WriteNumberValue(point.X);
                json.WriteNumberValue(point.Y);
                json.WriteNumberValue(point.Adjacent ? 1 : 0);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void AddRun(PathData path, int from, int to, Axis x, Axis y)
    {
        CurvePoint start = Points[from];
        path.Begin(x.PixelOf(start.X), y.Pixel(start.Y));
        for (int i = from + 1; i < to; i++)
        {
            (double px, double py) = (x.PixelOf(Points[i].X), y.Pixel(Points[i].Y));
            if (Stepwise && Points[i].Adjacent && Math.Abs(py - y.Pixel(Points[i - 1].Y)) > VisibleJump)
            {
                path.Edge(px, py);
            }
            else
            {
                path.Line(px, py);
            }
        }
        CurvePoint end = Points[to - 1];
        // The last step lasts as long as any; and what stands alone is at least a pixel wide.
        double endX = Stepwise ? x.PixelOf(end.X + 1) : x.PixelOf(end.X);
        if (to - from == 1)
        {
            endX = Math.Max(endX, x.PixelOf(end.X) + 1);
        }

        path.Line(endX, y.Pixel(end.Y));
        path.End();
    }
}
