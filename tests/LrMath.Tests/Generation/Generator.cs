using System.Collections.Concurrent;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using LrMath.Frameworks;
using MathNet.Numerics.Interpolation;

namespace LrMath.Tests.Generation;

/// <summary>Draws expressions over the public members of the library: verbs around builders, shapes and presets, with legal
/// arguments.</summary>
/// <param name="OwnFunctions">Whether functions that are not the library's take part.</param>
/// <param name="Presets">Whether other libraries' names take part.</param>
/// <param name="Extremes">Whether numbers at the edge of what can be written take part.</param>
/// <param name="Long">Whether lengths and positions at the last step there is take part, and positions beyond it.</param>
internal sealed record Generator(bool OwnFunctions = true, bool Presets = false, bool Extremes = false, bool Long = false)
{
    private const int Attempts = 300;

    private static readonly HashSet<Type> KnownTypes =
    [
        typeof(bool),
        typeof(Shape),
        typeof(Func<int, double>),
        typeof(Func<double, double>),
        typeof(CyclicMode),
        typeof(CosineKwargs),
        typeof((double, double)),
        typeof((int, double)),
        typeof((long, long)),
        typeof((Func<int, double>, int)),
        typeof(Func<double[], double[], IInterpolation>),
        typeof(Func<double, Func<int, double>>),
    ];

    private static readonly ConcurrentDictionary<MethodInfo, bool> Known = new();

    private static readonly Gen<double> ExtremeNumber = Gen.Elements(
        0,
        -1,
        1e-3,
        5e-324,
        1e-300,
        1e-17,
        0.9999999999999999,
        1.0000000000000002,
        7.3,
        1e10,
        1e17,
        1e300,
        double.MaxValue,
        -1e-300,
        -0.37,
        -1e300
    );

    private static readonly Gen<int> LongWhole = Gen.Elements(1_000_003, 1 << 30, int.MaxValue - 1, int.MaxValue);

    private static readonly Gen<int> ExtremeWhole = Gen.Elements(
        0,
        1,
        2,
        5,
        63,
        64,
        511,
        512,
        513,
        4096,
        1_000_003,
        1 << 30,
        int.MaxValue - 1,
        int.MaxValue,
        -1
    );

    /// <summary>The presets but one: beyond its horizon a running product takes as long as there are steps before, at the last one
    /// minutes.</summary>
    public static IReadOnlyList<MethodInfo> FastPresets { get; } =
    [.. Members.Presets.Where(preset => preset.Name != nameof(PyTorch.MultiplicativeLR))];

    /// <summary>A schedule: a builder, or verbs around one, at most <paramref name="depth"/> deep.</summary>
    public Gen<Term> Schedule(int depth) =>
        Gen.Frequency(
            (OwnFunctions ? 2 : 0, Number("value").Select(scale => (Term)new OwnFunction(scale))),
            (depth > 0 ? 2 : 7, AnyOf(Members.Builders, 0)),
            (Presets ? 2 : 0, AnyOf(FastPresets, 0)),
            (depth > 0 ? 7 : 0, AnyOf(Members.AllVerbs, depth - 1))
        );

    /// <summary>A call of one of the methods whose schedules in turn are at most <paramref name="depth"/> deep.</summary>
    public Gen<Term> AnyOf(IReadOnlyList<MethodInfo> methods, int depth) =>
        Gen.Elements(methods.Where(method => Knows(method) && (OwnFunctions || !Members.NeedsOwnFunction(method))))
            .SelectMany(method => Of(method, depth));

    /// <summary>Whether all parameters are taught; of a member that is not, CoverageLaws tells, and all else goes on without it.</summary>
    public static bool Knows(MethodInfo method) => Known.GetOrAdd(method, static unknown => unknown.GetParameters().All(Knows));

    private static bool Knows(ParameterInfo parameter)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            type = type.GetGenericArguments()[0];
        }

        return type == typeof(double) || type == typeof(int) || type == typeof(long)
            ? Teaching.Has(parameter.Name!, parameter)
            : type.IsEnum || KnownTypes.Contains(type);
    }

    /// <summary>A legal call of the method that gives one schedule.</summary>
    public Gen<Term> Of(MethodInfo method, int depth) =>
        Calls(method, depth).Select(call => Projected.Takes(method.ReturnType) ? (Term)new Projected(call) : call);

    /// <summary>One call of the method, always the same for a seed.</summary>
    public Composition Sample(MethodInfo method, int depth, ulong seed) =>
        new(Of(method, depth).Sample(1, new Rnd(seed, (2 * seed) + 1), 50).Single());

    /// <summary>One call of the shape, always the same for a seed.</summary>
    public Term SampleShape(MemberInfo shape, ulong seed) => Shape(shape).Sample(1, new Rnd(seed, (2 * seed) + 1), 50).Single();

    /// <summary>Any shape.</summary>
    public Gen<Term> AnyShape() =>
        Gen.Frequency(
            (OwnFunctions ? 1 : 0, Gen.Constant((Term)new OwnShape())),
            (8, Gen.Elements(Members.Shapes.AsEnumerable()).SelectMany(Shape))
        );

    /// <summary>A legal call of one shape.</summary>
    public Gen<Term> Shape(MemberInfo member) => member is MethodInfo method ? Calls(method, 0) : Gen.Constant((Term)Call.Of(member));

    /// <summary>A value for one parameter, legal by itself.</summary>
    public Gen<Term> Argument(ParameterInfo parameter, int count, int depth)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        Gen<Term> value =
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ? List(parameter, type.GetGenericArguments()[0], count, depth)
                : One(parameter, type, depth);
        return parameter is { HasDefaultValue: true, DefaultValue: null }
            ? Gen.Frequency((1, Gen.Constant((Term)new Literal(null, parameter.ParameterType))), (2, value))
            : value;
    }

    private static Gen<Term> Property(Type type) =>
        Gen.Elements(type.GetProperties().AsEnumerable()).Select(property => (Term)Call.Of(property));

    private static Gen<Term> Legal(Gen<Term> candidates, MethodBase method, int attempts) =>
        candidates.SelectMany(term =>
            term.IsLegal() ? Gen.Constant(term)
            : attempts > 0 ? Legal(candidates, method, attempts - 1)
            : throw new InvalidOperationException(
                $"{Attempts} draws gave no legal arguments for {Members.NameOf(method)}, the last one was {term}: "
                    + "give its parameters names or values that fit in tests/LrMath.Tests/Generation/Teaching.cs"
            )
        );

    // The sizes of lists that belong together depend on one count.
    private Gen<Term> Calls(MethodBase method, int depth) =>
        Legal(
            from count in Gen.Choose(1, 3)
            from arguments in Gen.CollectToArray(method.GetParameters(), parameter => Argument(parameter, count, depth))
            select (Term)Call.Of(method, arguments),
            method,
            Attempts
        );

    private Gen<Term> List(ParameterInfo parameter, Type element, int count, int depth)
    {
        int length = parameter.Name switch
        {
            "others" => count - 1,
            "values" or "schedules" or "schedulers" => count + 1,
            "shapes" or "phases" => count + 2,
            "knots" => count + 3,
            _ => count,
        };
        return Elements(parameter, element, length, depth).Select(items => (Term)new Items(element, items));
    }

    private Gen<Term[]> Elements(ParameterInfo parameter, Type element, int length, int depth)
    {
        Gen<int[]> sorted = (Extremes || Long ? Whole("milestones") : Gen.Choose(0, 300))
            .ArrayOf(length)
            .Select(all => all.Order().ToArray());
        return element switch
        {
            _ when element == typeof(int) => sorted.Select(all => Literals(all)),
            _ when element == typeof((double, double)) => parameter.Name == "phases" ? Phases() : Knots(),
            _ when element == typeof((int, double)) => Factors(),
            _ when element == typeof((long, long)) => Stages(),
            _ when element == typeof((Func<int, double>, int)) => Parts(),
            _ => One(parameter, element, depth).ArrayOf(length),
        };

        Gen<Term[]> Phases() =>
            from shares in Number("shares").ArrayOf(length)
            from values in Number("value").ArrayOf(length)
            select Pairs(element, Literals(shares), Literals(values));

        Gen<Term[]> Knots() =>
            from gaps in Gen.Choose(0, 999).ArrayOf(length)
            from first in Gen.Frequency((3, Gen.Elements(0, 4.5, 9)), (Long ? 3 : 0, Gen.Elements(1e9, int.MaxValue - 300.0, 3e9)))
            from unit in Gen.Frequency((3, Gen.Constant(1.0)), (Long ? 1 : 0, Gen.Constant(1e7)))
            from values in Number("value").ArrayOf(length)
            select Pairs(element, Literals(Sums(first, gaps, unit)), Literals(values));

        Gen<Term[]> Factors() =>
            from places in sorted
            from factors in Number("factor").ArrayOf(length)
            select Pairs(element, Literals([.. places.Distinct()]), Literals(factors));

        Gen<Term[]> Stages() =>
            from gaps in Gen.Choose(1, 999).ArrayOf(length - 1)
            from sizes in Large("samplesPerStep").ArrayOf(length)
            select Pairs(element, Literals(gaps.Aggregate((long[])[0], (at, gap) => [.. at, at[^1] + gap])), Literals(sizes));

        Gen<Term[]> Parts() =>
            from schedules in Schedule(depth).ArrayOf(length)
            from lengths in sorted
            select Pairs(element, schedules, Literals(lengths));
    }

    private Gen<Term> One(ParameterInfo parameter, Type type, int depth) =>
        type switch
        {
            _ when type == typeof(double) => Number(parameter.Name!, parameter).Select(number => (Term)Literal.Of(number)),
            _ when type == typeof(int) => Whole(parameter.Name!, parameter).Select(whole => (Term)Literal.Of(whole)),
            _ when type == typeof(long) => Large(parameter.Name!, parameter).Select(whole => (Term)Literal.Of(whole)),
            _ when type == typeof(bool) => Gen.Elements(true, false).Select(flag => (Term)Literal.Of(flag)),
            { IsEnum: true } => Gen.Elements(Enum.GetValues(type).Cast<object>()).Select(member => (Term)new Literal(member, type)),
            _ when type == typeof(Shape) => AnyShape(),
            _ when type == typeof(Func<int, double>) => Schedule(depth),
            _ when type == typeof(Func<double, double>) => Gen.Constant((Term)new OwnMap()),
            _ when type == typeof(CyclicMode) => Property(typeof(CyclicModes)),
            _ when type == typeof(CosineKwargs) => Calls(type.GetConstructors().Single(one => one.GetParameters().Length > 1), 0),
            _ when type == typeof(Func<double[], double[], IInterpolation>) => Gen.Constant(
                (Term)
                    new Literal(
                        (Func<double[], double[], IInterpolation>)CubicSpline.InterpolateNaturalSorted,
                        type,
                        "CubicSpline.InterpolateNaturalSorted"
                    )
            ),
            _ when type == typeof(Func<double, Func<int, double>>) => Gen.Constant(
                (Term)
                    new Literal(
                        (Func<double, Func<int, double>>)(lr => PyTorch.ExponentialLR(lr, 0.9)),
                        type,
                        "lr => PyTorch.ExponentialLR(lr, 0.9)"
                    )
            ),
            _ => throw Teaching.Missing(parameter),
        };

    private static Term[] Literals<T>(IEnumerable<T> values) => [.. values.Select(value => (Term)Literal.Of(value))];

    private static Term[] Pairs(Type type, IEnumerable<Term> first, IEnumerable<Term> second) =>
        [.. first.Zip(second, (one, other) => (Term)new Pair(type, one, other))];

    private static IEnumerable<double> Sums(double first, int[] gaps, double unit)
    {
        double at = first;
        foreach (int gap in gaps)
        {
            at += (0.25 + (gap / 4.0)) * unit;
            yield return at;
        }
    }

    private Gen<double> Number(string name, ParameterInfo? parameter = null)
    {
        Gen<double> ordinary = Teaching.Number(name, parameter);
        return Extremes ? Gen.Frequency((2, ordinary), (1, ExtremeNumber)) : ordinary;
    }

    private Gen<int> Whole(string name, ParameterInfo? parameter = null)
    {
        Gen<int> ordinary = Teaching.Whole(name, parameter);

        // A list as long as its caller asks for is memory, not mathematics.
        return name is "layers" or "numLayers" ? ordinary
            : Extremes ? Gen.Frequency((2, ordinary), (1, ExtremeWhole))
            : Long ? Gen.Frequency((2, ordinary), (1, LongWhole))
            : ordinary;
    }

    private Gen<long> Large(string name, ParameterInfo? parameter = null)
    {
        Gen<long> ordinary = Teaching.Number(name, parameter).Select(number => (long)number);
        return Extremes ? Gen.Frequency((2, ordinary), (1, Gen.Elements(1, int.MaxValue, 1L << 40, long.MaxValue))) : ordinary;
    }
}
