using System.Globalization;
using LrMath.ClosedLoop;
using LrMath.Frameworks;

namespace LrMath.Import.Values;

/// <summary>The arguments of one call by name, defaults filled in.</summary>
internal sealed class Arguments(string function, IReadOnlyDictionary<string, object?> values)
{
    internal string Function { get; } = function;

    internal bool IsNull(string name) => values[name] is null;

    internal double Number(string name) =>
        values[name] switch
        {
            long number => number,
            double number when double.IsFinite(number) => number,
            var value => throw Wrong(name, value, "a finite number"),
        };

    internal double? NumberOrNull(string name) => IsNull(name) ? null : Number(name);

    internal int Integer(string name) => ToInteger(name, values[name]);

    internal int? IntegerOrNull(string name) => IsNull(name) ? null : Integer(name);

    internal bool Flag(string name) =>
        values[name] switch
        {
            bool flag => flag,
            0L => false,
            1L => true,
            var value => throw Wrong(name, value, "True or False"),
        };

    internal double[] Numbers(string name) =>
        [.. List(name).Select((item, i) => item is long or double ? Number(item) : throw Wrong($"{name}[{i}]", item, "a number"))];

    internal int[] Integers(string name) => [.. List(name).Select((item, i) => ToInteger($"{name}[{i}]", item))];

    internal IReadOnlyList<object?> List(string name) =>
        values[name] is IReadOnlyList<object?> list ? list : throw Wrong(name, values[name], "a list");

    internal PythonDictionary Dictionary(string name) =>
        values[name] as PythonDictionary ?? throw Wrong(name, values[name], "a dictionary");

    /// <summary>Pairs of a boundary and a factor, in the order of the boundaries; null and none are none.</summary>
    internal (int Boundary, double Scale)[] Boundaries(string name) =>
        IsNull(name)
            ? []
            :
            [
                .. Dictionary(name)
                    .Items.Select(item =>
                        (
                            ToInteger(
                                $"{name}'s key",
                                item.Key is string text
                                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long key)
                                    ? key
                                    : item.Key
                            ),
                            item.Value is long or double ? Number(item.Value) : throw Wrong(name, item.Value, "a dictionary of numbers")
                        )
                    )
                    .OrderBy(pair => pair.Item1),
            ];

    internal string Text(string name) => values[name] as string ?? throw Wrong(name, values[name], "a string");

    /// <summary>A plateau policy of PyTorch or Paddle, whose arguments have one order.</summary>
    /// <param name="preset">The preset of the library.</param>
    /// <param name="rate">The first rate.</param>
    /// <param name="epsilon">The name of its last argument.</param>
    /// <param name="floor">The lowest rate; null is the argument <c>min_lr</c>.</param>
    internal Plateau PlateauPolicy(
        Func<double, Mode, double, int, double, bool, int, double, double, Plateau> preset,
        double rate,
        string epsilon,
        double? floor = null
    ) =>
        preset(
            rate,
            Mode("mode"),
            Number("factor"),
            Integer("patience"),
            Number("threshold"),
            Choice("threshold_mode", ("rel", false), ("abs", true)),
            Integer("cooldown"),
            floor ?? Number("min_lr"),
            Number(epsilon)
        );

    internal T Choice<T>(string name, params (string Word, T Meaning)[] words)
    {
        object? value = values[name];
        foreach ((string word, T meaning) in words)
        {
            if (Equals(value, word))
            {
                return meaning;
            }
        }

        throw Wrong(name, value, string.Join(", ", words.Select(w => $"'{w.Word}'")));
    }

    internal Mode Mode(string name) => Choice(name, ("min", ClosedLoop.Mode.Min), ("max", ClosedLoop.Mode.Max));

    internal Shape Anneal(string name) => Choice(name, ("cos", Shapes.Cosine), ("linear", Shapes.Linear));

    /// <summary>How the height of a cycle changes: a name, or a function of the cycle or of the step.</summary>
    internal CyclicMode CyclicMode() =>
        IsNull("scale_fn")
            ? Choice(
                "mode",
                ("triangular", CyclicModes.Triangular),
                ("triangular2", CyclicModes.Triangular2),
                ("exp_range", CyclicModes.ExpRange)
            )
            : Choice<Func<Func<int, double>, CyclicMode>>(
                "scale_mode",
                ("cycle", CyclicModes.PerCycle),
                ("iterations", CyclicModes.PerIteration)
            )(Schedule("scale_fn"));

    /// <summary>An argument that has one value only in all that can be read.</summary>
    internal void Only(string name, object? legal, string why)
    {
        if (!Equals(values[name], legal))
        {
            throw Wrong(name, values[name], $"{Values.Text.Of(legal)} ({why})");
        }
    }

    internal OptimizerRates Optimizer(string name = "optimizer") =>
        values[name] switch
        {
            OptimizerRates rates => rates,
            Unknown or null => OptimizerRates.NotTold,
            object value => throw Wrong(name, value, "an optimizer"),
        };

    /// <summary>A schedule that needs no optimizer: a function of the step, or a number.</summary>
    internal Func<int, double> Schedule(string name) => ToSchedule(name, values[name]);

    internal Func<int, double>[] Schedules(string name) => [.. List(name).Select((item, i) => ToSchedule($"{name}[{i}]", item))];

    internal RateScheduler[] Schedulers(string name) =>
        [.. List(name).Select((item, i) => item as RateScheduler ?? throw Wrong($"{name}[{i}]", item, "a scheduler with a closed form"))];

    internal ImportException Wrong(string name, object? value, string legal) =>
        value is Unknown unknown
            ? unknown.Refusal($"{legal} for {Function}'s {name}")
            : new ImportException($"{Function}: {name} is {Values.Text.Of(value)}; legal is {legal}.");

    private static double Number(object item) => Convert.ToDouble(item, CultureInfo.InvariantCulture);

    private int ToInteger(string name, object? value) =>
        value switch
        {
            long number and >= int.MinValue and <= int.MaxValue => (int)number,
            double number when number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue => (int)number,
            _ => throw Wrong(name, value, "a whole number that fits into 32 bits"),
        };

    private Func<int, double> ToSchedule(string name, object? value) =>
        value switch
        {
            Func<int, double> schedule => schedule,
            PythonFunction function => FunctionOfStep(function),
            long or double => LrMath.Schedule.Constant(Number(value)),
            _ => throw Wrong(name, value, "a schedule"),
        };

    private Func<int, double> FunctionOfStep(PythonFunction function) =>
        step =>
            function.Invoke((long)step) switch
            {
                long number => number,
                double number => number,
                bool flag => flag ? 1 : 0,
                var value => throw new ImportException(
                    $"{Function}: the lambda gives {Values.Text.Of(value)} at step {step}; legal is a number."
                ),
            };
}
