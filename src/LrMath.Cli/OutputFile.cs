namespace LrMath.Cli;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes <paramref name="text"/> beside <paramref name="path"/>, then moves it into place.</summary>
    /// <exception cref="UserErrorException">The file cannot be written; whatever was at <paramref name="path"/> is untouched.</exception>
    public static void Write(string path, string text)
    {
        string? unfinished = null;
        try
        {
            string full = Path.GetFullPath(path);
            unfinished = Path.Combine(Path.GetDirectoryName(full) ?? full, $".{Path.GetRandomFileName()}.tmp");
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, full, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
            throw new UserErrorException($"cannot write '{path}': {Reason(path, problem)}", problem);
        }
    }

    // The system's own messages would name the unfinished file.
    private static string Reason(string path, Exception problem) =>
        Directory.Exists(path) ? "it is a folder"
        : problem is DirectoryNotFoundException ? "there is no such folder"
        : problem is UnauthorizedAccessException ? "permission denied"
        : problem.Message;
}
