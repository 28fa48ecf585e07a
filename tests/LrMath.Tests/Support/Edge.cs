using System.Reflection;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using MathNet.Numerics.Interpolation;

namespace LrMath.Tests.Support;

/// <summary>
/// Arguments from the edges of the doubles and of the steps for any builder, verb, shape or preset, chosen by type alone. What does not go
/// together is refused by the method, and tried again.
/// </summary>
internal sealed class Edge(Choices choices, bool isSigned = true)
{
    private static readonly double[] Magnitudes =
    [
        0,
        double.Epsilon,
        1e-310,
        2.2250738585072014e-308,
        1e-300,
        1e-77,
        1e-16,
        1e-3,
        0.1,
        0.25,
        0.5,
        0.61,
        0.9,
        0.999,
        1 - 1.1102230246251565e-16,
        1,
        1 + 2.220446049250313e-16,
        1.001,
        1.5,
        2,
        2.5,
        3,
        7,
        9,
        12,
        33,
        100,
        1e3,
        1e9,
        1e16,
        1e70,
        1e300,
        8.9e307,
        1.79e308,
        double.MaxValue,
    ];

    private static readonly int[] Counts =
    [
        0,
        1,
        2,
        3,
        7,
        10,
        36,
        97,
        255,
        256,
        257,
        1000,
        4096,
        65_537,
        1_000_000,
        int.MaxValue / 2,
        int.MaxValue - 1,
        int.MaxValue,
    ];

    private static readonly Shape[] PlainShapes =
    [
        .. typeof(Shapes).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(shape => (Shape)shape.GetValue(null)!),
    ];

    private static readonly MethodInfo[] ShapesWithArguments =
    [
        .. typeof(Shapes)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Shape) && !method.IsSpecialName),
    ];

    /// <summary>A schedule of one method, or null if all attempts were refused.</summary>
    public Func<int, double>? Make(MethodInfo method, int depth = 0)
    {
        for (int attempt = 0; attempt < 300; attempt++)
        {
            if (choices.Attempt(() => Try(method, depth)) is { } made)
            {
                return made switch
                {
                    Func<int, double> schedule => schedule,
                    RateAndMomentum both => both.Momentum is { } momentum && choices.Next(2) == 1 ? momentum : both.Rate,
                    _ => throw new InvalidOperationException($"{method} gives {made}: teach Edge."),
                };
            }
        }

        return null;
    }

    /// <summary>What one call refuses, or null if its arguments are legal.</summary>
    public ArgumentException? Refusal(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        object?[] arguments = Array.ConvertAll(parameters, parameter => Argument(parameter.ParameterType, parameter, 0));
        int illegal = choices.Next(2 * parameters.Length);
        if (illegal < parameters.Length)
        {
            arguments[illegal] = arguments[illegal] switch
            {
                double => Pick(double.NaN, double.PositiveInfinity, double.NegativeInfinity),
                int => Pick(-1, int.MinValue),
                Func<int, double> schedule when choices.Next(2) == 1 => schedule + schedule,
                Shape shape when choices.Next(2) == 1 => shape + shape,
                object other => other.GetType().IsValueType ? other : null,
                null => null,
            };
        }

        try
        {
            method.Invoke(null, arguments);
            return null;
        }
        catch (TargetInvocationException error) when (error.InnerException is ArgumentException refusal)
        {
            return refusal;
        }
    }

    private object? Try(MethodInfo method, int depth)
    {
        object?[] arguments = Array.ConvertAll(method.GetParameters(), parameter => Argument(parameter.ParameterType, parameter, depth));
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException error) when (error.InnerException is ArgumentException)
        {
            return null;
        }
    }

    private object? Argument(Type type, ParameterInfo parameter, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } given)
        {
            return choices.Next(2) == 0 ? null : Argument(given, parameter, depth);
        }

        int count = 1 + choices.Next(3);
        return type switch
        {
            _ when type == typeof(double) => Number(),
            _ when type == typeof(int) => Count(),
            _ when type == typeof(long) => Size(),
            _ when type == typeof(bool) => choices.Next(2) == 1,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(choices.Next(Enum.GetValues(type).Length))!,
            _ when type == typeof(Shape) => AnyShape(),
            _ when type == typeof(Func<int, double>) => Schedule(depth),
            _ when type == typeof(Func<double, double>) => OwnMap.Function,
            _ when type == typeof(CyclicMode) => Pick(CyclicModes.Triangular, CyclicModes.Triangular2, CyclicModes.ExpRange),
            _ when type == typeof(IReadOnlyList<double>) => Many(count + 1, Number),
            _ when type == typeof(IReadOnlyList<int>) => Many(count, Count).Order().ToArray(),
            _ when type == typeof(IReadOnlyList<Shape>) => Many(count, AnyShape),
            _ when type == typeof(IReadOnlyList<Func<int, double>>) => Many(count + 1, () => Schedule(depth)),
            _ when type == typeof(IReadOnlyList<Func<double, Func<int, double>>>) => Many(
                count,
                () => (Func<double, Func<int, double>>)Member
            ),
            _ when type == typeof(IReadOnlyList<(double, double)>) => Many(count + 1, () => (Number(), Number()))
                .OrderBy(knot => knot.Item1)
                .ToArray(),
            _ when type == typeof(IReadOnlyList<(int, double)>) => Many(count, () => (Count(), Math.Abs(Number()))),
            _ when type == typeof(IReadOnlyList<(long, long)>) => Enumerable
                .Range(0, count)
                .Select(i => (i * (1 + (long)Count()), Size()))
                .ToArray(),
            _ when type == typeof(IReadOnlyList<(Func<int, double>, int)>) => Many(count, () => (Schedule(depth), Count())),
            _ when type == typeof(IReadOnlyList<CosineKwargs>) => Many(
                count,
                () => new CosineKwargs(Number(), Number(), choices.Next(20), 20 + choices.Next(300), Number(), Pick(0, 1, 2.5))
            ),
            _ when type == typeof(Func<double[], double[], IInterpolation>) => null,
            _ => throw new InvalidOperationException($"No idea what '{parameter}' of {parameter.Member} may be: teach Edge."),
        };

        Func<int, double> Member(double rate) => LrMath.Schedule.ExponentialDecay(rate, 0.9);
    }

    private int Count() => Counts[choices.Next(Counts.Length)];

    private long Size() => Pick(1, 3, 1L << 20, int.MaxValue, 1L << 40, long.MaxValue);

    private double Number() => Magnitudes[choices.Next(Magnitudes.Length)] * (isSigned && choices.Next(4) == 3 ? -1 : 1);

    private Func<int, double> Schedule(int depth)
    {
        while (true)
        {
            if (choices.Attempt(() => Make(Method(depth), depth - 1)) is { } made)
            {
                return made;
            }
        }
    }

    private MethodInfo Method(int depth)
    {
        IReadOnlyList<MethodInfo> some = depth > 0 && choices.Next(2) == 1 ? Any.Verbs : Any.Builders;
        return some[choices.Next(some.Count)];
    }

    private Shape AnyShape()
    {
        if (choices.Next(2) == 0)
        {
            return PlainShapes[choices.Next(PlainShapes.Length)];
        }

        while (true)
        {
            if (choices.Attempt(() => Try(ShapesWithArguments[choices.Next(ShapesWithArguments.Length)], 0)) is Shape shape)
            {
                return shape;
            }
        }
    }

    private T Pick<T>(params T[] values) => values[choices.Next(values.Length)];

    private static T[] Many<T>(int count, Func<T> one) => [.. Enumerable.Range(0, count).Select(_ => one())];
}
