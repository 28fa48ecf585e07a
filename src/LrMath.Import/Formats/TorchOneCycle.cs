using System.Globalization;
using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Formats;

/// <summary>
/// A one-cycle from its state. The state holds the first rate, the lengths of the phases and the last rate; the peak and the end stand in
/// the optimizer's parameter group. Where the group is not told, they follow from the last rate.
/// </summary>
internal static class TorchOneCycle
{
    // PyTorch's own defaults: peak = first · 25, end = first / 10,000.
    private const double DivFactor = 25;
    private const double FinalDivFactor = 1e4;

    internal static RateAndMomentum Build(
        PythonDictionary state,
        int group,
        double first,
        int step,
        double? last,
        PythonDictionary? parameters,
        List<string> notes
    )
    {
        (double Position, string End)[] phases = ReadPhases(state);
        Shape shape = (state["_anneal_func_type"] ?? state["anneal_func"]) switch
        {
            "cos" or null => Shapes.Cosine,
            "linear" => Shapes.Linear,
            object other => throw new ImportException($"_anneal_func_type is {Text.Of(other)}; legal is 'cos', 'linear'."),
        };
        double peak = parameters?["max_lr"] is { } max ? TorchState.NumberOf(max, "max_lr") : first * DivFactor;
        double end = parameters?["min_lr"] is { } min ? TorchState.NumberOf(min, "min_lr") : first / FinalDivFactor;
        if (parameters?["max_lr"] is null)
        {
            (peak, end) = Solve(phases, shape, first, peak, end, step, last, notes);
        }

        return new(Rate(phases, shape, first, peak, end), Momentum(state, phases, shape, parameters));
    }

    // One equation, linear in the peak and in the end: the last rate.
    private static (double Peak, double End) Solve(
        (double Position, string End)[] phases,
        Shape shape,
        double first,
        double peak,
        double end,
        int step,
        double? last,
        List<string> notes
    )
    {
        if (last is not { } rate || Agrees(Rate(phases, shape, first, peak, end)(step), rate))
        {
            notes.Add(
                "The state of a one-cycle does not hold its peak: PyTorch's defaults (div_factor 25, final_div_factor 10000) "
                    + (last is null ? "are assumed." : "explain its last rate.")
            );
            return (peak, end);
        }

        double atZero = Rate(phases, shape, first, 0, end)(step);
        double perPeak = Rate(phases, shape, first, 1, end)(step) - atZero;
        if (perPeak < 1e-3)
        {
            throw new ImportException(
                "The state of a one-cycle does not hold its peak, and its last rate does not tell it at this step. "
                    + "Give the optimizer's state as well ({\"scheduler\": …, \"optimizer\": …}), or read the line that builds it."
            );
        }

        notes.Add(
            "The state of a one-cycle does not hold its peak: it follows from the last rate"
                + (step > phases[0].Position ? ", with final_div_factor 10000." : ".")
        );
        return (Rounded((rate - atZero) / perPeak), end);
    }

    // Fifteen digits: what the solution leaves of rounding goes.
    internal static double Rounded(double value) =>
        double.Parse(value.ToString("G14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static bool Agrees(double ours, double theirs) => Math.Abs(ours - theirs) <= 1e-9 * Math.Abs(theirs);

    private static Func<int, double> Rate((double Position, string End)[] phases, Shape shape, double first, double peak, double end) =>
        Through(
            [
                (0, first),
                .. phases.Select(p =>
                    (
                        p.Position,
                        p.End switch
                        {
                            "max_lr" => peak,
                            "initial_lr" => first,
                            _ => end,
                        }
                    )
                ),
            ],
            phases,
            shape
        );

    private static Func<int, double> Through(List<(double At, double Value)> knots, (double Position, string End)[] phases, Shape shape) =>
        Schedule.Path(Schedule.Reached(knots, Last(phases)), shape);

    private static int Last((double Position, string End)[] phases) => (int)Math.Clamp(phases[^1].Position, 0, int.MaxValue);

    private static Func<int, double>? Momentum(
        PythonDictionary state,
        (double Position, string End)[] phases,
        Shape shape,
        PythonDictionary? parameters
    )
    {
        if (state["cycle_momentum"] is false || parameters?["max_momentum"] is not { } high || parameters["base_momentum"] is not { } low)
        {
            return null;
        }

        (double top, double bottom) = (TorchState.NumberOf(high, "max_momentum"), TorchState.NumberOf(low, "base_momentum"));
        return Through([(0, top), .. phases.Select(p => (p.Position, p.End == "max_lr" ? bottom : top))], phases, shape);
    }

    private static (double Position, string End)[] ReadPhases(PythonDictionary state) =>
        state["_schedule_phases"] is IReadOnlyList<object?> { Count: > 0 } list
            ?
            [
                .. list.Select(item =>
                    item is PythonDictionary phase && phase["end_lr"] is "max_lr" or "initial_lr" or "min_lr"
                        ? (TorchState.NumberOf(phase["end_step"], "end_step"), (string)phase["end_lr"]!)
                        : throw new ImportException("_schedule_phases holds what is no phase.")
                ),
            ]
            : throw new ImportException("OneCycleLR's state has no _schedule_phases.");
}
