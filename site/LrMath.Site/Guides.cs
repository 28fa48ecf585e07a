using System.Text.RegularExpressions;

namespace LrMath.Site;

/// <summary>The pages that are written by hand, and what they show, in the folders that they have in the repository.</summary>
internal static partial class Guides
{
    private static readonly string[] Pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"];

    /// <summary>Copies them; links to what is no part of the site become plain text.</summary>
    public static void Copy(string repository, string folder)
    {
        string docs = Path.Combine(repository, "docs");
        string[] files =
        [
            .. Pages.Select(page => Path.Combine(repository, page)),
            .. Directory.GetFiles(docs, "*", SearchOption.AllDirectories),
        ];
        HashSet<string> known = [.. files.Select(file => Path.GetFullPath(file))];
        foreach (string file in files)
        {
            string target = Path.Combine(folder, Path.GetRelativePath(repository, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetExtension(file) == ".md")
            {
                File.WriteAllText(Site(target), Links().Replace(File.ReadAllText(file), match => Link(match, file, repository, known)));
            }
            else
            {
                File.Copy(file, target, overwrite: true);
            }
        }
    }

    private static string Site(string path) =>
        Path.GetFileName(path) == "README.md" ? Path.Combine(Path.GetDirectoryName(path)!, "index.md") : path;

    private static string Link(Match match, string file, string repository, HashSet<string> known)
    {
        string address = match.Groups["address"].Value;
        if (address.StartsWith('#') || address.Contains("://", StringComparison.Ordinal))
        {
            return match.Value;
        }

        string path = address.Split('#')[0];
        string target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
        return known.Contains(target) ? match.Value.Replace("README.md", "index.md", StringComparison.Ordinal)
            : match.Groups["image"].Success && match.Groups["image"].Value == "!"
                ? throw new InvalidOperationException($"{Path.GetRelativePath(repository, file)} shows {address}, which is not in docs")
            : match.Groups["text"].Value;
    }

    [GeneratedRegex(@"(?<image>!?)\[(?<text>[^\]]*)\]\((?<address>[^)\s]+)\)")]
    private static partial Regex Links();
}
