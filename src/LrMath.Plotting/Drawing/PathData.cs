using System.Text;

namespace LrMath.Plotting.Drawing;

/// <summary>Collects the <c>d</c> of a path, leaving out points that nobody could see missing.</summary>
internal sealed class PathData
{
    /// <summary>In pixels; a twentieth is below what antialiasing can show.</summary>
    private const double Tolerance = 0.05;

    private readonly StringBuilder text = new();
    private readonly List<(double X, double Y, bool Fixed)> run = [];

    public bool IsEmpty => text.Length == 0;

    public void Begin(double x, double y) => Corner(x, y);

    /// <summary>On in a straight line, unless the next points lie on a line with it.</summary>
    public void Line(double x, double y) => run.Add((x, y, false));

    /// <summary>On in a straight line to a point that is kept.</summary>
    public void Corner(double x, double y) => run.Add((x, y, true));

    /// <summary>On at the same height, then straight up or down.</summary>
    public void Edge(double x, double y)
    {
        if (y == run[^1].Y)
        {
            Line(x, y);
            return;
        }
        Corner(x, run[^1].Y);
        Corner(x, y);
    }

    public void Polygon(params ReadOnlySpan<(double X, double Y)> corners)
    {
        foreach ((double x, double y) in corners)
        {
            Corner(x, y);
        }

        Close();
    }

    public void Close()
    {
        End();
        text.Append('Z');
    }

    /// <summary>Writes what was collected since <see cref="Begin"/>.</summary>
    public void End()
    {
        bool[] keep = new bool[run.Count];
        keep[0] = keep[^1] = true;
        int from = 0;
        for (int i = 1; i < run.Count; i++)
        {
            if (!run[i].Fixed && i < run.Count - 1)
            {
                continue;
            }

            keep[i] = true;
            Simplify(from, i, keep);
            from = i;
        }
        Write(keep);
        run.Clear();
    }

    public override string ToString() => text.ToString();

    /// <summary>The algorithm of Ramer, Douglas and Peucker, with a stack of its own.</summary>
    private void Simplify(int from, int to, bool[] keep)
    {
        var pending = new Stack<(int From, int To)>();
        pending.Push((from, to));
        while (pending.TryPop(out (int From, int To) part))
        {
            ((double X, double Y, bool Fixed) a, (double X, double Y, bool Fixed) b) = (run[part.From], run[part.To]);
            (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
            double length = Math.Sqrt(dx * dx + dy * dy);
            (int worst, double distance) = (0, Tolerance);
            for (int i = part.From + 1; i < part.To; i++)
            {
                (double px, double py) = (run[i].X - a.X, run[i].Y - a.Y);
                double off = length > 0 ? Math.Abs(px * dy - py * dx) / length : Math.Sqrt(px * px + py * py);
                if (off > distance)
                {
                    (worst, distance) = (i, off);
                }
            }
            if (worst == 0)
            {
                continue;
            }

            keep[worst] = true;
            pending.Push((part.From, worst));
            pending.Push((worst, part.To));
        }
    }

    private void Write(bool[] keep)
    {
        (string? lastX, string? lastY) = ("", "");
        for (int i = 0; i < run.Count; i++)
        {
            if (!keep[i])
            {
                continue;
            }

            (string? x, string? y) = (Svg.Number(run[i].X), Svg.Number(run[i].Y));
            if (i == 0)
            {
                text.Append('M').Append(x).Append(' ').Append(y);
            }
            else if (x == lastX && y == lastY)
            {
                continue;
            }
            else if (y == lastY)
            {
                text.Append('H').Append(x);
            }
            else if (x == lastX)
            {
                text.Append('V').Append(y);
            }
            else
            {
                text.Append('L').Append(x).Append(' ').Append(y);
            }

            (lastX, lastY) = (x, y);
        }
    }
}
