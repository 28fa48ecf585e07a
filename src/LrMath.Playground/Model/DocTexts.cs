using LrMath.Data;
using LrMath.MathNet;

namespace LrMath.Playground.Model;

/// <summary>The documentation of the library's members, which the build takes from its XML documentation (<c>Docs.xsl</c>).</summary>
internal sealed class DocTexts
{
    private readonly Dictionary<string, List<DocText>> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> rooms = new(StringComparer.Ordinal);

    /// <summary>Reads the lines that the build has made.</summary>
    /// <param name="docs">A line for each member: its name, then pairs of what and text, all with tabs between.</param>
    /// <param name="rooms">A line for each builder of the library's own: its name and its room, with a tab between.</param>
    public DocTexts(string docs, string rooms)
    {
        foreach (string line in docs.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(line.TrimEnd('\r').Split('\t'));
        }

        foreach (string line in rooms.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.TrimEnd('\r').Split('\t') is [var name, var room])
            {
                this.rooms[name] = room;
            }
        }
    }

    /// <summary>The documentation of a member; null if it has none.</summary>
    public DocText? Of(Member member)
    {
        string key = member.Name.Length == 0 ? member.Room : $"{member.Room}.{member.Name}";
        return texts.TryGetValue(key, out List<DocText>? found)
            ? found.FirstOrDefault(one => member.Parameters.All(parameter => one.Parameters.ContainsKey(parameter.Name))) ?? found[0]
            : null;
    }

    /// <summary>The documentation of a property of a policy.</summary>
    public string? OfProperty(Member member, Parameter parameter) =>
        texts.TryGetValue($"{member.Room}.{char.ToUpperInvariant(parameter.Name[0])}{parameter.Name[1..]}", out List<DocText>? found)
            ? found[0].Summary
            : null;

    /// <summary>The room of the library that a member belongs to.</summary>
    public string RoomOf(Member member) =>
        member.Room switch
        {
            nameof(Schedule) => rooms.TryGetValue(member.Name, out string? room) ? room : nameof(Schedule),
            _ => member.Room,
        };

    // M:LrMath.Verbs.<G>$3E9C.Warmup(System.Int32) is Verbs.Warmup.
    private void Add(string[] cells)
    {
        string[] path = [.. cells[0][2..].Split('(')[0].Split('.').Where(part => !part.StartsWith('<') && part != "#ctor")];
        if (path.Length < 2)
        {
            return;
        }

        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        for (int i = 1; i + 1 < cells.Length; i += 2)
        {
            parts.TryAdd(cells[i], cells[i + 1]);
        }

        // The builders that take MathNet's types are called on Schedule.
        string room = path[^2] == nameof(MathNetExtensions) ? nameof(Schedule) : path[^2];
        string key = cells[0].StartsWith("T:", StringComparison.Ordinal) ? path[^1] : $"{room}.{path[^1]}";
        if (!texts.TryGetValue(key, out List<DocText>? found))
        {
            texts.Add(key, found = []);
        }

        found.Add(
            new DocText(
                parts.GetValueOrDefault("summary", ""),
                parts.GetValueOrDefault("remarks", ""),
                parts
                    .Where(part => part.Key.StartsWith("param ", StringComparison.Ordinal))
                    .ToDictionary(part => part.Key[6..], part => part.Value, StringComparer.Ordinal)
            )
        );
    }
}
