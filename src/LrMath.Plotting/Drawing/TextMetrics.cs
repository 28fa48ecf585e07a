using System.Buffers;
using System.Text;

namespace LrMath.Plotting.Drawing;

/// <summary>
/// How wide text may become. The reader's font is unknown, so these are the widths of a wide one (DejaVu Sans); in others there is
/// room left over.
/// </summary>
internal static class TextMetrics
{
    private static readonly SearchValues<char> Breakable = SearchValues.Create(",.;:()/-=");

    public static double Width(string text, double size, bool bold = false)
    {
        double ems = 0.0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            ems += Ems(rune);
        }

        return ems * size * (bold ? 1.1 : 1);
    }

    /// <summary>
    /// The text in lines of at most that width: broken before a call on a call, or else at spaces, behind punctuation, or anywhere.
    /// </summary>
    public static List<string> Wrap(string? text, double width, double size, bool bold = false)
    {
        var lines = new List<string>();
        string rest = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (rest.Length > 0)
        {
            int fits = Fitting(rest, width, size, bold);
            int end = fits == rest.Length ? fits : Break(rest, fits);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        return lines;
    }

    /// <summary>The text, its end replaced by an ellipsis if it is too wide.</summary>
    public static string Shorten(string text, double width, double size)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        int fits = Fitting(text, width - Width("…", size), size, false);
        return text[..fits].TrimEnd() + "…";
    }

    /// <summary>How many characters fit; at least the first.</summary>
    private static int Fitting(string text, double width, double size, bool bold)
    {
        (int fits, double ems) = (0, 0.0);
        foreach (Rune rune in text.EnumerateRunes())
        {
            ems += Ems(rune);
            if (ems * size * (bold ? 1.1 : 1) > width && fits > 0)
            {
                break;
            }

            fits += rune.Utf16SequenceLength;
        }
        return fits;
    }

    private static int Break(string text, int fits)
    {
        if (text[fits] == ' ')
        {
            return fits;
        }

        int chained = text.LastIndexOf(").", fits - 1, StringComparison.Ordinal) + 1;
        if (chained > fits / 3)
        {
            return chained;
        }

        int space = OutermostSpace(text, fits);
        if (space > 0)
        {
            return space;
        }

        for (int end = fits; end > fits / 3; end--)
        {
            // A number such as 2.5e-05 stays whole.
            bool insideNumber = text[end - 1] is '.' or '-' && char.IsAsciiDigit(text[end]);
            if (Breakable.Contains(text[end - 1]) && !insideNumber)
            {
                return end;
            }
        }
        return fits;
    }

    /// <summary>
    /// The last space that is within the fewest parentheses, so that a short call stays whole; -1 if there is none. Spaces near the
    /// beginning count only if there is no other.
    /// </summary>
    private static int OutermostSpace(string text, int fits)
    {
        (int best, int least, int depth) = (text.LastIndexOf(' ', fits - 1), int.MaxValue, 0);
        for (int i = 0; i < fits; i++)
        {
            depth +=
                text[i] is '(' or '[' or '{' ? 1
                : text[i] is ')' or ']' or '}' ? -1
                : 0;
            // A name stays with its argument: gamma: 0.5.
            if (text[i] == ' ' && i > fits / 3 && depth <= least && !(depth > 0 && text[i - 1] == ':'))
            {
                (best, least) = (i, depth);
            }
        }

        return best;
    }

    private static double Ems(Rune rune) =>
        rune.Value switch
        {
            ' ' or '.' or ',' => 0.32,
            'i' or 'j' or 'l' or '\'' => 0.28,
            'I' or '|' or ':' or ';' or '/' or '\\' => 0.34,
            'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' => 0.41,
            '_' or '*' or 's' or 'c' or 'v' or 'x' or 'y' or 'z' or 'k' => 0.6,
            'm' or 'M' or 'W' or '@' or '%' or '—' or '…' => 1,
            'w' or '=' or '+' or '<' or '>' or '×' or '±' or '≤' or '≥' => 0.84,
            (>= 'A' and <= 'Z') => 0.73,
            >= 0x1100 => 1.1,
            _ => 0.64,
        };
}
