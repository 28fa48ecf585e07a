using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace LrMath.Playground.Tests;

/// <summary>A visit of the page in a browser of its own; when it is over, nothing may have been said on the console.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> problems = [];

    private Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => problems.Add(error);
        page.RequestFailed += (_, request) => problems.Add($"{request.Url}: {request.Failure}");
    }

    public IPage Page { get; }

    public static async Task<Visit> OpenAsync(Site site, string address = "", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        IBrowserContext context = await site.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                HasTouch = width < 500,
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.Page.GotoAsync(site.Address + "/" + address);
        await visit.DrawnAsync();
        return visit;
    }

    /// <summary>Waits for a picture.</summary>
    public Task DrawnAsync() => Page.Locator("#plot-svg > svg").WaitForAsync();

    /// <summary>Waits until the page has come to rest with the state of now in its address.</summary>
    public Task RestedAsync() => Page.Locator("#plot[aria-busy=false]").WaitForAsync();

    /// <summary>The C# line of the chosen curve.</summary>
    public async Task<string> CSharpAsync() => (await Page.Locator("#csharp").TextContentAsync())!;

    /// <summary>Waits until the C# line is another.</summary>
    public Task CSharpIsAsync(string line) => Assertions.Expect(Page.Locator("#csharp")).ToHaveTextAsync(line);

    /// <summary>The values in the CSV output, by curve and step, by their bits.</summary>
    public async Task<IReadOnlyList<(int Step, double[] Values)>> CsvAsync()
    {
        await Page.ClickAsync("#copy-csv");
        await Assertions.Expect(Page.Locator("#copied")).ToHaveTextAsync("Copied: CSV.");
        string text = await Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        return
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells =>
                    (
                        int.Parse(cells[0], CultureInfo.InvariantCulture),
                        cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()
                    )
                ),
        ];
    }

    /// <summary>Chooses from a picker by a search.</summary>
    public async Task PickAsync(string button, string search, string choice)
    {
        await Page.ClickAsync($"#{button}");
        await Page.FillAsync($"#{button}-search", search);
        await Page.Locator($".choices button.choice:text-is(\"{choice}\")").First.ClickAsync();
    }

    /// <summary>A file from its content.</summary>
    public Task DropAsync(string name, string content) => DropAsync(name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>A file from its content.</summary>
    public Task DropAsync(string name, byte[] content) =>
        Page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = name,
                MimeType = "text/plain",
                Buffer = content,
            }
        );

    /// <summary>What the page says of a log.</summary>
    public ILocator Answer => Page.Locator("#log-answer");

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(problems);
    }
}
