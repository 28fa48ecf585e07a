using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;
using LrMath.Structure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LrMath.Tests.Structure;

public partial class ArchitectureTests
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

    /// <summary>A misspelt symbol would forbid nothing, without a word.</summary>
    [Fact]
    public void Every_banned_symbol_exists()
    {
        Compilation compilation = CSharpCompilation.Create(
            "symbols",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(System.IO.Path.PathSeparator)
                .Select(file => MetadataReference.CreateFromFile(file))
        );
        string[] ids = [.. BannedIds()];
        Assert.True(ids.Length > 100, $"{ids.Length} symbols");
        Assert.All(ids, id => Assert.True(Symbol(id) is not null, $"{id} is no symbol"));

        ISymbol? Symbol(string id) =>
            id.StartsWith("N:", StringComparison.Ordinal)
                ? Namespace(compilation, id[2..])
                : DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation);

        static INamespaceSymbol? Namespace(Compilation compilation, string name) =>
            name.Split('.')
                .Aggregate(
                    (INamespaceSymbol?)compilation.GlobalNamespace,
                    (inside, part) => inside?.GetNamespaceMembers().FirstOrDefault(one => one.Name == part)
                );
    }

    /// <summary>What the standard leaves to the machine: its last bit is another one elsewhere, and in vectors another one than in a
    /// single step.</summary>
    [Theory]
    [InlineData(typeof(Math))]
    [InlineData(typeof(MathF))]
    [InlineData(typeof(double))]
    [InlineData(typeof(float))]
    [InlineData(typeof(Vector128))]
    [InlineData(typeof(Vector256))]
    [InlineData(typeof(Vector512))]
    public void Every_function_without_the_same_bits_everywhere_is_banned(Type type)
    {
        string[] inexact =
        [
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(method => method.Name)
                .Where(name => Inexact().IsMatch(name))
                .Distinct(),
        ];
        Assert.NotEmpty(inexact);
        string[] banned = [.. BannedIds().Where(id => id.StartsWith($"M:{type.FullName}.", StringComparison.Ordinal)).Select(Name)];
        Assert.Empty(inexact.Except(banned));

        string Name(string id) => id.Split('(')[0][(type.FullName!.Length + 3)..];
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

    [GeneratedRegex(
        "^(A?(Cos|Sin|Tan)(h|Pi)?|Atan2(Pi)?|SinCos(Pi)?|Cbrt|Exp|Exp(2|10)?(M1)?|Log(2|10)?(P1)?|Hypot|Pow|RootN|.*Estimate)$"
    )]
    private static partial Regex Inexact();

    private static IEnumerable<string> BannedIds([CallerFilePath] string here = "") =>
        File.ReadLines(
                System.IO.Path.GetFullPath(
                    System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../src/LrMath/BannedSymbols.txt")
                )
            )
            .Select(line => line.Split(';')[0]);

    private static string[] AnalysisSources([CallerFilePath] string here = "") =>
        Directory.GetFiles(
            System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../src/LrMath/Analysis")),
            "*.cs",
            SearchOption.AllDirectories
        );
}
