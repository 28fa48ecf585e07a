using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LrMath.Playground.Tests;

[Collection(nameof(SharedSite))]
public sealed class PlotJourneys(Site site)
{
    private static readonly string[] Serious = ["serious", "critical"];

    [Fact]
    public async Task The_cursor_reads_the_value_of_the_step_below_it()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        LocatorBoundingBoxResult box = (await visit.Page.Locator(".overlay").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 100);
        int step = await StepAsync(visit);
        Assert.InRange(step, 4000, 6000);
        await Expect(visit.Page.Locator("#readout b[data-curve='0']"))
            .ToHaveTextAsync(Text(Schedule.Cosine(0.1, 0, 9500).Warmup(500)(step)));
    }

    [Fact]
    public async Task The_wheel_zooms_and_the_mouse_moves_the_view()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        LocatorBoundingBoxResult box = (await visit.Page.Locator(".overlay").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 100);
        await visit.Page.Mouse.WheelAsync(0, -100);
        await Expect(visit.Page.Locator("#whole")).ToBeEnabledAsync();
        string zoomed = (await visit.Page.Locator("#plot").GetAttributeAsync("aria-label"))!;
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2 - 80, box.Y + 100, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
        await Expect(visit.Page.Locator("#plot")).Not.ToHaveAttributeAsync("aria-label", zoomed);
        await visit.Page.ClickAsync("#whole");
        await Expect(visit.Page.Locator("#plot")).ToHaveAttributeAsync("aria-label", "Values over steps 0 to 9999: A: cosine · warmup");
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_changes_and_reads_everything()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#plot")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(100, await StepAsync(visit));
        await visit.Page.Keyboard.PressAsync("+");
        await Expect(visit.Page.Locator("#whole")).ToBeEnabledAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await Expect(visit.Page.Locator("#whole")).ToBeDisabledAsync();
        await visit.Page.FocusAsync("#c0-0-start");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.CSharpIsAsync("Schedule.Cosine(0.13, 0, 9500).Warmup(500)");
        await visit.Page.FocusAsync("#c0-0");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#c0-0-search")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("linearlr");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("#c0-0")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#json")).Not.ToContainTextAsync("cosine");
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_and_nothing_is_wider_than_the_screen(int width, ColorScheme scheme)
    {
        await using Visit visit = await Visit.OpenAsync(site, "", width, scheme);
        await visit.PickAsync("add-curve", "onecycle", "OneCycleLR");
        await visit.PickAsync("c0-add-policy", "", "Greedy");
        await visit.Page.FillAsync("#c0-0-steps", "-1");
        await visit.RestedAsync();
        AxeResult result = await visit.Page.RunAxe();
        Assert.Empty(result.Violations.Where(one => Serious.Contains(one.Impact)).Select(one => $"{one.Id}: {one.Nodes[0].Html}"));
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Every_form_of_output_is_copied()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.Page.ClickAsync("#copy-csharp");
        Assert.Equal("Schedule.Cosine(0.1, 0, 9500).Warmup(500)", await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await visit.Page.ClickAsync("#copy-json");
        await Expect(visit.Page.Locator("#copied")).ToHaveTextAsync("Copied: JSON.");
        Func<int, double> read = Data.ScheduleJson.Read(await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Equal(Schedule.Cosine(0.1, 0, 9500).Warmup(500)(777), read(777));
        await visit.Page.ClickAsync("#copy-svg");
        await Expect(visit.Page.Locator("#copied")).ToHaveTextAsync("Copied: SVG.");
        Assert.StartsWith("<svg", await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        IDownload png = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.ClickAsync("#save-png"));
        byte[] bytes = await File.ReadAllBytesAsync((await png.PathAsync())!);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.True(bytes.Length > 5000, $"{bytes.Length} bytes");
    }

    private static async Task<int> StepAsync(Visit visit) =>
        int.Parse((await visit.Page.Locator("#readout b").First.TextContentAsync())!, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
