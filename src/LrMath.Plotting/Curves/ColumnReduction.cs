namespace LrMath.Plotting.Curves;

/// <summary>
/// Keeps of each pixel column the first, last, lowest and highest point and the two points at the largest change: at most six, however many
/// went in.
/// </summary>
internal sealed class ColumnReduction
{
    private readonly List<CurvePoint> kept = [];
    private Point first,
        last,
        low,
        high,
        before,
        after;
    private double jump;
    private int run;
    private long seen;
    private long lastKept = -1;
    private bool any;
    private bool joined;

    public IReadOnlyList<CurvePoint> Kept => kept;

    public void Add(double x, double y)
    {
        if (double.IsNaN(y))
        {
            run++;
            joined = false;
            return;
        }
        var point = new Point(x, y, run, seen++);
        if (joined && Math.Abs(y - last.Y) > jump)
        {
            jump = Math.Abs(y - last.Y);
            (before, after) = (last, point);
        }
        if (!any)
        {
            first = low = high = point;
        }
        else if (y < low.Y)
        {
            low = point;
        }
        else if (y > high.Y)
        {
            high = point;
        }

        last = point;
        any = joined = true;
    }

    /// <summary>Ends a column. The change from its last point to the next one belongs to the next column.</summary>
    public void EndColumn()
    {
        if (any)
        {
            ReadOnlySpan<Point> candidates = jump > 0 ? [first, low, high, before, after, last] : [first, low, high, last];
            Span<Point> points = stackalloc Point[6];
            candidates.CopyTo(points);
            points = points[..candidates.Length];
            points.Sort(static (a, b) => a.Order.CompareTo(b.Order));
            foreach (Point point in points)
            {
                // The point before the jump may be the last one of the column before, which is kept already.
                if (point.Order <= lastKept)
                {
                    continue;
                }

                kept.Add(new CurvePoint(point.X, point.Y, point.Run, Adjacent: point.Order == lastKept + 1));
                lastKept = point.Order;
            }
        }
        any = false;
        jump = 0;
    }

    private readonly record struct Point(double X, double Y, int Run, long Order);
}
