using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;

namespace LrMath.Playground.Tests;

/// <summary>What docs/playground.md says of sizes and times; sizes are judged, times are printed.</summary>
[Collection(nameof(SharedSite))]
public sealed class FigureTests(Site site, ITestOutputHelper output)
{
    private const double MostMegabytes = 3.2;

    // What a drag of the first slider costs: until the page has done its work, and until the next frame.
    private const string Drag = """
        async () => {
          const slider = document.querySelector("#c0-0-start ~ input[type=range]");
          const work = [], frames = [];
          for (let i = 0; i < 80; i++) {
            const before = performance.now();
            slider.value = String(400 + 4 * i);
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            work.push(performance.now() - before);
            await new Promise(requestAnimationFrame);
            frames.push(performance.now() - before);
          }
          return [...work.slice(20), ...frames.slice(20)];
        }
        """;

    // The same by the handle of the peak, as fast as the pointer tells of it.
    private const string DragHandle = """
        async () => {
          const handle = document.querySelector("#handle-0-start"), box = handle.getBoundingClientRect();
          const at = (type, down) => handle.dispatchEvent(
            new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: box.x + 12, clientY: box.y + 12 + down }));
          const work = [], frames = [];
          at("pointerdown", 0);
          for (let i = 0; i < 80; i++) {
            const before = performance.now();
            at("pointermove", i);
            work.push(performance.now() - before);
            await new Promise(requestAnimationFrame);
            frames.push(performance.now() - before);
          }
          at("pointerup", 79);
          return [...work.slice(20), ...frames.slice(20)];
        }
        """;

    [Fact]
    public async Task A_first_visit_loads_little_and_is_soon_usable()
    {
        await using IBrowserContext context = await site.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        var answers = new List<IResponse>();
        page.Response += (_, answer) => answers.Add(answer);
        var watch = Stopwatch.StartNew();
        await page.GotoAsync(site.Address);
        await page.Locator("#plot-svg > svg").WaitForAsync();
        double seconds = watch.Elapsed.TotalSeconds;
        long bytes = 0;
        foreach (IResponse answer in answers)
        {
            bytes += (await answer.Request.SizesAsync()).ResponseBodySize;
        }

        output.WriteLine(FormattableString.Invariant($"{bytes / 1e6:0.00} MB in {answers.Count} files, first plot after {seconds:0.00} s"));
        Assert.InRange(bytes / 1e6, 0.5, MostMegabytes);
    }

    [Fact]
    public async Task Five_curves_of_a_hundred_thousand_steps_follow_the_slider()
    {
        await using Visit visit = await Visit.OpenAsync(site);
        await visit.Page.FillAsync("#steps", "100000");
        await visit.Page.PressAsync("#steps", "Tab");
        await visit.Page.FillAsync("#c0-0-steps", "90000");
        await visit.PickAsync("add-curve", "onecycle", "OneCycleLR");
        await visit.PickAsync("add-curve", "inversesq", "InverseSquareRoot");
        await visit.PickAsync("add-curve", "restarts", "CosineRestarts");
        await visit.PickAsync("add-curve", "exponential", "Exponential");
        await visit.RestedAsync();
        await visit.Page.SelectOptionAsync("#handled", "0");
        string before = await visit.CSharpAsync();
        Print("handle", await visit.Page.EvaluateAsync<double[]>(DragHandle));
        Assert.NotEqual(before, await visit.CSharpAsync());
        Print("slider", await visit.Page.EvaluateAsync<double[]>(Drag));
        await Assertions.Expect(visit.Page.Locator("#csharp")).ToContainTextAsync("Schedule.Cosine(");
        string last = await visit.Page.InputValueAsync("#c0-0-start");
        Assert.Equal(
            Schedule.Cosine(double.Parse(last, CultureInfo.InvariantCulture), 0, 90_000).Warmup(500).Describe(),
            await visit.CSharpAsync()
        );
    }

    private void Print(string what, double[] times)
    {
        double[] work = [.. times.Take(times.Length / 2).Order()];
        double[] frames = [.. times.Skip(times.Length / 2).Order()];
        output.WriteLine(
            FormattableString.Invariant(
                $"redraw by {what}: median {At(work, 50):0.0} ms, 95 % {At(work, 95):0.0} ms; to the next frame {At(frames, 50):0.0} ms"
            )
        );
    }

    private static double At(double[] sorted, int percent) => sorted[sorted.Length * percent / 100];
}
