using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Data;

/// <summary>Schedules, shapes and policies as JSON.</summary>
/// <param name="Functions">Schedules of the writer's own, by name.</param>
/// <param name="OwnShapes">Shapes of the writer's own, by name.</param>
/// <param name="Maps">Functions of a value of the writer's own, by name.</param>
internal sealed record JsonWriting(
    IReadOnlyDictionary<string, Func<int, double>> Functions,
    IReadOnlyDictionary<string, Shape> OwnShapes,
    IReadOnlyDictionary<string, Func<double, double>> Maps
)
{
    private static JsonWriting Plain => new(Nothing<Func<int, double>>(), Nothing<Shape>(), Nothing<Func<double, double>>());

    /// <summary>A schedule: its builder, or a list of its builder and the verbs on it.</summary>
    internal JsonPart Schedule(JsonPlace place, Func<int, double> schedule)
    {
        // The calls of this method nest with the text, so the limit of the text cannot wait until all of it is written.
        if (place.Depth > JsonLimits.Depth)
        {
            string deep = FormattableString.Invariant($"more than {JsonLimits.Depth} objects and lists within one another");
            throw new ScheduleJsonException("$", deep, FormattableString.Invariant($"at most {JsonLimits.Depth}"));
        }

        List<Call> verbs = [];
        Func<int, double> builder = schedule;
        while (NameIn(Functions, builder) is null && Call.Of(builder) is { Receiver: { } receiver } verb)
        {
            verbs.Add(verb);
            builder = receiver;
        }

        if (verbs.Count == 0)
        {
            return Builder(place, builder);
        }

        if (verbs.Count > JsonLimits.Verbs)
        {
            string found = FormattableString.Invariant($"{verbs.Count} verbs on one schedule");
            throw new ScheduleJsonException(place.ToString(), found, FormattableString.Invariant($"at most {JsonLimits.Verbs}"));
        }

        verbs.Reverse();
        return JsonPart.List([Builder(place.At(0), builder), .. verbs.Select((verb, i) => Called(place.At(i + 1), verb))]);
    }

    /// <summary>A shape.</summary>
    internal JsonPart Shape(JsonPlace place, Shape shape)
    {
        if (NameIn(OwnShapes, shape) is { } name)
        {
            return Quoted(name);
        }

        (string Method, object[] Arguments) call = ShapeCall.Of(shape) ?? throw Own(place, shape, "shape", "shapes");
        Member member = PublicTable.Shapes.Members.First(member => member.Name == call.Method && member.Bind(call.Arguments) is not null);
        return Made(place, member, member.Bind(call.Arguments)!);
    }

    /// <summary>A policy, as the preset that it differs least from, or a list of it and the verbs on it.</summary>
    internal static JsonPart Policy(JsonPlace place, object policy)
    {
        List<IPolicyWrapper> verbs = [];
        while (policy is IPolicyWrapper wrapper)
        {
            verbs.Add(wrapper);
            policy = wrapper.Inner;
        }

        if (verbs.Select(verb => verb.Verb).Distinct(StringComparer.Ordinal).Count() < verbs.Count)
        {
            throw new ScheduleJsonException(place.ToString(), "one verb twice", JsonReading.LegalPolicy);
        }

        if (verbs.Count == 0)
        {
            return Preset(place, policy);
        }

        verbs.Reverse();
        return JsonPart.List([
            Preset(place.At(0), policy),
            .. verbs.Select(verb =>
            {
                Member member = JsonFamily.PolicyVerbs.Members[Parameter.Camel(verb.Verb)][0];
                return Plain.Made(place, member, [new Argument(member.Parameters[0], verb.Argument)]);
            }),
        ]);
    }

    private static JsonPart Preset(JsonPlace place, object policy)
    {
        Room room =
            PublicTable.Policies.FirstOrDefault(room => room.Members[0].Result == policy.GetType())
            ?? throw new ScheduleJsonException(place.ToString(), $"a policy of type {policy.GetType().Name}", "a policy of LrMath");
        (Member preset, Argument[] settings) = room
            .Members.Select(preset =>
                (preset, Settings: preset.Parameters.Select(setting => new Argument(setting, setting.Of!(policy))).ToArray())
            )
            .MinBy(one => one.Settings.Count(setting => !setting.IsDefault));
        return Plain.Made(place, preset, settings);
    }

    internal static IReadOnlyDictionary<string, T> Nothing<T>() => System.Collections.ObjectModel.ReadOnlyDictionary<string, T>.Empty;

    private JsonPart Builder(JsonPlace place, Func<int, double> schedule) =>
        NameIn(Functions, schedule) is { } name ? Quoted(name)
        : Call.Of(schedule) is { } call ? Called(place, call)
        : throw Own(place, schedule, "schedule", "functions");

    private JsonPart Called(JsonPlace place, Call call)
    {
        (Member member, IReadOnlyList<Argument> arguments) = PublicTable.Of(call);
        return JsonFamily.IsData(member)
            ? Made(place, member, arguments)
            : throw new ScheduleJsonException(
                place.ToString(),
                $"{member.Room}.{member.Name}",
                "a schedule whose value at any step takes a time that does not grow with the step"
            );
    }

    private JsonPart Made(JsonPlace place, Member member, IReadOnlyList<Argument> arguments)
    {
        string name = JsonFamily.NameOf(member);
        JsonPlace at = place.At(name);
        JsonPart[] written =
        [
            .. arguments
                .Where(argument => !argument.IsDefault)
                .Select(argument => Value(at.At(argument.Parameter.Name), argument.Value).Named(argument.Parameter.Name)),
        ];
        return written.Length == 0 ? Quoted(name) : JsonPart.Object([JsonPart.Object(written).Named(name)]);
    }

    private JsonPart Value(JsonPlace place, object? value) =>
        value switch
        {
            null => JsonPart.Scalar("null"),
            double number => JsonPart.Scalar(Number(number)),
            int number => JsonPart.Scalar(number.ToString(CultureInfo.InvariantCulture)),
            long number => JsonPart.Scalar(number.ToString(CultureInfo.InvariantCulture)),
            bool truth => JsonPart.Scalar(truth ? "true" : "false"),
            Enum choice => Quoted(Parameter.Camel(choice.ToString())),
            Func<int, double> schedule => Schedule(place, schedule),
            Shape shape => Shape(place, shape),
            Func<double, double> map => Quoted(NameIn(Maps, map) ?? throw Own(place, map, "function of the value", "maps")),
            ITuple pair => JsonPart.List(Enumerable.Range(0, pair.Length).Select(i => Value(place.At(i), pair[i]))),
            IEnumerable list => JsonPart.List(list.Cast<object?>().Select((one, i) => Value(place.At(i), one))),
            Delegate spline => Quoted(Splines.NameOf(spline) ?? throw Own(place, spline, "spline", "")),
            _ => throw new NotSupportedException($"A value of type {value.GetType()} cannot be written as JSON."),
        };

    /// <summary>The number as a person would write it: 1e-7, not 1E-07.</summary>
    internal static string Number(double value)
    {
        string text = Numbers.Text(value);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (exponent < 0)
        {
            return text;
        }

        int power = int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, exponent)}e{power}");
    }

    private static JsonPart Quoted(string name) =>
        JsonPart.Scalar($"\"{JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");

    private static string? NameIn<T>(IReadOnlyDictionary<string, T> names, T value)
        where T : Delegate => names.FirstOrDefault(one => one.Value == value).Key;

    private static ScheduleJsonException Own(JsonPlace place, Delegate function, string what, string names)
    {
        string found = Description.Lambda(function);
        string legal =
            names.Length == 0 ? $"a {what} of MathNet.Numerics"
            : names == "maps" ? $"a {what} with a name: Write(…, maps: new() {{ [\"mine\"] = … }})"
            : $"a {what} made by LrMath, or one of your own with a name: Write(…, {names}: new() {{ [\"mine\"] = … }})";
        return new ScheduleJsonException(place.ToString(), $"a function of your own, {found}", legal);
    }
}
