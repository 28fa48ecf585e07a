using System.Reflection;

namespace LrMath.Playground.Model;

/// <summary>The texts that the build put into this assembly.</summary>
internal static class Documentation
{
    /// <summary>Reads them.</summary>
    public static DocTexts Embedded() => new(Text("docs.tsv"), Text("rooms.tsv"));

    private static string Text(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
