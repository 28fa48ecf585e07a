using LrMath.Data;
using LrMath.Structure;

namespace LrMath.Analysis.Auditing;

/// <summary>A call within the expression of a schedule, which can be built anew with another schedule in its place.</summary>
/// <param name="Call">The call.</param>
/// <param name="Replaced">The whole schedule, with another one in place of this call.</param>
internal sealed record Part(Call Call, Func<Func<int, double>, Func<int, double>> Replaced)
{
    /// <summary>All calls of a schedule's expression, from the outside in, no more than 256 within one another; none for a
    /// lambda.</summary>
    public static IEnumerable<Part> Of(Func<int, double> schedule) => Of(schedule, other => other, 0);

    // No run was meant to have more calls within one another.
    private const int Deepest = 256;

    private static IEnumerable<Part> Of(Func<int, double> schedule, Func<Func<int, double>, Func<int, double>> replaced, int depth)
    {
        if (depth == Deepest || Call.Of(schedule) is not { } call)
        {
            yield break;
        }

        yield return new Part(call, replaced);
        if (call.Receiver is { } receiver)
        {
            foreach (Part part in Of(receiver, other => replaced(call.On(other)), depth + 1))
            {
                yield return part;
            }
        }

        foreach (Argument argument in call.Named)
        {
            if (argument.Value is Func<int, double> inner)
            {
                foreach (Part part in Of(inner, other => replaced(call.With(argument.Parameter.Name, other)), depth + 1))
                {
                    yield return part;
                }
            }
        }
    }
}
