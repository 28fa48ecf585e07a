namespace LrMath.Tests.Golden;

/// <summary>The golden files: the project's own copy, or those of the folder that LRMATH_GOLDEN names.</summary>
internal sealed class GoldenFolder
{
    private GoldenFolder(string path)
    {
        Path = path;
        if (!Directory.Exists(path))
        {
            throw new GoldenException($"the folder of golden files {path} does not exist");
        }

        Files =
        [
            .. Directory
                .GetFiles(path, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .Select(f =>
                    (
                        System.IO.Path.GetFileName(f),
                        (IReadOnlyList<GoldenRecord>)[.. File.ReadLines(f).Where(l => l.Trim() != "").Select(GoldenRecord.Parse)]
                    )
                ),
        ];
        if (Files.FirstOrDefault(f => f.Records.Count == 0).Name is { } empty)
        {
            throw new GoldenException($"{System.IO.Path.Combine(path, empty)} has no record");
        }

        if (Files.Count == 0)
        {
            throw new GoldenException($"the folder of golden files {path} has no *.jsonl");
        }

        if (Records.GroupBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new GoldenException($"two records have the id {twice.Key}");
        }
    }

    public static string OwnPath { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Golden", "Data");

    /// <summary>The project's own copy, read once for all tests.</summary>
    public static Lazy<GoldenFolder> Own { get; } = new(() => Open(OwnPath));

    public static Lazy<GoldenFolder> Chosen { get; } =
        new(() => Environment.GetEnvironmentVariable("LRMATH_GOLDEN") is { Length: > 0 } other ? Open(other) : Own.Value);

    public string Path { get; }

    public IReadOnlyList<(string Name, IReadOnlyList<GoldenRecord> Records)> Files { get; }

    public IEnumerable<GoldenRecord> Records => Files.SelectMany(f => f.Records);

    public static GoldenFolder Open(string path) => new(path);
}
