using LrMath.Data;

namespace LrMath.Cli.Expressions;

/// <summary>A file with a schedule or a policy as JSON, which may stand wherever an expression may. It needs no compiler.</summary>
internal static class JsonFile
{
    private const long MostBytes = 1 << 20;

    /// <summary>Whether a text is the name of such a file.</summary>
    public static bool Includes(string text) => text.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The schedule in a file.</summary>
    /// <exception cref="UserErrorException">It cannot be read, or has no schedule in it.</exception>
    public static Curve ReadSchedule(string path) => Read(path, text => new Curve(path, ScheduleJson.Read(text)));

    /// <summary>The policy in a file.</summary>
    /// <exception cref="UserErrorException">It cannot be read, or has no policy in it.</exception>
    public static Policy ReadPolicy(string path) => Read(path, text => Policy.Of(path, ScheduleJson.ReadPolicy<object>(text)));

    /// <summary>What would stand in the file of a schedule.</summary>
    /// <exception cref="UserErrorException">It has a function of the user's own in it.</exception>
    public static string Text(Curve curve)
    {
        try
        {
            return ScheduleJson.Write(curve.Schedule);
        }
        catch (ScheduleJsonException mistake)
        {
            throw new UserErrorException($"this schedule is not data at {mistake.Path}: found {mistake.Found}\n  {curve.Name}", mistake);
        }
    }

    private static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes } file)
            {
                throw new UserErrorException($"{path} has {file.Length} bytes; legal is at most {MostBytes}");
            }

            return read(File.ReadAllText(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserErrorException($"cannot read '{path}': {Reason(path, problem)}", problem);
        }
        catch (ScheduleJsonException mistake)
        {
            throw new UserErrorException($"{path}: {mistake.Message}", mistake);
        }
    }

    private static string Reason(string path, Exception problem) =>
        Directory.Exists(path) ? "it is a folder"
        : problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
        : problem is UnauthorizedAccessException ? "permission denied"
        : problem.Message;
}
