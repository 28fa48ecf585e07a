using System.Text.Json;
using Xunit;

namespace LrMath.Tests.Cli;

public sealed class IdentifyCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Json_is_one_object_a_line_for_each_log()
    {
        string first = Written("a.csv", Csv(Schedule.Linear(0.1, 0, 50)));
        string second = Written("b.csv", Csv(Schedule.Step(0.1, 0.5, 10)));
        var run = CommandRun.Of("identify", first, second, "--json");

        Assert.Equal(0, run.Code);
        JsonElement[] lines = [.. run.Lines.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([first, second], lines.Select(line => line.GetProperty("log").GetString()));
        Assert.Equal(["Linear(0.1, 0, 50)", "Step(0.1, 0.5, 10)"], lines.Select(line => line.GetProperty("expression").GetString()));
        Assert.All(lines, line => Assert.Equal(0, line.GetProperty("unexplained").GetInt32()));
        Assert.All(lines, line => Assert.InRange(line.GetProperty("worst").GetDouble(), 0, 0.5));
    }

    [Fact]
    public void A_log_that_nothing_short_explains_is_code_1()
    {
        var random = new Random(1);
        var run = CommandRun.Of("identify", Written("noise.csv", Csv(_ => random.NextDouble())), "--json");
        Assert.Equal(1, run.Code);
        Assert.NotEqual(0, JsonDocument.Parse(run.Output).RootElement.GetProperty("unexplained").GetInt32());
    }

    [Fact]
    public void The_picture_is_written_whole()
    {
        string target = folder["picture.svg"];
        var run = CommandRun.Of("identify", Written("a.csv", Csv(Schedule.Cosine(0.1, 0, 50))), "--out", target);
        Assert.Equal(0, run.Code);
        Assert.EndsWith("</svg>", File.ReadAllText(target).TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("Cosine(0.1, 0, 50)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("step,loss\n0,1\n1,2\n2,3\n", "which column --column is")]
    [InlineData("step,lr\n0,0.1\n1,0.2\n", "2 rows")]
    [InlineData("step,lr\n0,0.1\n1,nan\n2,0.3\n", ":3: lr is nan")]
    [InlineData("step,lr\n0,0.1\n1,-0.2\n2,0.3\n", ":3: lr is -0.2")]
    [InlineData("step,lr\n0,0.1\n0.5,0.2\n2,0.3\n", ":3: step is 0.5")]
    [InlineData("step,lr\n3,0.1\n2,0.2\n1,0.3\n0,0.3\n", ":4: step is 1 after 2 on line 3")]
    [InlineData("step,lr/a,lr/b\n0,0.1,0.2\n1,0.1,0.2\n2,0.1,0.2\n", "2 (lr/a), 3 (lr/b)")]
    [InlineData("{\"step\": 0, \"lr\": 0.1}\n{\"step\": 1, \"lr\"", ":2: this line is not a whole JSON object")]
    [InlineData("{\n\"log_history\": [\n{\"step\": 0, \"learning_rate\": 0.1},\n", ": the JSON ends or breaks here")]
    [InlineData("{\"best\": 1}", "which column --column is")]
    [InlineData("\0\u0001\u0002", "is not text")]
    public void A_log_that_is_none_is_said_to_be_none(string text, string complaint)
    {
        var run = CommandRun.Of("identify", Written("bad.csv", text));
        Assert.Equal(2, run.Code);
        Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void One_bad_log_does_not_keep_the_others_from_being_read()
    {
        var run = CommandRun.Of("identify", folder["missing.csv"], Written("a.csv", Csv(Schedule.Linear(0.1, 0, 50))), "--json");
        Assert.Equal(2, run.Code);
        Assert.Contains("there is no such file", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Lines);
    }

    [Fact]
    public void A_pattern_finds_steps_and_rates_in_any_text()
    {
        Func<int, double> schedule = Schedule.Linear(0.1, 0, 50);
        string path = Written(
            "any.txt",
            string.Concat(Enumerable.Range(0, 60).Select(t => FormattableString.Invariant($"[{t}] eta~{schedule(t)}\n")))
        );
        var run = CommandRun.Of("identify", path, "--json", "--pattern", @"\[(?<step>\d+)\] eta~(?<rate>\S+)");
        Assert.Equal(0, run.Code);
        Assert.Contains("\"Linear(0.1, 0, 50)\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_resumed_run_did_anew_replaces_what_it_did_before()
    {
        Func<int, double> schedule = Schedule.Linear(0.1, 0, 50);
        IEnumerable<string> rows = Enumerable
            .Range(0, 40)
            .Select(t => FormattableString.Invariant($"{t},{(t < 30 ? schedule(t) : 7)}"))
            .Concat(Enumerable.Range(30, 9).Select(t => FormattableString.Invariant($"{t},{schedule(t)}")));
        var run = CommandRun.Of("identify", Written("resumed.csv", "step,lr\n" + string.Join('\n', rows)), "--json");
        Assert.Contains("\"Linear(0.1, 0, 50)\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    private string Written(string name, string text)
    {
        File.WriteAllText(folder[name], text);
        return folder[name];
    }

    private static string Csv(Func<int, double> schedule) =>
        "step,lr\n" + string.Concat(Enumerable.Range(0, 60).Select(t => FormattableString.Invariant($"{t},{schedule(t)}\n")));
}
