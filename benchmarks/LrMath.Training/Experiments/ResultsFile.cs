using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LrMath.Training;

/// <summary>
/// The finished runs of an experiment, one JSON line each, written as they finish; opening it again goes on where it stopped. The first
/// line says what the experiment is, and another experiment is refused the file.
/// </summary>
public sealed class ResultsFile : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly ConcurrentDictionary<RunKey, RunResult> results = new();
    private readonly FileStream file;

    private ResultsFile(FileStream file) => this.file = file;

    /// <param name="path">Made if it is not there.</param>
    /// <param name="experiment">All that the runs depend on besides their keys, in one line.</param>
    /// <exception cref="BadDataException">The file is damaged before its last line, in use, or another experiment's.</exception>
    public static ResultsFile Open(string path, string experiment)
    {
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var results = new ResultsFile(file);
            try
            {
                results.Load(path, experiment);
                return results;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"{path}: cannot be opened: {e.Message}", e);
        }
    }

    public int Count => results.Count;

    public RunResult? Find(RunKey key) => results.GetValueOrDefault(key);

    public void Add(RunResult result)
    {
        byte[] line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(result, Json) + "\n");
        lock (file)
        {
            file.Write(line);
            file.Flush();
        }
        results[result.Key] = result;
    }

    public void Dispose() => file.Dispose();

    private void Load(string path, string experiment)
    {
        byte[] header = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Header(experiment), Json) + "\n");
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        int end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (end == 0)
        {
            file.SetLength(0);
            file.Write(header);
            file.Flush();
            return;
        }

        string[] lines = Encoding.UTF8.GetString(bytes, 0, end - 1).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            try
            {
                if (i == 0)
                {
                    CheckHeader(path, JsonSerializer.Deserialize<Header>(lines[i], Json)?.Experiment, experiment);
                }
                else if (JsonSerializer.Deserialize<RunResult>(lines[i], Json) is { TrainLoss.Length: > 0 } result)
                {
                    results[result.Key] = result;
                }
                else
                {
                    throw new JsonException("not a run.");
                }
            }
            catch (JsonException e)
            {
                throw new BadDataException($"{path}, line {i + 1}: {e.Message} Delete the file, or name another folder.", e);
            }
        }
        // What follows the last line end was being written when the last session was killed.
        file.SetLength(end);
        file.Position = end;
    }

    private static void CheckHeader(string path, string? found, string wanted)
    {
        if (found != wanted)
        {
            throw new BadDataException(
                $"{path}: holds the runs of another experiment ({found}); this one is {wanted}. Name another folder."
            );
        }
    }

    private sealed record Header(string Experiment);
}
