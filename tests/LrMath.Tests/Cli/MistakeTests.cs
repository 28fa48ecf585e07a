using Xunit;

namespace LrMath.Tests.Cli;

public class MistakeTests
{
    [Theory]
    [InlineData("Cosine(0.1, 0, 100).Warmpu(5)", "                      ^", "'Warmpu'")]
    [InlineData("Cosine(0.1, 0, 100", "                    ^", "CS1026")]
    [InlineData("0.1", "  ^", "CS0029")]
    [InlineData("step =>\n  step + nothing", "           ^", "'nothing'")]
    public void A_mistake_in_the_expression_is_pointed_at(string expression, string caret, string reason)
    {
        var run = CommandRun.Of("plot", expression);
        AssertRefused(run, reason);
        Assert.Equal(caret, run.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')[^1]);
    }

    [Theory]
    [InlineData("Cosine(0.1, 0, -100)", "-100")]
    [InlineData("Cosine(0.1, double.NaN, 100)", "NaN")]
    [InlineData("Constant(1) + Constant(2)", "multicast")]
    [InlineData("null", "no value")]
    [InlineData("", "no value")]
    [InlineData("Cosine(0.1, 0, 100);", "';'")]
    public void An_argument_that_the_library_refuses_is_shown_with_the_expression(string expression, string reason)
    {
        var run = CommandRun.Of("describe", expression);
        AssertRefused(run, reason);
        Assert.EndsWith(expression, run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("step => step < 1234 ? 0.1 : double.NaN", "NaN at step 1,234")]
    [InlineData("step => Math.Pow(2, step)", "Infinity at step 1,024")]
    [InlineData("step => new[] { 0.1, 0.2, 0.3 }[step]", "throws at step 3")]
    [InlineData("step => step < 7 ? 0.1 : throw new InvalidOperationException(\"no more\")", "throws at step 7: no more")]
    public void A_schedule_that_fails_is_named_with_the_step(string expression, string reason)
    {
        AssertRefused(CommandRun.Of("plot", expression), reason);
        AssertRefused(CommandRun.Of("plot", "step => 0.1", expression, "--steps", "5000"), reason);
        AssertRefused(CommandRun.Of("table", "step => 0.1", expression, "--csv", "--steps", "5000"), reason);
    }

    [Theory]
    [InlineData("--steps", "0", "--steps is '0'; it must be a whole number, at least 1")]
    [InlineData("--from", "-1", "--from is '-1'; it must be a whole number, at least 0")]
    [InlineData("--every", "0", "--every is '0'; it must be a whole number, at least 1")]
    [InlineData("--steps", "many", "--steps is 'many'; it must be a whole number, at least 1")]
    [InlineData("--stops", "5", "there is no option --stops here")]
    public void An_option_out_of_range_is_named(string option, string value, string reason) =>
        AssertRefused(CommandRun.Of("table", "step => 0.1", option, value), reason);

    [Fact]
    public void Steps_beyond_the_last_are_refused() =>
        AssertRefused(CommandRun.Of("table", "step => 0.1", "--from", "2147483647", "--steps", "1"), "beyond 2147483646");

    [Fact]
    public void No_verb_an_unknown_verb_and_no_expression_are_mistakes()
    {
        Assert.Equal(2, CommandRun.Of().Code);
        Assert.Equal(2, CommandRun.Of("draw", "step => 0.1").Code);
        Assert.Equal(2, CommandRun.Of("plot").Code);
    }

    [Fact]
    public void Asking_for_help_is_no_mistake()
    {
        var run = CommandRun.Of("--help");
        Assert.Equal(0, run.Code);
        Assert.All(
            ["plot", "table", "describe", "gallery", "find", "replay"],
            verb => Assert.Contains(verb, run.Output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        AssertRefused(
            CommandRun.Of("plot", "step => 0.1", "--out", Path.Combine(folder["missing"], "plot.svg")),
            "there is no such folder"
        );
        Assert.Empty(folder.Names);

        Directory.CreateDirectory(folder["taken.svg"]);
        AssertRefused(CommandRun.Of("gallery", "--out", folder["taken.svg"]), "it is a folder");
        Assert.Equal(["taken.svg"], folder.Names);
    }

    [Fact]
    public void A_schedule_that_fails_leaves_the_file_of_before()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["plot.svg"], "before");
        AssertRefused(CommandRun.Of("plot", "step => double.NaN", "--out", folder["plot.svg"]), "NaN");
        Assert.Equal("before", File.ReadAllText(folder["plot.svg"]));
    }

    private static void AssertRefused(CommandRun run, string reason)
    {
        Assert.Equal(2, run.Code);
        Assert.Empty(run.Output.Trim());
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
