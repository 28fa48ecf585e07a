using System.Reflection;
using LrMath.Tests.Generation;

namespace LrMath.Tests.Laws;

/// <summary>The arguments of a call, by the names of the parameters.</summary>
internal sealed class Given
{
    private static readonly string[] ValueNames = ["start", "end", "initial", "limit", "peak", "floor", "value", "min", "max", "change"];

    private readonly Dictionary<string, object?> values;

    public Given(Call call) =>
        values = ((MethodInfo)call.Member)
            .GetParameters()
            .Zip(call.Parts, (parameter, argument) => (parameter.Name!, argument.Build(null)))
            .ToDictionary(StringComparer.Ordinal);

    public bool Has(string name) => values.ContainsKey(name);

    public double Number(string name) => Convert.ToDouble(values[name], System.Globalization.CultureInfo.InvariantCulture);

    public bool Flag(string name) => (bool)values[name]!;

    public Shape Shape(string name, Shape whenLeftOut) => (Shape?)values[name] ?? whenLeftOut;

    public T? Value<T>(string name) => (T?)values[name];

    public IReadOnlyList<T> List<T>(string name) => (IReadOnlyList<T>)values[name]!;

    /// <summary>The arguments that are values of the schedule, in whose unit a sum is rounded; lengths, powers and rates are not.</summary>
    public IEnumerable<double> Values =>
        values
            .Where(pair => ValueNames.Contains(pair.Key))
            .Select(pair => pair.Value)
            .OfType<double>()
            .Concat(values.Values.OfType<IEnumerable<double>>().SelectMany(all => all))
            .Concat(values.Values.OfType<IEnumerable<(double, double)>>().SelectMany(all => all.Select(pair => pair.Item2)));
}
