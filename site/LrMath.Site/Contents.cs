using System.Text;
using System.Text.Json;

namespace LrMath.Site;

/// <summary>The tables of contents, and how docfx sets the site.</summary>
internal static class Contents
{
    // Guides in the order in which a newcomer needs them; those that are not named follow by name.
    private static readonly string[] First =
    [
        "install",
        "which-schedule",
        "cheat-sheet",
        "coming-from",
        "cookbook",
        "closed-loop",
        "layers",
        "finding-a-rate",
        "units",
        "data",
        "import",
        "run-logs",
        "torchsharp",
        "recipes",
        "command",
        "playground",
        "performance",
    ];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes them into the folder of the site's sources.</summary>
    public static void Write(string folder, Reference reference)
    {
        string[] guides =
        [
            .. Directory
                .GetFiles(Path.Combine(folder, "docs"), "*.md", SearchOption.AllDirectories)
                .OrderBy(file => Array.IndexOf(First, Path.GetFileNameWithoutExtension(file)) is var place and >= 0 ? place : First.Length)
                .ThenBy(file => file, StringComparer.Ordinal),
        ];
        StringBuilder contents = new();
        contents.Append("- name: Guides\n  href: docs/toc.yml\n- name: Schedules, verbs, shapes, presets\n  href: reference/toc.yml\n");
        contents.Append(
            "- name: Other types\n  href: api/toc.yml\n- name: Changes\n  href: CHANGELOG.md\n- name: Playground\n  href: "
                + "playground/index.html\n"
        );
        File.WriteAllText(Path.Combine(folder, "toc.yml"), contents.ToString());
        File.WriteAllText(
            Path.Combine(folder, "docs", "toc.yml"),
            $"- name: Start here\n  href: ../index.md\n"
                + string.Concat(guides.Select(file => Item(TitleOf(file), Path.GetRelativePath(Path.Combine(folder, "docs"), file), "")))
                + Item("For contributors", "../CONTRIBUTING.md", "")
        );
        File.WriteAllText(
            Path.Combine(folder, "reference", "toc.yml"),
            string.Concat(
                reference.Classes.Select(pages =>
                    Item(pages.Key.Name, $"{pages.Key.Name}/index.md", "")
                    + "  items:\n"
                    + string.Concat(pages.Select(page => Item(page.Title, page.File, "  ")))
                )
            )
        );
        WritePlaceholder(folder);
        WriteSettings(folder, reference);
    }

    // The playground is published into this folder later; without it the link leads to a page that says so.
    private static void WritePlaceholder(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "playground"));
        File.WriteAllText(
            Path.Combine(folder, "playground", "index.html"),
            "<!doctype html><title>Playground</title><p>The playground is not in this folder: site/build.sh publishes both.</p>\n"
        );
    }

    private static string Item(string name, string address, string indent) =>
        $"{indent}- name: {JsonSerializer.Serialize(name)}\n{indent}  href: {address}\n";

    private static string TitleOf(string file) =>
        File.ReadLines(file)
            .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))
            ?[2..].Replace("`", "", StringComparison.Ordinal)
        ?? throw new InvalidOperationException($"{file} has no title: begin it with a line \"# …\"");

    // The types that have pages of their own are left out of docfx' metadata, which shows no extension members.
    private static void WriteSettings(string folder, Reference reference)
    {
        StringBuilder filter = new("apiRules:\n");
        foreach (IGrouping<Type, ReferencePage> pages in reference.Classes)
        {
            filter.Append(
                $"- exclude:\n    uidRegex: ^{pages.Key.FullName!.Replace(".", @"\.", StringComparison.Ordinal)}$\n    type: Type\n"
            );
        }

        File.WriteAllText(Path.Combine(folder, "filter.yml"), filter.ToString());
        string Built(Type type) => Path.GetDirectoryName(type.Assembly.Location)!.Replace('\\', '/');
        object Source(Type type) => new { src = Built(type), files = (string[])[Path.GetFileName(type.Assembly.Location)] };
        object settings = new
        {
            metadata = (object[])
                [
                    new
                    {
                        src = (object[])[Source(typeof(Schedule)), Source(typeof(Plotting.Plot)), Source(typeof(Import.Imported))],
                        output = "api",
                        memberLayout = "samePage",
                        filter = "filter.yml",
                        disableGitFeatures = true,
                    },
                ],
            build = new
            {
                content = (object[])[new { files = (string[])["**/*.md", "**/toc.yml", "api/*.yml"] }],
                resource = (object[])
                    [
                        new
                        {
                            files = (string[])["playground/index.html", "**/*.svg", "**/*.png", "**/*.csv", "**/*.json", "**/*.log"],
                            exclude = (string[])["docfx.json"],
                        },
                    ],
                output = "_site",
                template = (string[])["default", "modern"],
                globalMetadata = new
                {
                    _appName = "LrMath",
                    _appTitle = "LrMath",
                    _appLogoPath = "docs/icon.png",
                    _appFaviconPath = "docs/icon.png",
                    _enableSearch = true,
                    _disableContribution = true,
                    _appFooter = "LrMath: learning-rate schedules for .NET",
                },
            },
        };
        File.WriteAllText(Path.Combine(folder, "docfx.json"), JsonSerializer.Serialize(settings, Indented));
    }
}
