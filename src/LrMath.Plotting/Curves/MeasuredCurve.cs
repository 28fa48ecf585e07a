using LrMath.Plotting.Axes;

namespace LrMath.Plotting.Curves;

/// <summary>Points joined by straight lines.</summary>
internal sealed record MeasuredCurve(string Name, double[] X, double[] Y) : Curve(Name)
{
    public override bool WholeX => false;

    public override (double Low, double High)? XExtent(bool log) => Extent(X, log);

    public override Trace Trace(Columns columns, bool logY)
    {
        bool ascending = true;
        for (int i = 1; i < X.Length; i++)
        {
            ascending &= !(X[i] < X[i - 1]);
        }

        return ascending && X.Length > 2 * columns.Count ? Reduced(columns, logY) : Whole(columns.Log, logY);
    }

    private LineTrace Reduced(Columns columns, bool logY)
    {
        var reduction = new ColumnReduction();
        int column = 0;
        for (int i = 0; i < X.Length; i++)
        {
            if (!OnAxis(X[i], columns.Log))
            {
                continue;
            }

            if (columns.Of(X[i]) != column)
            {
                reduction.EndColumn();
                column = columns.Of(X[i]);
            }
            reduction.Add(X[i], Height(Y[i], logY));
        }
        reduction.EndColumn();
        return new LineTrace(reduction.Kept, Stepwise: false, X.Length, logY && Y.Any(y => y < Guard.SmallestOnLog));
    }

    private LineTrace Whole(bool logX, bool logY)
    {
        var points = new List<CurvePoint>(X.Length);
        int run = 0;
        for (int i = 0; i < X.Length; i++)
        {
            double y = Height(Y[i], logY);
            if (!OnAxis(X[i], logX) || double.IsNaN(y))
            {
                run++;
            }
            else
            {
                points.Add(new CurvePoint(X[i], y, run, Adjacent: false));
            }
        }
        return new LineTrace(points, Stepwise: false, X.Length, logY && Y.Any(y => y < Guard.SmallestOnLog));
    }
}
