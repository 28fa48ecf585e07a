using LrMath.Frameworks;

namespace LrMath.Data;

/// <summary>Lists in the types of the public API, each named here because native code has none that is named nowhere.</summary>
internal static class Lists
{
    /// <summary>
    /// A list of a parameter's type with these elements; null if the type is no list of ours, or an element is not of its type.
    /// </summary>
    internal static object? Of(Type type, ReadOnlySpan<object?> elements) =>
        type == typeof(IReadOnlyList<double>) ? Typed<double>(elements)
        : type == typeof(IReadOnlyList<int>) ? Typed<int>(elements)
        : type == typeof(IReadOnlyList<Func<int, double>>) ? Typed<Func<int, double>>(elements)
        : type == typeof(IReadOnlyList<Shape>) ? Typed<Shape>(elements)
        : type == typeof(IReadOnlyList<(double, double)>) ? Typed<(double, double)>(elements)
        : type == typeof(IReadOnlyList<(int, double)>) ? Typed<(int, double)>(elements)
        : type == typeof(IReadOnlyList<(long, long)>) ? Typed<(long, long)>(elements)
        : type == typeof(IReadOnlyList<(Func<int, double>, int)>) ? Typed<(Func<int, double>, int)>(elements)
        : type == typeof(IReadOnlyList<CosineKwargs>) ? Typed<CosineKwargs>(elements)
        : type == typeof(IReadOnlyList<Func<double, Func<int, double>>>) ? Typed<Func<double, Func<int, double>>>(elements)
        : null;

    private static T[]? Typed<T>(ReadOnlySpan<object?> elements)
    {
        var list = new T[elements.Length];
        for (int i = 0; i < list.Length; i++)
        {
            if (elements[i] is not T element)
            {
                return null;
            }

            list[i] = element;
        }

        return list;
    }
}
