using System.IO.Compression;
using System.Text.Json;
using LrMath.Tests.Cli;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>A whole log file as a program wrote it, with the truth behind it.</summary>
internal sealed record RunRecord(string Id, JsonElement Fields)
{
    /// <summary>All records of a task, <c>identify</c> or <c>audit</c>.</summary>
    public static IReadOnlyList<RunRecord> All(string task)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Analysis", "RunLogs", "Data", $"{task}.jsonl.gz");
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        List<RunRecord> records = [];
        while (file.ReadLine() is { } line)
        {
            JsonElement fields = JsonDocument.Parse(line).RootElement;
            records.Add(new RunRecord(fields.GetProperty("id").GetString()!, fields));
        }

        return records;
    }

    /// <summary>The log, read from a file as the command reads it.</summary>
    public RunLog Read()
    {
        using var folder = new TemporaryFolder();
        string path = folder[Text("file")];
        File.WriteAllText(path, Text("text"));
        return RunLog.Read(path, null, null, null);
    }

    public string Text(string name) => Fields.GetProperty(name).GetString()!;

    /// <summary>An expression of the record, with the names that arguments have had since it was written.</summary>
    public string Expression(string name) =>
        Text(name)
            .Replace(" decay: Shapes.", " decayShape: Shapes.", StringComparison.Ordinal)
            .Replace(" anneal: Shapes.", " shape: Shapes.", StringComparison.Ordinal);

    public override string ToString() => Id;
}
