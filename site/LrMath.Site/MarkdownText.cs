using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LrMath.Site;

/// <summary>XML documentation as Markdown.</summary>
/// <param name="link">The address of what a cref means, from the page that the text is for; null for what has no page.</param>
internal sealed partial class MarkdownText(Func<string, string?> link)
{
    /// <summary>A text of several paragraphs and blocks.</summary>
    public string Blocks(XElement? text)
    {
        if (text is null)
        {
            return "";
        }

        StringBuilder written = new();
        StringBuilder line = new();
        foreach (XNode node in text.Nodes())
        {
            if (node is XElement { Name.LocalName: "para" or "code" or "list" } block)
            {
                End(written, line);
                written.Append(Block(block)).Append("\n\n");
            }
            else
            {
                line.Append(Inline(node));
            }
        }

        End(written, line);
        return written.ToString().Trim();
    }

    /// <summary>A text on one line, as a cell of a table needs it.</summary>
    public string Line(XElement? text) => text is null ? "" : Spaces().Replace(string.Concat(text.Nodes().Select(Inline)), " ").Trim();

    private static void End(StringBuilder written, StringBuilder line)
    {
        string text = Spaces().Replace(line.ToString(), " ").Trim();
        line.Clear();
        if (text.Length > 0)
        {
            written.Append(text).Append("\n\n");
        }
    }

    private string Block(XElement block) =>
        block.Name.LocalName switch
        {
            "code" => $"```text\n{Unindented(block.Value)}\n```",
            "list" => string.Join(
                "\n",
                block
                    .Elements("item")
                    .Select(item => $"* {Line(item.Element("description") is { } description ? Joined(item, description) : item)}")
            ),
            _ => Blocks(block),
        };

    private static XElement Joined(XElement item, XElement description) =>
        item.Element("term") is { } term ? new XElement("item", term.Nodes(), ": ", description.Nodes()) : description;

    private string Inline(XNode node) =>
        node switch
        {
            XText text => Escaped(text.Value),
            XElement { Name.LocalName: "c" } code => Code(code.Value),
            XElement { Name.LocalName: "code" } code => Code(Spaces().Replace(code.Value, " ").Trim()),
            XElement { Name.LocalName: "paramref" or "typeparamref" } name => $"*{name.Attribute("name")!.Value}*",
            XElement { Name.LocalName: "see" } see => See(see),
            XElement other => string.Concat(other.Nodes().Select(Inline)) + " ",
            _ => "",
        };

    private string See(XElement see)
    {
        if (see.Attribute("langword") is { } word)
        {
            return Code(word.Value);
        }

        if (see.Attribute("href") is { } address)
        {
            return $"[{Escaped(see.Value.Length > 0 ? see.Value : address.Value)}]({address.Value})";
        }

        string id = see.Attribute("cref")!.Value;
        string name = ShortName(id);
        return link(id) is { } target ? $"[`{name}`]({target})" : Code(name);
    }

    /// <summary>The last part of an id, with its class where the member alone says too little.</summary>
    internal static string ShortName(string id)
    {
        string[] parts = [.. id[2..].Split('(')[0].Split('.').Where(part => !part.StartsWith('<'))];
        string last = parts[^1].Split('`')[0];
        return id.StartsWith("T:", StringComparison.Ordinal) || parts.Length < 2 || parts[^2] == "Verbs"
            ? last
            : $"{parts[^2].Split('`')[0]}.{last}";
    }

    private static string Code(string text) =>
        text.Contains('`') ? $"`` {text} ``" : $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Escaped(string text) =>
        Marks()
            .Replace(
                WebUtility
                    .HtmlEncode(text)
                    .Replace("&#39;", "'", StringComparison.Ordinal)
                    .Replace("&quot;", "\"", StringComparison.Ordinal),
                @"\$0"
            );

    private static string Unindented(string text)
    {
        string[] lines = text.Trim('\n', '\r').TrimEnd().Split('\n');
        int indent = lines
            .Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0)
            .Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : line.Trim()));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\\`*_\[\]|]")]
    private static partial Regex Marks();
}
