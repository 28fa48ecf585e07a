using LrMath.Plotting;
using LrMath.Plotting.Axes;

namespace LrMath.Playground.Model;

/// <summary>What is drawn: the SVG text and where its axes are.</summary>
public sealed record Picture
{
    internal Picture(string svg, Axis x, Axis y) => (Svg, X, Y) = (svg, x, y);

    /// <summary>The SVG text.</summary>
    public string Svg { get; }

    internal Axis X { get; }

    internal Axis Y { get; }

    /// <summary>The steps that one pixel is.</summary>
    internal double StepsPerPixel => (X.High - X.Low) / X.Pixels;

    /// <summary>The value at a pixel from the top, beyond the ends of the axis as well.</summary>
    internal double ValueAt(double pixel)
    {
        double fraction = (pixel - Y.From) / (Y.To - Y.From);
        return Y.Log ? Y.Low * Math.Pow(Y.High / Y.Low, fraction) : Y.Low + fraction * (Y.High - Y.Low);
    }

    /// <summary>The step at a pixel from the left, within the axis.</summary>
    public int StepAt(double pixel)
    {
        double fraction = Math.Clamp((pixel - X.From) / (X.To - X.From), 0, 1);
        return (int)Math.Clamp(Math.Floor(X.Low + fraction * (X.High - X.Low)), X.Low, Math.Max(X.Low, X.High - 1));
    }
}

/// <summary>A curve to draw.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">Its values.</param>
public sealed record Drawable(string Name, Func<int, double> Values);

/// <summary>Draws the curves of the page.</summary>
internal static class Pictures
{
    // Steps per pixel of width while something moves, and steps of all curves together when nothing does.
    private const int WhileMoving = 1;
    private const int AtRest = 500_000;

    /// <summary>Draws curves over the steps in view.</summary>
    /// <param name="curves">The curves.</param>
    /// <param name="order">The names of all curves, which have their styles in this order.</param>
    /// <param name="state">The axes.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="title">What the values are.</param>
    /// <param name="isMoving">Whether the next picture comes at once.</param>
    public static Picture Draw(
        IReadOnlyList<Drawable> curves,
        IReadOnlyList<string> order,
        PageState state,
        (int Width, int Height) size,
        string title,
        bool isMoving
    )
    {
        (int first, int end) = state.Shown;
        int most = isMoving ? WhileMoving * size.Width : AtRest / Math.Max(1, curves.Count);
        Plot plot = new("")
        {
            Width = Math.Clamp(size.Width, 160, 10_000),
            Height = Math.Clamp(size.Height, 120, 10_000),
            YTitle = title,
            LogY = state.IsLog && title != "momentum",
            StepsPerEpoch = state.InEpochs ? state.StepsPerEpoch : null,
            MostEvaluations = most,
            StyleOrder = order,
        };
        foreach (Drawable curve in curves)
        {
            plot = isMoving ? plot.Add(curve.Name, curve.Values, first..end) : plot.Add(curve.Name, curve.Values.Evaluate, first..end);
        }

        (string svg, Axis x, Axis y) = plot.Drawn();
        return new Picture(svg, x, y);
    }
}
