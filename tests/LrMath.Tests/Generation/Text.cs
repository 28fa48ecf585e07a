using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace LrMath.Tests.Generation;

/// <summary>A case in one line.</summary>
internal static class Text
{
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            Func<int, double> schedule => schedule.Describe(),
            ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
