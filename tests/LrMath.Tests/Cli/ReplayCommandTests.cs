using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using LrMath.Cli.Commands;
using LrMath.Cli.Expressions;
using LrMath.ClosedLoop;
using Xunit;

namespace LrMath.Tests.Cli;

public class ReplayCommandTests
{
    private const string Policy = "Plateau.PyTorch with { Patience = 2, Cooldown = 1 }";

    // Falls for eight epochs, then shakes.
    private static readonly double[] Losses = [.. Enumerable.Range(0, 40).Select(k => Math.Max(1, 9 - k) + 0.01 * (k * 7 % 5))];

    [Theory]
    [InlineData("--step", "loss")]
    [InlineData("--epoch", "loss")]
    public void A_column_is_not_both_the_metric_and_its_place(string option, string column)
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "step,loss", ",");
        var run = CommandRun.Of("replay", folder["log.csv"], option, column, "--policy", "Plateau.PyTorch");
        Assert.Equal(2, run.Code);
        Assert.Contains($"{option} and --column are the same column, loss", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_columns_have_one_name()
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "step,val_loss", ",");
        string[] lines = Csv(folder["log.csv"], "--policy", Policy, "--schedule", "Cosine(0.1, 0, 380)", "--every", "10");
        Assert.Equal("policy,step,val_loss,scale,rate_step,rate,best,bad,event", lines[0]);
    }

    [Fact]
    public void The_values_are_those_of_the_library_to_the_bit()
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "epoch,val_loss", ",");
        Plateau policy = Plateau.PyTorch with { Patience = 2, Cooldown = 1 };
        FeedbackLoop<PlateauState> loop = Schedule.Cosine(0.1, 0, 380).Warmup(20).Under(policy);
        IReadOnlyList<PlateauState> states = policy.Replay(Losses);

        string[] lines = Csv(folder["log.csv"], "--policy", Policy, "--schedule", "Cosine(0.1, 0, 380).Warmup(20)", "--every", "10");

        Assert.Equal("policy,epoch,val_loss,scale,step,rate,best,bad,event", lines[0]);
        Assert.Equal(Losses.Length, lines.Length - 1);
        for (int k = 0; k < Losses.Length; k++)
        {
            loop.Observe(Losses[k], afterStep: 10 * k + 9);
            string[] fields = lines[k + 1][(Policy.Length + 3)..].Split(',');
            Assert.Equal(
                [
                    k + 1,
                    Losses[k],
                    policy.ScaleOf(states[k]),
                    10 * k + 10,
                    loop.Rate(10 * k + 10),
                    states[k].Best!.Value,
                    states[k].BadCount,
                ],
                fields[..7].Select(field => double.Parse(field, CultureInfo.InvariantCulture))
            );
        }
    }

    [Fact]
    public void A_pattern_finds_metrics_and_steps()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["log.csv"], ["n,cost", .. Losses.Select((loss, k) => FormattableString.Invariant($"{5 * k},{loss}"))]);
        File.WriteAllLines(folder["log.txt"], Losses.Select((loss, k) => FormattableString.Invariant($"<{5 * k}> cost~{loss}")));

        string[] table = Csv(folder["log.csv"], "--policy", Policy, "--column", "cost", "--step-column", "n");
        string[] text = Csv(folder["log.txt"], "--policy", Policy, "--pattern", @"<(?<step>\d+)> cost~(?<metric>\S+)");

        Assert.Equal(table[1..], text[1..]);
    }

    [Fact]
    public void Where_the_log_has_steps_they_are_the_steps()
    {
        using var folder = new TemporaryFolder();
        Func<int, double> lr = Schedule.Linear(1e-5, 0, 4_500).Warmup(500);
        int[] steps = [1000, 2000, 3000, 4000, 5000];
        double[] losses = [3, 2, 2.5, 2.4, 1];
        double[] scales = [1, 1, 1, 0.1, 0.1];
        File.WriteAllText(folder["log.csv"], "epoch,step,val_loss\n" + string.Concat(steps.Select((s, i) => $"{i + 1},{s},{losses[i]}\n")));

        string[] lines = Csv(
            folder["log.csv"],
            "--policy",
            "Plateau.PyTorch with { Patience = 1 }",
            "--schedule",
            "Linear(1e-5, 0, 4_500).Warmup(500)"
        );

        Assert.Equal("policy,step,val_loss,scale,rate,best,bad,event", lines[0]);
        Assert.Equal(
            steps.Zip(scales, (s, scale) => ((double)s, lr(s) * scale)),
            lines.Skip(1).Select(line => line.Split(',')[^7..]).Select(f => (Number(f[0]), Number(f[3])))
        );

        var run = CommandRun.Of(
            "replay",
            folder["log.csv"],
            "--policy",
            "Plateau.PyTorch with { Patience = 1 }",
            "--schedule",
            "Constant(1)"
        );
        Assert.Contains("min 0.1 at step 4,000, max 1 at step 1,000", run.Lines);
        Assert.Contains("min 1 at step 5,000, max 3 at step 1,000", run.Lines);

        static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("step,loss\n0,3\n0,2\n10,1\n", "0,1e-05 0,1e-05 10,1.1e-05")]
    [InlineData("iteration,loss\n5,3\n10,2\n", "5,1.05e-05 10,1.1e-05")]
    [InlineData("trainer/global_step,epoch,loss\n5.0,1,3\n10.0,1,2\n", "5,1.05e-05 10,1.1e-05")]
    [InlineData("2147483645,3\n2147483646,2\n", "2147483645,2e-05 2147483646,2e-05", "--step", "1", "--column", "2")]
    [InlineData("tick,loss\n5,3\n10,2\n", "5,1.05e-05 10,1.1e-05", "--step", "tick")]
    [InlineData("epoch,step,loss\n1,5,3\n2,10,2\n", "5,1.05e-05 10,1.1e-05", "--epoch", "step")]
    [InlineData("epoch,step,loss\n1,5,3\n2,10,2\n", "1,7,1.07e-05 2,14,1.14e-05", "--epoch", "epoch", "--every", "7")]
    [InlineData("step,loss\n5,3\n10,2\n", "5,50,1.5e-05 10,100,2e-05", "--every", "50")]
    [InlineData("step,loss\n0.5,3\n1,2\n", "0.5,50,1.5e-05 1,100,2e-05", "--every", "50")]
    public void A_row_has_the_rate_of_its_step(string text, string rates, params string[] options)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], text);

        string[] lines = Csv(folder["log.csv"], ["--policy", "Plateau.PyTorch", "--schedule", "Linear(1e-5, 2e-5, 100)", .. options]);

        Assert.Equal(rates.Split(' '), lines.Skip(1).Select(Shown));

        static string Shown(string line)
        {
            string[] fields = line.Split(',');
            double rate = double.Parse(fields[^4], CultureInfo.InvariantCulture);
            return string.Join(
                ',',
                [
                    fields[1],
                    .. fields[4..^4],
                    rate.ToString("G3", CultureInfo.InvariantCulture).Replace("E-05", "e-05", StringComparison.Ordinal),
                ]
            );
        }
    }

    [Fact]
    public void The_rate_that_is_drawn_changes_at_the_steps_of_the_log()
    {
        var log = new MetricLog([3, 4, 4, 2], "loss", [0, 10, 20, 25], "step", [0, 10, 20, 25], 0);
        Policy policy = Expression.CompilePolicy("new Plateau { Patience = 0, Factor = 0.5 }");

        var replay = new Replayed(log, [policy], new Curve("lr", Schedule.Linear(1, 0, 100)), every: null);

        Assert.Equal(new StepRange(0, 30), replay.Steps);
        Assert.Equal("step", replay.StepName);
        Assert.Equal(
            Enumerable
                .Range(0, 30)
                .Select(t =>
                    (1 - t / 100.0)
                    * (
                        t < 10 ? 1
                        : t < 20 ? 0.5
                        : 0.25
                    )
                ),
            Enumerable.Range(0, 30).Select(replay.Rates[0].At),
            new Near()
        );
        Assert.Equal(
            Enumerable
                .Range(0, 30)
                .Select(t =>
                    t < 10 ? 3.0
                    : t < 25 ? 4.0
                    : 2.0
                ),
            Enumerable.Range(0, 30).Select(replay.Metric.At)
        );
    }

    [Fact]
    public void A_scale_halved_any_number_of_times_keeps_its_bits()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "loss\n" + string.Concat(Enumerable.Repeat("1\n", 1000)));

        double[] scales =
        [
            .. Csv(folder["log.csv"], "--policy", "new Plateau { Patience = 0, Factor = 0.5 }")
                .Skip(1)
                .Select(line => double.Parse(line.Split(',')[^4], CultureInfo.InvariantCulture)),
        ];

        Assert.Equal(Enumerable.Range(0, 1000).Select(k => Math.ScaleB(1, -k)), scales);
    }

    [Theory]
    [InlineData("epoch,val_loss", ",")]
    [InlineData("Epoch;Val Loss", ";")]
    [InlineData("trainer/global_step\tval/loss", "\t")]
    [InlineData("step,accuracy", ",")]
    [InlineData("# by hand\n\nepoch,loss", ",")]
    public void The_log_is_read_whatever_its_separator_and_names(string header, string separator)
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], header, separator);
        using (var packed = new GZipStream(File.Create(folder["log.gz"]), CompressionMode.Compress))
        {
            packed.Write(File.ReadAllBytes(folder["log.csv"]));
        }

        Write(folder["other.csv"], "epoch,val_loss", ",");

        string[] expected = Csv(folder["other.csv"], "--policy", Policy);

        Assert.Equal(expected[1..], Csv(folder["log.csv"], "--policy", Policy)[1..]);
        Assert.Equal(expected[1..], Csv(folder["log.gz"], "--policy", Policy)[1..]);
    }

    [Fact]
    public void The_validation_loss_goes_before_the_training_loss_and_columns_are_named_or_numbered()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "epoch,loss,val_loss,score\n1,5,7,0.1\n2,4,6,0.2\n");
        File.WriteAllText(folder["bare.csv"], "1,5,7,0.1\n2,4,6,0.2\n");
        File.WriteAllText(folder["lone.csv"], "7\n6\n");

        Assert.Equal(["1,7", "2,6"], Logged("log.csv"));
        Assert.Equal(["1,0.1", "2,0.2"], Logged("log.csv", "--column", "Score"));
        Assert.Equal(["1,5", "2,4"], Logged("log.csv", "--column", "2"));
        Assert.Equal(["0.1,5", "0.2,4"], Logged("bare.csv", "--column", "2", "--epoch", "4"));
        Assert.Equal(["0,7", "1,6"], Logged("lone.csv"));

        string[] Logged(string name, params string[] options) =>
            [
                .. Csv(folder[name], ["--policy", "Plateau.Keras", .. options])
                    .Skip(1)
                    .Select(line => string.Join(',', line.Split(',')[1..3])),
            ];
    }

    [Fact]
    public void A_long_log_is_shown_where_the_scale_changes_and_on_demand_in_full()
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "epoch,val_loss", ",");
        string[] changes =
        [
            .. Csv(folder["log.csv"], "--policy", Policy).Skip(1).Where(line => line.EndsWith(",reduced", StringComparison.Ordinal)),
        ];

        var run = CommandRun.Of("replay", folder["log.csv"], "--policy", Policy);
        Assert.InRange(changes.Length, 2, 20);
        Assert.Equal(changes.Select(line => line[(Policy.Length + 3)..].Split(',')[0]), Epochs(run));
        Assert.Contains($"the scale changes {changes.Length} times and ends at ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Of 40 rows", run.Output, StringComparison.Ordinal);

        var all = CommandRun.Of("replay", folder["log.csv"], "--policy", Policy, "--all");
        Assert.Equal(Enumerable.Range(1, 40).Select(k => $"{k}"), Epochs(all));
        Assert.DoesNotContain("--all", all.Output, StringComparison.Ordinal);

        static IEnumerable<string> Epochs(CommandRun run) =>
            run
                .Lines.Where(line => line.StartsWith('│') && !line.Contains("epoch", StringComparison.Ordinal))
                .Select(line => line.Split('│')[1].Trim());
    }

    [Theory]
    [InlineData(
        "new Plateau { Patience = 1, Cooldown = 2 }",
        "5 4 4 4 4 3 3 3",
        "improved improved no_better reduced cooldown improved no_better reduced"
    )]
    [InlineData("new Plateau { Patience = 0, Floor = 1 }", "5 5 4", "improved held improved")]
    [InlineData(
        "new Plateau { Patience = 1, AverageOver = 2 }",
        "5 5 4 4 4 4 4 4",
        "averaging improved averaging improved averaging no_better averaging reduced"
    )]
    [InlineData("Plateau.Keras with { Patience = 2, Cooldown = 2 }", "5 5 5 5 5", "improved no_better reduced cooldown no_better")]
    [InlineData("Plateau.PyTorch with { Patience = 1 }", "-1 -1 -1 -1", "improved improved improved improved")]
    [InlineData("new Plateau { Patience = 1 }", "-1 -1 nan", "improved no_better reduced")]
    [InlineData(
        "new Greedy { Patience = 0, Warmup = 1, Cooldown = 1, Ceiling = 1.02 }",
        "5 4 3 3 3 2",
        "raised warm-up improved warm-up reduced cooldown"
    )]
    [InlineData("new Greedy { Patience = 0, Floor = 1, ResetAfter = 2 }", "5 5 5", "raised reduced reset")]
    [InlineData("new Greedy { Patience = 3, Window = 2 }", "5 4 9 9", "improved improved no_better no_better")]
    public void Each_row_says_what_happened(string policy, string metrics, string events)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "loss\n" + metrics.Replace(' ', '\n'));

        Assert.Equal(
            events.Split(' '),
            Csv(folder["log.csv"], "--policy", policy).Skip(1).Select(line => line.Split(',')[^1].Replace(' ', '_'))
        );
    }

    [Fact]
    public void Several_policies_are_compared_and_told_apart()
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "epoch,val_loss", ",");
        string[] options =
        [
            "--policy",
            Policy,
            "--policy",
            "Greedy.Transformers with { Mode = Mode.Max }",
            "--policy",
            "PyTorch.ReduceLROnPlateau(0.1, patience: 1)",
        ];

        var run = CommandRun.Of(["replay", folder["log.csv"], .. options]);

        Assert.All(
            ["a scale", "b scale", "c scale", ": higher is better", $"a: {Policy}: lower is better", $"a  {Policy}"],
            text => Assert.Contains(text, string.Join(' ', run.Lines), StringComparison.Ordinal)
        );
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(1 + 3 * Losses.Length, Csv(folder["log.csv"], options).Length);
    }

    [Fact]
    public void A_policy_of_one_s_own_is_as_good()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "loss\n3\n2\n");
        const string Mine = """
            public sealed record Seen(double Scale);
            public sealed class Halving : IPolicy<Seen>
            {
                public Seen Start => new(1);
                public Seen Next(Seen state, double metric) => new(state.Scale / 2);
                public double ScaleOf(Seen state) => state.Scale;
                public void Validate(Seen state) { }
            }
            new Halving()
            """;

        Policy policy = Expression.CompilePolicy(Mine);

        Assert.Equal(
            [(0.5, "reduced"), (0.25, "reduced")],
            policy.Replay(new Curve("", Schedule.Constant(1)), [3, 2], from: [1, 2]).Rows.Select(row => (row.Scale, row.Event))
        );
        Assert.Equal(0, CommandRun.Of("replay", folder["log.csv"], "--policy", Mine).Code);
    }

    [Fact]
    public void The_terminal_shows_the_metric_and_the_scale_over_the_epochs_of_the_log()
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "epoch,val_loss", ",");

        var run = CommandRun.Of(new CommandRun.Terminal(Width: 70), "replay", folder["log.csv"], "--policy", Policy);

        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, 70));
        Assert.Equal(16, run.Lines.Count(line => line.Any(Braille.IsDrawn)));
        Assert.Contains(run.Lines, line => line.EndsWith(", max 9 at epoch 1", StringComparison.Ordinal));
        Assert.Contains("scale", run.Lines);

        var plain = CommandRun.Of(new CommandRun.Terminal(Unicode: false), "replay", folder["log.csv"], "--policy", Policy);
        Assert.All(plain.Lines.Take(24).SelectMany(line => line), c => Assert.True(char.IsAscii(c)));
    }

    [Fact]
    public void The_svg_has_a_panel_for_the_metric_and_one_for_the_rate()
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "epoch,val_loss", ",");

        var run = CommandRun.Of(
            "replay",
            folder["log.csv"],
            "--policy",
            Policy,
            "--policy",
            "Plateau.Keras",
            "--schedule",
            "Constant(0.1)",
            "--out",
            folder["plot.svg"],
            "--title",
            "A <run>"
        );
        string svg = string.Concat(XDocument.Load(folder["plot.svg"]).Descendants().Where(e => !e.HasElements).Select(e => e.Value + " "));

        Assert.Equal(0, run.Code);
        Assert.All(["A <run>", "val_loss", "rate", "Plateau.Keras", "step"], text => Assert.Contains(text, svg, StringComparison.Ordinal));
        Assert.Equal(["log.csv", "plot.svg"], folder.Names.Order());
    }

    [Fact]
    public void Metrics_that_are_not_finite_are_bad_ones_and_leave_a_plot()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "loss\nnan\n3\n-inf\nNaN\n");

        var run = CommandRun.Of("replay", folder["log.csv"], "--policy", "new Plateau { Patience = 1 }", "--out", folder["plot.svg"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("3 metrics not finite", run.Output, StringComparison.Ordinal);
        Assert.Contains("changes once and ends at 0.1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("epoch,loss\n1,5\n2,\n3,4\n", "1 row without loss left out")]
    [InlineData("epoch,loss\n1,5\n2,4\n3,3\n5,2\n", "lower is better")]
    public void Missing_rows_are_mistakes_unless_they_may_be_skipped(string text, string note)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], text);

        var strict = CommandRun.Of("replay", folder["log.csv"], "--policy", Policy);
        Assert.Equal((2, ""), (strict.Code, strict.Output));
        Assert.Contains("--skip-missing", strict.Error, StringComparison.Ordinal);

        var lenient = CommandRun.Of("replay", folder["log.csv"], "--policy", Policy, "--skip-missing");
        Assert.Equal(0, lenient.Code);
        Assert.Contains(note, lenient.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("epoch,loss\n", "has no row")]
    [InlineData("epoch,a,b\n1,2,3\n", "--column is; it has epoch, a, b")]
    [InlineData("1,2\n2,3\n", "no header and 2 columns: choose by number")]
    [InlineData("epoch,a_loss,b_loss\n1,2,3\n", "--column could be: 2 (a_loss), 3 (b_loss)")]
    [InlineData("epoch,loss\n1,5\n2,many\n", ":3: loss is 'many', not a number")]
    [InlineData("epoch;loss\n1;5.5\n2;4,5\n", ":3: loss is '4,5', not a number; decimals want a point")]
    [InlineData("epoch,loss\n1,5\n\n2\n", ":4: 1 field, but the first line has 2")]
    [InlineData("epoch,loss\n1,5\n2,\n3,4\n", ":3: loss is missing")]
    [InlineData("epoch,loss\n1,5\n,4\n", ":3: epoch is missing")]
    [InlineData("epoch,loss\n1,5\nlast,4\n", ":3: epoch is 'last', not a number")]
    [InlineData("epoch,loss\n1,5\n2,4\n# cut\n4,3\n5,2\n", ":5: epoch is 4 after 2 on line 3; a row is missing")]
    [InlineData("step,loss\n99,5\n199,4\n399,3\n", ":4: step is 399 after 199 on line 3; a row is missing")]
    [InlineData("epoch,loss\n1,5\n2,4\n1,3\n", ":4: epoch is 1 after 2 on line 3; the rows of one run must be in order")]
    [InlineData("epoch,loss\n1,5\ninf,4\n", ":3: epoch is Infinity; an epoch or step must be finite")]
    [InlineData(
        "epoch,step,loss\n1,100,5\n1,200,4\n2,100,3\n",
        "the rows of one run must be in order, or counted by another column: --epoch epoch"
    )]
    [InlineData("epoch,loss\n1,nan\n2,inf\n", "loss is finite in no row")]
    [InlineData("epoch,loss\n1,\"5\n2,4\n", ":2: a quote is out of place or never closed")]
    public void A_log_that_is_none_is_refused_with_its_line_and_nothing_is_written(string text, string reason)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], text);
        AssertRefused(folder, reason, "--policy", Policy);
        AssertRefused(folder, reason, "--policy", Policy, "--csv");
    }

    [Theory]
    [InlineData("0.1", "is no policy")]
    [InlineData("(int step) => 0.1", "is no policy")]
    [InlineData("Plateau.PyTorch with { Patience = -1 }", "Patience is -1")]
    [InlineData("Plateau.PyTorch with\n{ Patiense = 1 }", "  { Patiense = 1 }\n    ^")]
    [InlineData("Plateau.PyTorch with { Patiense = 1 }", "\n                         ^")]
    [InlineData("Plateau.PyTorch with { Patience = 1", "CS1513")]
    [InlineData("PyTorch.ReduceLROnPlateau(0.1);", "';'")]
    [InlineData("", "no value")]
    public void A_mistake_in_the_policy_is_pointed_at(string policy, string reason)
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "epoch,loss", ",");
        AssertRefused(folder, reason, "--policy", Policy, "--policy", policy);
    }

    [Theory]
    [InlineData("step 25", "--schedule", "step => step < 25 ? 1 : double.NaN")]
    [InlineData("'Warmpu'", "--schedule", "Constant(1).Warmpu(2)")]
    [InlineData("--every is '0'", "--every", "0")]
    [InlineData("beyond 2147483646", "--every", "2000000000")]
    [InlineData("no column 'nothing' for --column", "--column", "nothing")]
    [InlineData("no column 'nothing' for --epoch", "--epoch", "nothing")]
    public void A_mistake_in_the_options_is_named(string reason, string option, string value)
    {
        using var folder = new TemporaryFolder();
        Write(folder["log.csv"], "epoch,loss", ",");
        AssertRefused(folder, reason, "--policy", Policy, option, value);
    }

    [Theory]
    [InlineData("step,loss\n1,5\n1.5,4\n", ":3: step is 1.5; a step is a whole number from 0 to 2147483646")]
    [InlineData("step,loss\n-1,5\n0,4\n", ":2: step is -1; a step is a whole number")]
    [InlineData("step,loss\n1,5\n2147483647,4\n", ":3: step is 2147483647; a step is a whole number", "--skip-missing")]
    [InlineData("tick,loss\n1,5\n", "no column 'tock' for --step", "--step", "tock")]
    public void A_step_that_no_schedule_has_is_refused(string text, string reason, params string[] options)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], text);
        AssertRefused(folder, reason, ["--policy", Policy, "--schedule", "Constant(1)", .. options]);
    }

    [Fact]
    public void A_log_without_a_policy_is_a_mistake() => Assert.Equal(2, CommandRun.Of("replay", "log.csv").Code);

    private static void AssertRefused(TemporaryFolder folder, string reason, params string[] options)
    {
        File.WriteAllText(folder["plot.svg"], "before");

        var run = CommandRun.Of(["replay", folder["log.csv"], "--out", folder["plot.svg"], .. options]);

        Assert.Equal((2, ""), (run.Code, run.Output.Trim()));
        Assert.Contains(reason, run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["log.csv", "plot.svg"], folder.Names.Order());
        Assert.Equal("before", File.ReadAllText(folder["plot.svg"]));
    }

    private static string[] Csv(string path, params string[] options)
    {
        var run = CommandRun.Of(["replay", path, "--csv", .. options]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return [.. run.Lines];
    }

    private static void Write(string path, string header, string separator) =>
        File.WriteAllText(
            path,
            header
                + "\n"
                + string.Concat(Losses.Select((loss, k) => string.Create(CultureInfo.InvariantCulture, $"{k + 1}{separator}{loss:R}\n"))),
            Encoding.UTF8
        );

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= 1e-15;

        public int GetHashCode(double number) => 0;
    }
}
