using System.Buffers;
using System.CommandLine.Completions;
using LrMath.Data;

namespace LrMath.Cli.Completions;

/// <summary>
/// The words that an expression may go on with, from the table of what is public: builders, the classes of presets and their members, and
/// verbs after a call. A word ends with <c>(</c> or <c>.</c> where something has to follow.
/// </summary>
internal static class ExpressionCompletions
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ([,:.");
    private static readonly SearchValues<char> Openings = SearchValues.Create(" ([,:");

    /// <summary>What a schedule may go on with, and JSON files.</summary>
    public static IEnumerable<CompletionItem> OfSchedule(CompletionContext context) =>
        Words(context.WordToComplete)
            .Concat(FileCompletions.Paths(context.WordToComplete, ".json"))
            .Select(word => new CompletionItem(word));

    /// <summary>What a policy may go on with, and JSON files.</summary>
    public static IEnumerable<CompletionItem> OfPolicy(CompletionContext context) =>
        PublicTable
            .Policies.SelectMany(policy => policy.Members)
            .Where(preset => preset.Name.Length > 0)
            .Select(preset => $"{preset.Room}.{preset.Name}")
            .Order(StringComparer.Ordinal)
            .Concat(FileCompletions.Paths(context.WordToComplete, ".json"))
            .Select(word => new CompletionItem(word));

    /// <summary>The words that begin with <paramref name="word"/>, in order.</summary>
    public static IEnumerable<string> Words(string word)
    {
        // Only the last name is completed: what stands before it, up to a dot or an opening sign, stays.
        int start = word.AsSpan().LastIndexOfAny(Separators) + 1;
        string before = word[..start];
        IEnumerable<string> names =
            before.EndsWith(").", StringComparison.Ordinal) ? Calls(PublicTable.Verbs)
            : !before.EndsWith('.') ? Builders()
            : RoomBefore(before) is { } room ? Calls(room)
            : [];
        return names
            .Where(name => name.StartsWith(word[start..], StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => before + name);
    }

    private static IEnumerable<string> Builders() =>
        Calls(PublicTable.Schedule)
            .Concat(
                PublicTable.Rooms.Where(room => room != PublicTable.Verbs && room != PublicTable.Values).Select(room => $"{room.Name}.")
            );

    private static IEnumerable<string> Calls(Room room) =>
        room
            .Members.Where(member => member.Name.Length > 0)
            .Select(member => member.Method.IsSpecialName ? member.Name : $"{member.Name}(");

    private static Room? RoomBefore(string before)
    {
        int start = before.AsSpan()[..^1].LastIndexOfAny(Openings) + 1;
        return PublicTable.Rooms.FirstOrDefault(room => room.Name == before[start..^1]);
    }
}
