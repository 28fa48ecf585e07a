using Xunit;

namespace LrMath.Tests.Cli;

public class JsonFileTests
{
    private const string Expression = "Schedule.Cosine(0.1, 0, 9500).Warmup(500)";

    [Fact]
    public void A_described_schedule_is_a_file_that_every_verb_takes()
    {
        using var folder = new TemporaryFolder();
        var written = CommandRun.Of("describe", "--json", Expression);
        Assert.Equal(0, written.Code);
        File.WriteAllText(folder["lr.json"], written.Output);

        Assert.Equal([Expression], CommandRun.Of("describe", folder["lr.json"]).Lines);
        Assert.Equal(
            CommandRun.Of("table", Expression, "--csv", "--steps", "20").Lines.Skip(1),
            CommandRun.Of("table", folder["lr.json"], "--csv", "--steps", "20").Lines.Skip(1)
        );
        Assert.Equal(0, CommandRun.Of("plot", folder["lr.json"], "Constant(0.05)").Code);
        File.WriteAllText(folder["policy.json"], """{ "lrmath": 1, "policy": { "plateau.pyTorch": { "patience": 1 } } }""");
        File.WriteAllText(folder["log.csv"], "loss\n1\n2\n3\n4\n");
        var replayed = CommandRun.Of(
            "replay",
            folder["log.csv"],
            "--policy",
            folder["policy.json"],
            "--schedule",
            folder["lr.json"],
            "--csv"
        );
        Assert.Equal(0, replayed.Code);
        Assert.Equal(5, replayed.Lines.Count);
    }

    [Theory]
    [InlineData(
        """{ "lrmath": 1, "schedule": { "cosin": {} } }""",
        "$.schedule.cosin: found the unknown name \"cosin\"; legal is the name of a builder. Did you mean \"cosine\"?"
    )]
    [InlineData("Cosine(1, 0, 5)", "$ (line 1, byte 1): found what is not: 'C' is an invalid start of a value; legal is JSON.")]
    [InlineData(
        """{ "lrmath": 1, "policy": "plateau" }""",
        "$.policy: found the unknown name \"policy\"; legal is one of lrmath, schedule, $schema."
    )]
    public void A_mistake_in_a_file_is_told_with_its_place(string text, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["lr.json"], text);
        var run = CommandRun.Of("plot", folder["lr.json"]);
        Assert.Equal(2, run.Code);
        Assert.Equal($"error: {folder["lr.json"]}: {message}", run.Error.TrimEnd());
    }

    [Fact]
    public void A_file_that_cannot_be_read_and_a_schedule_that_is_no_data_are_told()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("there is no such file", CommandRun.Of("plot", folder["missing.json"]).Error, StringComparison.Ordinal);
        Assert.StartsWith(
            "error: this schedule is not data at $.schedule[0]: found a function of your own",
            CommandRun.Of("describe", "--json", "new Func<int, double>(step => 1).Scale(2)").Error,
            StringComparison.Ordinal
        );
    }
}
