using System.Reflection;
using System.Runtime.CompilerServices;
using LrMath.Structure;
using Xunit;

namespace LrMath.Tests.Structure;

public class ArchitectureTests
{
    private static readonly Type[] Types =
    [
        .. typeof(Schedule)
            .Assembly.GetTypes()
            .Where(type =>
                !type.IsDefined(typeof(CompilerGeneratedAttribute))
                && type.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute)) != true
            ),
    ];

    [Fact]
    public void No_type_outside_the_closed_loop_room_has_a_mutable_field() =>
        Assert.Empty(MutableFields(type => type.Namespace != "LrMath.ClosedLoop"));

    [Fact]
    public void In_the_closed_loop_room_only_the_adapter_is_mutable() =>
        Assert.Equal(["FeedbackLoop`1.now"], MutableFields(type => type.Namespace == "LrMath.ClosedLoop"));

    [Fact]
    public void A_node_has_one_method_that_a_schedule_can_be_bound_to()
    {
        Type[] nodes = [.. Types.Where(type => type.IsSubclassOf(typeof(ScheduleNode)))];
        Assert.NotEmpty(nodes);
        Assert.All(
            nodes,
            node =>
                Assert.Single(
                    node.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
                    method =>
                        method.ReturnType == typeof(double)
                        && method.GetParameters() is [{ ParameterType: var only }]
                        && only == typeof(int)
                )
        );
    }

    /// <summary>All other rooms are under <c>src/LrMath/BannedSymbols.txt</c>; this one needs logarithms, and is exempt from it.</summary>
    [Fact]
    public void The_analysis_reads_no_clock_no_random_numbers_and_no_culture()
    {
        string source = string.Concat(AnalysisSources().Select(File.ReadAllText));
        Assert.NotEmpty(source);
        Assert.All(
            (string[])["new Random", "Random.Shared", "DateTime", "Stopwatch", "TimeProvider", "Environment.", "CurrentCulture"],
            word => Assert.DoesNotContain(word, source, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_library_depends_on_MathNet_and_the_framework_only()
    {
        Assert.All(
            typeof(Schedule).Assembly.GetReferencedAssemblies(),
            reference =>
                Assert.True(
                    reference.Name == "MathNet.Numerics" || reference.Name!.StartsWith("System.", StringComparison.Ordinal),
                    reference.Name
                )
        );
    }

    private static IEnumerable<string> MutableFields(Func<Type, bool> isChecked) =>
        from type in Types
        where !type.IsEnum && type.Namespace?.StartsWith("LrMath", StringComparison.Ordinal) == true && isChecked(type)
        from field in type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
        )
        where !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal) && !IsBehindInit(type, field)
        select $"{type.Name}.{field.Name}";

    /// <summary>The field of a property that can be set while its object is made, and never again.</summary>
    private static bool IsBehindInit(Type type, FieldInfo field) =>
        field.Name.EndsWith(">k__BackingField", StringComparison.Ordinal)
        && type.GetProperty(
            field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)],
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
        )?.SetMethod
            is { } setter
        && setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string[] AnalysisSources([CallerFilePath] string here = "") =>
        Directory.GetFiles(
            System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../src/LrMath/Analysis")),
            "*.cs",
            SearchOption.AllDirectories
        );
}
