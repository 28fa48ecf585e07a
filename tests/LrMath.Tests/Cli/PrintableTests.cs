using Xunit;

namespace LrMath.Tests.Cli;

public class PrintableTests
{
    private const string Hostile = "a\e[31mb\u202Ec\u0007d\u200Fe\u2066f\u009Bg\u2028h\uFEFFi\u007F";

    [Fact]
    public void What_could_deceive_is_an_escape_and_the_rest_stays()
    {
        Assert.Equal(@"a\u001B[31mb\u202Ec\u0007d\u200Fe\u2066f\u009Bg\u2028h\uFEFFi\u007F", Printable.Lines(Hostile));
        Assert.Equal("é 漢 … ━━ 😀\n\tb", Printable.Lines("é 漢 … ━━ 😀\n\tb"));
        Assert.Equal("a b\\u0009c", Printable.Line("a\nb\tc"));
        Assert.Equal(@"\uD800 \U000E0041", Printable.Lines("\uD800 \U000E0041"));
    }

    [Fact]
    public void The_tag_of_the_rates_is_printed_without_its_escapes()
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Range(0, 6).Select(step => $"lr\u001B]0;x\a\u202E,{step},{6 - step}\n"));
        File.WriteAllText(folder["log.csv"], "tag,step,value\n" + rows);
        foreach (string[] command in new[] { new[] { "identify" }, ["audit", "--schedule", "Linear(6, 0, 6)"], ["identify", "--json"] })
        {
            var run = CommandRun.Of([command[0], folder["log.csv"], .. command[1..]]);
            Assert.DoesNotContain(run.Output, c => c is '\u001B' or '\a' or '\u202E');
        }
    }

    [Theory]
    [InlineData("HOSTILE,loss\n1,2\n", "replay", "--policy", "Plateau.Keras", "--column", "none")]
    [InlineData("epoch,loss\n1,HOSTILE\n", "replay", "--policy", "Plateau.Keras")]
    [InlineData("epoch,HOSTILE_loss\n1,2\n2,3\n", "replay", "--policy", "Plateau.Keras")]
    [InlineData("epoch,HOSTILE_loss\n1,2\n2,3\n", "replay", "--policy", "Plateau.Keras", "--csv")]
    [InlineData("epoch,HOSTILE_loss\n1,2\n2,3\n", "replay", "--policy", "Plateau.Keras", "--title", "HOSTILE")]
    [InlineData("step,lr\n1,0.1\n2,0.1\n3,0.1\n4,0.1\n5,0.1\n", "identify")]
    [InlineData("step,lr\n1,0.1\n2,0.1\n3,0.1\n4,0.1\n5,0.1\n", "audit", "--schedule", "Constant(0.2)")]
    [InlineData("HOSTILE_lr,loss\n1,3\n2,2\n3,1\n4,9\n", "find")]
    [InlineData("lr,HOSTILE\n1,3\n2,2\n3,1\n", "find")]
    [InlineData("lr,loss\nHOSTILE,3\n", "find")]
    public void The_content_and_the_name_of_a_file_reach_the_terminal_as_escapes(string text, string verb, params string[] options)
    {
        using var folder = new TemporaryFolder();
        string path = folder["log\e[2J\u202E.csv"];
        File.WriteAllText(path, text.Replace("HOSTILE", Hostile, StringComparison.Ordinal));

        var run = CommandRun.Of([verb, path, .. options.Select(o => o.Replace("HOSTILE", Hostile, StringComparison.Ordinal))]);

        string printed = run.Output + run.Error;
        Assert.NotEqual("", printed);
        Assert.Contains("\\u", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(
            printed,
            c => (char.IsControl(c) && c is not ('\n' or '\r')) || c is '\u202E' or '\u200F' or '\u2066' or '\u2028' or '\uFEFF'
        );
    }

    [Theory]
    [InlineData("plot", "/*HOSTILE*/ Constant(0.1)")]
    [InlineData("table", "/*HOSTILE*/ Constant(0.1)")]
    [InlineData("plot", "\"HOSTILE\"")]
    [InlineData("HOSTILE")]
    [InlineData("plot", "--HOSTILE")]
    [InlineData("plot", "Constant(0.1)", "--title", "HOSTILE")]
    [InlineData("plot", "Constant(0.1)", "--steps", "HOSTILE")]
    [InlineData("plot", "Constant(0.1)", "--out", "/nowhere/HOSTILE")]
    public void So_does_what_stands_in_a_command_line(params string[] arguments)
    {
        var run = CommandRun.Of([.. arguments.Select(a => a.Replace("HOSTILE", "\e[31m\u202E", StringComparison.Ordinal))]);
        string printed = run.Output + run.Error;
        Assert.Contains(@"\u001B[31m\u202E", printed.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.DoesNotContain(printed, c => c is '\e' or '\u202E');
    }
}
