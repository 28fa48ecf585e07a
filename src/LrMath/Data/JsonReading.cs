using System.Globalization;
using System.Text.Json;
using LrMath.Frameworks;

namespace LrMath.Data;

/// <summary>Values from JSON, each read as what the place where it stands takes.</summary>
/// <param name="Functions">Schedules of the reader's own, by name.</param>
/// <param name="OwnShapes">Shapes of the reader's own, by name.</param>
/// <param name="Maps">Functions of a value of the reader's own, by name.</param>
/// <param name="AllocatedBefore">What the thread had allocated when the reading began, in bytes.</param>
internal sealed record JsonReading(
    IReadOnlyDictionary<string, Func<int, double>> Functions,
    IReadOnlyDictionary<string, Shape> OwnShapes,
    IReadOnlyDictionary<string, Func<double, double>> Maps,
    long AllocatedBefore
)
{
    /// <summary>A schedule: a builder, or a list of a builder and the verbs on it in their order.</summary>
    internal Func<int, double> Schedule(JsonPlace place, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return Builder(place, element);
        }

        int count = element.GetArrayLength();
        if (count is 0 or > 1 + JsonLimits.Verbs)
        {
            string found = FormattableString.Invariant($"a list of {count}");
            throw new ScheduleJsonException(place.ToString(), found, $"a builder and up to {JsonLimits.Verbs} verbs on it, in their order");
        }

        Func<int, double>? schedule = null;
        int index = 0;
        foreach (JsonElement part in element.EnumerateArray())
        {
            JsonPlace at = place.At(index++);
            schedule = schedule is null ? Builder(at, part) : AsSchedule(Made(at, part, JsonFamily.Verbs, schedule));
        }

        return schedule!;
    }

    /// <summary>The momentum that the builder of a schedule drives as well, which no verb changes; null if it drives none.</summary>
    internal Func<int, double>? Momentum(JsonPlace place, JsonElement element)
    {
        bool isList = element.ValueKind == JsonValueKind.Array;
        return Made(isList ? place.At(0) : place, isList ? element[0] : element, JsonFamily.Schedules) is RateAndMomentum both
            ? both.Momentum
            : null;
    }

    /// <summary>A shape.</summary>
    internal Shape Shape(JsonPlace place, JsonElement element) =>
        element.ValueKind == JsonValueKind.String && OwnShapes.TryGetValue(element.GetString()!, out Shape? own)
            ? own
            : (Shape)Made(place, element, JsonFamily.Shapes);

    /// <summary>What a policy with verbs may be.</summary>
    internal const string LegalPolicy = "a policy and then the verbs on it in their order, each at most once";

    /// <summary>A policy, or a list of a policy and the verbs on it in their order.</summary>
    internal object Policy(JsonPlace place, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return Made(place, element, JsonFamily.Policies);
        }

        int count = element.GetArrayLength();
        if (count is 0 or > 1 + JsonLimits.PolicyVerbs)
        {
            throw new ScheduleJsonException(place.ToString(), FormattableString.Invariant($"a list of {count}"), LegalPolicy);
        }

        object policy = Made(place.At(0), element[0], JsonFamily.Policies);
        var verbs = new PolicyVerb[count - 1];
        for (int i = 0; i < verbs.Length; i++)
        {
            verbs[i] = (PolicyVerb)Made(place.At(i + 1), element[i + 1], JsonFamily.PolicyVerbs);
        }

        return BoxedPolicy.Of(policy)!.With(verbs) ?? throw new ScheduleJsonException(place.ToString(), "one verb twice", LegalPolicy);
    }

    /// <summary>The properties of an object, none of them twice.</summary>
    internal static Dictionary<string, JsonElement> Properties(JsonPlace place, JsonElement element, string legal)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(place, element, legal);
        }

        Dictionary<string, JsonElement> properties = new(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!properties.TryAdd(property.Name, property.Value))
            {
                throw new ScheduleJsonException(place.At(property.Name).ToString(), $"a second \"{property.Name}\"", "each name once");
            }
        }

        return properties;
    }

    /// <summary>Something else than what may stand here.</summary>
    internal static ScheduleJsonException Wrong(JsonPlace place, JsonElement element, string legal) =>
        new(place.ToString(), Text(element), legal);

    /// <summary>A name that is none of the known ones.</summary>
    internal static ScheduleJsonException Unknown(JsonPlace place, string name, IReadOnlyCollection<string> known, string what)
    {
        // A long list would hide the name that was meant.
        string legal =
            known.Count == 0 ? "nothing"
            : known.Count <= 24 ? $"one of {string.Join(", ", known)}"
            : $"the name of {what}";
        return new ScheduleJsonException(place.ToString(), $"the unknown name \"{Short(name)}\"", legal, Nearest.Of(name, known));
    }

    private Func<int, double> Builder(JsonPlace place, JsonElement element) =>
        element.ValueKind == JsonValueKind.String && Functions.TryGetValue(element.GetString()!, out Func<int, double>? own)
            ? own
            : AsSchedule(Made(place, element, JsonFamily.Schedules));

    private static Func<int, double> AsSchedule(object made) => made is RateAndMomentum both ? both.Rate : (Func<int, double>)made;

    /// <summary>What a name makes of its arguments: <c>{"name": {"argument": value, …}}</c>, or the name alone.</summary>
    private object Made(JsonPlace place, JsonElement element, JsonFamily family, Func<int, double>? receiver = null)
    {
        string legal = $"{family.What}, {{\"name\": {{\"argument\": value}}}}";
        if (element.ValueKind == JsonValueKind.String)
        {
            string alone = element.GetString()!;
            return Made(place, Known(place, alone, family), [], receiver);
        }

        Dictionary<string, JsonElement> properties = Properties(place, element, legal);
        if (properties.Count != 1)
        {
            string names = Short(string.Join(", ", properties.Keys));
            throw new ScheduleJsonException(
                place.ToString(),
                properties.Count == 0 ? "{}" : FormattableString.Invariant($"an object with {properties.Count} names: {names}"),
                $"{legal}; verbs follow their builder in a list: [builder, verb, verb]"
            );
        }

        (string name, JsonElement arguments) = properties.Single();
        JsonPlace at = place.At(name);
        Member[] members = Known(at, name, family);
        return Made(at, members, Properties(at, arguments, "an object with the arguments by name"), receiver);
    }

    private Member[] Known(JsonPlace place, string name, JsonFamily family)
    {
        if (family.Members.TryGetValue(FormerNames.Now(family, name), out Member[]? members))
        {
            return members;
        }

        JsonFamily? other =
            family == JsonFamily.Schedules ? JsonFamily.Verbs
            : family == JsonFamily.Verbs ? JsonFamily.Schedules
            : null;
        if (other is not null && other.Members.ContainsKey(name))
        {
            string legal = $"{family.What}; a list is a builder and then the verbs on it, [builder, verb, verb]";
            throw new ScheduleJsonException(place.ToString(), $"\"{name}\", which is {other.What}", legal);
        }

        string[] own =
            family == JsonFamily.Schedules ? [.. Functions.Keys]
            : family == JsonFamily.Shapes ? [.. OwnShapes.Keys]
            : [];
        throw Unknown(place, name, [.. own, .. family.Members.Keys], family.What);
    }

    private object Made(JsonPlace place, Member[] overloads, Dictionary<string, JsonElement> given, Func<int, double>? receiver)
    {
        FormerNames.Rename(place, JsonFamily.NameOf(overloads[0]), given);
        Member member = Overload(place, overloads, given);
        object?[] values = new object?[member.Parameters.Count];
        for (int i = 0; i < values.Length; i++)
        {
            Parameter parameter = member.Parameters[i];
            values[i] = given.TryGetValue(parameter.Name, out JsonElement value)
                ? Value(place.At(parameter.Name), value, parameter)
                : parameter.Default;
        }

        object made;
        try
        {
            made = member.Invoke(receiver, values);
        }
        catch (ArgumentException refusal)
        {
            throw Refused(place, member, given, refusal);
        }

        if (GC.GetAllocatedBytesForCurrentThread() - AllocatedBefore > JsonLimits.Allocated)
        {
            string legal = $"a schedule that takes at most {JsonLimits.Allocated >> 20} MiB to build";
            throw new ScheduleJsonException(place.ToString(), "one that takes more memory", legal);
        }

        return made;
    }

    /// <summary>The overload whose parameters have the names that are given.</summary>
    private static Member Overload(JsonPlace place, Member[] overloads, Dictionary<string, JsonElement> given)
    {
        string[] names = [.. overloads.SelectMany(Names).Distinct(StringComparer.Ordinal)];
        foreach (string name in given.Keys)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                throw Unknown(place.At(name), name, names, "an argument");
            }
        }

        Member[] named = [.. overloads.Where(member => given.Keys.All(name => member.Parameters.Any(parameter => parameter.Name == name)))];
        if (named.Length == 0)
        {
            string legal = string.Join(" or ", overloads.Select(member => $"({string.Join(", ", Names(member))})"));
            throw new ScheduleJsonException(place.ToString(), $"the arguments {string.Join(", ", given.Keys)}", $"one of the sets {legal}");
        }

        Member[] complete = [.. named.Where(member => Missing(member, given) is null)];
        if (complete.Length == 0)
        {
            Parameter missing = Missing(named[0], given)!;
            string found = given.Count == 0 ? "no arguments" : $"only {string.Join(", ", given.Keys)}";
            throw new ScheduleJsonException(place.ToString(), found, $"that and \"{missing.Name}\", which has no default");
        }

        // Overloads with the same names differ in the kind of one value: a number here, a schedule there.
        return complete.FirstOrDefault(member => member.Parameters.All(Suits)) ?? complete[0];

        bool Suits(Parameter parameter) =>
            !given.TryGetValue(parameter.Name, out JsonElement value)
            || IsNumber(parameter.Type) == (value.ValueKind == JsonValueKind.Number);
    }

    private static IEnumerable<string> Names(Member member) => member.Parameters.Select(parameter => parameter.Name);

    private static Parameter? Missing(Member member, Dictionary<string, JsonElement> given) =>
        member.Parameters.FirstOrDefault(parameter => !parameter.IsOptional && !given.ContainsKey(parameter.Name));

    private static bool IsNumber(Type type) =>
        type == typeof(double) || type == typeof(double?) || type == typeof(int) || type == typeof(int?) || type == typeof(long);

    private static ScheduleJsonException Refused(
        JsonPlace place,
        Member member,
        Dictionary<string, JsonElement> given,
        ArgumentException refusal
    )
    {
        const string Marker = "; legal is ";
        string message = refusal.Message.Split('\n', 2)[0].TrimEnd('\r');
        string suffix = $" (Parameter '{refusal.ParamName}')";
        message = (message.EndsWith(suffix, StringComparison.Ordinal) ? message[..^suffix.Length] : message).TrimEnd('.');
        int at = message.IndexOf(Marker, StringComparison.Ordinal);
        string legal = at < 0 ? $"what the others allow: {message}" : message[(at + Marker.Length)..];
        Parameter? wrong = member.Parameters.FirstOrDefault(parameter =>
            string.Equals(parameter.Name, refusal.ParamName, StringComparison.OrdinalIgnoreCase)
        );
        if (wrong is not null && given.TryGetValue(wrong.Name, out JsonElement value))
        {
            // Of a list the message names the element.
            string found = value.ValueKind == JsonValueKind.Array && at > 0 ? Short(message[..at]) : Text(value);
            return new ScheduleJsonException(place.At(wrong.Name).ToString(), found, legal, inner: refusal);
        }

        string other = at < 0 ? "arguments that do not fit each other" : Short(message[..at]);
        return new ScheduleJsonException((wrong is null ? place : place.At(wrong.Name)).ToString(), other, legal, inner: refusal);
    }

    private object? Value(JsonPlace place, JsonElement element, Parameter parameter)
    {
        if (element.ValueKind == JsonValueKind.Null && parameter.Takes(null))
        {
            return null;
        }

        return Value(place, element, Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type);
    }

    private object Value(JsonPlace place, JsonElement element, Type type) =>
        type == typeof(double) ? Number(place, element)
        : type == typeof(int) ? Whole(place, element)
        : type == typeof(long) ? Long(place, element)
        : type == typeof(bool) ? Truth(place, element)
        : type.IsEnum ? Choice(place, element, type)
        : type == typeof(Func<int, double>) ? Schedule(place, element)
        : type == typeof(Shape) ? Shape(place, element)
        : type == typeof(CyclicMode) ? Made(place, element, JsonFamily.CyclicModes)
        : type == typeof(Func<double, Func<int, double>>) ? Made(place, element, JsonFamily.Schedulers)
        : type == typeof(Func<double, double>) ? Named(place, element, Maps, "a function of the value, one of those in maps")
        : type == typeof(CosineKwargs) ? CosineArguments(place, element)
        : type == typeof((double, double)) ? Pair(place, element, Number, Number)
        : type == typeof((int, double)) ? Pair(place, element, Whole, Number)
        : type == typeof((long, long)) ? Pair(place, element, Long, Long)
        : type == typeof((Func<int, double>, int)) ? Pair(place, element, Schedule, Whole)
        : Lists.Of(type, []) is not null ? List(place, element, type)
        : Splines.IsSpline(type) ? Named(place, element, Splines.ByName, "a spline")
        : throw new NotSupportedException($"A value of type {type} cannot be read from JSON.");

    private object CosineArguments(JsonPlace place, JsonElement element) =>
        Made(place, [.. PublicTable.Values.Members], Properties(place, element, "an object with the arguments by name"), null);

    private object List(JsonPlace place, JsonElement element, Type type)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(place, element, "a list");
        }

        Type one = type.GetGenericArguments()[0];
        object?[] list = new object?[element.GetArrayLength()];
        int index = 0;
        foreach (JsonElement value in element.EnumerateArray())
        {
            list[index] = Value(place.At(index), value, one);
            index++;
        }

        return Lists.Of(type, list)!;
    }

    private static (TFirst First, TSecond Second) Pair<TFirst, TSecond>(
        JsonPlace place,
        JsonElement element,
        Func<JsonPlace, JsonElement, TFirst> first,
        Func<JsonPlace, JsonElement, TSecond> second
    ) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2
            ? (first(place.At(0), element[0]), second(place.At(1), element[1]))
            : throw Wrong(place, element, "a list of two");

    /// <summary>A function that is told by its name alone.</summary>
    private static T Named<T>(JsonPlace place, JsonElement element, IReadOnlyDictionary<string, T> names, string what)
        where T : Delegate
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Wrong(place, element, $"the name of {what}");
        }

        string name = element.GetString()!;
        return names.TryGetValue(name, out T? function) ? function : throw Unknown(place, name, [.. names.Keys], what);
    }

    private static double Number(JsonPlace place, JsonElement element)
    {
        const string Legal = "a number that is not too large for 64 bits";
        double value = element.ValueKind == JsonValueKind.Number ? element.GetDouble() : throw Wrong(place, element, "a number");
        return double.IsFinite(value) ? value : throw Wrong(place, element, Legal);
    }

    private static int Whole(JsonPlace place, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value)
            ? value
            : throw Wrong(place, element, $"a whole number of at most {int.MaxValue.ToString(CultureInfo.InvariantCulture)}");

    private static long Long(JsonPlace place, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long value)
            ? value
            : throw Wrong(place, element, $"a whole number of at most {long.MaxValue.ToString(CultureInfo.InvariantCulture)}");

    private static bool Truth(JsonPlace place, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(place, element, "true or false"),
        };

    private static object Choice(JsonPlace place, JsonElement element, Type type)
    {
        string[] names = Array.ConvertAll(Enum.GetNames(type), Parameter.Camel);
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Wrong(place, element, $"one of {string.Join(", ", names.Select(name => $"\"{name}\""))}");
        }

        int index = Array.IndexOf(names, element.GetString());
        return index >= 0 ? Enum.Parse(type, Enum.GetNames(type)[index]) : throw Unknown(place, element.GetString()!, names, "a choice");
    }

    private static string Text(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => FormattableString.Invariant($"a list of {element.GetArrayLength()}"),
            _ => Short(element.GetRawText()),
        };

    private static string Short(string text) => text.Length <= 60 ? text : $"{text.AsSpan(0, 57)}…";
}
