using LrMath.Frameworks;
using LrMath.Playground.Model;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LrMath.Playground.Tests;

[Collection(nameof(SharedSite))]
public sealed class ScheduleJourneys(Site site)
{
    [Fact]
    public async Task A_visitor_sees_a_warm_up_and_a_cosine_with_the_bits_of_the_desktop()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.CSharpIsAsync("Schedule.Cosine(0.1, 0, 9500).Warmup(500)");
        await SameBitsAsync(visit, Schedule.Cosine(0.1, 0, 9500).Warmup(500));
    }

    [Fact]
    public async Task Dragging_the_peak_the_warm_up_and_the_end_changes_the_line()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.Page.FillAsync("#c0-0-start", "3e-4");
        await visit.Page.FillAsync("#c0-1-steps", "1000");
        await visit.Page.FillAsync("#c0-0-steps", "9000");
        await visit.CSharpIsAsync("Schedule.Cosine(0.0003, 0, 9000).Warmup(1000)");
        ILocator slider = visit.Page.Locator("#c0-0-end ~ input[type=range]");
        await slider.FillAsync("500");
        await Expect(visit.Page.Locator("#csharp")).Not.ToHaveTextAsync("Schedule.Cosine(0.0003, 0, 9000).Warmup(1000)");
        await visit.Page.FillAsync("#c0-0-end", "1e-5");
        await SameBitsAsync(visit, Schedule.Cosine(3e-4, 1e-5, 9000).Warmup(1000));
    }

    [Fact]
    public async Task An_illegal_argument_says_what_the_library_says_and_the_last_curve_stays()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Cosine(0.1, 0, -5));
        string words = refusal.Message.Split('\n')[0].Replace(" (Parameter 'steps')", "", StringComparison.Ordinal);
        await visit.RestedAsync();
        string before = await visit.Page.Locator("#plot-svg").InnerHTMLAsync();
        await visit.Page.FillAsync("#c0-0-steps", "-5");
        await Expect(visit.Page.Locator("#c0-0-steps-fault")).ToHaveTextAsync(words);
        await Expect(visit.Page.Locator("#c0-0-steps")).ToHaveAttributeAsync("aria-invalid", "true");
        await visit.CSharpIsAsync("Schedule.Cosine(0.1, 0, 9500).Warmup(500)");
        await visit.RestedAsync();
        Assert.Equal(before, await visit.Page.Locator("#plot-svg").InnerHTMLAsync());
        await visit.Page.FillAsync("#c0-0-steps", "some");
        await Expect(visit.Page.Locator("#c0-0-steps-fault")).ToContainTextAsync("legal is a whole number");
        await visit.Page.FillAsync("#c0-0-steps", "8000");
        await Expect(visit.Page.Locator("#c0-0-steps-fault")).ToHaveCountAsync(0);
        await visit.CSharpIsAsync("Schedule.Cosine(0.1, 0, 8000).Warmup(500)");
    }

    [Fact]
    public async Task Verbs_are_added_and_removed_in_their_order()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("c0-add", "scale", "Scale");
        await visit.Page.FillAsync("#c0-2-factor", "2");
        await visit.CSharpIsAsync("Schedule.Cosine(0.1, 0, 9500).Warmup(500).Scale(2)");
        await visit.PickAsync("c0-add", "cooldown", "Cooldown");
        await Expect(visit.Page.Locator("#csharp")).ToContainTextAsync(".Cooldown(");
        await visit.Page.ClickAsync("[aria-label='Remove verb 3: cooldown']");
        await visit.Page.ClickAsync("[aria-label='Remove verb 1: warmup']");
        await visit.CSharpIsAsync("Schedule.Cosine(0.1, 0, 9500).Scale(2)");
        await SameBitsAsync(visit, Schedule.Cosine(0.1, 0, 9500).Scale(2));
    }

    [Fact]
    public async Task One_cycle_of_PyTorch_lies_over_the_cosine_with_its_momentum_below()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("add-curve", "onecycle", "OneCycleLR");
        await Expect(visit.Page.Locator("#plot-momentum > svg")).ToBeVisibleAsync();
        await visit.Page.FillAsync("#c1-0-maxLr", "0.05");
        await Expect(visit.Page.Locator("#plot-svg")).ToContainTextAsync("B: pyTorch.oneCycleLR");
        await SameBitsAsync(visit, Schedule.Cosine(0.1, 0, 9500).Warmup(500), PyTorch.OneCycleLR(0.05, 10_000).Rate);
        await visit.Page.ClickAsync("[aria-label='Remove curve B']");
        await Expect(visit.Page.Locator("#plot-momentum > svg")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_shows_the_same_picture_to_a_colleague()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("add-curve", "noam", "Noam");
        await visit.Page.CheckAsync("#log");
        await visit.Page.FillAsync("#epoch", "391");
        await visit.Page.PressAsync("#epoch", "Tab");
        await visit.Page.FocusAsync("#plot");
        await visit.Page.Keyboard.PressAsync("+");
        await visit.RestedAsync();
        string hash = await visit.Page.EvaluateAsync<string>("location.hash");
        string picture = await visit.Page.Locator("#plot-svg").InnerHTMLAsync();
        await using Visit colleague = await Visit.OpenAsync(site, hash);
        await colleague.RestedAsync();
        Assert.Equal(picture, await colleague.Page.Locator("#plot-svg").InnerHTMLAsync());
        Assert.Equal(hash, await colleague.Page.EvaluateAsync<string>("location.hash"));
    }

    [Theory]
    [InlineData("#nonsense")]
    [InlineData("#q1YqLkksSlWyUjI0AAEdpeSMzJyU4tQiJSsA")]
    [InlineData("#%00%ff")]
    public async Task A_damaged_link_shows_the_first_picture(string hash)
    {
        await using Visit visit = await Visit.OpenAsync(site, hash);
        await visit.CSharpIsAsync("Schedule.Cosine(0.1, 0, 9500).Warmup(500)");
    }

    [Fact]
    public async Task A_policy_scales_the_schedule_when_the_metric_stays()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("c0-add-policy", "pytorch", "PyTorch");
        await Expect(visit.Page.Locator("[aria-label=Metric]")).ToBeVisibleAsync();
        IReadOnlyList<(int Step, double[] Values)> rows = await visit.CsvAsync();
        Func<int, double> alone = Schedule.Cosine(0.1, 0, 9500).Warmup(500);
        Assert.Equal(alone(100), rows[100].Values[0]);
        Assert.True(rows[9000].Values[0] < alone(9000));
        await visit.Page.FillAsync("#metric-every", "5000");
        Assert.Equal(alone(9000), (await visit.CsvAsync())[9000].Values[0]);
    }

    [Fact]
    public async Task Verbs_on_a_policy_change_what_it_does()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("c0-add-policy", "pytorch", "PyTorch");
        double alone = (await visit.CsvAsync())[9000].Values[0];
        await visit.PickAsync("c0-policy-add", "ignore", "IgnoreFirst");
        await visit.Page.FillAsync("#c0-policy-1-count", "90");
        await visit.RestedAsync();
        Assert.True(alone < (await visit.CsvAsync())[9000].Values[0]);
        await visit.PickAsync("c0-policy-add", "smooth", "Smoothed");
        await visit.Page.FillAsync("#c0-policy-2-decay", "2");
        await Expect(visit.Page.Locator("#c0-policy-2-decay-fault")).ToContainTextAsync("decay is 2");
        await visit.Page.ClickAsync("[aria-label='Remove verb 2: smoothed']");
        await Expect(visit.Page.Locator(".fault")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_names_in_other_libraries_stand_beside_the_line()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await Expect(visit.Page.Locator("#elsewhere")).ToContainTextAsync("PyTorch CosineAnnealingLR");
        await visit.PickAsync("add-curve", "cosineannealingwarm", "CosineAnnealingWarmRestarts");
        await visit.Page.SelectOptionAsync("#out-curve", "1");
        await Expect(visit.Page.Locator("#preset")).ToContainTextAsync("CosineAnnealingWarmRestarts(");
    }

    [Fact]
    public async Task Measures_say_total_and_when_a_curve_falls_below_a_value()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.Page.FillAsync("#below", "0.05");
        await visit.Page.PressAsync("#below", "Tab");
        Func<int, double> schedule = Schedule.Cosine(0.1, 0, 9500).Warmup(500);
        int falls = Enumerable.Range(500, 9500).First(step => schedule(step) < 0.05);
        await Expect(visit.Page.Locator(".measures tbody")).ToContainTextAsync($"step {falls}");
        await visit.PickAsync("add-curve", "", "Step");
        await Expect(visit.Page.Locator(".measures tbody tr").Nth(1)).ToContainTextAsync("-0.05 at step");
    }

    [Fact]
    public async Task Every_builder_and_preset_has_the_bits_of_the_desktop()
    {
        const int Run = 1500;
        Catalogue catalogue = new(Documentation.Embedded());
        Series[] all = [.. catalogue.Builders.Select(entry => new Series([catalogue.Begin(entry, Run)]))];
        Assert.True(all.Length > 80, $"{all.Length} builders");
        await using Visit visit = await Visit.OpenAsync(site);
        foreach (Series[] some in all.Chunk(PageState.MostCurves))
        {
            PageState state = PageState.First with { Steps = Run, Curves = [.. some.Select(schedule => new CurveState(schedule))] };
            await visit.Page.EvaluateAsync($"location.hash = '{Address.Write(state)}'");
            await Expect(visit.Page.Locator("article.card")).ToHaveCountAsync(some.Length);
            await Expect(visit.Page.Locator(".fault")).ToHaveCountAsync(0);
            await visit.RestedAsync();
            await SameBitsAsync(visit, [.. some.Select(schedule => Built.Of(new CurveState(schedule), null).Rate!)]);
        }
    }

    internal static async Task SameBitsAsync(Visit visit, params Func<int, double>[] schedules)
    {
        foreach ((int step, double[] values) in await visit.CsvAsync())
        {
            Assert.Equal(
                schedules.Select(schedule => BitConverter.DoubleToInt64Bits(schedule(step))),
                values.Select(BitConverter.DoubleToInt64Bits)
            );
        }
    }
}
