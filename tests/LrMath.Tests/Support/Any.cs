using System.Reflection;
using MathNet.Numerics.Interpolation;

namespace LrMath.Tests.Support;

/// <summary>
/// Legal arguments for any builder and verb, chosen by type and name. A new parameter name that it has not met throws: teach it here,
/// and the new builder is under all laws.
/// </summary>
internal sealed class Any(int seed, bool lambdas = true)
{
    private static readonly Shape[] OurShapes =
    [
        Shapes.Linear, Shapes.Cosine, Shapes.Exponential, Shapes.SquareRoot, Shapes.Hold,
        Shapes.Polynomial(1), Shapes.Polynomial(2), Shapes.Polynomial(0.5), Shapes.Polynomial(0.9), Shapes.Power(3.3), Shapes.Power(2),
        Shapes.CosinePower(1), Shapes.CosinePower(2), Shapes.CosinePower(0.5), Shapes.CosinePower(3.3),
        Shapes.Rex, Shapes.HalfCosine, Shapes.HalfLife, Shapes.Harmonic,
        Shapes.Logarithmic(10), Shapes.Logarithmic(0.02), Shapes.Saturating(100), Shapes.Saturating(0.3),
        Shapes.Tanh(-7, 3), Shapes.Tanh(-1, 0.5), Shapes.Warp(Shapes.Cosine, 0.9), Shapes.Warp(Shapes.Polynomial(1.5), 2.3), Shapes.Warp(Shapes.Exponential, 1.7),
    ];

    private readonly Random random = new(seed);

    private int functions;

    /// <summary>What functions that are not ours have been asked, each by its number.</summary>
    public HashSet<(int Function, double Argument)> Asked { get; } = [];

    /// <summary>All public builders of schedules.</summary>
    public static IReadOnlyList<MethodInfo> Builders { get; } =
        [.. typeof(Schedule).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Func<int, double>))];

    /// <summary>All public verbs that give one schedule.</summary>
    public static IReadOnlyList<MethodInfo> Verbs { get; } =
        [.. typeof(Verbs).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Func<int, double>))];

    public static MethodInfo Builder(string signature) => Builders.Concat(Verbs).Single(method => method.ToString() == signature);

    public int Step() => random.Next(4) switch
    {
        0 => random.Next(40),
        1 => random.Next(3000),
        2 => int.MaxValue - random.Next(3000),
        _ => random.Next(),
    };

    public int Next(int exclusiveEnd) => random.Next(exclusiveEnd);

    /// <summary>A schedule of a random builder, or verbs around one, at most <paramref name="depth"/> deep.</summary>
    public Func<int, double> Schedule(int depth = 3)
    {
        if (lambdas && random.Next(6) == 0)
        {
            double scale = Value();
            int number = functions++;
            return step =>
            {
                Asked.Add((number, step));
                return scale / (1.0 + step);
            };
        }

        return depth > 0 && random.Next(3) > 0
            ? Make(Verbs[random.Next(Verbs.Count)], depth - 1).Schedule
            : Make(Builders[random.Next(Builders.Count)], 0).Schedule;
    }

    /// <summary>A schedule made by one method, and the arguments it was given.</summary>
    public (Func<int, double> Schedule, object?[] Arguments) Make(MethodInfo method, int depth = 0)
    {
        for (int attempt = 0; attempt < 200; attempt++)
        {
            object?[] arguments = Arguments(method, depth);
            try
            {
                return ((Func<int, double>)method.Invoke(null, arguments)!, arguments);
            }
            catch (TargetInvocationException error) when (error.InnerException is ArgumentException)
            {
                // Arguments that are legal one by one may not fit each other (a shape without a way, a high below its low).
            }
        }

        throw new InvalidOperationException($"200 attempts gave no legal arguments for {method}: teach Any.");
    }

    public object?[] Arguments(MethodInfo method, int depth = 0)
    {
        int count = random.Next(1, 4);
        return Array.ConvertAll(method.GetParameters(), parameter => Argument(parameter, count, depth));
    }

    private object? Argument(ParameterInfo parameter, int count, int depth) => (parameter.ParameterType, parameter.Name) switch
    {
        (Type type, "start" or "end" or "value" or "initial" or "peak" or "floor" or "from" or "low" or "high" or "min" or "max" or "limit" or "change")
            when type == typeof(double) => Value(),
        (Type type, "power" or "rate" or "timescale" or "startScale" or "endScale" or "ratio" or "startDivisor" or "endDivisor" or "factor" or "steepness")
            when type == typeof(double) => Pick(0.5, 1, 2, 0.9, 3.3, 25),
        (Type type, "gamma" or "decay" or "peakDecay") when type == typeof(double) => Pick(0.1, 0.5, 0.9, 0.999, 1, 1.01),
        (Type type, "every" or "period" or "stepsPerEpoch") when type == typeof(double) => Pick(1, 1.5, 2, 7, 22.5, 1000),
        (Type type, "halfPeriod") when type == typeof(double) => Pick(0.3, 1, 1.5, 7, 22.5, 1000),
        (Type type, "periodFactor") when type == typeof(double) => Pick(1, 1, 0.9, 1.1, 1.5, 2, 3),
        (Type type, "cycles") when type == typeof(int?) => random.Next(2) == 0 ? null : 1 + random.Next(30),
        (Type type, "beta2") when type == typeof(double) => Pick(0.61, 0.9, 0.99, 0.999),
        (Type type, "warmupFraction" or "flatFraction" or "cutFraction") when type == typeof(double) => Pick(0, 0.1, 0.25, 0.3, 0.5, 1),
        (Type { IsEnum: true } type, _) => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
        (Type type, "steps") when type == typeof(int) && parameter.Member.Name == "Shift" =>
            (int)Pick(-65_537, -1000, -3, 0, 1, 97, 65_537),
        (Type type, _) when type == typeof(int) => (int)Pick(0, 1, 2, 3, 10, 97, 1000, 65_537),
        (Type type, _) when type == typeof(bool) => random.Next(2) == 0,
        (Type type, _) when type == typeof(Shape) => AnyShape(),
        (Type type, _) when type == typeof(Func<int, double>) => Schedule(depth),
        (Type type, "values") when type == typeof(IReadOnlyList<double>) => Many(count + 1, Value),
        (Type type, "milestones") when type == typeof(IReadOnlyList<int>) => Many(count, () => random.Next(300)).Order().ToArray(),
        (Type type, "schedules") when type == typeof(IReadOnlyList<Func<int, double>>) => Many(count + 1, () => Schedule(depth)),
        (Type type, "others") when type == typeof(IReadOnlyList<Func<int, double>>) => Many(count - 1, () => Schedule(depth)),
        (Type type, "shapes") when type == typeof(IReadOnlyList<Shape>) => Many(count + 2, AnyShape),
        (Type type, "knots") when type == typeof(IReadOnlyList<(double, double)>) => Knots(count + 3),
        (Type type, "phases") when type == typeof(IReadOnlyList<(double, double)>) =>
            Many(count + 2, () => (Pick(0.05, 1, 20, 75), Value())),
        (Type type, "parts") when type == typeof(IReadOnlyList<(Func<int, double>, int)>) => Many(count, () => (Schedule(depth), random.Next(300))),
        (Type type, "spline") when type == typeof(Func<double[], double[], IInterpolation>) =>
            random.Next(2) == 0 ? null : (Func<double[], double[], IInterpolation>)CubicSpline.InterpolateNaturalSorted,
        _ => throw new InvalidOperationException($"No idea what '{parameter}' of {parameter.Member} may be: teach Any."),
    };

    private double Value() => Pick(1e-6, 1, 0.1, 0.05, 3, 0.3 * random.NextDouble()) + (random.NextDouble() * 1e-3);

    private double Pick(params double[] values) => values[random.Next(values.Length)];

    private Shape AnyShape()
    {
        if (!lambdas || random.Next(8) > 0)
        {
            return OurShapes[random.Next(OurShapes.Length)];
        }

        int number = functions++;
        return (start, end, progress) =>
        {
            Asked.Add((number, progress));
            return start + ((end - start) * progress * progress);
        };
    }

    private static T[] Many<T>(int count, Func<T> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private (double At, double Value)[] Knots(int count)
    {
        double at = random.Next(3) * 4.5;
        return Many(count, () => (at += 0.25 + (random.Next(1000) / 4.0), Value()));
    }
}
