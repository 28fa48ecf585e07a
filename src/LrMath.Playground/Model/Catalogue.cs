using System.Collections.Immutable;
using LrMath.Data;
using LrMath.Frameworks;

namespace LrMath.Playground.Model;

/// <summary>What can be chosen, found in the library's table of public members: a new one is here the moment it exists.</summary>
internal sealed class Catalogue
{
    private readonly Lazy<ImmutableArray<Entry>> builders;
    private readonly DocTexts docs;

    /// <summary>The catalogue with the texts of the library's documentation.</summary>
    public Catalogue(DocTexts docs)
    {
        this.docs = docs;
        builders = new(() => All(JsonFamily.Schedules));
        Verbs = [.. All(JsonFamily.Verbs).Where(verb => !verb.Member.Parameters.Any(IsOwnFunction))];
        Shapes = All(JsonFamily.Shapes);
        CyclicModes = All(JsonFamily.CyclicModes);
        Policies = All(JsonFamily.Policies);
        PolicyVerbs = All(JsonFamily.PolicyVerbs);
        Schedulers = All(JsonFamily.Schedulers);
    }

    /// <summary>What makes a schedule.</summary>
    public ImmutableArray<Entry> Builders => builders.Value;

    /// <summary>What is called on a schedule.</summary>
    public ImmutableArray<Entry> Verbs { get; }

    /// <summary>The shapes.</summary>
    public ImmutableArray<Entry> Shapes { get; }

    /// <summary>The modes of cyclic schedules.</summary>
    public ImmutableArray<Entry> CyclicModes { get; }

    /// <summary>The policies.</summary>
    public ImmutableArray<Entry> Policies { get; }

    /// <summary>What is called on a policy.</summary>
    public ImmutableArray<Entry> PolicyVerbs { get; }

    /// <summary>PyTorch's schedulers without their base rate.</summary>
    public ImmutableArray<Entry> Schedulers { get; }

    /// <summary>The names of splines.</summary>
    public static IEnumerable<string> Splines => Data.Splines.ByName.Keys;

    /// <summary>The entry that a call means: of overloads the first that has the arguments that are given.</summary>
    public static Entry? Find(ImmutableArray<Entry> entries, CallTerm call)
    {
        Entry[] named = [.. entries.Where(entry => entry.Name == call.Name)];
        return named.FirstOrDefault(entry => Has(entry, call) && Completes(entry, call))
            ?? named.FirstOrDefault(entry => Has(entry, call))
            ?? named.FirstOrDefault();
    }

    /// <summary>A call with values to begin with, in a run of a given length.</summary>
    public Fields Begin(Entry entry, int run) => new([new Named(entry.Name, Arguments(entry.Member, run))]);

    /// <summary>Arguments to begin with, for all parameters without a default.</summary>
    private Fields Arguments(Member member, int run) =>
        new([
            .. member
                .Parameters.Where(IsGiven)
                .Select(parameter => new Named(parameter.Name, Begin(member.Name, parameter.Name, parameter.Type, run))),
        ]);

    /// <summary>A value to begin with.</summary>
    /// <param name="member">The name of the builder or verb.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="type">Its type.</param>
    /// <param name="run">The length of the run in steps.</param>
    public Term Begin(string member, string parameter, Type type, int run)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (IsNumber(plain))
        {
            return Number(Knob.Of(member, parameter, plain).Begin(run), plain);
        }

        if (plain == typeof(bool))
        {
            return new Literal("false");
        }

        if (plain.IsEnum)
        {
            return Literal.Text(Parameter.Camel(Enum.GetNames(plain)[0]));
        }

        if (plain == typeof(Shape))
        {
            return Literal.Text("linear");
        }

        if (plain == typeof(CyclicMode))
        {
            return Literal.Text("triangular");
        }

        if (plain == typeof(Func<int, double>))
        {
            return Inner(parameter, run);
        }

        if (plain == typeof(Func<double, Func<int, double>>))
        {
            return Begin(Schedulers.First(entry => entry.Name == "pyTorch.linearLR"), run / 10);
        }

        if (plain == typeof(CosineKwargs))
        {
            return Arguments(PublicTable.Values.Members[0], run / 3);
        }

        return Data.Splines.IsSpline(plain) ? Literal.Text(Splines.First()) : List(member, parameter, plain, run);
    }

    /// <summary>Whether a value of the type is one number.</summary>
    public static bool IsNumber(Type type) => type == typeof(double) || IsWhole(type);

    /// <summary>Whether a value of the type is one whole number.</summary>
    public static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long);

    /// <summary>A number in the form of its type.</summary>
    public static Literal Number(double value, Type type) =>
        new(IsWhole(type) ? ((long)value).ToString(System.Globalization.CultureInfo.InvariantCulture) : JsonWriting.Number(value));

    /// <summary>The documentation of an entry.</summary>
    public DocText? Docs(Member member) => docs.Of(member);

    private Series Inner(string parameter, int run)
    {
        // A factor of the rate, a progress in steps, or a schedule like any other.
        string name = parameter is "lrLambda" or "scaleFn" or "progress" ? "linear" : "cosine";
        Entry entry = All(JsonFamily.Schedules).First(one => one.Name == name);
        Fields arguments = Arguments(entry.Member, Math.Max(1, run / 3));
        arguments = parameter switch
        {
            "lrLambda" or "scaleFn" => arguments.With("start", new Literal("1")).With("end", new Literal("0")),
            "progress" => arguments.With("start", new Literal("0")).With("end", Number(run, typeof(int))),
            _ => arguments,
        };
        return new Series([new Fields([new Named(name, arguments)])]);
    }

    private Series List(string member, string parameter, Type type, int run)
    {
        Type one = type.GetGenericArguments()[0];
        Literal At(double share, Type kind) => Number(Math.Max(1, Math.Round(share * run)), kind);
        Literal Rate(double rate) => new(JsonWriting.Number(rate));
        return one == typeof(int) ? new([At(0.5, one), At(0.75, one)])
            : one == typeof(double) ? new([Rate(0.1), Rate(0.01), Rate(0.001)])
            : one == typeof((int, double))
                ? new([new Series([At(0.5, typeof(int)), Rate(0.1)]), new Series([At(0.75, typeof(int)), Rate(0.1)])])
            : one == typeof((long, long)) ? Stages(run)
            : one == typeof((double, double)) ? Pairs(parameter, run)
            : one == typeof((Func<int, double>, int))
                ? new([
                    new Series([Inner(parameter, run), At(0.5, typeof(int))]),
                    new Series([Inner(parameter, run), At(0.5, typeof(int))]),
                ])
            : one == typeof(Shape) ? new([Literal.Text("linear"), Literal.Text("cosine")])
            : one == typeof(CosineKwargs) ? new([Begin(member, parameter, one, run), Begin(member, parameter, one, run)])
            : new([Begin(member, parameter, one, run), Begin(member, parameter, one, run), Begin(member, parameter, one, run)]);
    }

    // Knots are steps with values; phases are shares of the run with the values at their ends.
    private static Series Pairs(string parameter, int run)
    {
        (double X, double Y)[] pairs = parameter == "phases" ? [(0.3, 0.1), (0.7, 0)] : [(0, 0.01), (Math.Round(0.3 * run), 0.1), (run, 0)];
        return new([
            .. pairs.Select(pair => new Series([new Literal(JsonWriting.Number(pair.X)), new Literal(JsonWriting.Number(pair.Y))])),
        ]);
    }

    // Half of the samples of the run in batches of a quarter of the size, the rest in whole ones.
    private static Series Stages(int run)
    {
        double size = Knob.Of("", "samplesPerStep", typeof(long)).Begin(run);
        double half = Math.Max(1, Math.Round(run / 2.0)) * size;
        return new([Stage(0, size / 4), Stage(half, size)]);

        static Series Stage(double from, double size) => new([Number(from, typeof(long)), Number(size, typeof(long))]);
    }

    // Without a default, or with one that another argument would have to make up for.
    private static bool IsGiven(Parameter parameter) =>
        !parameter.IsOptional || parameter is { Default: null, Of: null, Name: "totalSteps" or "numTrainingSteps" or "minLr" };

    // A function of the value can only be written in C#.
    private static bool IsOwnFunction(Parameter parameter) => parameter.Type == typeof(Func<double, double>);

    private static bool Has(Entry entry, CallTerm call) =>
        call.Arguments.Items.All(argument => entry.Member.Parameters.Any(parameter => parameter.Name == argument.Name));

    private static bool Completes(Entry entry, CallTerm call) =>
        entry.Member.Parameters.All(parameter =>
            call.Arguments[parameter.Name] is { } value ? Suits(parameter.Type, value) : parameter.IsOptional
        );

    // Overloads with the same names differ in the kind of one value: a number here, a schedule there.
    private static bool Suits(Type type, Term value) =>
        IsNumber(type) ? value is Literal : type != typeof(Func<int, double>) || value is not Literal;

    private ImmutableArray<Entry> All(JsonFamily family) =>
        [
            .. family
                .Members.SelectMany(name => name.Value.Select(member => (Name: name.Key, Member: member, Several: name.Value.Length > 1)))
                .Select(one => new Entry(one.Member, one.Name, docs.RoomOf(one.Member), Label(one.Name, one.Member, one.Several))),
        ];

    private static string Label(string name, Member member, bool several)
    {
        string plain = member.Name.Length == 0 ? member.Room : member.Name;
        return several && member.Parameters.Count > 0
            ? $"{plain} ({string.Join(", ", member.Parameters.Where(IsGiven).Select(parameter => parameter.Name))})"
            : plain;
    }
}
