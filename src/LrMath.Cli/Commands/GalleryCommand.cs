using System.CommandLine;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Cli.Pictures;
using LrMath.Plotting;
using Spectre.Console;

namespace LrMath.Cli.Commands;

/// <summary><c>gallery</c>: PyTorch's schedulers and some schedules that it does not have, in small, each with its C#.</summary>
internal static class GalleryCommand
{
    private const int Rows = 5;
    private const int NarrowestPanel = 40;
    private const int FileColumns = 2;
    private const int FilePanelWidth = 300;
    private const int FilePanelHeight = 180;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        Option<string?> file = OutOption.Create("Write the gallery to this file instead: SVG, PNG or HTML.");
        var command = new Command(
            "gallery",
            "Show PyTorch's schedulers, and some schedules that PyTorch does not have, each with our expression for it."
        )
        {
            file,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(file) is not { } path)
            {
                output.Write(Terminal(output.Profile.Width));
                return;
            }

            PictureFile.Write(path, Picture);
            output.Write(new Text($"Written to {Printable.Line(path)}\n", Marks.Quiet));
        });
        return command;
    }

    private static PlotGrid Picture()
    {
        IEnumerable<Plot> panels = GalleryPanels
            .All.Concat(GalleryPanels.More)
            .Select(panel =>
                new Plot(panel.Title)
                {
                    Caption = panel.Expression,
                    XTitle = "",
                    YRange = (0, 1.05 * GalleryPanels.Highest),
                }.Add("", panel.Schedule, 0..GalleryPanels.Steps)
            );
        return new PlotGrid("PyTorch's schedulers, and what it does not have", FileColumns, [.. panels])
        {
            PanelWidth = FilePanelWidth,
            PanelHeight = FilePanelHeight,
            LargeText = true,
        };
    }

    private static Grid Terminal(int width)
    {
        int columns = Math.Max(1, width / NarrowestPanel);
        var grid = new Grid { Expand = true };
        for (int i = 0; i < columns; i++)
        {
            grid.AddColumn(new GridColumn { Width = width / columns - 1, Padding = new Padding(0, 0, 1, 0) });
        }

        foreach (GalleryPanel[] row in GalleryPanels.All.Concat(GalleryPanels.More).Chunk(columns))
        {
            grid.AddRow([.. row.Select(Cell)]);
        }

        return grid;
    }

    private static Rows Cell(GalleryPanel panel) =>
        new(
            new Text(panel.Title, new Style(decoration: Decoration.Bold)),
            new TextPlot(
                [new Curve(panel.Title, panel.Schedule)],
                new StepRange(0, GalleryPanels.Steps),
                Rows,
                legend: false,
                fromZero: true
            ),
            new Text(panel.Expression, Marks.Quiet),
            Text.Empty
        );
}
