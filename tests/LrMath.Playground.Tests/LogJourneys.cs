using System.Globalization;
using System.IO.Compression;
using System.Text;
using LrMath.ClosedLoop;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LrMath.Playground.Tests;

[Collection(nameof(SharedSite))]
public sealed class LogJourneys(Site site)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_good_log_tells_its_schedule_which_joins_the_curves()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.DropAsync("run.csv", Log(Schedule.Linear(3e-4, 0, 900).Warmup(100), 1000));
        await Expect(visit.Answer).ToContainTextAsync("Linear(0.0003, 0, 900).Warmup(100)", Patient);
        await Expect(visit.Page.Locator("#log-picture > svg")).ToBeVisibleAsync();
        await visit.Page.ClickAsync("#add-found");
        await Expect(visit.Page.Locator("[aria-label='Curve B']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_log_of_a_run_that_went_wrong_tells_its_fault()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.DropAsync("run.csv", Log(Schedule.Cosine(0.1, 0, 9500).Warmup(500).Freeze(4000), 10_000, 50));
        await Expect(visit.Page.Locator("#read-log")).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await visit.Page.SelectOptionAsync("#task", "audit");
        await visit.Page.ClickAsync("#read-log");
        await Expect(visit.Answer).ToContainTextAsync("stopped", Patient);
    }

    [Fact]
    public async Task A_run_under_a_policy_is_audited_on_the_metrics_of_its_log()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.PickAsync("c0-0", "constant", "Constant");
        await visit.Page.ClickAsync("[aria-label='Remove verb 1: warmup']");
        await visit.PickAsync("c0-add-policy", "pytorch", "PyTorch");
        await visit.CSharpIsAsync("Schedule.Constant(0.1)");
        FeedbackLoop<PlateauState> loop = Schedule.Constant(0.1).Under(Plateau.PyTorch);
        var text = new StringBuilder("step,lr,held_out\n");
        for (int step = 0; step < 60; step++)
        {
            double metric = Math.Max(0.5, 2 - 0.1 * step);
            loop.Observe(metric);
            text.Append(CultureInfo.InvariantCulture, $"{step},{0.1 * loop.Scale:R},{metric:R}\n");
        }

        await visit.DropAsync("run.csv", text.ToString());
        await Expect(visit.Page.Locator("#read-log")).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await visit.Page.SelectOptionAsync("#task", "audit");
        await visit.Page.FillAsync("#metric-column", "held_out");
        await visit.Page.ClickAsync("#read-log");
        await Expect(visit.Answer).ToContainTextAsync("followed the schedule", Patient);
        await visit.Page.FillAsync("#metric-column", "lost");
        await visit.Page.ClickAsync("#read-log");
        await Expect(visit.Answer).ToContainTextAsync("lost", Patient);
        await Expect(visit.Answer).Not.ToContainTextAsync("--");
    }

    [Fact]
    public async Task Plain_text_is_read_by_a_pattern()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        var text = new StringBuilder();
        for (int step = 0; step < 200; step++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[train] at {step}: eta {Schedule.Linear(0.1, 0, 180)(step):R} ok\n");
        }

        await visit.DropAsync("train.log", text.ToString());
        await Expect(visit.Page.Locator("#read-log")).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await visit.Page.FillAsync("#pattern", @"at (?<step>\d+): eta (?<rate>\S+)");
        await visit.Page.ClickAsync("#read-log");
        await Expect(visit.Answer).ToContainTextAsync("Linear(0.1, 0, 180)", Patient);
        await visit.Page.FillAsync("#pattern", "(?<step>");
        await visit.Page.ClickAsync("#read-log");
        await Expect(visit.Page.Locator("#log-answer .fault")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_broken_log_says_which_line_is_wrong()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.DropAsync("run.csv", "step,lr\n0,0.1\n1,0.09\n2,much\n3,0.07\n");
        await Expect(visit.Answer).ToContainTextAsync("run.csv:4: lr is 'much', not a number", Patient);
        await visit.DropAsync("two.csv", "lr_a,lr_b,n\n0.1,0.2,0\n0.1,0.2,1\n");
        await Expect(visit.Answer).ToContainTextAsync("two.csv", Patient);
        await Expect(visit.Answer).Not.ToContainTextAsync("--");
        await visit.DropAsync("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0]);
        await Expect(visit.Answer).ToContainTextAsync("picture.png is not text", Patient);
        await visit.DropAsync("empty.csv", "");
        await Expect(visit.Answer).ToContainTextAsync("empty.csv", Patient);
    }

    [Fact]
    public async Task A_huge_log_leaves_the_page_alive_and_can_be_stopped()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        byte[] log = Encoding.UTF8.GetBytes(Log(Schedule.Cosine(0.1, 0, 990_000).Warmup(10_000), 1_000_000));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(log);
        }

        await visit.DropAsync("run.csv.gz", packed.ToArray());
        await Expect(visit.Page.Locator("#cancel-log")).ToBeVisibleAsync();
        await visit.Page.FillAsync("#c0-0-start", "0.2");
        await visit.CSharpIsAsync("Schedule.Cosine(0.2, 0, 9500).Warmup(500)");
        await visit.Page.ClickAsync("#cancel-log");
        await Expect(visit.Answer).ToContainTextAsync("Stopped.");
        await visit.DropAsync("run.csv", Log(Schedule.Linear(3e-4, 0, 900), 1000));
        await Expect(visit.Answer).ToContainTextAsync("Linear(0.0003, 0, 900)", Patient);
    }

    [Fact]
    public async Task The_log_of_a_range_test_suggests_rates()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        Func<int, double> rates = Schedule.RangeTest(1e-6, 1, 200);
        var text = new StringBuilder("lr,loss\n");
        for (int i = 0; i < 200; i++)
        {
            double x = Math.Log10(rates(i));
            double loss = 2.3 / (1 + Math.Exp(3 * (x + 3))) + 0.3 + Math.Exp(6 * (x + 0.7));
            text.Append(CultureInfo.InvariantCulture, $"{rates(i):R},{loss:R}\n");
        }

        await visit.DropAsync("range.csv", "step,lr\n0,1\n1,2\n2,1\n");
        await Expect(visit.Page.Locator("#read-log")).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await visit.Page.SelectOptionAsync("#task", "find");
        await visit.DropAsync("range.csv", text.ToString());
        await Expect(visit.Answer).ToContainTextAsync("The recommended rate is", Patient);
        await Expect(visit.Page.Locator(".log tbody tr")).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task A_pasted_line_of_Python_and_a_Keras_configuration_become_curves()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.Page.FillAsync("#pasted", "StepLR(opt, step_size=30)");
        await visit.Page.ClickAsync("#import");
        await Expect(visit.Page.Locator("[aria-label='Curve B']")).ToBeVisibleAsync();
        await visit.Page.FillAsync(
            "#pasted",
            """{"class_name": "CosineDecay", "config": {"initial_learning_rate": 0.1, "decay_steps": 1000}}"""
        );
        await visit.Page.ClickAsync("#import");
        await Expect(visit.Page.Locator("#imported")).ToContainTextAsync("Read as Keras");
        await visit.Page.FillAsync("#pasted", "launch_missiles()");
        await visit.Page.ClickAsync("#import");
        await Expect(visit.Page.Locator("#imported")).ToContainTextAsync("launch_missiles");
        await ScheduleJourneys.SameBitsAsync(
            visit,
            Schedule.Cosine(0.1, 0, 9500).Warmup(500),
            Schedule.Step(0.1, 0.1, 30),
            Frameworks.Keras.CosineDecay(0.1, 1000)
        );
    }

    private static string Log(Func<int, double> schedule, int steps, int every = 10)
    {
        var text = new StringBuilder("step,lr\n");
        for (int step = 0; step < steps; step += every)
        {
            text.Append(CultureInfo.InvariantCulture, $"{step},{schedule(step):0.######e+00}\n");
        }

        return text.ToString();
    }
}
