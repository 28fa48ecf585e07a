using System.Text.Json;

namespace LrMath.Data;

/// <summary>A JSON text is not a schedule, a shape or a policy, or a schedule cannot be written as one.</summary>
/// <remarks>
/// <see cref="JsonException.Path"/> says where, as a JSON path such as <c>$.schedule[1].warmup.steps</c>. For a text that is not JSON at
/// all, <see cref="JsonException.LineNumber"/> and <see cref="JsonException.BytePositionInLine"/> (both from 0) say it too. It is a
/// <see cref="JsonException"/>, so that whoever reads a whole options file needs one <c>catch</c>.
/// </remarks>
public sealed class ScheduleJsonException : JsonException
{
    internal ScheduleJsonException(
        string path,
        string found,
        string legal,
        string? nearest = null,
        long? line = null,
        long? position = null,
        Exception? inner = null
    )
        : base(Text(path, found, legal, nearest, line, position), path, line, position, inner)
    {
        Found = found;
        Legal = legal;
        Nearest = nearest;
    }

    /// <summary>What stands there.</summary>
    public string Found { get; }

    /// <summary>What may stand there.</summary>
    public string Legal { get; }

    /// <summary>The known name that an unknown one resembles most; null if none does.</summary>
    public string? Nearest { get; }

    /// <summary>The same mistake as part of a larger text, whose reader knows the path to it.</summary>
    internal JsonException Within() => new(Message, this);

    private static string Text(string path, string found, string legal, string? nearest, long? line, long? position)
    {
        string where = line is null ? path : FormattableString.Invariant($"{path} (line {line + 1}, byte {position + 1})");
        return $"{OneLine(where)}: found {OneLine(found)}; legal is {legal}.{(nearest is null ? "" : $" Did you mean \"{nearest}\"?")}";
    }

    // A name of the text may hold line breaks, which would look like further messages.
    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? FormattableString.Invariant($"\\u{(int)c:X4}") : c.ToString()));
}
