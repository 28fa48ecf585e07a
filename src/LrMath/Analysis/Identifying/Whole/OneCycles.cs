using LrMath.Structure;

namespace LrMath.Analysis.Identifying.Whole;

/// <summary>
/// One swing up and down, as PyTorch's OneCycleLR has it: <c>[peak, steps, top, start, end, origin]</c>, where top is the step of the peak.
/// </summary>
internal static class OneCycles
{
    private const double Reached = 0.02;
    private static readonly double[] Fractions = [0.3, 0.1, 0.2, 0.25, 0.4, 0.05, 0.15, 0.5, 0.35, 0.45, 0.01, 0.02, 0.03];
    private static readonly double[] Usual = [0.3, 0.1, 0.2, 0.25, 0.4, 0.5];
    private static readonly double[] EndDivisors = [1e4, 100, 1000, 10, 1e5, 1e6, 25];

    /// <summary>First guesses.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="origin">The step of the log that is the schedule's step 0.</param>
    /// <param name="fewestAfter">How many rows there have to be after the peak.</param>
    public static IEnumerable<Attempt> Attempts(Observations rows, int origin, int fewestAfter = 0)
    {
        int top = Array.IndexOf(rows.Rates, rows.Rates.Max());
        if (top == 0 || rows.Count < 4 || rows.Count - 1 - top < fewestAfter || !IsOneSwing(rows, top))
        {
            yield break;
        }

        // Where the end was not reached, the peak tells the length, if it is where it usually is.
        bool isOpen = rows.Rates[^1] > Reached * rows.Rates[top];
        foreach (Shape shape in (Shape[])[Shapes.Cosine, Shapes.Linear])
        {
            foreach (bool threePhase in (bool[])[false, true])
            {
                Form form = FormOf(shape, threePhase, null);
                foreach (double[] guess in Guesses(rows, top, form, origin))
                {
                    yield return new Attempt(form, guess, [true, true, true, true, true, false]);
                }

                foreach (double fraction in isOpen && !threePhase ? Usual : [])
                {
                    double length = (rows.Steps[top] - origin + 1) / fraction;
                    double start = rows.Rates[0];
                    yield return new Attempt(
                        FormOf(shape, threePhase, fraction),
                        [rows.Rates[top], length, (fraction * length) - 1, start, start / EndDivisors[0], origin],
                        [true, true, false, true, true, false]
                    );
                }
            }
        }
    }

    /// <summary>The one-cycles that a rise may be the beginning of: what follows its peak was not logged.</summary>
    public static IEnumerable<Func<int, double>> BegunWith(Func<int, double> rise)
    {
        if (Call.Of(rise) is not { } call)
        {
            yield break;
        }

        // A log that counts from 1 shows the first value twice.
        if (call is { Method: nameof(Verbs.Warmup) or nameof(Verbs.Delay), Receiver: { } later, Arguments: [1, ..] })
        {
            foreach (Func<int, double> schedule in BegunWith(later))
            {
                yield return schedule.Delay(1);
            }
        }

        double? length = call switch
        {
            { Receiver: null, Method: nameof(Schedule.Cosine) or nameof(Schedule.Linear), Arguments: [_, _, int steps] } => steps,
            { Receiver: null, Method: nameof(Schedule.CosineWave), Arguments: [_, _, double half] } => half,
            _ => null,
        };
        if (length is not (> 1 and var top) || call.Arguments is not [double start, double peak, _] || !(start > 0 && start < peak))
        {
            yield break;
        }

        Shape? shape = call.Method == nameof(Schedule.Linear) ? Shapes.Linear : null;
        foreach (double fraction in Fractions)
        {
            // A rise that is level at its top may be a step longer or shorter than the rows tell.
            double exact = RoundNumbers.Clean((top + 1) / fraction);
            int? round = HumanNumbers.Whole((top - 1) / fraction, (top + 3) / fraction);
            foreach (double steps in ((double?[])[exact, round]).OfType<double>().Distinct())
            {
                if (double.IsInteger(steps) && steps < int.MaxValue)
                {
                    yield return Schedule.OneCycle(peak, (int)steps, fraction, RoundNumbers.Near(peak / start), shape: shape);
                }
            }
        }
    }

    private static bool IsOneSwing(Observations rows, int top)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            double rise = rows.Rates[i] - rows.Rates[i - 1];
            double slack = rows.Widths[i] + rows.Widths[i - 1];
            if (i <= top ? rise < -slack : rise > slack)
            {
                return false;
            }
        }

        return true;
    }

    private static Form FormOf(Shape shape, bool threePhase, double? fraction) =>
        new(
            [Argument.Rate, Argument.Steps, Argument.Position, Argument.Rate, Argument.Rate, Argument.Origin],
            a => Model(a, fraction is { } share ? (share * a[1]) - 1 : a[2], shape, threePhase),
            a =>
                a[3] > 0 && a[4] > 0
                    ? Warmups.Placed(
                        Schedule.OneCycle(
                            a[0],
                            (int)a[1],
                            fraction ?? RoundNumbers.Clean((a[2] + 1) / a[1]),
                            RoundNumbers.Near(a[0] / a[3]),
                            RoundNumbers.Near(a[3] / a[4]),
                            shape == Shapes.Cosine ? null : shape,
                            threePhase
                        ),
                        (int)a[5]
                    )
                    : null
        )
        {
            Last = 2,
            Likely = (a, k) =>
                k switch
                {
                    2 => Fractions.Select(fraction => (fraction * a[1]) - 1),
                    3 => [a[0] / 25, a[0] / 10, a[0] / 100],
                    4 => EndDivisors.Select(divisor => a[3] / divisor),
                    _ => [],
                },
        };

    private static Func<int, double>? Model(double[] a, double top, Shape shape, bool threePhase)
    {
        double last = a[1] - 1;
        double back = threePhase ? (2 * top) : top;
        if (!(top > 0) || !(last > back))
        {
            return null;
        }

        (double peak, double start, double end, double origin) = (a[0], a[3], a[4], a[5]);
        return at =>
            Math.Max(at - origin, 0) is var step && step < top ? shape(start, peak, step / top)
            : step < back ? shape(peak, start, (step - top) / (back - top))
            : shape(threePhase ? start : peak, end, (step - back) / (last - back));
    }

    private static IEnumerable<double[]> Guesses(Observations rows, int top, Form form, int origin)
    {
        double at = rows.Steps[top] - origin;
        double reach = rows.Last + 1 - origin;
        List<(double[] Guess, double Sum)> tried = [];
        foreach (
            double steps in (double[])
                [
                    reach,
                    rows.Count > 5 ? Rest(rows) + 1 - origin : reach,
                    .. Enumerable.Range(0, 25).Select(i => reach * Math.Exp(i * 0.06)),
                ]
        )
        {
            double[] guess =
            [
                rows.Rates[top],
                steps,
                at,
                rows.Rates[0],
                Math.Max(Math.Min(rows.Rates[^1], rows.Rates[0] / 100), 1e-7 * rows.Peak),
                origin,
            ];
            if (form.Model(guess) is { } model)
            {
                tried.Add((guess, rows.Steps.Zip(rows.Rates, (step, rate) => (model(step) - rate) * (model(step) - rate)).Sum()));
            }
        }

        return tried.OrderBy(t => t.Sum).Take(2).Select(t => t.Guess);
    }

    /// <summary>From which step on nothing changes.</summary>
    private static double Rest(Observations rows)
    {
        int row = rows.Count - 1;
        while (row > 0 && Math.Abs(rows.Rates[row - 1] - rows.Rates[^1]) <= rows.Widths[^1] + rows.Widths[row - 1])
        {
            row--;
        }

        return rows.Steps[row];
    }
}
