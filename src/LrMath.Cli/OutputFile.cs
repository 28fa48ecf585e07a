using System.Text;

namespace LrMath.Cli;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class OutputFile
{
    private static readonly string[] SystemFolders = ["/dev/", "/proc/"];

    /// <summary>
    /// Writes the text beside the file, then moves it into place. A symbolic link stays and the file it leads to is written;
    /// a file that exists keeps its mode.
    /// </summary>
    /// <exception cref="UserErrorException">
    /// The file cannot be written, or is a folder, a pipe, a device or the like; whatever was at <paramref name="path"/> is untouched.
    /// </exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string? unfinished = null;
        try
        {
            FileInfo file = Target(path);
            UnixFileMode? mode = file.Exists ? Mode(file) : null;
            unfinished = Path.Combine(file.DirectoryName!, $".{Path.GetRandomFileName()}.tmp");
            WriteNew(unfinished, content, mode);
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }

            throw new UserErrorException($"cannot write '{path}': {Reason(path, problem)}", problem);
        }
    }

    // Where links lead to; that need not exist.
    private static FileInfo Target(string path)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(file.FullName) || Path.EndsInDirectorySeparator(path))
        {
            throw new IOException("it is a folder");
        }

        file = file.LinkTarget is null ? file : new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        return SystemFolders.Any(folder => file.FullName.StartsWith(folder, StringComparison.Ordinal)) ? throw NotOrdinary() : file;
    }

    // The mode of an ordinary file that may be written. .NET does not tell what kind of file a path is, but a pipe has no positions, and
    // what is empty without being an ordinary file cannot be given a length.
    private static UnixFileMode? Mode(FileInfo file)
    {
        using (var there = new FileStream(file.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0))
        {
            if (!there.CanSeek)
            {
                throw NotOrdinary();
            }

            if (file.Length == 0)
            {
                there.SetLength(0);
            }
        }
        return OperatingSystem.IsWindows() ? null : file.UnixFileMode;
    }

    private static void WriteNew(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && mode is not null)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(path, options))
        {
            file.Write(content);
        }

        if (!OperatingSystem.IsWindows() && mode is { } kept)
        {
            File.SetUnixFileMode(path, kept);
        }
    }

    private static IOException NotOrdinary() => new("it is not an ordinary file, but a pipe, a device or the like");

    // The system's own messages would name the unfinished file.
    private static string Reason(string path, Exception problem) =>
        problem is DirectoryNotFoundException ? "there is no such folder"
        : problem is UnauthorizedAccessException ? "permission denied"
        : problem is ArgumentException || path.Length == 0 ? "it is not the name of a file"
        : problem.Message;
}
