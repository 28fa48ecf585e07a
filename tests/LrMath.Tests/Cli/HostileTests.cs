using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace LrMath.Tests.Cli;

/// <summary>
/// Command lines that nobody should write. Each ends with an exit code of 0 or 2, in text that a terminal can show, and leaves no file
/// behind that it did not announce.
/// </summary>
public sealed partial class HostileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public HostileTests()
    {
        Put("run.csv", "step,val_loss\n10,3\n20,2\n30,2\n40,2\n");
        Put(
            "range.csv",
            "lr,loss\n"
                + string.Concat(
                    Enumerable
                        .Range(1, 60)
                        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{1e-5 * i * i},{2 - i / 50.0 + i * i / 2000.0}\n"))
                )
        );
        Put("empty", "");
        Put("blank.csv", "\n\n,,\n");
        Put("header.csv", "step,loss\n");
        Put("ragged.csv", "step,loss\n1,2\n3\n");
        Put(
            "wide.csv",
            string.Join(',', Enumerable.Range(0, 5000).Select(i => $"c{i}")) + "\n" + string.Join(',', Enumerable.Repeat("1", 5000)) + "\n"
        );
        Put("huge.csv", "step,loss\n1,1e999\n2,-1e999\n3,nan\n");
        Put("huge2.csv", "step,loss\n2147483646,1\n2147483646,2\n");
        Put("words.csv", "step,loss\none,two\n");
        Put("quote.csv", "step,loss\n1,\"2\n");
        Put("quotes.csv", "\"step\",\"loss\"\n\"1\",\"2\"\n\"2\",\"1\"\n");
        Put("null.csv", "step,loss\n1,\0\n");
        Put("same.csv", "loss,loss\n1,2\n");
        Put("nameless.csv", ",\n1,2\n");
        Put("comment.csv", "# only\n# comments\n");
        Put("mixed.csv", "step;loss,x\n1;2,3\n");
        Put("escape.csv", "st\e[31mep,lo\u202Ess\n1,2\n");
        Put("long.csv", "loss\n" + new string('9', 400_000) + "\n1\n");
        Put("line.csv", "loss," + new string('x', 1 << 21) + "\n1,2\n");
        File.WriteAllBytes(folder["binary.csv"], [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919))]);
        File.WriteAllBytes(folder["utf16.csv"], [0xFF, 0xFE, 0x61]);
        File.WriteAllBytes(folder["gz.csv"], [0x1F, 0x8B]);
        File.WriteAllBytes(folder["gz9.csv"], [0x1F, 0x8B, 9, 0, 0, 0, 0, 0, 0, 0]);
        File.WriteAllBytes(folder["extra.gz"], [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]);
        Directory.CreateDirectory(folder["folder"]);
    }

    public static TheoryData<string> Lines =>
        [
            // No verb, no sense.
            "",
            "''",
            "' '",
            "-",
            "--",
            "---",
            "-h",
            "-?",
            "--help",
            "--version",
            "--nothing",
            "help",
            "plot",
            "table",
            "describe",
            "find",
            "replay",
            "plot --help --help",
            "PLOT Constant(1)",
            "plot plot",
            "[suggest]",
            "[suggest:-1] x",
            "[suggest:999999] lrmath",
            "[nothing] plot",
            "[",
            "[]",
            "@file",
            "plot @file",
            "plot -- Constant(1)",
            "plot -- --help",
            "plot=Constant(1)",
            "gallery Constant(1)",
            "gallery --steps 5",
            // Expressions.
            "plot ''",
            "plot ' '",
            "plot ;",
            "plot null",
            "plot default",
            "plot default!",
            "plot 0",
            "plot 'x'",
            "plot '\"x\"'",
            "plot (",
            "plot )))",
            "plot '/*'",
            "plot '//'",
            "plot '#if'",
            "plot '#r \"nothing.dll\"'",
            "plot '#load \"nothing.csx\"'",
            "plot 'throw new Exception()'",
            "plot 'return'",
            "plot 'return 1;'",
            "plot 'while'",
            "plot 'class C {}'",
            "plot 'var f = Constant(1);'",
            "plot 'Constant(1);;'",
            "plot 'Constant'",
            "plot 'Schedule'",
            "plot 'typeof(int)'",
            "plot 'step => throw new InvalidOperationException(\"\u001b[31mred\")'",
            "plot 'step => step / 0'",
            "plot 'step => double.NaN'",
            "plot 'step => 1.0 / step'",
            "plot 'step => new int[1][step]'",
            "plot 'await Task.FromResult(Constant(1))'",
            "plot 'Constant(double.NaN)'",
            "plot 'Constant(1e999)'",
            "plot 'Constant(double.PositiveInfinity)'",
            "plot 'Cosine(1,0,-1)'",
            "plot 'Cosine(1,0,int.MinValue)'",
            "plot 'Cosine(1, 0, 2147483647)' --steps 5",
            "plot 'MultiStep(1, 0.5, [])'",
            "plot 'MultiStep(1, 0.5, [5, 5])'",
            "plot 'Path([])'",
            "plot 'Interpolate([(0, 1)])'",
            "plot 'Piecewise([1], [2])'",
            "plot 'Concat()'",
            "plot 'Chain()'",
            "plot '((((((((Constant(1)))))))))'",
            "plot 'Constant(1) + Constant(2)'",
            "plot 'Constant(1) - Constant(2)'",
            "plot 'Constant(1) += Constant(2)'",
            "plot 'Constant(1).Warmup(-1)'",
            "plot 'Console.Out'",
            "plot 'Func<int, double> f = null; f'",
            "plot 'dynamic d = 1; d'",
            "plot 'unsafe { }'",
            "plot 'goto x;'",
            "plot 'é => 1.0'",
            "plot '\\'",
            "describe ''",
            "describe 'Constant(1)' 'Constant(2)'",
            "describe '1 + 1'",
            "describe 'new object()'",
            "describe 'Console.Out'",
            "describe 'new[] { Constant(1), null }'",
            "describe '(Constant(1), 2)'",
            "describe 'Plateau.PyTorch'",
            "describe '\"text\"'",
            "describe 'step => { return 1.0; }'",
            "describe 'async step => 1.0'",
            // Options.
            "plot 'Constant(1)' --steps",
            "plot 'Constant(1)' --steps ''",
            "plot 'Constant(1)' --steps 0",
            "plot 'Constant(1)' --steps -5",
            "plot 'Constant(1)' --steps 3000000000",
            "plot 'Constant(1)' --steps 1e3",
            "plot 'Constant(1)' --steps _",
            "plot 'Constant(1)' --steps 1__0",
            "plot 'Constant(1)' --steps ١٢",
            "plot 'Constant(1)' --steps 5 --steps 6",
            "plot 'Constant(1)' --from 2147483647",
            "plot 'Constant(1)' --from 2147483646 --steps 1",
            "plot 'Constant(1)' --from 2147483640 --steps 100",
            "plot 'Constant(1)' --from -1",
            "plot 'Constant(-1)' --log",
            "plot 'Constant(0)' --log",
            "plot 'step => 5e-324' --log",
            "plot 'step => step % 2 == 0 ? 1.7e308 : -1.7e308'",
            "plot 'Constant(1)' --title ''",
            "plot 'Constant(1)' --title",
            "plot 'Constant(1)' --out",
            "plot 'Constant(1)' --out ''",
            "plot 'Constant(1)' --out ' '",
            "plot 'Constant(1)' --out .",
            "plot 'Constant(1)' --out ..",
            "plot 'Constant(1)' --out /",
            "plot 'Constant(1)' --out DIR/folder",
            "plot 'Constant(1)' --out DIR/folder/",
            "plot 'Constant(1)' --out DIR/none/x.svg",
            "plot 'Constant(1)' --out DIR/run.csv/x.svg",
            "plot 'Constant(1)' --out DIR/x.jpg",
            "plot 'Constant(1)' --out /dev/full",
            "plot 'Constant(1)' --out /dev/null",
            "plot 'Constant(1)' --out /proc/version",
            "plot 'Constant(1)' --title \u0001 --out DIR/none.svg",
            "table 'Constant(1)' --every 0",
            "table 'Constant(1)' --every 2147483647",
            "table 'Constant(1)' --every 2147483647 --steps 2147483647 --csv",
            "table 'Constant(1)' --csv --csv",
            "table 'Constant(1)' --steps 10 --nothing",
            "table 'Constant(double.MaxValue)' --steps 3",
            "table 'Constant(1)' --steps 3 -x",
            // Logs of range tests.
            "find DIR/range.csv",
            "find DIR/none.csv",
            "find DIR/folder",
            "find ''",
            "find DIR/empty",
            "find DIR/blank.csv",
            "find DIR/header.csv",
            "find DIR/ragged.csv",
            "find DIR/binary.csv",
            "find DIR/utf16.csv",
            "find DIR/gz.csv",
            "find DIR/gz9.csv",
            "find DIR/extra.gz",
            "find DIR/same.csv",
            "find DIR/nameless.csv",
            "find DIR/comment.csv",
            "find DIR/long.csv",
            "find DIR/line.csv",
            "find DIR/wide.csv",
            "find DIR/quote.csv",
            "find DIR/range.csv --rate 0",
            "find DIR/range.csv --rate 3",
            "find DIR/range.csv --rate loss",
            "find DIR/range.csv --rate '' --loss ''",
            "find DIR/range.csv --smooth 1",
            "find DIR/range.csv --smooth nan",
            "find DIR/range.csv --diverge 0",
            "find DIR/range.csv --diverge inf",
            "find DIR/range.csv --out DIR/folder",
            "find DIR/range.csv DIR/run.csv",
            "find /dev/null",
            "find DIR/escape.csv",
            // Logs of runs.
            "replay DIR/run.csv",
            "replay --policy Plateau.Keras",
            "replay DIR/run.csv --policy",
            "replay DIR/run.csv --policy ''",
            "replay DIR/run.csv --policy null",
            "replay DIR/run.csv --policy 1",
            "replay DIR/run.csv --policy 'Plateau'",
            "replay DIR/run.csv --policy 'new Plateau { Patience = -1 }'",
            "replay DIR/run.csv --policy 'Constant(1)'",
            "replay DIR/run.csv --policy 'throw new Exception()'",
            "replay DIR/run.csv --policy Plateau.Keras --schedule ''",
            "replay DIR/run.csv --policy Plateau.Keras --schedule 1",
            "replay DIR/run.csv --policy Plateau.Keras --schedule 'step => step == 30 ? double.NaN : 1'",
            "replay DIR/run.csv --policy Plateau.Keras --every 0",
            "replay DIR/run.csv --policy Plateau.Keras --every 2147483647",
            "replay DIR/run.csv --policy Plateau.Keras --column 9",
            "replay DIR/run.csv --policy Plateau.Keras --column step",
            "replay DIR/run.csv --policy Plateau.Keras --step val_loss --schedule 'Constant(1)'",
            "replay DIR/run.csv --policy Plateau.Keras --step nothing",
            "replay DIR/run.csv --policy Plateau.Keras --epoch val_loss",
            "replay DIR/huge.csv --policy Plateau.Keras",
            "replay DIR/huge2.csv --policy Plateau.Keras --schedule 'Constant(1)'",
            "replay DIR/words.csv --policy Plateau.Keras",
            "replay DIR/quote.csv --policy Plateau.Keras",
            "replay DIR/quotes.csv --policy Plateau.Keras",
            "replay DIR/null.csv --policy Plateau.Keras",
            "replay DIR/same.csv --policy Plateau.Keras",
            "replay DIR/nameless.csv --policy Plateau.Keras",
            "replay DIR/mixed.csv --policy Plateau.Keras",
            "replay DIR/escape.csv --policy Plateau.Keras",
            "replay DIR/escape.csv --policy Plateau.Keras --column 2",
            "replay DIR/wide.csv --policy Plateau.Keras",
            "replay DIR/folder --policy Plateau.Keras",
            "replay DIR/gz.csv --policy Plateau.Keras",
            "replay DIR/run.csv --policy Plateau.Keras --log",
            "replay DIR/run.csv --policy Plateau.Keras --csv --out DIR/x.jpg",
            "replay DIR/run.csv --policy Plateau.Keras --title ''",
        ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_line_ends_well(string line)
    {
        string[] before = [.. folder.Names.Order()];
        string[] arguments =
        [
            .. Words()
                .Matches(line)
                .Select(word => word.Value is ['\'', .. var quoted, '\''] ? quoted : word.Value)
                .Select(word => word.Replace("DIR", folder[""].TrimEnd('/'), StringComparison.Ordinal)),
        ];

        var run = CommandRun.Of(arguments);

        Assert.True(run.Code is 0 or 2, $"exit code {run.Code}: {run.Error}");
        Assert.Equal(run.Code == 2, run.Error.Length > 0);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output + run.Error, c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
        Assert.DoesNotContain(run.Output + run.Error, c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);
        Assert.InRange(run.Error.Length, 0, 20_000);
        Assert.Equal(before, folder.Names.Order());
    }

    [Fact]
    public void There_are_hundreds_of_them() => Assert.InRange(Lines.Count, 200, 1000);

    public void Dispose() => folder.Dispose();

    private void Put(string name, string text) => File.WriteAllText(folder[name], text, new UTF8Encoding(false));

    [GeneratedRegex("'[^']*'|[^\\s']+")]
    private static partial Regex Words();
}
