namespace LrMath.Tests.Golden;

/// <summary>
/// One framework's records in LrMath's words. A framework is one file with one class derived from this one, whose constructor names
/// each schedule; the reader finds the class by itself.
/// </summary>
internal class RecordMap(string framework)
{
    private readonly Dictionary<string, Func<GoldenRecord, Answer>> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Delegate> mappings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Arguments, double, Answer>> members = new(StringComparer.Ordinal);

    public static IReadOnlyList<RecordMap> All { get; } =
    [
        .. typeof(RecordMap)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(RecordMap)))
            .Select(t => (RecordMap)Activator.CreateInstance(t)!),
    ];

    public string Framework { get; } = framework;

    /// <summary>The mapping of each name, as the class of the framework wrote it.</summary>
    public IReadOnlyDictionary<string, Delegate> Mappings => mappings;

    public Answer Answer(GoldenRecord record) =>
        records.TryGetValue(record.Name, out Func<GoldenRecord, Answer>? map)
            ? map(record)
            : throw new GoldenException($"the name {record.Name} of {Framework} is unknown");

    /// <summary>Arguments → a schedule (or several quantities).</summary>
    public void Rate(string name, Func<Arguments, Answer> map)
    {
        members.Add(name, (args, _) => map(args));
        Add(name, map, r => map(r.Args));
    }

    /// <summary>Arguments and base rate → a schedule.</summary>
    public void Rate(string name, Func<Arguments, double, Answer> map)
    {
        members.Add(name, map);
        Add(name, map, r => map(r.Args, r.BaseRate));
    }

    /// <summary>Arguments and metrics → the rates after each of them.</summary>
    public void Loop(string name, Func<Arguments, double[], Answer> map) => Add(name, map, r => map(r.Args, r.Metrics));

    /// <summary>Arguments, base rate and metrics → the rates after each metric.</summary>
    public void Loop(string name, Func<Arguments, double, double[], Answer> map) => Add(name, map, r => map(r.Args, r.BaseRate, r.Metrics));

    /// <summary>Arguments and the curve of a range test → what is read off it.</summary>
    public void Curve(string name, Func<Arguments, Curve, Answer> map) => Add(name, map, r => map(r.Args, r.Curve));

    /// <summary>Arguments, base rate and the curve of a range test → what is read off it.</summary>
    public void Curve(string name, Func<Arguments, double, Curve, Answer> map) => Add(name, map, r => map(r.Args, r.BaseRate, r.Curve));

    /// <summary>The record as a whole, where a mapping needs more of it.</summary>
    public void Record(string name, Func<GoldenRecord, Answer> map) => Add(name, map, map);

    /// <summary>A schedule inside another one's arguments, built by this framework's own mapping.</summary>
    public Func<int, double> Build(Member member, double baseRate = double.NaN) =>
        members.TryGetValue(member.Name, out Func<Arguments, double, Answer>? map)
            ? map(member.Args, baseRate).Rate
            : throw new GoldenException($"the member {member.Name} of {Framework} is unknown");

    private void Add(string name, Delegate mapping, Func<GoldenRecord, Answer> map)
    {
        mappings.Add(name, mapping);
        records.Add(name, map);
    }
}
