namespace LrMath.Plotting.Axes;

/// <summary>Maps values to pixels, or to any other measure of a place between two ends.</summary>
/// <param name="Low">The value at <paramref name="From"/>.</param>
/// <param name="High">The value at <paramref name="To"/>; not <paramref name="Low"/>.</param>
/// <param name="Log">Whether equal ratios, rather than equal differences, are equally long.</param>
/// <param name="From">Pixel of the low end.</param>
/// <param name="To">Pixel of the high end; above the low end on a y axis, where pixels count downwards.</param>
/// <param name="Unit">What the labels count by: 391 on an axis of steps labels it in epochs of 391 steps.</param>
internal sealed record Axis(double Low, double High, bool Log, double From, double To, double Unit = 1)
{
    private const double Far = 1e5;

    public double Pixels => Math.Abs(To - From);

    public double PixelOf(double value) => Pixel(Height(value));

    /// <summary>The pixel of a height: of a value, or of the logarithm of a value. Kept within what renderers can count.</summary>
    public double Pixel(double height) => Math.Clamp(From + Fraction(height) * (To - From), -Far, Far);

    /// <summary>
    /// Where a value lies between the low end (0) and the high end (1); not finite where a logarithmic axis cannot show it.
    /// </summary>
    public double FractionOf(double value) => Fraction(Height(value));

    public double[] Ticks(int most, bool whole)
    {
        double[] units = Log
            ? Axes.Ticks.Logarithmic(Low / Unit, High / Unit, most)
            : Axes.Ticks.Linear(Low / Unit, High / Unit, most, whole && Unit == 1);
        return Unit == 1 ? units : [.. units.Select(tick => tick * Unit)];
    }

    /// <summary>The label of a tick on an axis of steps.</summary>
    public string StepLabel(double tick) => Label.Step(tick / Unit);

    private double Fraction(double height)
    {
        double low = Height(Low),
            high = Height(High);
        // The ends may be so far apart that their difference overflows.
        return double.IsFinite(high - low) ? (height - low) / (high - low) : (height / 2 - low / 2) / (high / 2 - low / 2);
    }

    private double Height(double value) => Log ? Math.Log10(value) : value;
}
