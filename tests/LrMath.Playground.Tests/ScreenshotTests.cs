using Microsoft.Playwright;
using Xunit;

namespace LrMath.Playground.Tests;

/// <summary>The pictures of docs/playground.md; site/screenshots.sh writes them there.</summary>
[Collection(nameof(SharedSite))]
public sealed class ScreenshotTests(Site site)
{
    [Theory]
    [InlineData("desktop", 1280, ColorScheme.Light)]
    [InlineData("dark", 1280, ColorScheme.Dark)]
    [InlineData("phone", 360, ColorScheme.Light)]
    public async Task The_page_shows_two_curves_on_every_screen(string name, int width, ColorScheme scheme)
    {
        await using Visit visit = await Visit.OpenAsync(site, "", width, scheme);
        await visit.PickAsync("add-curve", "onecycle", "OneCycleLR");
        await visit.RestedAsync();
        await visit.Page.EvaluateAsync("scrollTo(0, 0)");
        await visit.Page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(visit.Page.Locator("#plot-svg")).ToBeInViewportAsync();
        string folder = Environment.GetEnvironmentVariable("LRMATH_SHOTS") ?? Path.GetTempPath();
        byte[] picture = await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"playground-{name}.png") });
        Assert.True(picture.Length > 20_000, $"{picture.Length} bytes");
    }
}
