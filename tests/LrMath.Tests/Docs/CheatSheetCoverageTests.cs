using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace LrMath.Tests.Docs;

/// <summary>The cheat sheet is complete.</summary>
public class CheatSheetCoverageTests
{
    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (string builder in Public(typeof(Schedule)))
        {
            names.Add("builder", $@"Schedule\.{builder}\b");
        }

        foreach (string verb in Public(typeof(Verbs)))
        {
            names.Add("verb", $@"`\w+\.{verb}\(");
        }

        foreach (string shape in Public(typeof(Shapes)))
        {
            names.Add("shape", $@"Shapes\.{shape}\b");
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_public_name_of_the_core_is_on_the_cheat_sheet(string kind, string pattern)
    {
        string sheets = File.ReadAllText(System.IO.Path.Combine(PageTests.Root, "docs/cheat-sheet.md"));
        string sheet = sheets[
            sheets.IndexOf("## Cheat sheet", StringComparison.Ordinal)..sheets.IndexOf("## Conventions", StringComparison.Ordinal)
        ];

        Assert.True(Regex.IsMatch(sheet, pattern), $"no {kind} {pattern} between \"Cheat sheet\" and \"Conventions\"");
    }

    private static IEnumerable<string> Public(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)
            .Distinct();
}
