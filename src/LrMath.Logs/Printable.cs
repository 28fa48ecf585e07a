using System.Globalization;
using System.Text;

namespace LrMath.Logs;

/// <summary>Text from files and command lines, made safe to print.</summary>
internal static class Printable
{
    /// <summary>
    /// The text with all that could move the cursor, change colours, reorder or hide what is shown written as an escape of C#: control
    /// characters, marks of writing direction, invisible characters and broken surrogates. Line breaks and tabs stay.
    /// </summary>
    public static string Lines(string text) => Escape(text, keep: "\n\r\t");

    /// <summary>The same on one line: line breaks become spaces.</summary>
    public static string Line(string text) => Escape(text.ReplaceLineEndings(" "), keep: "");

    private static string Escape(string text, string keep)
    {
        StringBuilder? safe = null;
        int i = 0;
        while (i < text.Length)
        {
            bool whole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = whole ? rune.Utf16SequenceLength : 1;
            bool shown = whole && (keep.Contains(text[i], StringComparison.Ordinal) || IsVisible(rune));
            if (!shown)
            {
                safe ??= new StringBuilder().Append(text, 0, i);
            }

            if (shown)
            {
                safe?.Append(text, i, length);
            }
            else
            {
                safe!.Append(whole && length == 2 ? $"\\U{rune.Value:X8}" : $"\\u{(int)text[i]:X4}");
            }

            i += length;
        }
        return safe?.ToString() ?? text;
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
