using System.Text;

namespace LrMath.Data;

/// <summary>A piece of JSON that knows how long it is on one line.</summary>
/// <param name="Open">A whole number, name or truth value; or what stands before the parts, its own name included.</param>
/// <param name="Parts">What is separated by commas.</param>
/// <param name="Close">What stands after the parts.</param>
internal sealed record JsonPart(string Open, IReadOnlyList<JsonPart> Parts, string Close)
{
    private const int Width = 100;
    private const int Tab = 2;
    private const int ShortElement = 24;

    /// <summary>The length on one line.</summary>
    private int Length { get; } = Open.Length + Close.Length + Parts.Sum(part => part.Length + 2);

    internal static JsonPart Scalar(string text) => new(text, [], "");

    internal static JsonPart List(IEnumerable<JsonPart> parts) => new("[", [.. parts], "]");

    internal static JsonPart Object(IEnumerable<JsonPart> parts) => new("{", [.. parts], "}");

    /// <summary>The same as the value of a property.</summary>
    internal JsonPart Named(string name) => new($"\"{name}\": {Open}", Parts, Close);

    /// <summary>The text on one line.</summary>
    internal string OnOneLine()
    {
        StringBuilder text = new(Length);
        AppendLine(text);
        return text.ToString();
    }

    /// <summary>The text on as many lines as it needs to be no wider than a page; whatever fits stands on one.</summary>
    internal string OnLines()
    {
        StringBuilder text = new(Length);
        Append(text, indent: 0);
        return text.Append('\n').ToString();
    }

    private bool IsObject => Close == "}";

    private void AppendLine(StringBuilder text)
    {
        string space = IsObject && Parts.Count > 0 ? " " : "";
        text.Append(Open).Append(space);
        for (int i = 0; i < Parts.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Parts[i].AppendLine(text);
        }

        text.Append(space).Append(Close);
    }

    private void Append(StringBuilder text, int indent)
    {
        if (Parts.Count == 0 || indent + Length <= Width)
        {
            AppendLine(text);
            return;
        }

        text.Append(Open);
        bool fills = !IsObject && Parts.All(part => part.Length <= ShortElement);
        int column = Width;
        for (int i = 0; i < Parts.Count; i++)
        {
            if (fills && column + Parts[i].Length + 2 <= Width)
            {
                text.Append(' ');
                Parts[i].AppendLine(text);
                column += Parts[i].Length + 2;
            }
            else
            {
                text.Append('\n').Append(' ', indent + Tab);
                Parts[i].Append(text, indent + Tab);
                column = indent + Tab + Parts[i].Length;
            }

            text.Append(i + 1 < Parts.Count ? "," : "");
        }

        text.Append('\n').Append(' ', indent).Append(Close);
    }
}
