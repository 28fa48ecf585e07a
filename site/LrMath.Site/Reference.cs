using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace LrMath.Site;

/// <summary>The pages of all static classes: builders, verbs, shapes, presets and what is called on schedules. docfx sets the other
/// types.</summary>
internal sealed class Reference
{
    private readonly XmlDocs docs;

    private Reference(XmlDocs docs, IReadOnlyList<ReferencePage> pages) => (this.docs, Pages) = (docs, pages);

    /// <summary>The pages, by class and name.</summary>
    public IReadOnlyList<ReferencePage> Pages { get; }

    /// <summary>The classes in the order of the contents.</summary>
    public IEnumerable<IGrouping<Type, ReferencePage>> Classes => Pages.GroupBy(page => page.Owner);

    /// <summary>The pages of the library.</summary>
    public static Reference Of(XmlDocs docs)
    {
        string[] first = [nameof(Schedule), nameof(Verbs), nameof(Shapes)];
        IEnumerable<Type> classes = typeof(Schedule)
            .Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: true, IsNested: false })
            .OrderBy(type => Array.IndexOf(first, type.Name) is var place and >= 0 ? place : first.Length)
            .ThenBy(type => type.Name, StringComparer.Ordinal);
        return new(docs, [.. classes.SelectMany(PagesOf)]);
    }

    /// <summary>Writes all pages and pictures.</summary>
    public void WriteTo(string folder)
    {
        foreach (IGrouping<Type, ReferencePage> pages in Classes)
        {
            Directory.CreateDirectory(Path.Combine(folder, pages.Key.Name));
            foreach (ReferencePage page in pages)
            {
                var markdown = new MarkdownText(id => Address(id, page));
                File.WriteAllText(Path.Combine(folder, page.File), page.Text(docs, markdown));
                if (page.Picture is { } picture)
                {
                    File.WriteAllText(Path.Combine(folder, Path.ChangeExtension(page.File, ".svg")), picture.Svg);
                }
            }

            File.WriteAllText(Path.Combine(folder, pages.Key.Name, "index.md"), Overview(pages));
        }
    }

    private static IEnumerable<ReferencePage> PagesOf(Type type)
    {
        const BindingFlags Statics = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<MemberInfo> members = type.GetMembers(Statics)
            .Where(member => member is PropertyInfo || (member is MethodInfo { IsSpecialName: false } && !IsHidden(member)));
        return members
            .GroupBy(member => member.Name)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ReferencePage(
                type,
                group.Key,
                [.. group],
                group.Select(Drawn.Of).FirstOrDefault(drawn => drawn is not null)
            ));
    }

    private static bool IsHidden(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.Contains('<');

    private string Overview(IGrouping<Type, ReferencePage> pages)
    {
        var markdown = new MarkdownText(_ => null);
        StringBuilder text = new($"# {pages.Key.Name}\n\n{markdown.Blocks(docs.Of(pages.Key)?.Element("summary"))}\n\n");
        text.Append("| member | |\n| --- | --- |\n");
        foreach (ReferencePage page in pages)
        {
            text.Append($"| [`{page.Title}`]({page.Name}.md) | {page.Brief(docs, markdown)} |\n");
        }

        return text.ToString();
    }

    private string? Address(string id, ReferencePage from)
    {
        string[] parts = [.. id[2..].Split('(')[0].Split('.').Where(part => !part.StartsWith('<'))];
        return
            parts.Length >= 2
            && Pages.FirstOrDefault(page => page.Name == parts[^1] && page.Owner.Name == parts[^2]) is { } target
            && !ReferenceEquals(target, from)
            ? $"../{target.File}"
            : null;
    }
}
