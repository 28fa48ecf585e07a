using LrMath.Serve;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

namespace LrMath.Playground.Tests;

/// <summary>The published page on a loopback port, and a browser to open it with.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private WebApplication server = null!;
    private IPlaywright playwright = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The address of the page.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        string folder =
            Environment.GetEnvironmentVariable("LRMATH_SITE")
            ?? throw new InvalidOperationException("LRMATH_SITE must name the folder that site/playground.sh has written.");
        server = StaticSite.Of(folder, 0);
        await server.StartAsync();
        Address = server.Urls.Single();
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Environment.GetEnvironmentVariable("LRMATH_CHROMIUM") ?? "/usr/bin/chromium", Args = Arguments }
        );
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await server.DisposeAsync();
    }
}
