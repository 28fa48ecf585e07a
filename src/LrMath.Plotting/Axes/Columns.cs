namespace LrMath.Plotting.Axes;

/// <summary>The x axis cut into columns of equal width, of which a curve needs no more than a few points each.</summary>
internal readonly record struct Columns(double Low, double High, bool Log, int Count)
{
    /// <summary>The column of an x on the axis.</summary>
    public int Of(double x)
    {
        double fraction = Log ? Math.Log10(x / Low) / Math.Log10(High / Low) : (x - Low) / (High - Low);
        return Math.Clamp((int)(fraction * Count), 0, Count - 1);
    }

    /// <summary>The first whole step to the right of a column.</summary>
    public int FirstStepAfter(int column)
    {
        if (column == Count - 1)
        {
            return int.MaxValue;
        }

        double edge = Log ? Low * Math.Pow(High / Low, (column + 1.0) / Count) : Low + (High - Low) * (column + 1) / Count;
        return (int)Math.Min(int.MaxValue, Math.Ceiling(edge));
    }
}
