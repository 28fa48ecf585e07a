using System.Reflection;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>
/// Every number among the arguments of builders and verbs has a legal range, stated here, and what lies next to it is refused by name. A
/// new parameter needs a row, by its name, or by <c>Method: 'name'</c> where it differs from others of its name.
/// </summary>
public class RangeLaws
{
    private static readonly object[] NoneIsRefused = [];
    private static readonly object[] BelowZero = [-double.Epsilon, -1.0, -double.MaxValue];
    private static readonly object[] ZeroOrBelow = [0.0, -0.0, .. BelowZero];
    private static readonly object[] BesideZeroToOne = [.. BelowZero, Math.BitIncrement(1.0), 2.0, double.MaxValue];
    private static readonly object[] BelowOne = [Math.BitDecrement(1.0), .. ZeroOrBelow];
    private static readonly object[] NegativeCounts = [-1, int.MinValue];
    private static readonly object[] NoCounts = [0, .. NegativeCounts];
    private static readonly object[] NoSizes = [0L, -1L, long.MinValue];

    /// <summary>What is refused of each parameter, besides what is not finite.</summary>
    private static readonly Dictionary<string, object[]> Refused = new(StringComparer.Ordinal)
    {
        ["start"] = NoneIsRefused,
        ["end"] = NoneIsRefused,
        ["peak"] = NoneIsRefused,
        ["floor"] = NoneIsRefused,
        ["value"] = NoneIsRefused,
        ["initial"] = NoneIsRefused,
        ["limit"] = NoneIsRefused,
        ["min"] = NoneIsRefused,
        ["max"] = NoneIsRefused,
        ["low"] = NoneIsRefused,
        ["high"] = NoneIsRefused,
        ["from"] = NoneIsRefused,
        ["factor"] = NoneIsRefused,
        ["change"] = NoneIsRefused,
        ["power"] = ZeroOrBelow,
        ["PowerLaw: 'power'"] = NoneIsRefused,
        ["gamma"] = BelowZero,
        ["rate"] = BelowZero,
        ["decay"] = BelowZero,
        ["startScale"] = BelowZero,
        ["endScale"] = ZeroOrBelow,
        ["startDivisor"] = ZeroOrBelow,
        ["endDivisor"] = ZeroOrBelow,
        ["ratio"] = ZeroOrBelow,
        ["timescale"] = [.. ZeroOrBelow, double.Epsilon],
        ["every"] = ZeroOrBelow,
        ["periodFactor"] = ZeroOrBelow,
        ["peakDecay"] = ZeroOrBelow,
        ["stepsPerEpoch"] = BelowOne,
        ["halfPeriod"] = [Math.BitDecrement(1e-6), .. ZeroOrBelow],
        ["beta2"] = [0.6, Math.BitDecrement(0.6), 1.0, .. BesideZeroToOne],
        ["warmupFraction"] = BesideZeroToOne,
        ["flatFraction"] = BesideZeroToOne,
        ["cutFraction"] = BesideZeroToOne,
        ["steps"] = NegativeCounts,
        ["OneCycle: 'steps'"] = NoCounts,
        ["RangeTest: 'steps'"] = [1, .. NoCounts],
        ["f.PingPong: 'steps'"] = NoCounts,
        ["f.Shift: 'steps'"] = [int.MinValue],
        ["step"] = NegativeCounts,
        ["at"] = NegativeCounts,
        ["to"] = NegativeCounts,
        ["totalSteps"] = NegativeCounts,
        ["warmupSteps"] = NegativeCounts,
        ["stableSteps"] = NegativeCounts,
        ["holdSteps"] = NegativeCounts,
        ["decaySteps"] = NegativeCounts,
        ["upSteps"] = NegativeCounts,
        ["downSteps"] = NegativeCounts,
        ["layers"] = NoCounts,
        ["modelSize"] = NoCounts,
        ["period"] = NoCounts,
        ["CosineRestarts: 'period'"] = BelowOne,
        ["Restarts: 'period'"] = BelowOne,
        ["Step: 'every'"] = NoCounts,
        ["size"] = NoCounts,
        ["f.Stride: 'every'"] = NoCounts,
        ["samplesPerStep"] = NoSizes,
        ["cycles"] = NoCounts,
    };

    /// <summary>The last legal values of ranges that are closed, and some next to the end of those that are open.</summary>
    private static readonly Dictionary<string, object[]> Allowed = new(StringComparer.Ordinal)
    {
        ["gamma"] = [0.0, double.Epsilon],
        ["rate"] = [0.0, double.Epsilon],
        ["decay"] = [0.0, double.Epsilon],
        ["startScale"] = [0.0, double.Epsilon],
        ["power"] = [double.Epsilon],
        ["peakDecay"] = [double.Epsilon],
        ["stepsPerEpoch"] = [1.0],
        ["halfPeriod"] = [1e-6],
        ["beta2"] = [Math.BitIncrement(0.6), Math.BitDecrement(1.0)],
        ["warmupFraction"] = [0.0, 1.0],
        ["flatFraction"] = [0.0, 1.0],
        ["cutFraction"] = [0.0, 1.0],
        ["CosineRestarts: 'period'"] = [1.0],
        ["Restarts: 'period'"] = [1.0],
        ["OneCycle: 'steps'"] = [1],
        ["RangeTest: 'steps'"] = [2],
        ["steps"] = [0],
        ["cycles"] = [1],
        ["size"] = [1],
        ["layers"] = [1, 1_000_000],
        ["modelSize"] = [1],
        ["samplesPerStep"] = [1L],
    };

    public static TheoryData<string> Edges =>
        [.. Parameter.All.Where(pair => AllowedOf(pair.Key, pair.Value) is not null).Select(pair => pair.Key)];

    public static TheoryData<string> Numbers =>
        Parameter.Rows(parameter =>
            parameter.Type == typeof(double)
            || parameter.Type == typeof(int)
            || parameter.Type == typeof(int?)
            || parameter.Type == typeof(long)
        );

    // The end of a way, and where the same method has its start. A clamp has no way between its bounds, and a mirror adds them.
    private static readonly Dictionary<string, string> Starts = new(StringComparer.Ordinal)
    {
        ["end"] = "start",
        ["floor"] = "peak",
        ["max"] = "min",
        ["WarmupStableDecay: 'end'"] = "peak",
        ["FlatCosine: 'end'"] = "value",
    };

    public static TheoryData<string> Ways => Parameter.Rows(parameter => StartOf(parameter) is not null);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_lies_beside_the_legal_range_of_a_number_is_refused_by_name(string row)
    {
        Parameter parameter = Parameter.All[row];
        foreach (object value in RefusedOf(row, parameter))
        {
            ArgumentOutOfRangeException refusal = parameter.Refuses<ArgumentOutOfRangeException>(value);
            Assert.Contains("legal", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void The_last_legal_value_of_a_number_is_legal(string row)
    {
        Parameter parameter = Parameter.All[row];
        Assert.All(AllowedOf(row, parameter)!, value => Assert.NotNull(parameter.CallWith(value)));
    }

    [Fact]
    public void Every_row_is_about_a_parameter()
    {
        string[] rows = [.. Parameter.All.Keys.Select(row => row.Split(" (")[0])];
        Assert.All(
            Refused.Keys.Concat(Allowed.Keys),
            name => Assert.True(rows.Contains(name) || rows.Any(row => row.EndsWith($": '{name}'", StringComparison.Ordinal)), name)
        );
    }

    /// <summary>Two values farther apart than the largest double, which have no way between them.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public void Ends_whose_distance_is_no_number_are_refused_by_name(string row)
    {
        Parameter end = Parameter.All[row];
        object?[] arguments = end.Legal();
        ParameterInfo start = StartOf(end)!;
        (arguments[start.Position], arguments[end.Info.Position]) = (double.MaxValue, -double.MaxValue);
        TargetInvocationException error = Assert.Throws<TargetInvocationException>(() => end.Method.Invoke(null, arguments));
        ArgumentException refusal = Assert.IsAssignableFrom<ArgumentException>(error.InnerException);
        Assert.Contains(refusal.ParamName, (string?[])[start.Name, end.Name]);
    }

    private static ParameterInfo? StartOf(Parameter end) =>
        (Starts.GetValueOrDefault($"{end.Method.Name}: '{end.Name}'") ?? Starts.GetValueOrDefault(end.Name)) is { } name
            ? Array.Find(end.Method.GetParameters(), other => other.Name == name && other.ParameterType == typeof(double))
            : null;

    private static object[] RefusedOf(string row, Parameter parameter)
    {
        // Overloads have one range: their rows end with a number.
        string method = row.Split(" (")[0];
        if (Refused.TryGetValue(method, out object[]? ofMethod))
        {
            return ofMethod;
        }

        return Refused.GetValueOrDefault(parameter.Name) is { } named && Array.TrueForAll(named, value => IsOf(parameter.Type, value))
            ? named
            : throw new InvalidOperationException($"{row} has no range: add a row to {nameof(RangeLaws)}.{nameof(Refused)}");
    }

    private static object[]? AllowedOf(string row, Parameter parameter)
    {
        // A method that refuses more than others of its name allows what its own row says.
        string method = row.Split(" (")[0];
        object[]? values =
            Allowed.GetValueOrDefault(method) ?? (Refused.ContainsKey(method) ? null : Allowed.GetValueOrDefault(parameter.Name));
        return values is not null && Array.TrueForAll(values, value => IsOf(parameter.Type, value)) ? values : null;
    }

    private static bool IsOf(Type type, object value) => value.GetType() == (Nullable.GetUnderlyingType(type) ?? type);
}
