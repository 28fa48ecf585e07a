namespace LrMath.Analysis.Identifying;

/// <summary>Bodies as they stand, after a straight warm-up, or with a warm-up laid over their first steps.</summary>
internal static class Warmups
{
    private const int BodyAt = 3;
    private const int FewestCurved = 4;
    private static readonly Argument[] Before = [Argument.Origin, Argument.Rate, Argument.Steps];

    /// <summary>The shapes of warm-ups that are not straight, for a length. The logarithm is that of DeepSpeed, ln(t + 1) / ln n.</summary>
    public static readonly Func<double, Shape>[] Curves =
    [
        _ => Shapes.Cosine,
        steps => Shapes.Logarithmic(steps + 1),
        _ => Shapes.Polynomial(2),
        _ => Shapes.Power(2),
        _ => Shapes.Exponential,
        _ => Shapes.SquareRoot,
    ];

    /// <summary>A body after a warm-up: <c>[origin, from, steps, …body]</c>.</summary>
    public static Form Following(Body body) =>
        FormOf(
            body,
            a => body.At(a[BodyAt..]) is { } at && a[2] >= 0 ? Model(a[0], a[1], a[2], at(0), at, a[2]) : null,
            a => Built(body, a)
        );

    /// <summary>A body after a warm-up along a shape: <c>[origin, from, steps, …body]</c>.</summary>
    public static Form Following(Body body, Func<double, Shape> shape) =>
        FormOf(
            body,
            a =>
                body.At(a[BodyAt..]) is { } at && a[2] >= 1 && CreateCurve(shape(a[2]), a[1], at(0)) is { } curve
                    ? Model(a[0], a[2], curve, at)
                    : null,
            a =>
                a[2] >= 1 && body.Build(a[BodyAt..]) is { } built
                    ? Placed(built.Warmup((int)a[2], a[1], shape((int)a[2])), (int)a[0])
                    : null
        );

    /// <summary>A warm-up laid over a body that runs on underneath, as timm has it.</summary>
    public static Form Over(Body body) =>
        FormOf(
            body,
            a => body.At(a[BodyAt..]) is { } at && a[2] >= 0 ? Model(a[0], a[1], a[2], at(0), at, 0) : null,
            a =>
                body.Build(a[BodyAt..]) is { } built && a[2] >= 1
                    ? Placed(Schedule.Linear(a[1], a[BodyAt], (int)a[2]).Then(built.Shift((int)a[2]), (int)a[2]), (int)a[0])
                    : null
        );

    /// <summary>First guesses for a body on all rows, and for one after a warm-up that may end at each of some rows.</summary>
    public static IEnumerable<Attempt> Attempts(
        Form form,
        Body body,
        Observations rows,
        int origin,
        IEnumerable<int> lastRows,
        bool over,
        bool freeOrigin
    )
    {
        foreach (int last in lastRows)
        {
            foreach (double[] warmup in Guessed(rows, origin, last))
            {
                double start = over ? origin : origin + warmup[1];
                Tail tail = After(rows, Math.Min(last + 1, rows.Count - 1), start);
                foreach (double[] guess in body.Guesses(tail))
                {
                    bool warm = last >= 0;
                    foreach (int[] kept in body.Kept)
                    {
                        bool[] free = [freeOrigin, warm, warm, .. body.Arguments.Select((_, k) => !kept.Contains(k))];
                        yield return new Attempt(form, [origin, .. warmup, .. guess], free);
                    }
                }
            }
        }
    }

    /// <summary>The last rows that a straight rise from the first row reaches.</summary>
    public static int[] LastRows(Observations rows)
    {
        int line = LineFrom(rows, 0);
        if (rows.Count < 3 || rows.Rates[1] <= rows.Rates[0])
        {
            return [-1];
        }

        return line == 1 ? [-1, 0, 1] : [-1, line, line - 1];
    }

    /// <summary>The row of the peak, where the rows before it rise to it in a curve; else <see langword="null"/>.</summary>
    public static int? CurvedTo(Observations rows)
    {
        int top = Array.IndexOf(rows.Rates, rows.Rates.Max());
        if (top < FewestCurved || LineFrom(rows, 0) >= top - 1)
        {
            return null;
        }

        for (int i = 1; i <= top; i++)
        {
            if (rows.Rates[i] < rows.Rates[i - 1] - rows.Widths[i] - rows.Widths[i - 1])
            {
                return null;
            }
        }

        return top;
    }

    /// <summary>The last row up to which a straight line from a row explains all rows.</summary>
    public static int LineFrom(Observations rows, int first)
    {
        int reached = Math.Min(first + 1, rows.Count - 1);
        for (int last = first + 2; last < rows.Count; last++)
        {
            double slope = (rows.Rates[last] - rows.Rates[first]) / (rows.Steps[last] - rows.Steps[first]);
            bool straight = true;
            for (int i = first + 1; i < last && straight; i++)
            {
                double line = rows.Rates[first] + (slope * (rows.Steps[i] - rows.Steps[first]));
                straight = Math.Abs(line - rows.Rates[i]) <= rows.Widths[i] + Math.Max(rows.Widths[first], rows.Widths[last]);
            }

            if (!straight)
            {
                break;
            }

            reached = last;
        }

        return reached;
    }

    private static Form FormOf(Body body, Func<double[], Func<int, double>?> model, Func<double[], Func<int, double>?> build) =>
        new([.. Before, .. body.Arguments], model, build) { Likely = body.Likely, Last = BodyAt + body.Last };

    private static IEnumerable<double[]> Guessed(Observations rows, int origin, int last)
    {
        if (last < 0)
        {
            return
            [
                [0, 0],
            ];
        }

        double next = rows.Steps[Math.Min(last + 1, rows.Count - 1)];
        if (last == 0)
        {
            double from = rows.First <= origin ? rows.Rates[0] : 0;
            return
            [
                [from, Math.Max((next - origin) / 2, 1)],
                [from, Math.Max(next - origin, 1)],
            ];
        }

        double slope = (rows.Rates[last] - rows.Rates[0]) / (rows.Steps[last] - rows.Steps[0]);
        double start = rows.Rates[0] + (slope * (origin - rows.First));
        if (start < 0 && rows.Rates[0] > 0)
        {
            // The rise is not straight, or the first row would not be above zero.
            start = rows.Rates[0];
        }

        double top = rows.Rates.Max();
        double length = slope > 0 ? Math.Clamp((top - start) / slope, rows.Steps[last] - origin, next - origin) : next - origin;
        return
        [
            [start, Math.Max(length, 0.5)],
        ];
    }

    private static Tail After(Observations rows, int first, double start) =>
        new([.. rows.Steps.Skip(first).Select(step => step - start)], rows.Rates[first..], rows.Widths[first..]);

    private static Func<int, double> Model(
        double origin,
        double from,
        double length,
        double peak,
        Func<double, double> body,
        double bodyAt
    ) =>
        step =>
        {
            double x = step - origin;
            return x >= length || length == 0 ? body(Math.Max(x, 0) - bodyAt)
                : x <= 0 ? from
                : from + ((peak - from) * x / length);
        };

    private static Func<double, double>? CreateCurve(Shape shape, double from, double peak) =>
        shape == Shapes.Exponential && !(from * peak > 0) ? null : progress => shape(from, peak, progress);

    private static Func<int, double> Model(double origin, double length, Func<double, double> curve, Func<double, double> body) =>
        step => step - origin is var x && x >= length ? body(x - length) : curve(Math.Max(x, 0) / length);

    private static Func<int, double>? Built(Body body, double[] a)
    {
        (int origin, int steps) = ((int)a[0], (int)a[2]);
        double[] arguments = a[BodyAt..];
        if (steps > 0 && body.Whole(new Warmed(origin, a[1], steps, arguments)) is { } whole)
        {
            return origin == -1 && IsNoam(whole) ? whole : Placed(whole, origin);
        }

        return body.Build(arguments) is { } built ? Placed(steps > 0 ? built.Warmup(steps, a[1]) : built, origin) : null;
    }

    private static bool IsNoam(Func<int, double> schedule) => Structure.Description.Of(schedule).Contains("Noam", StringComparison.Ordinal);

    /// <summary>A schedule that begins at a step of the log.</summary>
    public static Func<int, double> Placed(Func<int, double> schedule, int origin) =>
        origin > 0 ? schedule.Delay(origin)
        : origin < 0 ? schedule.Shift(-origin)
        : schedule;
}
