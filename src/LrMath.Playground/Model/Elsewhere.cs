using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>What a schedule is called in other libraries.</summary>
internal static class Elsewhere
{
    // A sentence of the documentation that has one of these names says where else there is such a schedule.
    private static readonly string[] Libraries = ["PyTorch", "optax", "Keras", "Transformers", "timm", "Paddle", "fastai", "Megatron"];

    /// <summary>The names; null if the documentation knows none.</summary>
    public static string? Of(Catalogue catalogue, Series schedule)
    {
        if (CallTerm.Of(schedule.Items[0]) is not { } call || Catalogue.Find(catalogue.Builders, call) is not { } entry)
        {
            return null;
        }

        string[] sentences = (catalogue.Docs(entry.Member)?.Remarks ?? "").Split(". ");
        string[] naming = [.. sentences.Where(sentence => Libraries.Any(library => sentence.Contains(library, StringComparison.Ordinal)))];
        return naming.Length == 0 ? null : string.Join(". ", naming).TrimEnd('.') + ".";
    }

    /// <summary>The call of a preset as C#, with the verbs on it; null for a builder of LrMath's own.</summary>
    public static string? Preset(Catalogue catalogue, Series schedule)
    {
        if (
            CallTerm.Of(schedule.Items[0]) is not { } call
            || Catalogue.Find(catalogue.Builders, call) is not { Member: { Room: not nameof(Schedule) } } entry
        )
        {
            return null;
        }

        IEnumerable<string> verbs = schedule
            .Items.Skip(1)
            .Select(CallTerm.Of)
            .Select(verb => verb is null ? ".…" : "." + Text(Catalogue.Find(catalogue.Verbs, verb)?.Member, verb));
        return $"{entry.Member.Room}.{Text(entry.Member, call)}{string.Concat(verbs)}";
    }

    private static string Text(Member? member, CallTerm call) =>
        member is null
            ? "…"
            : $"{member.Name}({string.Join(", ", call.Arguments.Items.Select(one => $"{one.Name}: {Text(member, one)}"))})";

    private static string Text(Member member, Named argument)
    {
        Type? type = member.Parameters.FirstOrDefault(parameter => parameter.Name == argument.Name)?.Type;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return argument.Value switch
        {
            Literal { Json: ['"', ..] } word when type == typeof(Shape) => $"Shapes.{Capital(word.Value)}",
            Literal { Json: ['"', ..] } word when type?.Name == "CyclicMode" => $"CyclicModes.{Capital(word.Value)}",
            Literal { Json: ['"', ..] } word when type?.IsEnum == true => $"{type.Name}.{Capital(word.Value)}",
            Literal { Json: not ['"', ..] } number => number.Json,
            Series { Items: var items } when items.All(item => item is Literal { Json: not ['"', ..] }) => $"[{string.Join(", ", items)}]",
            _ => "…",
        };
    }

    private static string Capital(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
