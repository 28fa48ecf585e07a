using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LrMath.Cli.Expressions;
using SkiaSharp;
using Xunit;

namespace LrMath.Tests.Cli;

/// <summary>The pictures that <c>--out</c> writes as PNG and as HTML.</summary>
public class PictureFileTests
{
    private const string Warmup = "Cosine(0.1, 0, 9_500).Warmup(500)";

    private static readonly SKColor FirstCurve = SKColor.Parse("#076cc7");
    private static readonly SKColor SecondCurve = SKColor.Parse("#c8500b");

    [Fact]
    public void A_PNG_has_two_dots_to_a_pixel_of_the_SVG_and_its_colours()
    {
        using var folder = new TemporaryFolder();
        string[] plot = ["plot", Warmup, "Constant(0.02)", "--title", "Two", "--out"];
        Assert.Equal(0, CommandRun.Of([.. plot, folder["a.png"]]).Code);
        Assert.Equal(0, CommandRun.Of([.. plot, folder["a.svg"]]).Code);
        XElement svg = XDocument.Load(folder["a.svg"]).Root!;
        using var png = SKBitmap.Decode(folder["a.png"]);

        Assert.Equal(2 * (int)svg.Attribute("width")!, png.Width);
        Assert.Equal(2 * (int)svg.Attribute("height")!, png.Height);
        Assert.Equal(SKColors.White, png.GetPixel(png.Width / 2, 2));
        Assert.True(Count(png, FirstCurve) > 500, "the first curve is not there");
        Assert.True(Count(png, SecondCurve) > 500, "the second curve is not there");
    }

    [Fact]
    public void The_texts_of_a_PNG_are_drawn()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandRun.Of("plot", Warmup, "--title", "A title of some length", "--out", folder["with.png"]).Code);
        Assert.Equal(0, CommandRun.Of("plot", Warmup, "--title", "A", "--out", folder["without.png"]).Code);
        using var with = SKBitmap.Decode(folder["with.png"]);
        using var without = SKBitmap.Decode(folder["without.png"]);

        // The title is the only text of this colour in the first sixty rows; what it says is for the eye.
        Assert.True(Ink(with) > 5 * Ink(without), $"{Ink(with)} dots of a long title, {Ink(without)} of a short one");
        Assert.True(Ink(without) > 20);

        static int Ink(SKBitmap png) =>
            Enumerable.Range(0, 60).Sum(y => Enumerable.Range(0, png.Width).Count(x => png.GetPixel(x, y).Red < 100));
    }

    [Fact]
    public void Every_command_that_draws_writes_all_three_formats()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["run.csv"], ["step,lr,val_loss", .. Enumerable.Range(0, 60).Select(Row)]);
        File.WriteAllLines(folder["test.csv"], ["lr,loss", .. Enumerable.Range(0, 60).Select(RangeRow)]);
        string[][] commands =
        [
            ["plot", Warmup],
            ["gallery"],
            ["find", folder["test.csv"]],
            ["replay", folder["run.csv"], "--policy", "Plateau.Keras"],
            ["identify", folder["run.csv"]],
            ["identify", folder["run.csv"], folder["run.csv"]],
            ["audit", folder["run.csv"], "--schedule", "Linear(1, 0, 64)"],
        ];
        Assert.All(
            commands,
            command =>
            {
                foreach (string extension in (string[])["svg", "png", "html"])
                {
                    string path = folder[$"picture.{extension}"];
                    File.Delete(path);
                    var run = CommandRun.Of([.. command, "--out", path]);
                    Assert.True(run.Code == 0, run.Error);
                    string start =
                        extension == "png" ? "\u0089PNG"
                        : extension == "svg" ? "<svg"
                        : "<!doctype html>";
                    Assert.Equal(start, File.ReadAllText(path, System.Text.Encoding.Latin1)[..start.Length]);
                }
            }
        );

        static string Row(int step) => FormattableString.Invariant($"{step},{1 - step / 64.0},{1.0 / (1 + step)}");

        static string RangeRow(int i) =>
            FormattableString.Invariant($"{1e-5 * Math.Pow(1.25, i)},{(i < 40 ? 2 - 1.5 / (1 + Math.Exp(15 - i)) : 2 + (i - 40))}");
    }

    [Fact]
    public void A_page_refers_to_nothing_outside_and_forbids_itself_to()
    {
        string page = Page("plot", Warmup);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        string withoutNamespace = page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)https?:|url\\(|@import|fetch\\(|XMLHttpRequest|<(img|iframe|object|embed|base)", withoutNamespace);
        Assert.DoesNotMatch("(?i)(src|href)=\"(?!data:)", withoutNamespace);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"'><b onload=x>&amp;")]
    public void A_title_cannot_become_part_of_the_page(string title)
    {
        string page = Page("plot", Warmup, "--title", title);
        Assert.DoesNotContain(title, page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<script"));
        Assert.DoesNotContain("<b ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_the_bits_of_every_step_of_a_short_schedule()
    {
        JsonElement curve = Data(Page("plot", Warmup, "--steps", "2000")).Single().GetProperty("curves")[0];
        Func<int, double> schedule = Expression.Compile(Warmup).Schedule;
        JsonElement[] points = [.. curve.GetProperty("runs").EnumerateArray().Single().EnumerateArray()];

        Assert.True(curve.GetProperty("steps").GetBoolean());
        Assert.True(points.Length > 1900, $"{points.Length} points");
        Assert.All(points, point => Assert.Equal(schedule(point[0].GetInt32()), point[1].GetDouble()));
        Assert.Equal((0, 1999), (points[0][0].GetInt32(), points[^1][0].GetInt32()));
    }

    [Fact]
    public void The_panels_of_a_page_carry_their_axes_in_the_units_that_are_shown()
    {
        JsonElement panel = Data(Page("plot", "Exponential(1, 0.001, 3_000)", "--log", "--steps-per-epoch", "100")).Single();
        Assert.Equal(
            ("epoch", 100),
            (panel.GetProperty("x").GetProperty("name").GetString(), panel.GetProperty("x").GetProperty("unit").GetInt32())
        );
        Assert.True(panel.GetProperty("y").GetProperty("log").GetBoolean());
        Assert.Equal(0, panel.GetProperty("curves")[0].GetProperty("runs")[0][0][1].GetDouble());
        Assert.Equal(30, Data(Page("gallery")).Count());
    }

    [Fact]
    public void A_marked_step_has_a_line_and_its_text_in_the_file()
    {
        using var folder = new TemporaryFolder();
        string[] plot = ["plot", "Linear(1, 0, 4_000)", "--mark", "3_000:resume here", "--mark", "10:start: now", "--out", folder["a.svg"]];
        Assert.Equal(0, CommandRun.Of(plot).Code);
        string svg = File.ReadAllText(folder["a.svg"]);
        Assert.Contains(">resume here</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">start: now</text>", svg, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(svg, "stroke-dasharray=\"4 3\""));
    }

    [Theory]
    [InlineData("3000")]
    [InlineData("3000:")]
    [InlineData("-1:x")]
    [InlineData("1.5:x")]
    [InlineData("99999999999:x")]
    public void A_mark_without_a_step_or_a_text_is_refused(string mark)
    {
        var run = CommandRun.Of("plot", "Linear(1, 0, 10)", $"--mark={mark}");
        Assert.Equal(2, run.Code);
        Assert.Contains($"--mark is '{mark}'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_of_a_picture_can_be_chosen()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandRun.Of("plot", "Linear(1, 0, 10)", "--size", "600x360", "--out", folder["a.png"]).Code);
        using var png = SKBitmap.Decode(folder["a.png"]);
        Assert.Equal((1200, 720), (png.Width, png.Height));
        Assert.All(
            ["600", "600x", "x", "159x200", "600x10001", "-600x360", "6e2x360", "600x360x1"],
            size =>
                Assert.Contains(
                    $"--size is '{size}'",
                    CommandRun.Of("plot", "Linear(1, 0, 10)", $"--size={size}").Error,
                    StringComparison.Ordinal
                )
        );
    }

    private static string Page(params string[] command)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of([.. command, "--out", folder["page.html"]]);
        Assert.True(run.Code == 0, run.Error);
        return File.ReadAllText(folder["page.html"]);
    }

    private static IEnumerable<JsonElement> Data(string page)
    {
        var svg = XDocument.Parse(
            page[page.IndexOf("<svg", StringComparison.Ordinal)..(page.LastIndexOf("</svg>", StringComparison.Ordinal) + 6)]
        );
        return svg.Descendants()
            .Select(element => element.Attribute("data-lrm")?.Value)
            .OfType<string>()
            .Select(json => JsonDocument.Parse(json).RootElement);
    }

    private static int Count(SKBitmap png, SKColor colour) => png.Pixels.Count(pixel => pixel == colour);
}
