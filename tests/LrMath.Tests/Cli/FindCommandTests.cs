using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Cli;

public class FindCommandTests
{
    private static readonly double[] Rates = [.. Enumerable.Range(0, 200).Select(k => 1e-7 * Math.Pow(1e8, k / 199.0))];
    private static readonly double[] Losses = [.. Rates.Select(r => 2.3 - (2 * r / (r + 0.01)) + (r * r))];

    [Theory]
    [InlineData("lr,loss", ",")]
    [InlineData("learning_rate;train_loss", ";")]
    [InlineData("optim/lr\ttrain/loss", "\t")]
    [InlineData("\"lr\",\"loss\"", ",")]
    [InlineData("Learning Rate,Train Loss", ",")]
    [InlineData("# made by hand\n\nlr,loss", ",")]
    [InlineData("", ",")]
    [InlineData("", ";")]
    [InlineData("", "\t")]
    public void The_log_is_read_whatever_its_separator_and_header(string header, string separator)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], Text(header, separator, Rates, Losses));

        var run = CommandRun.Of("find", folder["log.csv"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(
            RateFinder.Suggest(Rates, Losses).Rate.ToString("G4", CultureInfo.InvariantCulture),
            Row(run, "fall (recommended)"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            RateFinder.Steepest(Rates, RateFinder.Smooth(Losses)).Rate.ToString("G4", CultureInfo.InvariantCulture),
            Row(run, "steepest"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Losses_that_differ_in_their_last_digit_only_suggest_nothing()
    {
        using var folder = new TemporaryFolder();
        string[] losses = ["2.303", "2.303", "2.302", "2.303", "2.302", "2.302"];
        File.WriteAllText(folder["log.csv"], "lr,loss\n" + string.Concat(losses.Select((loss, i) => $"1e{i - 5},{loss}\n")));
        var run = CommandRun.Of("find", folder["log.csv"]);
        Assert.Contains(
            "the losses differ by no more than 0.001, the unit of their last digit",
            Words(run.Output),
            StringComparison.Ordinal
        );
        File.WriteAllText(folder["log.csv"], "lr,loss\n1e-5,2.303\n1e-4,2.303\n1e-3,2.301\n1e-2,2.4\n");
        Assert.DoesNotContain("last digit", CommandRun.Of("find", folder["log.csv"]).Output, StringComparison.Ordinal);

        static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Gzip_and_other_encodings_give_the_same()
    {
        using var folder = new TemporaryFolder();
        string text = Text("lr,loss", ",", Rates, Losses);
        File.WriteAllText(folder["a.csv"], text);
        File.WriteAllText(folder["b.csv"], text.ReplaceLineEndings("\r\n"), Encoding.Unicode);
        using (var packed = new GZipStream(File.Create(folder["c"]), CompressionMode.Compress))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        string[] outputs =
        [
            .. new[] { "a.csv", "b.csv", "c" }.Select(name => CommandRun.Of("find", folder[name], "--title", "log").Output),
        ];

        Assert.Contains("fall (recommended)", outputs[0], StringComparison.Ordinal);
        Assert.All(outputs, output => Assert.Equal(outputs[0], output));
    }

    [Fact]
    public void Columns_are_named_or_numbered()
    {
        using var folder = new TemporaryFolder();
        string[] rows = [.. Rates.Select((r, k) => Line(";", k, 7, r, Losses[k]))];
        File.WriteAllLines(folder["log.csv"], ["step;val_loss;eta;objective", .. rows]);
        File.WriteAllLines(folder["bare.csv"], rows);

        string named = CommandRun.Of("find", folder["log.csv"], "--rate", "eta", "--loss", "Objective", "--title", "").Output;
        string numbered = CommandRun.Of("find", folder["log.csv"], "--rate", "3", "--loss", "4", "--title", "").Output;

        Assert.Equal(named, numbered);
        Assert.Equal(Rate(named), Rate(CommandRun.Of("find", folder["bare.csv"], "--rate", "3", "--loss", "4").Output));

        static string Rate(string output) => Row(output, "fall (recommended)").Split('│')[2];
    }

    [Fact]
    public void The_line_of_the_table_is_the_line_of_the_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "lr,loss\n\n1,5\n# note\n2,4\n3,1\n4,2\n");

        Assert.Contains(
            "│    6 │",
            Row(CommandRun.Of("find", folder["log.csv"], "--smooth", "0").Output, "minimum"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_pattern_finds_rates_and_losses_and_a_column_counts_them()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["log.csv"], ["n,rate,cost", .. Rates.Select((r, k) => Line(",", 10 * k, r, Losses[k]))]);
        File.WriteAllLines(folder["log.txt"], Rates.Select((r, k) => FormattableString.Invariant($"<{10 * k}> eta~{r} cost~{Losses[k]}")));
        const string Pattern = @"<(?<n>\d+)> eta~(?<rate>\S+) cost~(?<loss>\S+)";

        string table = Row(
            CommandRun.Of("find", folder["log.csv"], "--column", "rate", "--loss", "cost", "--step-column", "n").Output,
            "valley"
        );
        string text = Row(CommandRun.Of("find", folder["log.txt"], "--pattern", Pattern, "--step-column", "n").Output, "valley");

        Assert.Equal(table, text);
        Assert.Equal(0, int.Parse(table.Split('│')[3], System.Globalization.CultureInfo.InvariantCulture) % 10);
    }

    [Fact]
    public void Rows_without_a_value_are_left_out_and_counted()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "step,lr,loss\n0,1,5\n1,,4.5\n2,2,4\n3,3,\n4,4,1\n");

        Assert.Contains(
            "2 rows without a rate or a loss",
            CommandRun.Of("find", folder["log.csv"], "--smooth", "0").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Losses_that_turn_NaN_end_the_test_there()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], Text("lr,loss", ",", Rates[..150], Losses[..150]) + "2,nan\n3,NaN\n4,-inf\n");

        var run = CommandRun.Of("find", folder["log.csv"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("Diverged on line 152, where the loss is NaN", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains(Rates[149].ToString("G4", CultureInfo.InvariantCulture), Row(run, "last before"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_terminal_shows_the_curve_and_a_letter_for_each_suggestion()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], Text("lr,loss", ",", Rates, Losses));
        var run = CommandRun.Of(new CommandRun.Terminal(Width: 70), "find", folder["log.csv"]);
        string[] plot = [.. run.Lines.Skip(1).Take(16)];

        Assert.All(plot, line => Assert.True(line.Length <= 70));
        Assert.All("FVSMD", letter => Assert.Equal(1, plot.Sum(line => line.Count(c => c == letter))));
        // The lowest point of the curve lies right of most of the fall and left of the divergence.
        int bottom = plot[^1].Select((c, i) => (c, i)).First(p => Braille.IsDrawn(p.c)).i;
        Assert.InRange(bottom, Column(plot, 'F') + 1, Column(plot, 'D') - 1);

        var plain = CommandRun.Of(new CommandRun.Terminal(Unicode: false), "find", folder["log.csv"]);
        Assert.All(plain.Lines.Take(19).SelectMany(line => line), c => Assert.True(char.IsAscii(c)));
    }

    [Fact]
    public void The_svg_marks_the_suggestions()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], Text("lr,loss", ",", Rates, Losses));

        var run = CommandRun.Of("find", folder["log.csv"], "--out", folder["plot.svg"], "--title", "Range <test>");
        string svg = string.Concat(XDocument.Load(folder["plot.svg"]).Descendants().Where(e => !e.HasElements).Select(e => e.Value + " "));

        Assert.Contains("plot.svg", run.Output.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.All(
            ["Range <test>", "fall", "valley", "steepest", "minimum", "divergence", "smoothed"],
            text => Assert.Contains(text, svg, StringComparison.Ordinal)
        );
        Assert.Equal(["log.csv", "plot.svg"], folder.Names.Order());
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n# nothing\n", "is empty")]
    [InlineData("lr,loss\n", "0 rows")]
    [InlineData("lr,loss\n0.1,2\n", "1 row ")]
    [InlineData("lr,loss\n0.1,2\n0.2,1\n", "2 rows")]
    [InlineData("lr,accuracy\n0.1,2\n", "--loss is; it has lr, accuracy")]
    [InlineData("step,loss\n0.1,2\n", "--rate is; it has step, loss")]
    [InlineData("lr,a_loss,b_loss\n0.1,2,1\n", "--loss could be: 2 (a_loss), 3 (b_loss)")]
    [InlineData("1,2,3\n2,3,4\n", "no header and 3 columns")]
    [InlineData("lr,loss\n0.1,2\n0.2,many\n0.3,1\n", ":3: loss is 'many', not a number")]
    [InlineData("lr;loss\n0.1;2\n0,2;1\n", ":3: lr is '0,2', not a number; decimals want a point")]
    [InlineData("lr,loss\n0.1,2\n\n0.2\n", ":4: 1 field, but the first line has 2")]
    [InlineData("lr,loss\n0.1,2\n0.2,1,5\n", ":3: 3 fields, but the first line has 2")]
    [InlineData("lr,loss\n0.1,2\n0.2,1\n0.15,1\n", ":4: lr is 0.15 after 0.2 on line 3")]
    [InlineData("lr,loss\n0.1,2\n0.2,1\n0.2,1\n", ":4: lr is 0.2 after 0.2 on line 3")]
    [InlineData("lr,loss\n0,2\n0.2,1\n", ":2: lr is 0; a rate must be finite and positive")]
    [InlineData("lr,loss\n0.1,2\nnan,1\n", ":3: lr is NaN")]
    [InlineData("lr,loss\n0.1,nan\n0.2,nan\n0.3,nan\n", ":2: loss is NaN in the first row already")]
    [InlineData("lr,loss\n0.1,2\n0.2,\"1\n0.3,1\n", ":3: a quote is out of place or never closed")]
    [InlineData("lr,loss\n\0\0,1\n0.2,1\n", "is not text")]
    [InlineData("\0\u0001\0,1\n0.2,1\n", "is not text")]
    public void A_log_that_is_none_is_refused_with_its_line_and_nothing_is_written(string text, string reason)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], text);
        File.WriteAllText(folder["plot.svg"], "before");

        var run = CommandRun.Of("find", folder["log.csv"], "--out", folder["plot.svg"]);

        Assert.Equal((2, ""), (run.Code, run.Output.Trim()));
        Assert.Contains(folder["log.csv"], run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Equal(["log.csv", "plot.svg"], folder.Names.Order());
        Assert.Equal("before", File.ReadAllText(folder["plot.svg"]));
    }

    [Fact]
    public void A_damaged_archive_a_folder_and_no_file_are_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["log.csv.gz"], [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        Assert.All(
            [folder["log.csv.gz"], folder[""], folder["none.csv"]],
            path =>
            {
                var run = CommandRun.Of("find", path);
                Assert.Equal(2, run.Code);
                Assert.Contains("cannot read", run.Error, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void A_log_without_a_descent_is_drawn_explained_and_a_mistake()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "lr,loss\n1,1\n2,2\n3,3\n");

        var run = CommandRun.Of("find", folder["log.csv"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("suggests no rate", run.Error, StringComparison.Ordinal);
        Assert.Contains("No fall (recommended): the loss does not fall", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--smooth", "1")]
    [InlineData("--smooth", "-0.1")]
    [InlineData("--smooth", "much")]
    [InlineData("--diverge", "0.5")]
    [InlineData("--diverge", "NaN")]
    public void An_option_out_of_range_is_named(string option, string value)
    {
        var run = CommandRun.Of("find", "log.csv", option, value);

        Assert.Equal(2, run.Code);
        Assert.Contains($"{option} is '{value}'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_mean_the_same_in_every_culture()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], Text("lr,loss", ",", Rates, Losses));
        string here = CommandRun.Of("find", folder["log.csv"], "--smooth", "0.5", "--diverge", "2.5").Output;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(here, CommandRun.Of("find", folder["log.csv"], "--smooth", "0.5", "--diverge", "2.5").Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_million_rows_are_read()
    {
        using var folder = new TemporaryFolder();
        using (var log = new StreamWriter(folder["log.csv"]))
        {
            log.WriteLine("lr,loss");
            for (int k = 0; k < 1_000_000; k++)
            {
                log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{1e-6 * (k + 1)},{3 - (k * 2e-6)}"));
            }
        }

        var run = CommandRun.Of("find", folder["log.csv"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("1,000,000 points", run.Output, StringComparison.Ordinal);
    }

    private static string Text(string header, string separator, double[] rates, double[] losses) =>
        (header.Length > 0 ? header + "\n" : "") + string.Concat(rates.Zip(losses, (r, l) => Line(separator, r, l) + "\n"));

    private static string Line(string separator, params double[] values) =>
        string.Join(separator, values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));

    private static string Row(CommandRun run, string suggestion) => Row(run.Output, suggestion);

    private static string Row(string output, string suggestion) =>
        output
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Single(line => line.StartsWith('│') && line.Contains($"  {suggestion}", StringComparison.Ordinal));

    private static int Column(string[] plot, char letter) => plot.Select(line => line.IndexOf(letter, StringComparison.Ordinal)).Max();
}
