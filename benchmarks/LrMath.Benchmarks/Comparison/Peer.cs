using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace LrMath.Benchmarks.Comparison;

/// <summary>A Python process that times its own code when asked: one JSON request per line in, one JSON answer per line out.</summary>
internal sealed class Peer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process? process;

    private Peer(string name, string label, Process? process)
    {
        Name = name;
        Label = label;
        this.process = process;
    }

    public string Name { get; }

    /// <summary>The name with the version, or why the peer is missing.</summary>
    public string Label { get; }

    public bool IsMissing => process is null;

    /// <summary>Starts a script; a peer that does not answer is missing, which is no error.</summary>
    public static Peer Start(string name, string python, string script, TimeSpan patience)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Peers", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string threads in new[] { "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS" })
        {
            start.Environment[threads] = "1";
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return new(name, $"{name} is missing: {python} does not start", null);
        }

        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string reason = $"no answer within {patience.TotalSeconds:0} s";
        if (ReadLine(process, patience) is { } line)
        {
            JsonElement answer = JsonDocument.Parse(line).RootElement;
            if (!answer.TryGetProperty("missing", out JsonElement missing))
            {
                return new(
                    name,
                    $"{name} {answer.GetProperty("version").GetString()} (Python {answer.GetProperty("python").GetString()})",
                    process
                );
            }

            reason = missing.GetString()!;
        }

        Stop(process);
        return new(name, $"{name} is missing: {reason}", null);
    }

    /// <summary>One sample of a case in nanoseconds per value or step.</summary>
    public double Measure(string @case, int count, int repeats)
    {
        process!.StandardInput.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    @case,
                    count,
                    repeats,
                }
            )
        );
        process.StandardInput.Flush();
        string answer = ReadLine(process, Patience) ?? throw new InvalidOperationException($"{Label} gave no answer for '{@case}'.");
        return JsonDocument.Parse(answer).RootElement.GetProperty("nanoseconds").GetDouble();
    }

    public void Dispose()
    {
        if (process is not null)
        {
            Stop(process);
        }
    }

    private static string? ReadLine(Process process, TimeSpan patience)
    {
        Task<string?> line = process.StandardOutput.ReadLineAsync();
        return line.Wait(patience) ? line.Result : null;
    }

    private static void Stop(Process process)
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(2000))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
