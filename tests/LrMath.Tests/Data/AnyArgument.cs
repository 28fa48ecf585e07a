using System.Globalization;
using LrMath.Data;
using LrMath.Frameworks;
using MathNet.Numerics.Interpolation;

namespace LrMath.Tests.Data;

/// <summary>
/// Arguments for any member of the table, in C# and in JSON, chosen by type. Not all fit each other; the caller tries again.
/// </summary>
internal sealed class AnyArgument(int seed)
{
    private static readonly (Shape, string)[] Shapes =
    [
        (LrMath.Shapes.Linear, "\"linear\""),
        (LrMath.Shapes.Cosine, "\"cosine\""),
        (LrMath.Shapes.Tanh(-3, 2.5), """{ "tanh": { "lower": -3, "upper": 2.5 } }"""),
        (LrMath.Shapes.Warp(LrMath.Shapes.Cosine, 0.75), """{ "warp": { "exponent": 0.75, "shape": "cosine" } }"""),
    ];

    private static readonly (Func<int, double>, string)[] Schedules =
    [
        (Schedule.Constant(0.5), """{ "constant": { "value": 0.5 } }"""),
        (
            Schedule.Linear(1, 0.25, 20).Scale(0.5),
            """[{ "linear": { "start": 1, "end": 0.25, "steps": 20 } }, { "scale": { "factor": 0.5 } }]"""
        ),
        (PyTorch.StepLR(0.5, 10), """{ "pyTorch.stepLR": { "baseRate": 0.5, "stepSize": 10 } }"""),
    ];

    private static readonly (CyclicMode, string)[] Modes =
    [
        (CyclicModes.Triangular2, "\"triangular2\""),
        (CyclicModes.PerCycle(Schedules[0].Item1), """{ "perCycle": { "scaleFn": { "constant": { "value": 0.5 } } } }"""),
    ];

    private static readonly (Func<double, Func<int, double>>, string)[] Schedulers =
    [
        (rate => PyTorch.StepLR(rate, 10), """{ "pyTorch.stepLR": { "stepSize": 10 } }"""),
        (rate => PyTorch.ConstantLR(rate), "\"pyTorch.constantLR\""),
    ];

    private static readonly (Func<double[], double[], IInterpolation>, string)[] Splines =
    [
        (CubicSpline.InterpolateNaturalSorted, "\"cubicSpline.interpolateNaturalSorted\""),
        (LinearSpline.InterpolateSorted, "\"linearSpline.interpolateSorted\""),
    ];

    private readonly Random random = new(seed);

    /// <summary>One value for each parameter, and the object with the arguments by name.</summary>
    public (object?[] Values, string Json) For(Member member)
    {
        object?[] values = new object?[member.Parameters.Count];
        List<string> json = [];
        for (int i = 0; i < values.Length; i++)
        {
            Parameter parameter = member.Parameters[i];
            if (parameter.IsOptional && random.Next(2) == 0)
            {
                values[i] = parameter.Default;
                continue;
            }

            (values[i], string text) = One(Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type);
            json.Add($"\"{parameter.Name}\": {text}");
        }

        string[] shuffled = [.. json];
        random.Shuffle(shuffled);
        return (values, $"{{ {string.Join(", ", shuffled)} }}");
    }

    private (object?, string) One(Type type)
    {
        if (type == typeof(double))
        {
            return Number(Pick(0, 0.001, 0.1, 0.25, 0.5, 0.9, 1, 2, 25, 0.3 * random.NextDouble()));
        }

        if (type == typeof(int))
        {
            return Whole((int)Pick(0, 1, 2, 3, 7, 10, 100, 1000));
        }

        if (type == typeof(long))
        {
            return Long((long)Pick(1, 7, 32, 256, 4_194_304, 5e12));
        }

        if (type == typeof(bool))
        {
            return random.Next(2) == 0 ? (true, "true") : (false, "false");
        }

        if (type.IsEnum)
        {
            object choice = Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
            string name = choice.ToString()!;
            return (choice, $"\"{char.ToLowerInvariant(name[0])}{name[1..]}\"");
        }

        if (type == typeof(CosineKwargs))
        {
            (object?[] values, string json) = For(PublicTable.Values.Members[0]);
            return (PublicTable.Values.Members[0].Invoke(null, values), json);
        }

        return type == typeof(Shape) ? Among(Shapes)
            : type == typeof(Func<int, double>) ? Among(Schedules)
            : type == typeof(Func<double, double>) ? (Generation.OwnMap.Function, "\"squashed\"")
            : type == typeof(CyclicMode) ? Among(Modes)
            : type == typeof(Func<double, Func<int, double>>) ? Among(Schedulers)
            : type == typeof(Func<double[], double[], IInterpolation>) ? Among(Splines)
            : Lists.Of(type, []) is not null ? List(type)
            : throw new InvalidOperationException($"No idea what a {type} may be: teach {nameof(AnyArgument)}.");
    }

    private (object?, string) List(Type type)
    {
        Type element = type.GetGenericArguments()[0];
        int count = random.Next(1, 5);
        double at = random.Next(3);
        (object? Value, string Json)[] list = new (object?, string)[count];
        for (int i = 0; i < count; i++)
        {
            at += 1 + random.Next(20);
            list[i] =
                element == typeof(int) ? Whole((int)at)
                : element == typeof((int, double)) ? Pair<int, double>(Whole((int)at), One(typeof(double)))
                : element == typeof((long, long)) ? Pair<long, long>(Long(i == 0 ? 0 : (long)at), One(typeof(long)))
                : element == typeof((double, double)) ? Pair<double, double>(Number(at + 0.5), One(typeof(double)))
                : element == typeof((Func<int, double>, int)) ? Pair<Func<int, double>, int>(Among(Schedules), Whole((int)at))
                : One(element);
        }

        return (Lists.Of(type, Array.ConvertAll(list, one => one.Value)), $"[{string.Join(", ", list.Select(one => one.Json))}]");
    }

    private static (object?, string) Pair<TFirst, TSecond>((object? Value, string Json) first, (object? Value, string Json) second) =>
        (((TFirst)first.Value!, (TSecond)second.Value!), $"[{first.Json}, {second.Json}]");

    private (object?, string) Among<T>((T, string)[] these) => these[random.Next(these.Length)];

    private static (object?, string) Number(double value) => (value, value.ToString("R", CultureInfo.InvariantCulture));

    private static (object?, string) Whole(int value) => (value, value.ToString(CultureInfo.InvariantCulture));

    private static (object?, string) Long(long value) => (value, value.ToString(CultureInfo.InvariantCulture));

    private double Pick(params double[] values) => values[random.Next(values.Length)];
}
