using System.Runtime.CompilerServices;
using LrMath.Data;

namespace LrMath.Structure;

/// <summary>
/// The call of a builder (no receiver) or a verb, kept so that a schedule can be written as the C# or the JSON that rebuilds it, or be
/// built anew with one argument changed.
/// </summary>
/// <param name="Receiver">The schedule that a verb was called on; null for a builder.</param>
/// <param name="Method">The public name of the builder or the verb.</param>
/// <param name="Arguments">
/// The arguments in the order of the parameters. Their names are those of the parameters: see <see cref="Named"/>.
/// </param>
/// <param name="Builders">The class of the builder.</param>
/// <remarks><code>
/// // The same warm-up over the same schedule, twice as long:
/// Func&lt;int, double&gt; changed = call.With("steps", 1000);
/// // The same with another schedule underneath:
/// Func&lt;int, double&gt; moved = call.On(other);
/// </code></remarks>
internal sealed record Call(Func<int, double>? Receiver, string Method, object?[] Arguments, string Builders = "Schedule")
{
    /// <summary>The arguments by name, in the order of the parameters, those that were left out with their defaults.</summary>
    internal IReadOnlyList<Argument> Named => PublicTable.Of(this).Arguments;

    /// <summary>The call that a schedule remembers; null for a function that is not ours.</summary>
    internal static Call? Of(Func<int, double> schedule) => (schedule.Target as ScheduleNode)?.Call;

    /// <summary>The schedule of the same call with one argument changed.</summary>
    /// <param name="parameter">The name of a parameter.</param>
    /// <param name="value">The new value, in the parameter's type.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or the builder or verb refuses the value.</exception>
    internal Func<int, double> With(string parameter, object? value)
    {
        (Member member, IReadOnlyList<Argument> arguments) = PublicTable.Of(this);
        object?[] values = [.. arguments.Select(argument => argument.Parameter.Name == parameter ? value : argument.Value)];
        return member.Parameters.Any(known => known.Name == parameter)
            ? (Func<int, double>)member.Invoke(Receiver, values)
            : throw new ArgumentException($"{Method} has no parameter {parameter}.", nameof(parameter));
    }

    /// <summary>The schedule of the same call on another schedule.</summary>
    internal Func<int, double> On(Func<int, double> receiver)
    {
        (Member member, IReadOnlyList<Argument> arguments) = PublicTable.Of(this);
        return (Func<int, double>)member.Invoke(receiver, [.. arguments.Select(argument => argument.Value)]);
    }
}

/// <summary>An optional argument; printed by name, and only where it differs from its default.</summary>
internal sealed record Option(string Name, object? Value, bool IsDefault);

/// <summary>From nodes to schedules that remember how they were called.</summary>
internal static class Calls
{
    /// <summary>The schedule of a node, remembered as the builder that calls this.</summary>
    internal static Func<int, double> As(this ScheduleNode node, object?[] arguments, [CallerMemberName] string method = "") =>
        Bound(node, new Call(null, method, arguments));

    /// <summary>The schedule of a node, remembered as the verb that calls this on <paramref name="receiver"/>.</summary>
    internal static Func<int, double> As(
        this ScheduleNode node,
        Func<int, double> receiver,
        object?[] arguments,
        [CallerMemberName] string method = ""
    ) => Bound(node, new Call(receiver, method, arguments));

    /// <summary>A composed schedule, remembered as the recipe that calls this and not by its parts.</summary>
    internal static Func<int, double> As(this Func<int, double> composed, object?[] arguments, [CallerMemberName] string method = "") =>
        ScheduleNode.Of(composed).As(arguments, method);

    /// <summary>A composed schedule, remembered as the verb that calls this.</summary>
    internal static Func<int, double> As(
        this Func<int, double> composed,
        Func<int, double> receiver,
        object?[] arguments,
        [CallerMemberName] string method = ""
    ) => ScheduleNode.Of(composed).As(receiver, arguments, method);

    /// <summary>
    /// A schedule that no builder makes, remembered as the preset of the class <paramref name="builders"/> that calls this.
    /// </summary>
    internal static Func<int, double> AsPreset(
        this Func<int, double> made,
        string builders,
        object?[] arguments,
        [CallerMemberName] string method = ""
    ) => Bound(ScheduleNode.Of(made), new Call(null, method, arguments, builders));

    private static Func<int, double> Bound(ScheduleNode node, Call call) =>
        ((node.IsDeep ? new DeepNode(node) : node) with { Call = call }).At;

    internal static Option Optional<T>(T value, T standard, [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(name, value, EqualityComparer<T>.Default.Equals(value, standard));
}
