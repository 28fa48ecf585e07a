using LrMath.Plotting.Axes;

namespace LrMath.Plotting.Curves;

/// <summary>The area between two curves.</summary>
internal sealed record Band(string Name, double[] X, double[] Low, double[] High) : Curve(Name)
{
    public override bool WholeX => false;

    public override (double Low, double High)? XExtent(bool log) => Extent(X, log);

    public override Trace Trace(Columns columns, bool logY)
    {
        var points = new List<BandPoint>();
        int run = 0;
        int column = -1;
        for (int i = 0; i < X.Length; i++)
        {
            // A lower edge at or below zero is infinitely far down on a logarithmic axis; the drawing cuts it off at the bottom.
            double low = logY && Low[i] < Guard.SmallestOnLog ? double.NegativeInfinity : Height(Low[i], logY);
            double high = Height(High[i], logY);
            if (!OnAxis(X[i], columns.Log) || double.IsNaN(low) || double.IsNaN(high))
            {
                run++;
                column = -1;
                continue;
            }
            // Three points of a column are as many as its area needs: where it begins, its widest, where it ends.
            if (
                X.Length > 2 * columns.Count
                && columns.Of(X[i]) == column
                && points.Count >= 2
                && points[^2].Run == run
                && columns.Of(points[^2].X) == column
            )
            {
                points[^1] = new BandPoint(X[i], Math.Min(low, points[^1].Low), Math.Max(high, points[^1].High), run);
            }
            else
            {
                points.Add(new BandPoint(X[i], low, high, run));
            }

            column = columns.Of(X[i]);
        }
        return new BandTrace(points);
    }
}
