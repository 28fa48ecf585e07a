using System.Text.Json;
using Xunit;

namespace LrMath.Tests.Cli;

public sealed class AuditCommandTests : IDisposable
{
    private const string Intended = "Cosine(0.1, 0, 90).Warmup(10)";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Intended, "agrees", null, null)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Shift(3)", "shifted", null, 3.0)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Delay(2)", "shifted", null, -2.0)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Stride(4)", "stretched", null, 4.0)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).PerEpoch(5)", "stretched", null, 0.2)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Then(Cosine(0.1, 0, 90).Warmup(10), 40)", "restarted", 40, null)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Then(Cosine(0.1, 0, 90).Warmup(10).Shift(60), 30)", "jumped", 30, 30.0)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Scale(8)", "scaled", null, 8.0)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Min(Constant(0.07))", "clamped", null, 0.07)]
    [InlineData("CosineWave(0.1, 0, 90).Warmup(10)", "risesagain", null, null)]
    [InlineData("Cosine(0.1, 0, 90).Warmup(10).Shift(3).Scale(0.5)", "shifted", null, 3.0)]
    [InlineData("Step(0.1, 0.5, 7)", "different", null, null)]
    public void Each_fault_has_its_verdict(string actual, string verdict, int? at, double? by)
    {
        var run = CommandRun.Of("audit", Log(actual), "--schedule", Intended, "--json");
        JsonElement answer = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(verdict == "agrees" ? 0 : 1, run.Code);
        Assert.Equal(verdict, answer.GetProperty("verdict").GetString());
        Assert.Equal(at, Number(answer, "at"));
        Assert.Equal(by, Number(answer, "by"));
    }

    [Fact]
    public void A_changed_argument_is_named()
    {
        var run = CommandRun.Of("audit", Log("Cosine(0.1, 0, 90).Warmup(20)"), "--schedule", Intended, "--json");
        JsonElement by = JsonDocument.Parse(run.Output).RootElement.GetProperty("by");
        Assert.Equal("Warmup.steps", by.GetProperty("name").GetString());
        Assert.Equal(20, by.GetProperty("value").GetDouble());
    }

    [Fact]
    public void The_expression_of_two_faults_names_both()
    {
        var run = CommandRun.Of("audit", Log("Cosine(0.1, 0, 90).Warmup(10).Shift(3).Scale(0.5)"), "--schedule", Intended, "--json");
        Assert.Equal(Intended + ".Shift(3).Scale(0.5)", JsonDocument.Parse(run.Output).RootElement.GetProperty("expression").GetString());
    }

    [Theory]
    [InlineData(true, "┊  restarted at step 60", '┊')]
    [InlineData(false, ":  restarted at step 60", ':')]
    public void The_picture_marks_where_the_run_leaves_the_schedule(bool unicode, string said, char line)
    {
        string path = Log($"({Intended}).Then({Intended}, 60)");
        string output = CommandRun.Of(new CommandRun.Terminal(Unicode: unicode), "audit", path, "--schedule", Intended).Output;

        Assert.Contains(said, output, StringComparison.Ordinal);
        string[] rows =
        [
            .. output.ReplaceLineEndings("\n").Split('\n').Skip(1).TakeWhile(row => !row.Contains("logged", StringComparison.Ordinal)),
        ];
        int[] columns = [.. rows.Select(row => row.IndexOf(line, StringComparison.Ordinal)).Where(column => column >= 0).Distinct()];
        Assert.Single(columns);
        Assert.DoesNotContain('┊', CommandRun.Of("audit", Log(Intended), "--schedule", Intended).Output);
    }

    [Fact]
    public void A_pattern_without_names_is_refused()
    {
        var run = CommandRun.Of("audit", Log(Intended), "--schedule", Intended, "--pattern", @"(\d+) (\S+)");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("--pattern has no group with a name", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lambda_is_audited_too()
    {
        var run = CommandRun.Of("audit", Log("step => 0.2 / (1 + step)"), "--schedule", "step => 0.1 / (1 + step)", "--json");
        Assert.Contains("\"scaled\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cosine(0.1, 0)", "CS7036")]
    [InlineData("step => step < 50 ? 0.1 : throw new InvalidOperationException(\"no more\")", "throws at step 50: no more")]
    public void A_schedule_that_cannot_be_used_is_said_to_be_so(string intended, string complaint)
    {
        var run = CommandRun.Of("audit", Log("Constant(0.1)"), "--schedule", intended, "--out", folder["never.svg"]);
        Assert.Equal(2, run.Code);
        Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["never.svg"]));
    }

    [Fact]
    public void A_policy_is_replayed_first()
    {
        string path = folder["plateau.csv"];
        File.WriteAllText(path, "step,val_loss,lr\n0,1,0.1\n1,1,0.1\n2,1,0.1\n3,1,0.01\n4,1,0.01\n");
        CommandRun run = AuditPolicy(path, "--json");
        Assert.Contains("\"agrees\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--step-column tick", "agrees")]
    [InlineData("--step-column tick --metric-column val_loss", "agrees")]
    [InlineData("--step-column 1", "agrees")]
    public void A_policy_is_replayed_at_the_steps_of_the_column_that_is_named(string options, string verdict)
    {
        string path = folder["ticks.csv"];
        File.WriteAllText(path, "tick,val_loss,lr\n0,1,0.1\n10,1,0.1\n20,1,0.1\n30,1,0.01\n40,1,0.01\n");
        CommandRun run = AuditPolicy(path, ["--json", .. options.Split(' ')]);
        Assert.Contains($"\"{verdict}\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--metric-column nope", "has no column 'nope' for --metric-column; it has")]
    [InlineData("--metric-column tick --step-column tick", "--step-column and --metric-column are the same column, tick")]
    public void A_column_of_the_metric_that_cannot_be_used_is_refused_by_its_option(string options, string complaint)
    {
        string path = folder["ticks.csv"];
        File.WriteAllText(path, "step,tick,val_loss,lr\n0,0,1,0.1\n1,10,1,0.1\n2,20,1,0.1\n");
        CommandRun run = AuditPolicy(path, options.Split(' '));
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(complaint, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_of_the_metrics_that_are_not_in_order_are_told_without_options_of_other_verbs()
    {
        string path = folder["resumed.csv"];
        File.WriteAllText(path, "step,epoch,val_loss,lr\n0,0,1,0.1\n1,0,1,0.1\n2,0,1,0.1\n0,1,1,0.1\n3,1,1,0.1\n");
        var run = CommandRun.Of("audit", path, "--schedule", "Constant(0.1)", "--policy", "Plateau.PyTorch");
        Assert.Equal(2, run.Code);
        Assert.Contains("must be in order", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--e", run.Error, StringComparison.Ordinal);
    }

    private static CommandRun AuditPolicy(string path, params string[] options) =>
        CommandRun.Of(["audit", path, "--schedule", "Constant(0.1)", "--policy", "Plateau.PyTorch with { Patience = 2 }", .. options]);

    private string Log(string actual)
    {
        Func<int, double> schedule = LrMath.Cli.Expressions.Expression.Compile(actual).Schedule;
        int last = actual.StartsWith("CosineWave", StringComparison.Ordinal) ? 140 : 100;
        File.WriteAllText(
            folder["run.csv"],
            "step,lr\n" + string.Concat(Enumerable.Range(0, last + 1).Select(t => FormattableString.Invariant($"{t},{schedule(t)}\n")))
        );
        return folder["run.csv"];
    }

    private static double? Number(JsonElement answer, string name) =>
        answer.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
}
