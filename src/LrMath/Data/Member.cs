using System.Reflection;

namespace LrMath.Data;

/// <summary>One public builder, verb, shape, preset or policy.</summary>
/// <param name="Room">The class that it belongs to.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Result">What it makes.</param>
/// <param name="Parameters">Its parameters in order, without the schedule that a verb is called on.</param>
/// <param name="Method">What is invoked; that of a property is its getter.</param>
internal sealed record Member(Room Room, string Name, Type Result, IReadOnlyList<Parameter> Parameters, MethodInfo Method)
{
    /// <summary>Whether it is a property, written without parentheses.</summary>
    internal bool IsProperty => Method.IsSpecialName;

    /// <summary>Calls it.</summary>
    /// <param name="receiver">The schedule that a verb is called on; null for all else.</param>
    /// <param name="values">One value for each parameter.</param>
    /// <exception cref="ArgumentException">What the member itself refuses, as it throws it.</exception>
    internal object Invoke(Func<int, double>? receiver, params ReadOnlySpan<object?> values) =>
        Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, Room.HasReceiver ? [receiver, .. values] : values.ToArray(), null)!;

    /// <summary>Values in the order of the parameters, by name; null if they do not fit. The last ones may be the elements of a <c>params</c> list.</summary>
    internal IReadOnlyList<Argument>? Bind(ReadOnlySpan<object?> values)
    {
        int last = Parameters.Count - 1;
        if (last >= 0 && Parameters[last].IsParams && !(values.Length == Parameters.Count && Parameters[last].Takes(values[last])))
        {
            if (values.Length < last || Lists.Of(Parameters[last].Type, values[last..]) is not { } list)
            {
                return null;
            }

            values = (object?[])[.. values[..last], list];
        }

        if (values.Length != Parameters.Count)
        {
            return null;
        }

        Argument[] arguments = new Argument[values.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = new Argument(Parameters[i], values[i]);
            if (!Parameters[i].Takes(values[i]))
            {
                return null;
            }
        }

        return arguments;
    }

    /// <summary>Two members are one if they are one method.</summary>
    public bool Equals(Member? other) => other is not null && other.Method == Method;

    /// <inheritdoc/>
    public override int GetHashCode() => Method.GetHashCode();
}
