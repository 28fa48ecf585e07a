using System.Collections;
using System.Globalization;
using System.Reflection;

namespace LrMath.Structure;

/// <summary>Calls as C#.</summary>
internal static class Description
{
    internal static string Of(Func<int, double> schedule) =>
        schedule.Target is ScheduleNode { Said: { } call } ? Of(call) : Lambda(schedule);

    private static string Of(Call call)
    {
        string receiver = call.Receiver is null ? call.Builders : Of(call.Receiver);
        return $"{receiver}.{call.Method}({string.Join(", ", call.Arguments.Where(IsPrinted).Select(Text))})";
    }

    private static bool IsPrinted(object? argument) => argument is not Option { IsDefault: true };

    private static string Text(object? argument) => argument switch
    {
        Option option => $"{option.Name}: {Text(option.Value)}",
        double value => Numbers.Text(value),
        int value => value.ToString(CultureInfo.InvariantCulture),
        Enum value => $"{value.GetType().Name}.{value}",
        bool value => value ? "true" : "false",
        Func<int, double> schedule => Of(schedule),
        Shape shape => (shape.Target as ShapeFormula)?.Text ?? Lambda(shape),
        Delegate spline => Spline(spline),
        (double at, double value) => $"({Text(at)}, {Text(value)})",
        (Func<int, double> schedule, int steps) => $"({Of(schedule)}, {Text(steps)})",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ => throw new ArgumentException($"An argument of type {argument?.GetType()} cannot be printed.", nameof(argument)),
    };

    // Told by its name alone: to print a schedule that has no spline, MathNet.Numerics need not be there.
    private static string Spline(Delegate spline) =>
        spline.Method.DeclaringType is { Namespace: "MathNet.Numerics.Interpolation" } type
            ? $"{type.Name}.{spline.Method.Name}"
            : Lambda(spline);

    /// <summary>
    /// A function that is not ours; one without a name of its own has one from the compiler, which tells nobody anything.
    /// </summary>
    internal static string Lambda(Delegate function)
    {
        MethodInfo method = function.Method;
        return method.Name.Contains('<', StringComparison.Ordinal) ? "‹lambda›" : $"‹lambda {method.DeclaringType?.Name}.{method.Name}›";
    }
}
