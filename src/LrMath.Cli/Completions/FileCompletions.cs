using System.CommandLine.Completions;

namespace LrMath.Cli.Completions;

/// <summary>Names of files and folders that a path may go on with.</summary>
internal static class FileCompletions
{
    /// <summary>Any file.</summary>
    public static IEnumerable<CompletionItem> OfAnyFile(CompletionContext context) =>
        Paths(context.WordToComplete, "").Select(path => new CompletionItem(path));

    /// <summary>The paths that begin with <paramref name="word"/>: folders, and files that end in <paramref name="extension"/>.</summary>
    public static IEnumerable<string> Paths(string word, string extension)
    {
        int slash = word.LastIndexOf('/') + 1;
        string folder = word[..slash];
        try
        {
            return
            [
                .. new DirectoryInfo(folder.Length > 0 ? folder : ".")
                    .EnumerateFileSystemInfos()
                    .Where(entry => entry.Name.StartsWith(word[slash..], StringComparison.Ordinal))
                    .Where(entry => word.Length > slash || !entry.Name.StartsWith('.'))
                    .Where(entry => entry is DirectoryInfo || entry.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                    .Select(entry => folder + entry.Name + (entry is DirectoryInfo ? "/" : ""))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
