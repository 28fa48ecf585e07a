using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>
/// The same expression with one argument changed. Each number in it is solved for; the one whose value is roundest is the answer.
/// </summary>
internal static class ChangedArgument
{
    private const int ComparedRows = 48;
    private const int MostMoves = 6;
    private const double Hopeless = 0.02;
    private static readonly double[] Ratios = [0.5, 2, 0.1, 10, 0.8, 1.25, 0.25, 4, 0.01, 100, 0.9, 1.1, 0.95, 1.05];

    public static Explanation? Find(Case log)
    {
        Observations few = log.Rows.Thinned(ComparedRows);
        List<(Explanation Explanation, int Digits)> found = [];
        foreach ((string name, double was, bool whole, Func<double, Func<int, double>?> build) in ListNumbers(log.Intended))
        {
            foreach (double value in Values(few, was, whole, build).Distinct())
            {
                if (value != was && build(value) is { } schedule && log.Explains(schedule))
                {
                    found.Add(
                        (
                            new Explanation(Verdict.Arguments, null, value, schedule, name),
                            RoundNumbers.DigitsIn(Structure.Numbers.Text(value))
                        )
                    );
                    break;
                }
            }
        }

        return found.Count > 0 ? found.MinBy(f => f.Digits).Explanation : null;
    }

    /// <summary>
    /// All numbers of an expression: what each is called, its value, whether it is whole, and the schedule with another value.
    /// </summary>
    private static IEnumerable<(string Name, double Was, bool Whole, Func<double, Func<int, double>?> Build)> ListNumbers(
        Func<int, double> schedule
    )
    {
        foreach (Part part in Part.Of(schedule))
        {
            foreach (Data.Argument argument in part.Call.Named)
            {
                string parameter = argument.Parameter.Name;
                string name = $"{part.Call.Method}.{parameter}";
                Func<double, Func<int, double>?> With(Func<double, object?> value) =>
                    number => Built(() => part.Replaced(part.Call.With(parameter, value(number))));
                switch (argument.Value)
                {
                    case double value:
                        yield return (name, value, false, With(number => number));
                        break;
                    case int value:
                        yield return (name, value, true, With(number => (int)Math.Round(number)));
                        break;
                    case IReadOnlyList<int> list:
                        for (int i = 0; i < list.Count; i++)
                        {
                            int index = i;
                            yield return (
                                name,
                                list[i],
                                true,
                                With(number => list.Select((old, k) => k == index ? (int)Math.Round(number) : old).ToArray())
                            );
                        }

                        break;
                    case IReadOnlyList<double> list:
                        for (int i = 0; i < list.Count; i++)
                        {
                            int index = i;
                            yield return (
                                name,
                                list[i],
                                false,
                                With(number => list.Select((old, k) => k == index ? number : old).ToArray())
                            );
                        }

                        break;
                }
            }
        }
    }

    private static Func<int, double>? Built(Func<Func<int, double>> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException)
        {
            // Not a legal value of this argument.
            return null;
        }
    }

    private static IEnumerable<double> Values(Observations rows, double was, bool whole, Func<double, Func<int, double>?> build) =>
        whole ? WholeValues(rows, was, build) : RealValues(rows, was, build);

    private static IEnumerable<double> RealValues(Observations rows, double was, Func<double, Func<int, double>?> build)
    {
        Form form = new(
            [was == 0 || Math.Abs(was) < rows.Peak * 2 ? Identifying.Argument.Rate : Identifying.Argument.Position],
            a => build(a[0]),
            a => build(a[0])
        );
        IEnumerable<double> starts =
            was == 0 ? [rows.Peak * 0.1, rows.Peak * 0.01, rows.Peak * 0.5] : [was, .. Ratios.Select(ratio => was * ratio)];
        double[] best = [.. starts.OrderBy(start => Distance(rows, build(start))).Take(2)];
        bool[] free = [true];
        foreach (double start in best)
        {
            var fit = Fit.Of(form, [start], free, rows, 1e-3 * rows.Peak, 30);
            fit = fit is null ? null : Fit.Of(form, fit.Arguments, free, rows, 0, 30);
            if (fit is { Worst: < 3 })
            {
                foreach (double[] arguments in RoundArguments.Of(form, fit, free, rows))
                {
                    yield return arguments[0];
                }

                yield return fit.Arguments[0];
            }
        }
    }

    private static IEnumerable<double> WholeValues(Observations rows, double was, Func<double, Func<int, double>?> build)
    {
        double size = Math.Max(was, rows.Last / 10.0);
        double[] starts =
        [
            .. HumanNumbers
                .Between(size / 50, size * 20)
                .Select(length => Math.Round(length))
                .Concat(Ratios.Select(ratio => Math.Round(was * ratio)))
                .Append(0)
                .Distinct(),
        ];
        foreach (double start in starts.OrderBy(start => Distance(rows, build(start))).Take(2).ToArray())
        {
            double value = start;
            double distance = Distance(rows, build(value));
            for (double step = Math.Max(Math.Round(size / 8), 1); step >= 1; step = step > 1 ? Math.Round(step / 2) : 0)
            {
                bool moved = true;
                for (int move = 0; moved && move < MostMoves; move++)
                {
                    moved = false;
                    foreach (double next in (double[])[value + step, value - step])
                    {
                        double there = next >= 0 ? Distance(rows, build(next)) : double.PositiveInfinity;
                        if (there < distance)
                        {
                            (value, distance, moved) = (next, there, true);
                        }
                    }
                }
            }

            if (distance <= Hopeless * Hopeless * rows.Count)
            {
                yield return Roundest(rows, value, build);
                yield return value;
            }
        }
    }

    private static double Roundest(Observations rows, double value, Func<double, Func<int, double>?> build)
    {
        for (int place = 6; place > 0; place--)
        {
            double rounded = RoundNumbers.Rounded(value, place);
            if (Math.Abs(rounded - value) < 0.05 * value && build(rounded) is { } schedule && rows.Misfit(schedule, 1) <= 1)
            {
                return rounded;
            }
        }

        return value;
    }

    // The sum of squares guides the search; rows that are far off count no more than ones that are off.
    private static double Distance(Observations rows, Func<int, double>? schedule)
    {
        if (schedule is null)
        {
            return double.PositiveInfinity;
        }

        double sum = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            double distance = (schedule(rows.Steps[i]) - rows.Rates[i]) / rows.Peak;
            sum += distance * distance;
        }

        return sum;
    }
}
