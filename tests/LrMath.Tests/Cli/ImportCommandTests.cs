using Xunit;

namespace LrMath.Tests.Cli;

/// <summary><c>lrmath import</c>.</summary>
public class ImportCommandTests
{
    [Fact]
    public void A_line_of_Python_is_printed_as_the_expression_that_rebuilds_it()
    {
        (int code, string text, string error) = Run("run.py", "StepLR(optimizer, step_size=30, gamma=0.1)", "--base-rate", "0.1");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Python StepLR", text, StringComparison.Ordinal);
        Assert.Contains("Schedule.Step(0.1, 0.1, 30)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_is_printed_with_the_step_where_it_stands()
    {
        (int code, string text, _) = Run(
            "state.json",
            """{"gamma": 0.9, "base_lrs": [0.1, 0.01], "last_epoch": 7, "_last_lr": [0.04782969, 0.004782969]}"""
        );

        Assert.Equal(0, code);
        Assert.Contains("at step 7", text, StringComparison.Ordinal);
        Assert.Contains("group 1: Schedule.ExponentialDecay(0.01, 0.9)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_alone_is_a_file_that_the_other_verbs_take()
    {
        using var folder = new TemporaryFolder();
        CommandRun json = Run("run.py", "CosineAnnealingLR(optimizer, T_max=95)", "--base-rate", "0.1", "--json");
        File.WriteAllText(folder["schedule.json"], json.Output);

        Assert.Equal((0, ""), (json.Code, json.Error));
        Assert.Equal("Schedule.CosineWave(0.1, 0, 95)", CommandRun.Of("describe", folder["schedule.json"]).Output.TrimEnd());
    }

    [Fact]
    public void A_schedule_that_is_no_data_says_so_beside_its_values() =>
        Assert.Contains(
            "not as JSON",
            Run("run.py", "LambdaLR(optimizer, lr_lambda=lambda t: 0.9 ** t)", "--base-rate", "0.1").Output,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("StepLR(optimizer, step_size=30)", "--base-rate")]
    [InlineData("StepLR(optimizer, step_size=30, gama=1)", "gama")]
    [InlineData("{\"a\": 1}", "none of what is read")]
    public void What_is_not_read_is_an_input_error(string text, string said)
    {
        (int code, _, string error) = Run("input.txt", text);

        Assert.Equal(2, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_is_no_number_is_an_input_error() =>
        Assert.Contains("--base-rate is '0,1'", Run("run.py", "StepLR(opt, 3)", "--base-rate", "0,1").Error, StringComparison.Ordinal);

    private static CommandRun Run(string name, string text, params string[] options)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[name], text);
        return CommandRun.Of(["import", folder[name], .. options]);
    }
}
