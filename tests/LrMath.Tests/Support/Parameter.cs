using System.Reflection;
using LrMath.Frameworks;
using LrMath.Tests.Generation;

namespace LrMath.Tests.Support;

/// <summary>One parameter of one public method, with a short name for the row of a theory: <c>Cosine: 'start'</c>, <c>f.Warmup:
/// 'steps'</c>.</summary>
internal sealed record Parameter(MethodInfo Method, ParameterInfo Info)
{
    public Type Type => Info.ParameterType;

    public string Name => Info.Name!;

    /// <summary>Whether leaving the argument out is the same as giving null.</summary>
    public bool MayBeNull => Info is { HasDefaultValue: true, DefaultValue: null };

    /// <summary>All parameters of the builders and verbs, by the name of their row.</summary>
    public static IReadOnlyDictionary<string, Parameter> All { get; } = Named([.. Members.Builders, .. Members.AllVerbs]);

    /// <summary>All parameters of the presets, in the same way: <c>PyTorch.StepLR: 'gamma'</c>.</summary>
    public static IReadOnlyDictionary<string, Parameter> OfPresets { get; } = Named(Members.Presets);

    /// <summary>The rows of the parameters that a law is about; a law about none is a mistake.</summary>
    public static Xunit.TheoryData<string> Rows(Func<Parameter, bool> concerns)
    {
        string[] rows = [.. All.Where(pair => concerns(pair.Value)).Select(pair => pair.Key)];
        return rows.Length > 0 ? [.. rows] : throw new InvalidOperationException("no parameter has this property");
    }

    /// <summary>Calls the method with legal arguments, except for this parameter's, and null for another one.</summary>
    public object? CallWith(object? value, string? without = null)
    {
        object?[] arguments = Legal();
        arguments[Info.Position] = value;
        if (Array.Find(Method.GetParameters(), other => other.Name == without) is { } left)
        {
            arguments[left.Position] = null;
        }

        return Method.Invoke(null, arguments);
    }

    /// <summary>Asserts that a value is refused, and that the refusal names this parameter.</summary>
    public TError Refuses<TError>(object? value, string? without = null)
        where TError : ArgumentException
    {
        TargetInvocationException error = Xunit.Assert.Throws<TargetInvocationException>(() => CallWith(value, without));
        TError refusal = Xunit.Assert.IsAssignableFrom<TError>(error.InnerException);
        Xunit.Assert.Equal(Name, refusal.ParamName);
        return refusal;
    }

    /// <summary>Legal arguments for the whole call, always the same for a seed.</summary>
    public object?[] Legal(ulong seed = 1) =>
        [.. new Generator().Sample(Method, depth: 1, seed).Term.All().OfType<Call>().First().Parts.Select(part => part.Build(null))];

    private static Dictionary<string, Parameter> Named(IEnumerable<MethodInfo> methods) =>
        methods
            .SelectMany(method => method.GetParameters(), (method, info) => new Parameter(method, info))
            .GroupBy(parameter => $"{Room(parameter.Method)}{parameter.Method.Name}: '{parameter.Name}'")
            .SelectMany(group =>
                group.Count() == 1
                    ? group.Select(parameter => (group.Key, parameter))
                    : group.Select((parameter, i) => ($"{group.Key} ({i + 1})", parameter))
            )
            .ToDictionary(StringComparer.Ordinal);

    private static string Room(MethodInfo method) =>
        method.DeclaringType == typeof(Verbs) ? "f."
        : method.DeclaringType!.Namespace == typeof(PyTorch).Namespace ? $"{method.DeclaringType.Name}."
        : "";
}
