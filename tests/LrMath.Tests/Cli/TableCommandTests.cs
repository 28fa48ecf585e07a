using System.Globalization;
using Xunit;

namespace LrMath.Tests.Cli;

public class TableCommandTests
{
    [Fact]
    public void A_CSV_number_brings_back_the_same_bits()
    {
        Func<int, double> schedule = Schedule.Cosine(0.1, 1e-7, 950).Warmup(50);
        var run = CommandRun.Of("table", "Cosine(0.1, 1e-7, 950).Warmup(50)", "--csv", "--steps", "1000");
        Assert.Equal("step,\"Cosine(0.1, 1e-7, 950).Warmup(50)\"", run.Lines[0]);
        Assert.Equal(1001, run.Lines.Count);
        Assert.All(
            run.Lines.Skip(1),
            (line, step) =>
            {
                string[] cells = line.Split(',');
                Assert.Equal(step, int.Parse(cells[0], CultureInfo.InvariantCulture));
                Assert.Equal(schedule(step), double.Parse(cells[1], CultureInfo.InvariantCulture));
            }
        );
    }

    [Fact]
    public void Schedules_stand_side_by_side_from_the_first_step_on_every_so_many()
    {
        var run = CommandRun.Of("table", "step => step", "step => step / 2.0", "--csv", "--from", "10", "--steps", "6", "--every", "3");
        Assert.Equal(["step,step => step,step => step / 2.0", "10,10,5", "13,13,6.5"], run.Lines);
    }

    [Fact]
    public void The_last_step_there_is_can_be_asked_for()
    {
        var run = CommandRun.Of("table", "step => step", "--csv", "--from", "2147483646", "--steps", "1");
        Assert.Equal("2147483646,2147483646", run.Lines[^1]);
    }

    [Fact]
    public void A_table_has_a_readable_number_of_rows()
    {
        var run = CommandRun.Of("table", "Linear(1, 0, 12345)");
        Assert.InRange(run.Lines.Count(line => line.StartsWith("│ ", StringComparison.Ordinal)), 10, 26);
        Assert.Contains(run.Lines, line => line.Contains("12,000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(-958)]
    public void Csv_keeps_the_bits_that_the_shortest_text_of_NET_loses(int exponent)
    {
        string line = CommandRun.Of("table", $"Constant(Math.ScaleB(1, {exponent}))", "--csv", "--steps", "1").Lines[1];
        Assert.Equal(Math.ScaleB(1, exponent), double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string[][] commands =
        [
            ["table", "Linear(0.5, 0, 2000)"],
            ["table", "Linear(0.5, 0, 2000)", "--csv"],
            ["plot", "Linear(0.5, 0, 2000)"],
            ["describe", "Linear(0.5, 0, 2000)"],
        ];
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            CommandRun[] invariant = [.. commands.Select(CommandRun.Of)];
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, commands.Select(CommandRun.Of));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
