using FsCheck;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Spectre.Console;
using Xunit;

namespace LrMath.Tests.Cli;

public class TextPlotTests
{
    private const int Rows = 6;
    private const int Dots = 120;

    private static readonly Drawn<int[]> Levels = Draw.List(Draw.Whole(0, 23), Dots - 2).Select(rest => (int[])[0, 23, .. rest]);

    [Cases(50)]
    public Property Every_value_has_its_dot_where_there_are_as_many_dots_as_steps() =>
        Law.Over(
            Levels,
            levels =>
            {
                IReadOnlyList<int[]> drawn = Drawn(step => levels[step], Dots);
                return drawn.Count == Dots && drawn.Zip(levels).All(column => column.First.Contains(column.Second));
            }
        );

    [Cases(50)]
    public Property Nothing_is_drawn_but_values_and_the_way_between_neighbours() =>
        Law.Over(
            Levels,
            levels =>
            {
                IReadOnlyList<int[]> drawn = Drawn(step => levels[step], Dots);
                return Enumerable
                    .Range(0, Dots)
                    .All(x =>
                    {
                        IEnumerable<int> near = Enumerable.Range(x - 1, 3).Where(i => i is >= 0 and < Dots).Select(i => levels[i]);
                        return drawn[x][0] >= near.Min() && drawn[x][^1] <= near.Max();
                    });
            }
        );

    [Cases(50)]
    public Property A_curve_has_no_holes() =>
        Law.Over(
            Draw.List(Draw.Whole(0, 23), 500),
            levels =>
            {
                IReadOnlyList<int[]> drawn = Drawn(step => levels[Math.Min(step, levels.Length - 1)], levels.Length);
                return drawn.All(column => column[^1] - column[0] == column.Length - 1)
                    && drawn.Zip(drawn.Skip(1)).All(pair => pair.Second[0] <= pair.First[^1] + 1 && pair.First[0] <= pair.Second[^1] + 1);
            }
        );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(119)]
    [InlineData(121)]
    [InlineData(100_000)]
    public void A_rising_line_runs_from_corner_to_corner_and_never_falls(int count)
    {
        IReadOnlyList<int[]> drawn = Drawn(step => 1e300 * step, count);
        Assert.True(count == 1 || drawn[0][0] == 0);
        Assert.True(count == 1 || drawn[^1][^1] == 4 * Rows - 1);
        Assert.All(drawn.Zip(drawn.Skip(1)), pair => Assert.True(pair.First[^1] <= pair.Second[^1]));
    }

    private static IReadOnlyList<int[]> Drawn(Func<int, double> schedule, int count)
    {
        using var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Capabilities.Unicode = true;
        var plot = new TextPlot([new Curve("", schedule)], new StepRange(0, count), Rows, legend: false);
        console.Profile.Width = 500;
        console.Write(plot);
        int margin = output.ToString().IndexOfAny(['┤', '│']) + 1;
        output.GetStringBuilder().Clear();
        console.Profile.Width = margin + Dots / 2;
        console.Write(plot);
        return Braille.Columns(output.ToString().ReplaceLineEndings("\n").Split('\n'), Rows);
    }
}
