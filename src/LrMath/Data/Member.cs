using System.Reflection;

namespace LrMath.Data;

/// <summary>One public builder, verb, shape, preset or policy.</summary>
/// <param name="Room">The name of the class that it belongs to.</param>
/// <param name="Name">Its name in C#; empty for a constructor.</param>
/// <param name="Result">The type of what it makes.</param>
/// <param name="Parameters">Its parameters in order, without the schedule that a verb is called on.</param>
/// <param name="Method">The method, the getter or the constructor.</param>
/// <param name="Call">Calls it, on the schedule that a verb is called on, with one value for each parameter.</param>
internal sealed record Member(
    string Room,
    string Name,
    Type Result,
    IReadOnlyList<Parameter> Parameters,
    MethodBase Method,
    Func<Func<int, double>?, object?[], object> Call
)
{
    /// <summary>Calls it.</summary>
    /// <param name="receiver">The schedule that a verb is called on; null for all else.</param>
    /// <param name="values">One value for each parameter.</param>
    /// <exception cref="ArgumentException">What the member itself refuses, as it throws it.</exception>
    internal object Invoke(Func<int, double>? receiver, params object?[] values) => Call(receiver, values);

    /// <summary>
    /// Values in the order of the parameters, by name; null if they do not fit. The last ones may be the elements of a <c>params</c>
    /// list.
    /// </summary>
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

        var arguments = new Argument[values.Length];
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
}
