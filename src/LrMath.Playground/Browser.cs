using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace LrMath.Playground;

/// <summary>What only the browser can do; see <c>wwwroot/page.js</c>.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Browser
{
    private const string Module = "page.js";

    /// <summary>Loads the script.</summary>
    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../page.js");

    /// <summary>Puts a picture into an element, without a comparison with the one that is there.</summary>
    [JSImport("show", Module)]
    public static partial void Show(string id, string svg);

    /// <summary>The part of the address behind <c>#</c>.</summary>
    [JSImport("address", Module)]
    public static partial string Address();

    /// <summary>Changes that part without an entry in the history.</summary>
    [JSImport("setAddress", Module)]
    public static partial void SetAddress(string text);

    /// <summary>Calls back when somebody opens another address of this page.</summary>
    [JSImport("onAddress", Module)]
    public static partial void OnAddress([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> changed);

    /// <summary>Calls back with the width of an element, now and whenever it changes.</summary>
    [JSImport("onWidth", Module)]
    public static partial void OnWidth(string id, [JSMarshalAs<JSType.Function<JSType.Number>>] Action<int> changed);

    /// <summary>Copies a text to the clipboard.</summary>
    [JSImport("copy", Module)]
    public static partial Task<bool> CopyAsync(string text);

    /// <summary>Saves a text as a file.</summary>
    [JSImport("save", Module)]
    public static partial void Save(string name, string type, string text);

    /// <summary>Saves an SVG picture as PNG.</summary>
    [JSImport("savePng", Module)]
    public static partial Task SavePngAsync(string name, string svg, int width, int height);

    /// <summary>Calls back with the name and the length of a file that is dropped on the page or chosen.</summary>
    [JSImport("onFile", Module)]
    public static partial void OnFile(
        string input,
        [JSMarshalAs<JSType.Function<JSType.String, JSType.Number>>] Action<string, double> chosen
    );

    /// <summary>Reads that file in a worker, as <see cref="Work.LogWork"/> does; the answer is JSON.</summary>
    [JSImport("work", Module)]
    public static partial Task<string> WorkAsync(string request);

    /// <summary>Ends that work.</summary>
    [JSImport("cancel", Module)]
    public static partial void Cancel();

    /// <summary>Moves the focus to an element.</summary>
    [JSImport("focus", Module)]
    public static partial void Focus(string id);
}
