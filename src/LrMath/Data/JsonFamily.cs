using System.Reflection;
using LrMath.ClosedLoop;
using LrMath.Frameworks;

namespace LrMath.Data;

/// <summary>What may stand in one kind of place, by the names that JSON has for it.</summary>
/// <param name="What">What one of them is called in a message.</param>
/// <param name="Members">The members of each name; overloads share one.</param>
internal sealed record JsonFamily(string What, IReadOnlyDictionary<string, Member[]> Members)
{
    /// <summary>What makes a schedule from nothing.</summary>
    internal static JsonFamily Schedules { get; } = Of("a builder", member => IsSchedule(member.Result) && member.Room != nameof(Verbs));

    /// <summary>What makes a schedule from a schedule.</summary>
    internal static JsonFamily Verbs { get; } = Of("a verb", member => IsSchedule(member.Result) && member.Room == nameof(Verbs));

    /// <summary>The shapes.</summary>
    internal static JsonFamily Shapes { get; } = Of("a shape", member => member.Result == typeof(Shape));

    /// <summary>The modes of PyTorch's and Paddle's cycles.</summary>
    internal static JsonFamily CyclicModes { get; } = Of("a mode", member => member.Result == typeof(CyclicMode));

    /// <summary>The policies of the closed loop.</summary>
    internal static JsonFamily Policies { get; } = Of("a policy", member => IsPolicy(member.Result));

    /// <summary>What makes a policy from a policy.</summary>
    internal static JsonFamily PolicyVerbs { get; } =
        new(
            "a verb on a policy",
            new Dictionary<string, Member[]>(StringComparer.Ordinal)
            {
                ["smoothed"] = [CreatePolicyVerb(nameof(Feedback.Smoothed))],
                ["ignoreFirst"] = [CreatePolicyVerb(nameof(Feedback.IgnoreFirst))],
            }
        );

    /// <summary>PyTorch's schedulers without the base rate, which <see cref="PyTorch.ChainedScheduler"/> gives to all of them.</summary>
    internal static JsonFamily Schedulers { get; } =
        new(
            "a scheduler without its baseRate",
            Schedules
                .Members.Select(name =>
                    (name.Key, Members: Array.FindAll(name.Value, member => member.Parameters is [{ Name: "baseRate" }, ..]))
                )
                .Where(name => name.Members.Length > 0)
                .ToDictionary(name => name.Key, name => Array.ConvertAll(name.Members, WithoutBaseRate), StringComparer.Ordinal)
        );

    /// <summary>
    /// The name of a member in JSON. Those of the classes that are LrMath's own stand alone, the others behind the name of their class.
    /// </summary>
    internal static string NameOf(Member member) =>
        member switch
        {
            { Name: "" } => Parameter.Camel(member.Room),
            {
                Room: nameof(Schedule)
                    or nameof(LrMath.Verbs)
                    or nameof(LrMath.Shapes)
                    or nameof(Frameworks.CyclicModes)
                    or nameof(Feedback)
            } => Parameter.Camel(member.Name),
            _ => $"{Parameter.Camel(member.Room)}.{Parameter.Camel(member.Name)}",
        };

    /// <summary>
    /// Whether a member can stand in a file. The rate of a <see cref="PyTorch.MultiplicativeLR(double, Func{int, double}, int)"/> at step n
    /// takes n evaluations of its factor, so that a short text could take any time.
    /// </summary>
    internal static bool IsData(Member member) => member.Name != nameof(PyTorch.MultiplicativeLR);

    private static bool IsPolicy(Type type) => PublicTable.Policies.Any(policy => policy.Members[0].Result == type);

    private static bool IsSchedule(Type type) => type == typeof(Func<int, double>) || type == typeof(RateAndMomentum);

    private static JsonFamily Of(string what, Func<Member, bool> isOne) =>
        new(
            what,
            PublicTable
                .Members.Where(member => isOne(member) && IsData(member))
                .GroupBy(NameOf, StringComparer.Ordinal)
                .ToDictionary(name => name.Key, name => name.ToArray(), StringComparer.Ordinal)
        );

    private static Member CreatePolicyVerb(string name)
    {
        MethodInfo method = typeof(Feedback).GetMethod(name)!;
        Parameter[] parameters = [.. method.GetParameters().Skip(1).Select(Parameter.From)];
        return new Member(
            nameof(Feedback),
            name,
            typeof(PolicyVerb),
            parameters,
            method,
            (_, values) =>
            {
                // What it refuses is refused where it stands.
                PolicyVerb verb = new(name, values[0]!);
                BoxedPolicy.Of(Plateau.PyTorch)!.With([verb]);
                return verb;
            }
        );
    }

    private static Member WithoutBaseRate(Member member) =>
        member with
        {
            Result = typeof(Func<double, Func<int, double>>),
            Parameters = [.. member.Parameters.Skip(1)],
            Call = (_, values) =>
            {
                Func<double, Func<int, double>> scheduler = rate =>
                    member.Invoke(null, [rate, .. values]) switch
                    {
                        RateAndMomentum both => both.Rate,
                        object schedule => (Func<int, double>)schedule,
                    };

                // What it refuses is refused where it stands.
                scheduler(1);
                return scheduler;
            },
        };
}
