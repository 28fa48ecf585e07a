using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace LrMath.Tests.Docs;

/// <summary>The examples in the library's documentation comments: all compile, and give the number that they say.</summary>
public partial class ExampleTests
{
    [Fact]
    public async Task Every_example_is_true()
    {
        (string Code, string Comment)[] examples = [.. Sources().SelectMany(file => Examples(File.ReadAllText(file)))];
        Assert.True(examples.Length > 50);
        IEnumerable<string> pairs = examples.Select(example =>
            $"({SymbolDisplay.FormatLiteral(example.Code, quote: true)}, {example.Code})"
        );
        string script = $"new (string, object)[] {{ {string.Join(",\n", pairs)} }}";

        (string, object)[] results = await CSharpScript.EvaluateAsync<(string, object)[]>(
            script,
            ScriptOptions
                .Default.WithReferences(typeof(Schedule).Assembly, typeof(LrMath.Import.ScheduleImport).Assembly)
                .WithImports(
                    "System",
                    "LrMath",
                    "LrMath.Analysis",
                    "LrMath.ClosedLoop",
                    "LrMath.Data",
                    "LrMath.Frameworks",
                    "LrMath.Import"
                )
        );

        Assert.Empty(results.Zip(examples, (result, example) => Complaint(result.Item1, result.Item2, example.Comment)).OfType<string>());
    }

    public static TheoryData<string> Rooms => [nameof(Schedule), nameof(Verbs), nameof(Shapes), nameof(LrMath.Analysis.RateFinder)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_builder_verb_shape_and_reading_has_an_example_that_is_run(string room)
    {
        Type type = typeof(Schedule).Assembly.GetExportedTypes().Single(exported => exported.Name == room);
        string[] names =
        [
            .. type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
                .Select(member => member.Name)
                .Distinct(),
        ];
        SourceDocs[] members = [.. SourceDocs.Of(room).Where(member => names.Contains(member.Member))];
        Assert.Equal(names.Order(StringComparer.Ordinal), members.Select(member => member.Member).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(
            members
                .Where(member => !Examples(member.Comment).Any())
                .Select(member => $"{member.Member}({string.Join(", ", member.Parameters)}) in {member.File} has no <example><code>…")
        );
    }

    private static string? Complaint(string code, object result, string comment) =>
        result is false ? $"{code} is not true"
        : !double.TryParse(comment, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected) ? null
        : result is double value && Math.Abs(value - expected) <= 1e-14 * Math.Abs(expected) ? null
        : string.Create(CultureInfo.InvariantCulture, $"{code} is {result}, not {expected}");

    private static IEnumerable<(string Code, string Comment)> Examples(string source) =>
        from Match match in Example().Matches(source)
        let parts = WebUtility.HtmlDecode(NewLine().Replace(match.Groups[1].Value, " ")).Split("//", 2)
        select (parts[0].Trim().TrimEnd(';'), parts.ElementAtOrDefault(1)?.Trim() ?? "");

    private static string[] Sources([CallerFilePath] string here = "") =>
        [
            .. new[] { "LrMath", "LrMath.Import" }.SelectMany(project =>
                Directory.GetFiles(
                    System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../src", project)),
                    "*.cs",
                    SearchOption.AllDirectories
                )
            ),
        ];

    [GeneratedRegex("<example><code>(.*?)</code></example>", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex NewLine();
}
