using System.Reflection;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.MathNet;

namespace LrMath.Tests.Generation;

/// <summary>The public members of the library that make schedules and shapes, found by reflection.</summary>
internal static class Members
{
    /// <summary>The builders, which give one schedule, those that take MathNet's types at the end.</summary>
    public static IReadOnlyList<MethodInfo> Builders { get; } =
    [.. Methods(typeof(Schedule)).Where(GivesOne), .. Methods(typeof(MathNetExtensions)).Where(GivesOne)];

    /// <summary>The verbs that give one schedule.</summary>
    public static IReadOnlyList<MethodInfo> Verbs { get; } = [.. Methods(typeof(Verbs)).Where(GivesOne)];

    /// <summary>All verbs that give schedules, also several.</summary>
    public static IReadOnlyList<MethodInfo> AllVerbs { get; } =
    [.. Methods(typeof(Verbs)).Where(method => GivesOne(method) || Projected.Takes(method.ReturnType))];

    /// <summary>Whether a verb takes what only a function of one's own can be, which has no text in C#.</summary>
    public static bool NeedsOwnFunction(MethodInfo method) =>
        method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Func<double, double>));

    /// <summary>The shapes: properties, and methods with parameters of their own.</summary>
    public static IReadOnlyList<MemberInfo> Shapes { get; } =
    [
        .. typeof(Shapes)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Shape)),
        .. Methods(typeof(Shapes)).Where(method => method.ReturnType == typeof(Shape)),
    ];

    /// <summary>The classes that have other libraries' names, one class for each library.</summary>
    public static IReadOnlyList<Type> Libraries { get; } =
    [.. typeof(PyTorch).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(PyTorch).Namespace && IsStatic(type))];

    /// <summary>The presets that give schedules.</summary>
    public static IReadOnlyList<MethodInfo> Presets { get; } =
    [.. Libraries.SelectMany(Methods).Where(method => GivesOne(method) || Projected.Takes(method.ReturnType))];

    /// <summary>The presets that give policies.</summary>
    public static IReadOnlyList<MethodInfo> Policies { get; } =
    [.. Libraries.SelectMany(Methods).Where(method => GivesPolicies(method.ReturnType))];

    /// <summary>A short name for reports: <c>Schedule.Cosine</c>, <c>f.Warmup</c>, <c>PyTorch.StepLR</c>.</summary>
    public static string NameOf(MemberInfo member) =>
        $"{(member.DeclaringType == typeof(Verbs) ? "f" : member.DeclaringType!.Name)}.{member.Name}";

    /// <summary>Methods by names that fit a row of a theory; an overload has a number.</summary>
    public static IReadOnlyDictionary<string, MethodInfo> Named(IEnumerable<MethodInfo> methods) =>
        methods
            .GroupBy(NameOf)
            .SelectMany(overloads => overloads.Select((method, i) => (Name: i == 0 ? overloads.Key : $"{overloads.Key} ({i + 1})", method)))
            .ToDictionary(StringComparer.Ordinal);

    private static bool GivesOne(MethodInfo method) => method.ReturnType == typeof(Func<int, double>);

    private static bool GivesPolicies(Type type) =>
        type == typeof(Plateau) || type == typeof(Greedy) || type == typeof(IReadOnlyList<Plateau>);

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName);
}
