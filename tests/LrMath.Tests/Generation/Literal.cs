using System.Globalization;

namespace LrMath.Tests.Generation;

/// <summary>A number, a truth value, a member of an enumeration, null, or a value with a text of its own.</summary>
internal sealed class Literal(object? value, Type type, string? text = null) : Term(type)
{
    public object? Value => value;

    public static Literal Of<T>(T value) => new(value, typeof(T));

    public override object? Build(Watch? watch) => value;

    public override IEnumerable<Term> Reductions() =>
        value switch
        {
            double number => Reduction.Of(number).Select(less => new Literal(less, Type)),
            int whole => Reduction.Of(whole).Select(less => new Literal(less, Type)),
            long whole => Reduction.Of((int)Math.Min(whole, int.MaxValue)).Select(less => new Literal((long)less, Type)),
            true => [new Literal(false, Type)],
            _ => [],
        };

    public override string ToString() =>
        text
        ?? value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            Enum member => $"{Type.Name}.{member}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
