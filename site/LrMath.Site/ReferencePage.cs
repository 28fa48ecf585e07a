using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace LrMath.Site;

/// <summary>The page of all overloads of one name of a class.</summary>
/// <param name="Owner">The class.</param>
/// <param name="Name">The name.</param>
/// <param name="Members">The overloads.</param>
/// <param name="Picture">The curve of the first overload that has one.</param>
internal sealed record ReferencePage(Type Owner, string Name, IReadOnlyList<MemberInfo> Members, Drawn? Picture)
{
    /// <summary>The page's file, in the folder of its class.</summary>
    public string File => $"{Owner.Name}/{Name}.md";

    /// <summary>The page as Markdown.</summary>
    public string Text(XmlDocs docs, MarkdownText markdown)
    {
        StringBuilder page = new($"# {Title}\n\n");
        foreach (MemberInfo member in Members)
        {
            ParameterInfo[] arguments = Signature.Arguments(member);
            XElement? text = docs.Of(member, arguments);
            if (Members.Count > 1)
            {
                page.Append(
                    $"## {(arguments.Length == 0 ? "Without arguments" : string.Join(", ", arguments.Select(one => one.Name)))}\n\n"
                );
            }

            page.Append(markdown.Blocks(text?.Element("summary"))).Append("\n\n");
            page.Append($"```text\n{Signature.Of(member)}\n```\n\n");
            if (ReferenceEquals(member, Members[0]) && Picture is { } picture)
            {
                page.Append(
                    $"![The curve of the expression "
                        + $"below]({Name}.svg)\n\n```csharp\n{picture.Code}\n```\n\n```json\n{picture.Json}\n```\n\n"
                );
            }

            Arguments(page, arguments, text, markdown);
            Part(page, "Value", markdown.Blocks(text?.Element("returns")));
            Errors(page, text, markdown);
            Part(page, "Remarks", markdown.Blocks(text?.Element("remarks")));
            Examples(page, text);
        }

        return page.ToString();
    }

    /// <summary>The first sentence of the summary, for a list of pages.</summary>
    public string Brief(XmlDocs docs, MarkdownText markdown)
    {
        string line = markdown.Line(docs.Of(Members[0], Signature.Arguments(Members[0]))?.Element("summary"));
        int end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    /// <summary>The name with its class, as it is called.</summary>
    public string Title => Signature.IsExtension(Members[0]) ? $".{Name}" : $"{Owner.Name}.{Name}";

    private static void Arguments(StringBuilder page, ParameterInfo[] arguments, XElement? text, MarkdownText markdown)
    {
        if (arguments.Length == 0)
        {
            return;
        }

        page.Append("| argument | type | default | meaning |\n| --- | --- | --- | --- |\n");
        foreach (ParameterInfo argument in arguments)
        {
            XElement? about = text?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == argument.Name);
            string value = Signature.Default(argument);
            page.Append(
                $"| `{argument.Name}` | `{Signature.Of(argument)}` | {(value.Length > 0 ? $"`{value}`" : "")} | {markdown.Line(about)} |\n"
            );
        }

        page.Append('\n');
    }

    private static void Errors(StringBuilder page, XElement? text, MarkdownText markdown)
    {
        XElement[] errors = [.. text?.Elements("exception") ?? []];
        if (errors.Length == 0)
        {
            return;
        }

        page.Append("**Errors**\n\n");
        foreach (XElement error in errors)
        {
            page.Append($"* `{MarkdownText.ShortName(error.Attribute("cref")!.Value)}`: {markdown.Line(error)}\n");
        }

        page.Append('\n');
    }

    private static void Examples(StringBuilder page, XElement? text)
    {
        string[] examples = [.. text?.Elements("example").Select(example => example.Value.Trim()) ?? []];
        if (examples.Length > 0)
        {
            page.Append($"**Examples** (each is checked by a test)\n\n```csharp\n{string.Join("\n", examples)}\n```\n\n");
        }
    }

    private static void Part(StringBuilder page, string title, string text)
    {
        if (text.Length > 0)
        {
            page.Append($"**{title}**\n\n{text}\n\n");
        }
    }
}
