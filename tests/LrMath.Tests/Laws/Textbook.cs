using MathNet.Numerics.Interpolation;

namespace LrMath.Tests.Laws;

/// <summary>
/// The formula of each builder, written the textbook's way in plain C#: arguments in, a function of the step out. A new builder needs a row
/// here, by its name (and, for an overload, the number of its parameters).
/// </summary>
internal static class Textbook
{
    private static readonly Dictionary<string, Func<Given, Func<int, double>>> Formulas = new(StringComparer.Ordinal)
    {
        ["Constant"] = a => _ => a.Number("value"),
        ["Linear"] = a => Ramp(a, Shapes.Linear),
        ["Cosine"] = a => Ramp(a, (from, to, p) => to + ((from - to) * (1 + Math.Cos(Math.PI * p)) / 2)),
        ["Exponential"] = a => Ramp(a, (from, to, p) => from * Math.Pow(to / from, p)),
        ["SquareRoot"] = a => Ramp(a, (from, to, p) => from + ((to - from) * Math.Sqrt(p))),
        ["Hold"] = a => Ramp(a, (from, to, p) => p < 1 ? from : to),
        ["Polynomial"] = a => Ramp(a, (from, to, p) => to + ((from - to) * Math.Pow(1 - p, a.Number("power")))),
        ["Ramp"] = a => Ramp(a, a.Shape("shape", Shapes.Linear)),
        ["Line"] = a => t => a.Number("initial") + (a.Number("change") * t / a.Number("every")),
        ["ExponentialDecay"] = a => t => a.Number("initial") * Math.Pow(a.Number("gamma"), Stairs(a, t)),
        ["InverseTime"] = a => t => a.Number("initial") / Math.Pow(1 + (a.Number("rate") * Stairs(a, t)), a.Number("power")),
        ["InverseSquareRoot"] = a => t => a.Number("initial") / Math.Sqrt(1 + (t / a.Number("timescale"))),
        ["PowerLaw"] = a => t => a.Number("initial") * Math.Pow(1 + (t / a.Number("timescale")), -a.Number("power")),
        ["ExponentialApproach"] = a =>
            t => a.Number("limit") + ((a.Number("initial") - a.Number("limit")) * Math.Exp(-t / a.Number("timescale"))),
        ["Noam"] = a =>
            t =>
                a.Number("factor")
                / Math.Sqrt(a.Number("modelSize"))
                * Math.Min(1 / Math.Sqrt(t + 1.0), (t + 1.0) / Math.Pow(Math.Max(a.Number("warmupSteps"), 1), 1.5)),
        ["Rectified"] = Rectified,
        ["Step"] = a => t => a.Number("initial") * Math.Pow(a.Number("gamma"), Math.Floor(t / a.Number("every"))),
        ["MultiStep"] = a => t => a.Number("initial") * Math.Pow(a.Number("gamma"), a.List<int>("milestones").Count(m => m <= t)),
        ["Piecewise"] = a => t => a.List<double>("values")[a.List<int>("milestones").Count(m => m <= t)],
        ["Path/2"] = PathOf,
        ["Phases"] = Phases,
        ["Interpolate"] = Interpolate,
        ["CosineWave"] = a =>
            t =>
                a.Number("end")
                + (
                    (a.Number("start") - a.Number("end"))
                    * (1 + Math.Cos(Math.PI * (t % (2 * a.Number("halfPeriod")) / a.Number("halfPeriod"))))
                    / 2
                ),
        ["CosineRestarts"] = a => Restarts(a, (from, to, p) => to + ((from - to) * (1 + Math.Cos(Math.PI * p)) / 2)),
        ["Restarts"] = a => Restarts(a, a.Shape("shape", Shapes.Linear)),
        ["GrowingHorizon"] = a =>
            t =>
                a.Shape("shape", Shapes.Linear)(
                    a.Number("peak"),
                    a.Number("floor"),
                    t / (a.Number("period") * Math.Max(1, Math.Ceiling(t / a.Number("period"))))
                ),
        ["Cyclic"] = Cyclic,
        ["OneCycle"] = OneCycle,
        ["WarmupStableDecay"] = a =>
            Trapezoid(
                a,
                a.Number("start"),
                a.Number("end"),
                a.Number("stableSteps"),
                a.Shape("warmupShape", Shapes.Linear),
                a.Shape("decayShape", Shapes.Linear)
            ),
        ["TriStage"] = a =>
            Trapezoid(
                a,
                a.Number("startScale") * a.Number("peak"),
                a.Number("endScale") * a.Number("peak"),
                a.Number("holdSteps"),
                Shapes.Linear,
                (from, to, p) => from * Math.Pow(to / from, p)
            ),
        ["FlatCosine"] = a =>
            Path(
                [(a.Number("flatFraction") * a.Number("steps"), a.Number("value")), (a.Number("steps"), a.Number("end"))],
                (from, to, p) => to + ((from - to) * (1 + Math.Cos(Math.PI * p)) / 2)
            ),
        ["SlantedTriangular"] = a =>
            Path(
                [
                    (0, a.Number("peak") / a.Number("ratio")),
                    (Math.Floor(a.Number("cutFraction") * a.Number("steps")), a.Number("peak")),
                    (a.Number("steps"), a.Number("peak") / a.Number("ratio")),
                ],
                Shapes.Linear
            ),
        ["RangeTest"] = a => Path([(0, a.Number("min")), (a.Number("steps") - 1, a.Number("max"))], a.Shape("shape", Shapes.Exponential)),
        ["Chain"] = a => t => a.List<Func<int, double>>("schedules").Aggregate(1.0, (product, f) => (product * f(t)) + 0.0),
        ["Sequential"] = a => Sequential(a.List<Func<int, double>>("schedules"), a.List<int>("milestones")),
        ["Concat"] = a =>
            Sequential(
                [.. a.List<(Func<int, double> Schedule, int Steps)>("parts").Select(part => part.Schedule)],
                Sums(a.List<(Func<int, double> Schedule, int Steps)>("parts").SkipLast(1).Select(part => part.Steps))
            ),
    };

    /// <summary>The formula for one builder's arguments; null if the table has none.</summary>
    public static Func<Given, Func<int, double>>? Of(System.Reflection.MethodInfo builder) =>
        Formulas.GetValueOrDefault(builder.Name) ?? Formulas.GetValueOrDefault($"{builder.Name}/{builder.GetParameters().Length}");

    private static Func<int, double> Ramp(Given a, Shape shape) =>
        t => t >= a.Number("steps") ? a.Number("end") : shape(a.Number("start"), a.Number("end"), t / a.Number("steps"));

    private static double Stairs(Given a, int t) => a.Flag("staircase") ? Math.Floor(t / a.Number("every")) : t / a.Number("every");

    private static Func<int, double> Rectified(Given a)
    {
        double beta2 = a.Number("beta2");
        double limit = (2 / (1 - beta2)) - 1;
        double Length(int n) => limit - (2 * n * Math.Pow(beta2, n) / (1 - Math.Pow(beta2, n)));
        int first = Enumerable.Range(1, 1000).First(n => Length(n) > 4);
        return t =>
            Length(t + first) is var length ? Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)) : 0;
    }

    // Between two knots of one position the later one counts.
    internal static Func<int, double> Path(IReadOnlyList<(double At, double Value)> knots, params Shape[] shapes) =>
        t =>
        {
            int next = knots.Count(knot => knot.At <= t);
            return next == 0 ? knots[0].Value
                : next == knots.Count ? knots[^1].Value
                : shapes[Math.Min(next, shapes.Length) - 1]
                    (knots[next - 1].Value, knots[next].Value, (t - knots[next - 1].At) / (knots[next].At - knots[next - 1].At));
        };

    private static Func<int, double> PathOf(Given a)
    {
        IReadOnlyList<(double, double)> knots = a.List<(double, double)>("knots");
        return a.Has("shapes") ? Path(knots, [.. a.List<Shape>("shapes")]) : Path(knots, a.Shape("shape", Shapes.Linear));
    }

    private static Func<int, double> Interpolate(Given a)
    {
        IReadOnlyList<(double At, double Value)> knots = a.List<(double, double)>("knots");
        Func<double[], double[], IInterpolation> spline =
            (a.Has("spline") ? a.Value<Func<double[], double[], IInterpolation>>("spline") : null) ?? CubicSpline.InterpolatePchipSorted;
        IInterpolation curve = spline([.. knots.Select(knot => knot.At)], [.. knots.Select(knot => knot.Value)]);
        return t =>
            t <= knots[0].At ? knots[0].Value
            : t >= knots[^1].At ? knots[^1].Value
            : curve.Interpolate(t);
    }

    private static Func<int, double> Phases(Given a)
    {
        IReadOnlyList<(double Share, double End)> phases = a.List<(double, double)>("phases");
        double all = phases.Sum(phase => phase.Share);
        double sum = 0;
        (double, double)[] knots =
        [
            (0, a.Number("start")),
            .. phases.Select(phase => (Math.Floor((a.Number("steps") * ((sum += phase.Share) / all)) + 0.5), phase.End)),
        ];
        return a.Has("shapes") ? Path(knots, [.. a.List<Shape>("shapes")]) : Path(knots, a.Shape("shape", Shapes.Linear));
    }

    // Cycle after cycle; each begins at a whole step, with its warm-up, by which all later ones move on.
    private static Func<int, double> Restarts(Given a, Shape shape)
    {
        (double floor, double factor) = (a.Number("floor"), a.Number("periodFactor"));
        int cycles = a.Value<int?>("cycles") ?? int.MaxValue;
        double warmup = a.Has("warmupSteps") ? a.Number("warmupSteps") : 0;
        Shape rise = a.Has("warmupShape") ? a.Shape("warmupShape", Shapes.Linear) : Shapes.Linear;
        return t =>
        {
            double at = t;
            (double begin, double length, double height) = (0, a.Number("period"), a.Number("peak") - floor);
            for (int cycle = 0; cycle < cycles; cycle++)
            {
                if (length < 1e-9)
                {
                    return floor;
                }

                double first = FirstStep(begin, a.Number("period"), factor);
                double next = FirstStep(begin + length, a.Number("period"), factor);
                if (warmup > 0 && double.IsNaN(first + next))
                {
                    return double.NaN;
                }

                bool hasSteps = !(next <= first);
                if (hasSteps && at < begin + length + warmup)
                {
                    // Peaks that grow are beyond the doubles at some cycle; shapes refuse such an end.
                    if (!double.IsFinite(height))
                    {
                        return double.NaN;
                    }

                    double top = height == a.Number("peak") - floor ? a.Number("peak") : floor + height;
                    double Fall(double step) => shape(top, floor, (step - begin) / length);
                    return at < first + warmup ? rise(floor, Fall(first), (at - first) / warmup) : Fall(at - warmup);
                }

                at -= hasSteps ? warmup : 0;
                (begin, length, height) = (begin + length, length * factor, height * a.Number("peakDecay"));
            }

            return floor;
        };
    }

    // 500·(1 + 1.1 + 1.21) is 1,655 here and 1,655.0000000000002 with more digits, since 1.1 is no exact binary number: not known here.
    private static double FirstStep(double begin, double period, double factor) =>
        begin > period && factor * 1024 != Math.Round(factor * 1024) && Math.Abs(begin - Math.Round(begin)) <= 1e-12 * begin
            ? double.NaN
            : Math.Ceiling(begin);

    private static Func<int, double> Cyclic(Given a)
    {
        (double up, double down) = (a.Number("upSteps"), a.Number("downSteps"));
        Func<int, double> amplitude = a.Value<Func<int, double>>("amplitude") ?? (_ => 1);
        return t =>
        {
            double within = t % (up + down);
            double share = within < up ? within / up : (up + down - within) / down;
            return a.Number("floor") + ((a.Number("peak") - a.Number("floor")) * share * amplitude(t));
        };
    }

    private static Func<int, double> OneCycle(Given a)
    {
        double last = a.Number("steps") - 1;
        double start = a.Number("peak") / a.Number("startDivisor");
        double share = a.Number("warmupFraction") * a.Number("steps");
        List<(double At, double Value)> knots = [(0, start), (share - 1, a.Number("peak"))];
        if (a.Flag("threePhase"))
        {
            knots.Add(((2 * share) - 2, start));
        }

        knots.Add((last, start / a.Number("endDivisor")));
        while (knots[1].At < 0 && knots.Count > 2)
        {
            knots.RemoveAt(0);
        }

        return Path(knots, a.Shape("shape", (from, to, p) => to + ((from - to) * (1 + Math.Cos(Math.PI * p)) / 2)));
    }

    private static Func<int, double> Trapezoid(Given a, double start, double end, double stable, Shape warmup, Shape decay)
    {
        (double up, double down) = (a.Number("warmupSteps"), a.Number("decaySteps"));
        return t =>
            t < up ? warmup(start, a.Number("peak"), t / up)
            : t < up + stable ? a.Number("peak")
            : t < up + stable + down ? decay(a.Number("peak"), end, (t - up - stable) / down)
            : end;
    }

    private static Func<int, double> Sequential(IReadOnlyList<Func<int, double>> schedules, IReadOnlyList<int> milestones) =>
        t =>
        {
            int part = milestones.Count(milestone => milestone <= t);
            return schedules[part](part == 0 ? t : t - milestones[part - 1]);
        };

    private static int[] Sums(IEnumerable<int> lengths)
    {
        int sum = 0;
        return [.. lengths.Select(length => sum += length)];
    }
}
