using System.Globalization;
using LrMath.Structure;

namespace LrMath.Data;

/// <summary>Which of <see cref="Shapes"/> made a shape, and from what.</summary>
internal static class ShapeCall
{
    /// <summary>The method and its arguments, in order; null for a shape that is not ours.</summary>
    internal static (string Method, object[] Arguments)? Of(Shape shape) =>
        shape.Target is ShapeFormula { Text: { } text } ? Of(text) : null;

    // The text that a formula knows itself by: Shapes.Name or Shapes.Name(arguments), a shape among them only as the first of two.
    private static (string Method, object[] Arguments) Of(string text)
    {
        string call = text[(nameof(Shapes).Length + 1)..];
        int open = call.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return (call, []);
        }

        string arguments = call[(open + 1)..^1];
        int comma = arguments.LastIndexOf(',');
        return (call[..open], comma < 0 ? [Argument(arguments)] : [Argument(arguments[..comma]), Argument(arguments[(comma + 2)..])]);
    }

    private static object Argument(string text)
    {
        if (!text.StartsWith(nameof(Shapes), StringComparison.Ordinal))
        {
            return double.Parse(text, CultureInfo.InvariantCulture);
        }

        (string method, object[] arguments) = Of(text);
        Member member = PublicTable.Shapes.Members.First(member => member.Name == method && member.Bind(arguments) is not null);
        return member.Invoke(null, arguments);
    }
}
