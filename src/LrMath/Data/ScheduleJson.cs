using System.Text.Json;
using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Data;

/// <summary>Schedules, shapes and policies as JSON: small, readable, versioned, and read without trust in who wrote it.</summary>
/// <remarks>
/// <para>The format:</para>
/// <code>
/// {
///   "lrmath": 1,
///   "schedule": [
///     { "cosine": { "start": 0.1, "end": 0, "steps": 9500 } },
///     { "warmup": { "steps": 500 } }
///   ]
/// }
/// </code>
/// <para>A schedule is a builder, or a list of a builder and the verbs on it in their order. A builder, verb or shape is an object with one
/// name, that of C# with its first word in lower case (a framework's behind that of its class: <c>pyTorch.cosineAnnealingLR</c>), and in it
/// the arguments by the names of the parameters; what has a default may be left out. Where there are no arguments the name alone will do:
/// <c>"cosine"</c> for a shape. A pair is a list of two.</para>
/// <para>Version 1 stays readable for ever, with the same bits. Later versions of LrMath may add names and arguments with defaults to it; a
/// change of what an existing text means gets a new number, which this version refuses.</para>
/// <para>Limits of a text, in reading and in writing: 1 MiB; 64 objects and lists within one another; 10,000 elements of a list;
/// 100,000 values;
/// 64 verbs on one schedule, each verb at most once on a policy; 64 MiB allocated by the builders and verbs. No code of the file's is run.
/// Not data are functions of your own without a name, and
/// <see cref="Frameworks.PyTorch.MultiplicativeLR(double, Func{int, double}, int)"/>, whose rate at step n takes n evaluations.</para>
/// <para>A framework's preset is read by its own name and written as the builders and verbs that it stands for, with the same bits.</para>
/// </remarks>
public static class ScheduleJson
{
    private const int Version = 1;

    /// <summary>Writes a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="functions">Schedules of your own, by the names that the text has for them.</param>
    /// <param name="shapes">Shapes of your own, by name.</param>
    /// <param name="maps">Functions of a value of your own, for <c>Map</c>, by name.</param>
    /// <returns>The text, the same in every culture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> is null.</exception>
    /// <exception cref="ArgumentException">The schedule is a multicast delegate, or a name is one of LrMath's own.</exception>
    /// <exception cref="ScheduleJsonException">
    /// A part of it is no data, or it is larger than the limits; the path says which part.
    /// </exception>
    /// <example><code>ScheduleJson.Write(Schedule.Constant(0.1)) == "{ \"lrmath\": 1, \"schedule\": { \"constant\": { \"value\": 0.1 }
    /// } }\n"</code></example>
    public static string Write(
        Func<int, double> schedule,
        Dictionary<string, Func<int, double>>? functions = null,
        Dictionary<string, Shape>? shapes = null,
        Dictionary<string, Func<double, double>>? maps = null
    ) => Written("schedule", place => Writing(functions, shapes, maps).Schedule(place, Guard.Schedule(schedule)));

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">
    /// The text, as <c>Write</c> or a person writes it.
    /// </param>
    /// <param name="functions">Schedules of your own, by the names that the text has for them.</param>
    /// <param name="shapes">Shapes of your own, by name.</param>
    /// <param name="maps">Functions of a value of your own, for <c>Map</c>, by name.</param>
    /// <returns>The schedule, with the bits of the one that was written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">A name is one of LrMath's own.</exception>
    /// <exception cref="ScheduleJsonException">
    /// The text is no schedule; the message says where, what was found, and what is legal.
    /// </exception>
    /// <example><code>ScheduleJson.Read(ScheduleJson.Write(Schedule.Linear(0, 1, 10)))(5) == 0.5</code></example>
    public static Func<int, double> Read(
        string text,
        Dictionary<string, Func<int, double>>? functions = null,
        Dictionary<string, Shape>? shapes = null,
        Dictionary<string, Func<double, double>>? maps = null
    ) => Document(text, "schedule", Reading(functions, shapes, maps).Schedule);

    /// <summary>Writes a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="shapes">Shapes of your own, by name.</param>
    /// <returns>The text, the same in every culture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shape"/> is null.</exception>
    /// <exception cref="ArgumentException">The shape is a multicast delegate, or a name is one of LrMath's own.</exception>
    /// <exception cref="ScheduleJsonException">The shape is one of your own and has no name.</exception>
    public static string Write(Shape shape, Dictionary<string, Shape>? shapes = null) =>
        Written("shape", place => Writing(null, shapes).Shape(place, Guard.Shape(shape)));

    /// <summary>Reads a shape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shapes">Shapes of your own, by name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">A name is one of LrMath's own.</exception>
    /// <exception cref="ScheduleJsonException">The text is no shape.</exception>
    public static Shape ReadShape(string text, Dictionary<string, Shape>? shapes = null) =>
        Document(text, "shape", Reading(null, shapes).Shape);

    /// <summary>Writes a policy of the closed loop, as the preset that it differs least from and what is different.</summary>
    /// <typeparam name="TState">What the policy remembers.</typeparam>
    /// <param name="policy">The policy, one of LrMath's.</param>
    /// <returns>The text, the same in every culture.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ScheduleJsonException">The policy is one of your own.</exception>
    /// <remarks>What a policy remembers is data already: <c>JsonSerializer.Serialize(loop.State)</c>.</remarks>
    public static string Write<TState>(IPolicy<TState> policy)
        where TState : class
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Written("policy", place => JsonWriting.Policy(place, policy));
    }

    /// <summary>Reads a policy.</summary>
    /// <typeparam name="TPolicy">The type of the policy, such as <see cref="Plateau"/>.</typeparam>
    /// <param name="text">The text: <c>{ "lrmath": 1, "policy": { "plateau.pyTorch": { "patience": 5 } } }</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ScheduleJsonException">The text is no policy, or one of another type.</exception>
    public static TPolicy ReadPolicy<TPolicy>(string text)
        where TPolicy : class => Document(text, "policy", Policy<TPolicy>);

    internal static TPolicy Policy<TPolicy>(JsonPlace place, JsonElement element)
        where TPolicy : class =>
        Reading(null, null).Policy(place, element) switch
        {
            TPolicy policy => policy,
            object other => throw new ScheduleJsonException(place.ToString(), $"a {other.GetType().Name}", $"a {typeof(TPolicy).Name}"),
        };

    internal static JsonWriting Writing(
        Dictionary<string, Func<int, double>>? functions,
        Dictionary<string, Shape>? shapes,
        Dictionary<string, Func<double, double>>? maps = null
    ) =>
        new(
            Own(functions, JsonFamily.Schedules, nameof(functions)),
            Own(shapes, JsonFamily.Shapes, nameof(shapes)),
            (IReadOnlyDictionary<string, Func<double, double>>?)maps ?? JsonWriting.Nothing<Func<double, double>>()
        );

    internal static JsonReading Reading(
        Dictionary<string, Func<int, double>>? functions,
        Dictionary<string, Shape>? shapes,
        Dictionary<string, Func<double, double>>? maps = null
    ) =>
        new(
            Own(functions, JsonFamily.Schedules, nameof(functions)),
            Own(shapes, JsonFamily.Shapes, nameof(shapes)),
            (IReadOnlyDictionary<string, Func<double, double>>?)maps ?? JsonWriting.Nothing<Func<double, double>>(),
            GC.GetAllocatedBytesForCurrentThread()
        );

    private static IReadOnlyDictionary<string, T> Own<T>(Dictionary<string, T>? names, JsonFamily family, string parameter)
    {
        if (names is null)
        {
            return JsonWriting.Nothing<T>();
        }

        string? taken = names.Keys.FirstOrDefault(family.Members.ContainsKey);
        return taken is null
            ? names
            : throw new ArgumentException($"\"{taken}\" is {family.What} of LrMath; give yours another name.", parameter);
    }

    private static string Written(string kind, Func<JsonPlace, JsonPart> write)
    {
        JsonPart value = write(JsonPlace.Root.At(kind));
        string text = JsonPart.Object([JsonPart.Scalar("1").Named("lrmath"), value.Named(kind)]).OnLines();

        // What is written can be read.
        JsonScan.Check(JsonScan.Bytes(text), default);
        return text;
    }

    private static T Document<T>(string text, string kind, Func<JsonPlace, JsonElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] bytes = JsonScan.Bytes(text);
        JsonScan.Check(bytes, default);
        using var document = JsonDocument.Parse(bytes);
        return Enveloped(document.RootElement, kind, read);
    }

    /// <summary>The value in the object that says the version.</summary>
    internal static T Enveloped<T>(JsonElement root, string kind, Func<JsonPlace, JsonElement, T> read)
    {
        string legal = $"{{ \"lrmath\": {Version}, \"{kind}\": … }}";
        Dictionary<string, JsonElement> properties = JsonReading.Properties(JsonPlace.Root, root, legal);
        if (!properties.TryGetValue("lrmath", out JsonElement version))
        {
            throw new ScheduleJsonException("$", "no \"lrmath\", the version of the format", legal);
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number != Version)
        {
            throw JsonReading.Wrong(JsonPlace.Root.At("lrmath"), version, $"{Version}, the version of the format that this LrMath reads");
        }

        string[] known = ["lrmath", kind, "$schema"];
        if (properties.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw JsonReading.Unknown(JsonPlace.Root.At(unknown), unknown, known, "");
        }

        return properties.TryGetValue(kind, out JsonElement value)
            ? read(JsonPlace.Root.At(kind), value)
            : throw new ScheduleJsonException("$", $"no \"{kind}\"", legal);
    }
}
