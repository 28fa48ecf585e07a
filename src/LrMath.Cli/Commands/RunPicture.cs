using LrMath.Analysis;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Cli.Pictures;
using LrMath.Plotting;
using Spectre.Console;
using Curve = LrMath.Cli.Expressions.Curve;

namespace LrMath.Cli.Commands;

/// <summary>The rates of a log over a schedule.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Log">The log.</param>
/// <param name="StepName">What the log counts.</param>
/// <param name="Curves">The schedules.</param>
/// <param name="Mark">The step to be marked, with what is to be said of it.</param>
internal sealed record RunPicture(string Title, RateLog Log, string StepName, IReadOnlyList<Curve> Curves, (int Step, string Text)? Mark)
{
    private const int Rows = 16;

    /// <summary>Draws it in the terminal.</summary>
    public TextPlot Text() => new([new Curve("logged", Logged()), .. Curves], Steps(), Rows, unit: StepName, mark: Mark);

    /// <summary>Draws it for a file.</summary>
    public Plot Drawn() =>
        RunDrawing.Plot(Title, Log, StepName, [.. Curves.Select(curve => (curve.Name, (RangeEvaluator)curve.Fill))], Mark);

    /// <summary>Writes it to a file.</summary>
    /// <exception cref="UserErrorException">It cannot be drawn or written.</exception>
    public void Write(string path) => PictureFile.Write(path, Drawn);

    private StepRange Steps() => new(Log.Steps[0], Log.Steps[^1] - Log.Steps[0] + 1);

    private Func<int, double> Logged() => Schedule.Path([.. RunDrawing.Drawn(Log).Select(row => ((double)Log.Steps[row], Log.Rates[row]))]);
}
