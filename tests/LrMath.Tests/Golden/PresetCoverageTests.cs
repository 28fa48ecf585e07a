using System.Reflection;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Golden;

/// <summary>
/// Every preset is compared with what the library of its name prints: a mapping of the golden records calls it, and there are records of
/// that name. An overload for parameter groups is its single overload, group by group.
/// </summary>
public class PresetCoverageTests
{
    private static readonly IReadOnlyDictionary<string, MethodInfo> Presets = Members.Named(
        Members.Presets.Concat(Members.Policies).Where(method => !IsForGroups(method))
    );

    private static readonly Lazy<ILookup<MethodBase, string>> Called = new(() =>
    {
        HashSet<(string, string)> recorded = [.. GoldenFolder.Own.Value.Records.Select(record => (record.Framework, record.Name))];
        return RecordMap
            .All.SelectMany(
                map => map.Mappings.Where(mapping => recorded.Contains((map.Framework, mapping.Key))),
                (map, mapping) => (map, mapping)
            )
            .SelectMany(
                pair => CallsOf.Method(pair.mapping.Value.Method),
                (pair, called) => (called, Name: $"{pair.map.Framework} {pair.mapping.Key}")
            )
            .ToLookup(pair => pair.called, pair => pair.Name);
    });

    private static readonly IReadOnlyDictionary<string, MethodInfo> Groups = Members.Named(
        Members.Presets.Concat(Members.Policies).Where(method => IsForGroups(method) && !Called.Value[method].Any())
    );

    public static TheoryData<string> All => [.. Presets.Keys];

    public static TheoryData<string> ForGroups => [.. Groups.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void A_preset_is_compared_with_golden_records(string name) =>
        Assert.True(
            Called.Value[Presets[name]].Any(),
            $"no golden record is compared with {name}: call it in a mapping of tests/LrMath.Tests/Golden/…Records.cs whose "
                + $"name has records in "
                + "tests/LrMath.Tests/Golden/Data (how records are made: the README beside them)"
        );

    [Theory]
    [MemberData(nameof(ForGroups))]
    public void A_preset_for_groups_is_the_single_one_for_each_group(string name)
    {
        MethodInfo groups = Groups[name];
        string[] parameters = [.. groups.GetParameters().Select(parameter => parameter.Name!)];
        MethodInfo single =
            Presets.Values.SingleOrDefault(method =>
                method.DeclaringType == groups.DeclaringType
                && method.Name == groups.Name
                && method.GetParameters().All(parameter => parameters.Contains(Plural(parameter.Name!, parameters)))
            )
            ?? throw new InvalidOperationException(
                $"{name} has no overload for one group with the same parameters: give it a golden record of its own"
            );

        for (ulong seed = 1; seed <= 20; seed++)
        {
            Generator generator = new(OwnFunctions: false);
            object?[] values =
            [
                .. generator.Sample(groups, depth: 0, seed).Term.All().OfType<Call>().First().Parts.Select(part => part.Build(null)),
            ];

            // A shape that refuses some values may refuse those of a later group only.
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = values[i] is Shape ? Shapes.Cosine : values[i];
            }

            var results = (System.Collections.IList)groups.Invoke(null, values)!;
            for (int group = 0; group < results.Count; group++)
            {
                object?[] ofGroup =
                [
                    .. single
                        .GetParameters()
                        .Select(parameter =>
                            OfGroup(values[Array.IndexOf(parameters, Plural(parameter.Name!, parameters))], parameter.ParameterType, group)
                        ),
                ];
                Same(single.Invoke(null, ofGroup)!, results[group]!);
            }
        }
    }

    private static bool IsForGroups(MethodInfo method) =>
        method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static string Plural(string name, string[] parameters) => parameters.Contains(name) ? name : name + "s";

    // One value for all groups, or one for each; a list of one stands for all.
    private static object? OfGroup(object? value, Type wanted, int group) =>
        value is Array list && !wanted.IsInstanceOfType(list) ? list.GetValue(Math.Min(group, list.Length - 1)) : value;

    private static void Same(object expected, object actual)
    {
        if (expected is Func<int, double> or RateAndMomentum)
        {
            Func<int, double> theirs = Rate(expected);
            Law.SameBits(Law.Steps(theirs, 0, 200), Law.Steps(Rate(actual), 0, 200), theirs, 0);
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    private static Func<int, double> Rate(object value) => value as Func<int, double> ?? ((RateAndMomentum)value).Rate;
}
