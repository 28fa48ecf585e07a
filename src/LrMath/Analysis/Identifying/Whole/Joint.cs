using LrMath.Structure;

namespace LrMath.Analysis.Identifying.Whole;

/// <summary>The ways to write a schedule that another one follows.</summary>
internal static class Joint
{
    private const double Same = 1e-6;

    /// <summary>All of them; they differ by rounding, where one takes a value from the other.</summary>
    /// <param name="first">What comes first.</param>
    /// <param name="at">How long it is followed.</param>
    /// <param name="rest">What follows, counted from its own step 0.</param>
    public static IEnumerable<Func<int, double>> Of(Func<int, double> first, int at, Func<int, double> rest)
    {
        yield return first.Then(rest, at);
        double begun = rest(0);
        if (Call.Of(first) is { Receiver: null, Method: nameof(Schedule.Constant) } && IsSame(first(0), begun))
        {
            yield return rest.Delay(at);
        }

        if (Way(first) is var (from, peak, length, shape) && length == at && IsSame(peak, begun))
        {
            yield return rest.Warmup(at, from, shape);
        }

        double left = first(at);
        if (Call.Of(rest) is { Receiver: null, Method: nameof(Schedule.Constant) } && IsSame(left, begun))
        {
            yield return first.Freeze(at);
        }

        if (Way(rest) is var (start, end, steps, course) && IsSame(left, start) && steps <= int.MaxValue - at)
        {
            yield return first.Cooldown(at + steps, steps, end, course);
        }
    }

    private static bool IsSame(double left, double right) => Math.Abs(left - right) <= Same * Math.Max(Math.Abs(left), Math.Abs(right));

    /// <summary>A way from one value to another: both, its length, and its shape, none for a straight one.</summary>
    private static (double From, double To, int Steps, Shape? Shape)? Way(Func<int, double> schedule) =>
        Call.Of(schedule) is not { Receiver: null } call ? null
        : call.Arguments is [double from, double to, int steps]
            ? call.Method switch
            {
                nameof(Schedule.Linear) => (from, to, steps, null),
                nameof(Schedule.Cosine) => (from, to, steps, Shapes.Cosine),
                nameof(Schedule.SquareRoot) => (from, to, steps, Shapes.SquareRoot),
                nameof(Schedule.Exponential) => (from, to, steps, Shapes.Exponential),
                _ => null,
            }
        : call is { Method: nameof(Schedule.Polynomial), Arguments: [double begin, double end, int length, double power] }
            ? (begin, end, length, Shapes.Polynomial(power))
        : null;
}
