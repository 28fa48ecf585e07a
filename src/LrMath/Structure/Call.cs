using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>The call of a builder (no receiver) or a verb, kept so that a schedule can be printed as the C# that rebuilds it.</summary>
internal sealed record Call(Func<int, double>? Receiver, string Method, object?[] Arguments, string Builders = "Schedule");

/// <summary>An optional argument; printed by name, and only where it differs from its default.</summary>
internal sealed record Option(string Name, object? Value, bool IsDefault);

/// <summary>From nodes to schedules that remember how they were called.</summary>
internal static class Calls
{
    /// <summary>The schedule of a node, remembered as the builder that calls this.</summary>
    internal static Func<int, double> As(this ScheduleNode node, object?[] arguments, [CallerMemberName] string method = "") =>
        (node with { Said = new Call(null, method, arguments) }).At;

    /// <summary>The schedule of a node, remembered as the verb that calls this on <paramref name="receiver"/>.</summary>
    internal static Func<int, double> As(
        this ScheduleNode node,
        Func<int, double> receiver,
        object?[] arguments,
        [CallerMemberName] string method = "") =>
        (node with { Said = new Call(receiver, method, arguments) }).At;

    /// <summary>A composed schedule, remembered as the recipe that calls this and not by its parts.</summary>
    internal static Func<int, double> As(this Func<int, double> composed, object?[] arguments, [CallerMemberName] string method = "") =>
        ScheduleNode.Of(composed).As(arguments, method);

    /// <summary>A composed schedule, remembered as the verb that calls this.</summary>
    internal static Func<int, double> As(
        this Func<int, double> composed,
        Func<int, double> receiver,
        object?[] arguments,
        [CallerMemberName] string method = "") =>
        ScheduleNode.Of(composed).As(receiver, arguments, method);

    internal static Option Option<T>(T value, T standard, [CallerArgumentExpression(nameof(value))] string name = "") =>
        new(name, value, EqualityComparer<T>.Default.Equals(value, standard));
}
