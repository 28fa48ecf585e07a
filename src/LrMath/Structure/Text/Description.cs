using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace LrMath.Structure;

/// <summary>Calls as C#.</summary>
internal static class Description
{
    /// <summary>The expression that builds a schedule. Calls within one another are written by a loop, however many there are.</summary>
    internal static string Of(Func<int, double> schedule)
    {
        StringBuilder text = new();
        Stack<object?> rest = new([schedule]);
        while (rest.TryPop(out object? next))
        {
            if (next is string piece)
            {
                text.Append(piece);
                continue;
            }

            foreach (object? part in Parts(next).AsEnumerable().Reverse())
            {
                rest.Push(part);
            }
        }

        return text.ToString();
    }

    /// <summary>The C# that names a shape.</summary>
    internal static string Of(Shape shape) => (shape.Target as ShapeFormula)?.Text ?? Lambda(shape);

    /// <summary>What an argument consists of: text, and other arguments.</summary>
    private static List<object?> Parts(object? argument) =>
        argument switch
        {
            Option option => [$"{option.Name}: ", option.Value],
            double value => [Numbers.Text(value)],
            int value => [value.ToString(CultureInfo.InvariantCulture)],
            long value => [value.ToString(CultureInfo.InvariantCulture)],
            Enum value => [$"{value.GetType().Name}.{value}"],
            bool value => [value ? "true" : "false"],
            Func<int, double> { Target: ScheduleNode { Call: { } call } } => Parts(call),
            Func<int, double> schedule => [Lambda(schedule)],
            Shape shape => [Of(shape)],
            Delegate function => [Function(function)],
            (double at, double value) => List("(", [at, value], ")"),
            (long samples, long size) => List("(", [samples, size], ")"),
            (Func<int, double> schedule, int steps) => List("(", [schedule, steps], ")"),
            IEnumerable list => List("[", list.Cast<object?>(), "]"),
            _ => throw new ArgumentException($"An argument of type {argument?.GetType()} cannot be printed.", nameof(argument)),
        };

    private static List<object?> Parts(Call call) =>
        [call.Receiver ?? (object)call.Builders, .. List($".{call.Method}(", call.Arguments.Where(IsPrinted), ")")];

    private static List<object?> List(string open, IEnumerable<object?> arguments, string close)
    {
        List<object?> parts = [open];
        foreach (object? argument in arguments)
        {
            parts.AddRange(parts.Count == 1 ? [argument] : [", ", argument]);
        }

        parts.Add(close);
        return parts;
    }

    private static bool IsPrinted(object? argument) => argument is not Option { IsDefault: true };

    // Recognised by the name of its type: to print a schedule that has no spline, MathNet.Numerics need not be there.
    private static string Function(Delegate function) =>
        function.Method.DeclaringType is { Namespace: "MathNet.Numerics.Interpolation" } type
            ? $"{type.Name}.{function.Method.Name}"
            : Lambda(function);

    /// <summary>
    /// A function that is not ours; one without a name of its own has a name from the compiler, which is not printed.
    /// </summary>
    internal static string Lambda(Delegate function)
    {
        MethodInfo method = function.Method;
        return method.Name.Contains('<', StringComparison.Ordinal) ? "‹lambda›" : $"‹lambda {method.DeclaringType?.Name}.{method.Name}›";
    }
}
