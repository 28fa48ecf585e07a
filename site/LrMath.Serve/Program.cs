using System.Globalization;
using LrMath.Serve;

if (args is not [var folder, ..] || args.Length > 2 || !Directory.Exists(folder))
{
    await Console.Error.WriteLineAsync("usage: LrMath.Serve FOLDER [PORT]: serves a folder that exists on http://127.0.0.1:PORT (8080)");
    return 2;
}

int port = args.Length == 2 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8080;
WebApplication app = StaticSite.Of(folder, port);
await app.StartAsync();
Console.WriteLine($"{Path.GetFullPath(folder)} on {string.Join(" ", app.Urls)}; Ctrl+C ends it");
await app.WaitForShutdownAsync();
return 0;
