using Xunit;

namespace LrMath.Tests.Cli;

/// <summary>The command names policies that wrap a policy, and says what happened to the one inside.</summary>
public class WrappedPolicyTests
{
    [Theory]
    [InlineData("new Plateau { Patience = 0 }.IgnoreFirst(2)", "9 1 5 6", "ignored ignored improved reduced")]
    [InlineData("new Plateau { Patience = 1 }.Smoothed(0.5)", "4 2 4 5", "improved improved no_better reduced")]
    [InlineData("(Plateau.PyTorch with { Patience = 0 }).Smoothed(0.5).IgnoreFirst(1)", "9 4 8 2", "ignored improved reduced reduced")]
    [InlineData("Plateau.NewBob with { Patience = 1 }", "4 3 3 4 3.5", "improved improved no_better reduced improved")]
    [InlineData("Plateau.ScikitLearn with { Patience = 2 }", "1 0.9999 0.9998 0.9", "improved no_better reduced improved")]
    [InlineData("Steering.Skrl with { BaseRate = 1e-3 }", "0.02 0.008 0.001", "reduced in_band raised")]
    [InlineData("new Steering { Ceiling = 1 }.Smoothed(0)", "0.001 0.008 1", "held in_band reduced")]
    public void Each_row_says_what_happened(string policy, string metrics, string events)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "loss\n" + metrics.Replace(' ', '\n'));

        var run = CommandRun.Of("replay", folder["log.csv"], "--csv", "--policy", policy);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(events.Split(' '), run.Lines.Skip(1).Select(line => line.Split(',')[^1].Replace(' ', '_')));
    }

    [Fact]
    public void Which_metrics_are_better_is_told_through_the_wrappers()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "score\n1\n2\n3\n");

        var run = CommandRun.Of(
            "replay",
            folder["log.csv"],
            "--policy",
            "(Plateau.PyTorch with { Mode = Mode.Max }).Smoothed(0.9).IgnoreFirst(1)"
        );

        Assert.Equal(0, run.Code);
        Assert.Contains("higher is better", string.Join(' ', run.Lines), StringComparison.Ordinal);
    }
}
