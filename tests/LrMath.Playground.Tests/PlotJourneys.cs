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
    public async Task Handles_on_the_curve_drag_its_peak_its_warm_up_and_its_end()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await DragAsync(visit, "#handle-0-start", 0, 60);
        await DragAsync(visit, "#handle-1-steps", 60, 0);
        await DragAsync(visit, "#handle-0-steps", -120, 0);
        double peak = await NumberAsync(visit, "#c0-0-start");
        int warmup = (int)await NumberAsync(visit, "#c0-1-steps");
        int steps = (int)await NumberAsync(visit, "#c0-0-steps");
        Assert.InRange(peak, 0.05, 0.095);
        Assert.InRange(warmup, 1000, 2000);
        Assert.InRange(steps, 6000, 9000);
        Func<int, double> dragged = Schedule.Cosine(peak, 0, steps).Warmup(warmup);
        await visit.CSharpIsAsync(dragged.Describe());
        await Expect(visit.Page.Locator("#handle-1-steps")).ToHaveAttributeAsync("aria-valuenow", Text(warmup));
        await ScheduleJourneys.SameBitsAsync(visit, dragged);
    }

    [Fact]
    public async Task Handles_are_moved_by_the_arrow_keys_and_keep_the_focus()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        ILocator peak = visit.Page.Locator("#handle-0-start");
        await Expect(peak).ToHaveAttributeAsync("aria-label", "cosine: start, curve A");
        await peak.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.CSharpIsAsync("Schedule.Cosine(0.13, 0, 9500).Warmup(500)");
        await Expect(peak).ToBeFocusedAsync();
        await Expect(peak).ToHaveAttributeAsync("aria-valuetext", "0.13");
        await visit.Page.FocusAsync("#handle-1-steps");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.CSharpIsAsync("Schedule.Cosine(0.13, 0, 9500).Warmup(600)");
        await visit.Page.Keyboard.PressAsync("Shift+ArrowLeft");
        await visit.CSharpIsAsync("Schedule.Cosine(0.13, 0, 9500).Warmup(0)");
        await visit.Page.SelectOptionAsync("#handled", "-1");
        await Expect(visit.Page.Locator(".handle")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Handles_belong_to_the_curve_that_somebody_works_on()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("add-curve", "onecycle", "OneCycleLR");
        await Expect(visit.Page.Locator("#handled")).ToHaveValueAsync("1");
        string before = await visit.Page.InputValueAsync("#c1-0-maxLr");
        await DragAsync(visit, "#handle-0-maxLr", 0, 50);
        Assert.NotEqual(before, await visit.Page.InputValueAsync("#c1-0-maxLr"));
        await DragAsync(visit, "#handle-0-pctStart", 100, 0);
        await Expect(visit.Page.Locator("#preset")).ToHaveCountAsync(0);
        await visit.Page.SelectOptionAsync("#out-curve", "1");
        await Expect(visit.Page.Locator("#preset")).ToContainTextAsync("PyTorch.OneCycleLR(maxLr: ");
        await visit.Page.SelectOptionAsync("#handled", "0");
        await Expect(visit.Page.Locator("#handle-1-steps")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_finger_drags_a_handle_and_two_fingers_zoom()
    {
        await using Visit visit = await Visit.OpenAsync(site, "", width: 360);
        ICDPSession touch = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await visit.Page.Locator("#plot").ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult handle = (await visit.Page.Locator("#handle-1-steps").BoundingBoxAsync())!;
        (double x, double y) = (handle.X + handle.Width / 2, handle.Y + handle.Height / 2);
        await TouchAsync(touch, "touchStart", (x, y));
        await TouchAsync(touch, "touchMove", (x + 30, y));
        await TouchAsync(touch, "touchMove", (x + 60, y));
        await TouchAsync(touch, "touchEnd");
        Assert.InRange(await NumberAsync(visit, "#c0-1-steps"), 1000, 4000);

        LocatorBoundingBoxResult box = (await visit.Page.Locator(".overlay").BoundingBoxAsync())!;
        (double centre, double row) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await TouchAsync(touch, "touchStart", (centre - 20, row), (centre + 20, row));
        await TouchAsync(touch, "touchMove", (centre - 40, row), (centre + 40, row));
        await TouchAsync(touch, "touchMove", (centre - 60, row), (centre + 60, row));
        await TouchAsync(touch, "touchEnd");
        await Expect(visit.Page.Locator("#whole")).ToBeEnabledAsync();
        string view = (await visit.Page.Locator("#plot").GetAttributeAsync("aria-label"))!;
        int[] ends =
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(view, @"\d+")
                .Take(2)
                .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)),
        ];
        Assert.InRange(ends[1] - ends[0], 1000, 6000);
    }

    [Fact]
    public async Task The_cursor_reads_the_momentum_of_one_cycle_too()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("add-curve", "onecycle", "OneCycleLR");
        await visit.Page.FocusAsync("#plot");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        int step = await StepAsync(visit);
        double peak = await NumberAsync(visit, "#c1-0-maxLr");
        await Expect(visit.Page.Locator("#readout b[data-momentum='1']"))
            .ToHaveTextAsync(Text(Frameworks.PyTorch.OneCycleLR(peak, 10_000).Momentum!(step)));
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

    private static async Task DragAsync(Visit visit, string handle, float right, float down)
    {
        await visit.RestedAsync();
        LocatorBoundingBoxResult box = (await visit.Page.Locator(handle).BoundingBoxAsync())!;
        (float x, float y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await visit.Page.Mouse.MoveAsync(x, y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(x + right, y + down, new() { Steps = 5 });
        await visit.Page.Mouse.UpAsync();
        await visit.RestedAsync();
    }

    private static Task<System.Text.Json.JsonElement?> TouchAsync(ICDPSession touch, string type, params (double X, double Y)[] fingers) =>
        touch.SendAsync(
            "Input.dispatchTouchEvent",
            new()
            {
                ["type"] = type,
                ["touchPoints"] = fingers
                    .Select(
                        (finger, id) =>
                            new
                            {
                                x = finger.X,
                                y = finger.Y,
                                id,
                            }
                    )
                    .ToArray(),
            }
        );

    private static async Task<double> NumberAsync(Visit visit, string field) =>
        double.Parse(await visit.Page.InputValueAsync(field), CultureInfo.InvariantCulture);

    private static async Task<int> StepAsync(Visit visit) =>
        int.Parse((await visit.Page.Locator("#readout b").First.TextContentAsync())!, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
