using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace LrMath.Serve;

/// <summary>Serves a folder of static files on the loopback address, as any static host would.</summary>
public static class StaticSite
{
    private static readonly (string Encoding, string Extension)[] Compressions = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>A server that has not been started.</summary>
    /// <param name="folder">The folder with an <c>index.html</c>.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    public static WebApplication Of(string folder, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        WebApplication app = builder.Build();
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.Use((context, next) => Compressed(context, files, types, next));
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                ContentTypeProvider = types,
                OnPrepareResponse = Cached,
            }
        );
        return app;
    }

    // The publish step left a compressed copy beside each file: a host that finds it sends it.
    private static Task Compressed(HttpContext context, PhysicalFileProvider files, FileExtensionContentTypeProvider types, Func<Task> next)
    {
        string path = context.Request.Path.Value ?? "";
        string accepted = context.Request.Headers.AcceptEncoding.ToString();
        foreach ((string encoding, string extension) in Compressions)
        {
            IFileInfo file = files.GetFileInfo(path + extension);
            if (!accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase) || !file.Exists)
            {
                continue;
            }

            context.Response.ContentType = types.TryGetContentType(path, out string? type) ? type : "application/octet-stream";
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            context.Response.Headers.CacheControl = Caching(path);
            context.Response.ContentLength = file.Length;
            return context.Response.SendFileAsync(file);
        }

        return next();
    }

    private static void Cached(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = Caching(context.Context.Request.Path.Value ?? "");

    // Files of the runtime have a hash of their content in their name; all others are asked for again.
    private static string Caching(string path) =>
        path.Contains("/_framework/", StringComparison.Ordinal) && path.EndsWith(".wasm", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
