using System.Text.Json;

namespace LrMath.Data;

/// <summary>
/// Names that JSON of version 1 and expressions of the command may have from earlier days of LrMath, each with the one that stands for it
/// now. They are read for ever and never written.
/// </summary>
internal static class FormerNames
{
    /// <summary>Builders.</summary>
    internal static IReadOnlyDictionary<string, string> Builders { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["saturating"] = "exponentialApproach" };

    /// <summary>Arguments of builders.</summary>
    internal static IReadOnlyDictionary<(string Builder, string Argument), string> Arguments { get; } =
        new Dictionary<(string, string), string>
        {
            [("oneCycle", "anneal")] = "shape",
            [("restarts", "warmup")] = "warmupShape",
            [("cosineRestarts", "warmup")] = "warmupShape",
            [("warmupStableDecay", "warmup")] = "warmupShape",
            [("warmupStableDecay", "decay")] = "decayShape",
        };

    /// <summary>The name that a member of a family has now.</summary>
    internal static string Now(JsonFamily family, string name) =>
        family == JsonFamily.Schedules && Builders.TryGetValue(name, out string? now) ? now : name;

    /// <summary>The name in C# that a builder has now.</summary>
    internal static string Now(string builder) =>
        Builders.FirstOrDefault(pair => pair.Key.Equals(builder, StringComparison.OrdinalIgnoreCase)).Value is { } now
            ? char.ToUpperInvariant(now[0]) + now[1..]
            : builder;

    /// <summary>The name that an argument of a member has now.</summary>
    internal static string Now(Member member, string argument) =>
        Arguments.TryGetValue((JsonFamily.NameOf(member), argument), out string? now) ? now : argument;

    /// <summary>Gives the arguments of a member the names that they have now.</summary>
    internal static void Rename(JsonPlace place, string member, Dictionary<string, JsonElement> given)
    {
        foreach (((string builder, string former), string now) in Arguments)
        {
            if (builder == member && given.Remove(former, out JsonElement value) && !given.TryAdd(now, value))
            {
                throw new ScheduleJsonException(
                    place.At(former).ToString(),
                    $"\"{former}\", the former name of \"{now}\", beside it",
                    $"\"{now}\" alone"
                );
            }
        }
    }
}
