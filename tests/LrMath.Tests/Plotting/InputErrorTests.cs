using LrMath.Plotting;
using Xunit;

namespace LrMath.Tests.Plotting;

public class InputErrorTests
{
    private static readonly Plot Empty = new("t");
    private static readonly BarChart Bars = new("t", ["a", "b"]);
    private static readonly DotPlot Dots = new("t", ["a", "b"]);
    private static readonly Func<int, double> One = _ => 1;

    /// <summary>The call, the argument it names, and what else the message says.</summary>
    private static readonly (Action Call, string Name, string Says)[] Errors =
    [
        (() => _ = new Plot(null!), "Title", ""),
        (() => _ = new Plot("a\u0001"), "Title", "U+0001 at 1"),
        (() => _ = new Plot("\ud83d"), "Title", "U+D83D"),
        (() => _ = Empty with { XTitle = null! }, "XTitle", ""),
        (() => _ = Empty with { YTitle = "\u0002" }, "YTitle", "U+0002"),
        (() => _ = Empty with { Caption = "\u0003" }, "Caption", "U+0003"),
        (() => _ = Empty with { Width = 159 }, "Width", "159; it must be from 160 to 10000"),
        (() => _ = Empty with { Height = 10_001 }, "Height", "10001; it must be from 120 to 10000"),
        (() => _ = Empty with { StepsPerEpoch = 0 }, "StepsPerEpoch", "StepsPerEpoch is 0; legal is a finite number above zero."),
        (() => _ = Empty with { StepsPerEpoch = double.NaN }, "StepsPerEpoch", "StepsPerEpoch is NaN; legal is"),
        (() => _ = Empty with { YRange = (1, 1) }, "YRange", "(1, 1)"),
        (() => _ = Empty with { YRange = (0.5, double.NaN) }, "YRange", "(0.5, NaN)"),
        (() => _ = Empty with { YRange = (1, 1 + 1e-14) }, "YRange", "1e-12"),
        (() => Empty.Add(null!, One, 0..1), "name", ""),
        (() => Empty.Add("n", (Func<int, double>)null!, 0..1), "schedule", ""),
        (() => Empty.Add("n", One + One, 0..1), "schedule", "joined by +"),
        (() => Empty.Add("n", (RangeEvaluator)null!, 0..1), "fill", ""),
        (() => Empty.Add("n", One, 5..5), "steps", "5..5; it must hold at least one step"),
        (() => Empty.Add("n", One, 5..3), "steps", "5..3"),
        (() => Empty.Add("n", One, 0..^1), "steps", "0..^1"),
        (() => Empty.Add("n", One, ..), "steps", "0..^0"),
        (() => Empty.AddLine("n", null!, [1]), "x", ""),
        (() => Empty.AddLine("n", [1], null!), "y", ""),
        (() => Empty.AddLine("n", [1, 2], [1]), "y", "1 values and x has 2"),
        (() => Empty.AddBand("n", [1, 2], [1], [1, 2]), "low", "1 values and x has 2"),
        (() => Empty.AddBand("n", [1, 2], [1, 2], [1]), "high", "1 values and x has 2"),
        (() => Empty.AddBand("n", [1, 2], [1, 2.5], [1, 2]), "high", "high[1] is 2, below low[1], which is 2.5"),
        (() => Empty.AddBand("n", [2, 1], [1, 2], [1, 2]), "x", "x[1] is 1, after 2"),
        (() => Empty.AddMarker(null!, 0), "label", ""),
        (() => Empty.AddMarker("m", double.NaN), "x", "NaN"),
        (() => _ = new PlotGrid("t", 0, [Empty]), "Columns", "0; it must be from 1 to 100"),
        (() => _ = new PlotGrid("t", 1, []), "Panels", "empty"),
        (() => _ = new PlotGrid("t", 1, [null!]), "Panels", ""),
        (() => _ = new PlotGrid("t", 1, null!), "Panels", ""),
        (() => _ = new PlotGrid("t", 1, [Empty]) { PanelWidth = 0 }, "PanelWidth", "0; it must be"),
        (() => _ = new PlotGrid("t", 1, [Empty]) { PanelHeight = 0 }, "PanelHeight", "0; it must be"),
        (() => _ = new BarChart("t", []), "categories", "empty"),
        (() => _ = new BarChart("t", null!), "categories", ""),
        (() => _ = new BarChart("t", [null!]), "categories", ""),
        (() => Bars.Add("n", [1]), "values", "1 values and Categories has 2"),
        (() => Bars.Add("n", [1, 2], [1]), "errors", "1 values and Categories has 2"),
        (() => Bars.Add("n", [1, 2], [1, -0.5]), "errors", "errors[1] is -0.5"),
        (() => Bars.Add("n", null!), "values", ""),
        (() => _ = new DotPlot("t", []), "rows", "empty"),
        (() => _ = new DotPlot("t", null!), "rows", ""),
        (() => _ = new DotPlot("t", [null!]), "rows", ""),
        (() => Dots.Add("n", [1]), "values", "1 values and Rows has 2"),
        (() => Dots.Add("n", [1, 2], [1]), "errors", "1 values and Rows has 2"),
        (() => Dots.Add("n", [1, 2], [1, -0.5]), "errors", "errors[1] is -0.5"),
        (() => Dots.Add("n", null!), "values", ""),
        (() => _ = Dots with { Width = 0 }, "Width", "0; it must be"),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Errors.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void An_illegal_argument_is_refused_by_name_and_value(int index)
    {
        (Action? call, string? name, string? says) = Errors[index];
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(name, error.ParamName);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }
}
