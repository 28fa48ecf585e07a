using LrMath.Cli.Expressions;
using LrMath.Cli.Pictures;
using LrMath.Plotting;

namespace LrMath.Cli.Commands;

/// <summary>What <c>plot --out</c> draws: the schedules and, if any drives a momentum, a second panel for it.</summary>
/// <param name="Title">The heading; empty for none.</param>
/// <param name="Curves">The schedules.</param>
/// <param name="Steps">The steps that are shown.</param>
/// <param name="Log">Whether the axis of the rates is logarithmic.</param>
/// <param name="PerEpoch">How many steps an epoch has, for an axis in epochs.</param>
/// <param name="Marks">The lines at steps.</param>
/// <param name="Size">The size of the whole picture; null for the usual one.</param>
internal sealed record PlotPicture(
    string Title,
    IReadOnlyList<Curve> Curves,
    StepRange Steps,
    bool Log,
    int? PerEpoch,
    IReadOnlyList<StepMark> Marks,
    PictureSize? Size
)
{
    private const int LowestPanel = 120;

    private static readonly PictureSize Usual = new(720, 400);
    private static readonly PictureSize UsualWithMomentum = new(720, 520);

    /// <summary>The momentum of each schedule that has one, under the name of the schedule.</summary>
    public static IReadOnlyList<Curve> Momenta(IReadOnlyList<Curve> curves) =>
        [.. curves.Where(curve => curve.Momentum is not null).Select(curve => new Curve(curve.Name, curve.Momentum!))];

    /// <summary>Writes it.</summary>
    /// <exception cref="UserErrorException">It cannot be drawn or written; whatever was there is untouched.</exception>
    public void Write(string path)
    {
        if (Momenta(Curves) is { Count: > 0 } momenta)
        {
            PictureFile.Write(path, () => Panels(momenta));
        }
        else
        {
            PictureFile.Write(path, () => Draw(Title, Curves) with { LogY = Log, Width = Of(Usual).Width, Height = Of(Usual).Height });
        }
    }

    private PlotGrid Panels(IReadOnlyList<Curve> momenta)
    {
        PictureSize whole = Of(UsualWithMomentum);
        Plot rate = Draw(Title, Curves) with { LogY = Log, YTitle = "learning rate" };
        return new PlotGrid("", 1, [rate, Draw("", momenta) with { YTitle = "momentum" }])
        {
            PanelWidth = whole.Width,
            PanelHeight = Math.Max(LowestPanel, whole.Height / 2),
            LargeText = true,
        };
    }

    private Plot Draw(string title, IReadOnlyList<Curve> curves)
    {
        // A schedule has the colour in the panel of the momentum that it has in that of the rate.
        var plot = new Plot(title) { StepsPerEpoch = PerEpoch, StyleOrder = [.. Curves.Select(curve => curve.Name)] };
        Plot drawn = curves.Aggregate(plot, (sum, curve) => sum.Add(curve.Name, curve.Fill, Steps.First..(Steps.Last + 1)));
        return MarkOption.AddTo(drawn, Marks);
    }

    private PictureSize Of(PictureSize usual) => Size ?? usual;
}
