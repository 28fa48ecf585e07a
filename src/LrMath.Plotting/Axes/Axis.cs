namespace LrMath.Plotting.Axes;

/// <summary>Maps values to pixels.</summary>
/// <param name="Low">The value at <paramref name="From"/>.</param>
/// <param name="High">The value at <paramref name="To"/>.</param>
/// <param name="Log">Whether equal ratios, rather than equal differences, are equally long.</param>
/// <param name="From">Pixel of the low end.</param>
/// <param name="To">Pixel of the high end; above the low end on a y axis, where pixels count downwards.</param>
internal sealed record Axis(double Low, double High, bool Log, double From, double To)
{
    private const double Far = 1e5;

    public double Pixels => Math.Abs(To - From);

    public double PixelOf(double value) => Pixel(Height(value));

    /// <summary>The pixel of a height: of a value, or of the logarithm of a value. Kept within what renderers can count.</summary>
    public double Pixel(double height)
    {
        var pixel = From + (height - Height(Low)) / (Height(High) - Height(Low)) * (To - From);
        return Math.Clamp(pixel, -Far, Far);
    }

    public double[] Ticks(int most, bool whole) =>
        Log ? Axes.Ticks.Logarithmic(Low, High, most) : Axes.Ticks.Linear(Low, High, most, whole);

    private double Height(double value) => Log ? Math.Log10(value) : value;
}
