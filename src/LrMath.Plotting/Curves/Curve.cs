using LrMath.Plotting.Axes;

namespace LrMath.Plotting.Curves;

/// <summary>What a plot was given to draw, before anything is evaluated.</summary>
internal abstract record Curve(string Name)
{
    /// <summary>Whether only whole x make sense, so that an axis does not count half steps.</summary>
    public abstract bool WholeX { get; }

    /// <summary>The lowest and highest x that the axis can show, null if there is none.</summary>
    public abstract (double Low, double High)? XExtent(bool log);

    /// <summary>The curve reduced to what the columns can show. Heights are logarithms if <paramref name="logY"/>.</summary>
    public abstract Trace Trace(Columns columns, bool logY);

    /// <summary>The height of a value, NaN where it has none.</summary>
    protected static double Height(double value, bool log) =>
        !Guard.Drawable(value) ? double.NaN
        : !log ? value
        : value >= Guard.SmallestOnLog ? Math.Log10(value)
        : double.NaN;

    protected static bool OnAxis(double x, bool log) => Guard.Drawable(x) && (!log || x >= Guard.SmallestOnLog);

    protected static (double Low, double High)? Extent(double[] xs, bool log)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double x in xs)
        {
            if (OnAxis(x, log))
            {
                (low, high) = (Math.Min(low, x), Math.Max(high, x));
            }
        }
        return low <= high ? (low, high) : null;
    }
}
