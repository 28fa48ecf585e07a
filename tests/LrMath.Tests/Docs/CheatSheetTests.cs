using System.Reflection;
using System.Text.RegularExpressions;
using LrMath.Tests.Generation;
using LrMath.Tests.Laws;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Docs;

/// <summary>The cells of the cheat sheet are true: parameters have their names, and each law of a verb or a shape is evaluated.</summary>
public partial class CheatSheetTests
{
    private static readonly string[] Rows =
    [
        .. PageTests
            .Files.SelectMany(page => File.ReadAllLines(Path.Combine(PageTests.Root, page)))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)),
    ];

    /// <summary>The verbs whose law is a formula; the others' is a sentence.</summary>
    public static TheoryData<string, string> VerbCells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach ((string call, string law) in Pairs(Verb(), "f."))
            {
                cells.Add(call, law);
            }

            return cells;
        }
    }

    public static TheoryData<string, string> ShapeCells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach ((string call, string law) in Pairs(ShapeName(), "Shapes."))
            {
                cells.Add(call, law);
            }

            return cells;
        }
    }

    [Fact]
    public void The_laws_are_found()
    {
        Assert.InRange(Pairs(Verb(), "f.").Select(cell => cell.Call).Distinct().Count(), 10, 100);
        Assert.InRange(Pairs(ShapeName(), "Shapes.").Select(cell => cell.Call).Distinct().Count(), 7, 100);
    }

    [Theory]
    [MemberData(nameof(VerbCells))]
    public void The_law_of_a_verb_is_what_it_does(string call, string law)
    {
        Match match = Verb().Match(call);
        string[] arguments = match.Groups["arguments"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        MethodInfo[] overloads =
        [
            .. Members.Verbs.Where(verb => verb.Name == match.Groups["name"].Value && verb.GetParameters().Length > arguments.Length),
        ];
        MethodInfo verb = overloads.First(verb => arguments.Contains("g") == TakesFunction(verb));
        Law.Holds(Arbitraries.Of(new Generator(), verb), composition => VerbEquationLaws.Check(composition, arguments, law), times: 20);
    }

    [Theory]
    [MemberData(nameof(ShapeCells))]
    public void What_is_left_of_a_shape_is_what_the_cell_says(string call, string law)
    {
        Match match = ShapeName().Match(call);
        MemberInfo member = Members.Shapes.Single(shape => shape.Name == match.Groups["name"].Value);
        string[] arguments = match.Groups["arguments"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        Law.Holds(
            Arbitraries.OfShape(new Generator(OwnFunctions: false), member),
            term =>
            {
                var shape = (Shape)term.Build(null)!;
                var names = arguments.Zip(term.Parts, (name, part) => (name, part.Build(null)!)).ToDictionary(StringComparer.Ordinal);
                for (int i = 0; i < 100; i++)
                {
                    names["p"] = i / 100.0;
                    double expected = Formula.Evaluate(law, names);
                    double actual = shape(1, 0, i / 100.0);
                    Assert.True(
                        Math.Abs(actual - expected) < 1e-9,
                        $"{term} has {actual:R} left at p = {i / 100.0}, not {expected:R} ({Seed.Note})"
                    );
                }
            },
            times: 10
        );
    }

    [Fact]
    public void The_calls_of_builders_have_the_parameters_of_the_builders()
    {
        string[] calls = [.. Rows.SelectMany(row => BuilderCall().Matches(row).Select(match => match.Value)).Distinct()];
        Assert.True(calls.Length > 15, $"only {calls.Length} calls are shown");
        Assert.All(
            calls,
            call =>
            {
                Match match = BuilderCall().Match(call);
                string[] shown = [.. match.Groups["arguments"].Value.Split(", ").Where(one => one != "…")];
                if (!shown.All(one => PlainName().IsMatch(one)))
                {
                    return;
                }

                Assert.Contains(
                    Members.Builders.Where(builder => builder.Name == match.Groups["name"].Value),
                    builder => builder.GetParameters().Select(parameter => parameter.Name).Take(shown.Length).SequenceEqual(shown)
                );
            }
        );
    }

    private static bool TakesFunction(MethodInfo verb) =>
        verb.GetParameters()
            .Skip(1)
            .Any(parameter =>
                parameter.ParameterType == typeof(Func<int, double>)
                || parameter.ParameterType == typeof(Func<double, double>)
                || parameter.ParameterType == typeof(IReadOnlyList<Func<int, double>>)
            );

    // A cell of calls beside a cell of nothing but formulas, one for one.
    private static IEnumerable<(string Call, string Law)> Pairs(Regex name, string start) =>
        from row in Rows
        let cells = row.Trim('|', ' ').Split(" | ")
        where cells.Length >= 2 && cells[0].StartsWith($"`{start}", StringComparison.Ordinal) && OnlyCode().IsMatch(cells[1])
        let calls = Code().Matches(cells[0]).Select(match => match.Groups[1].Value).Where(code => name.IsMatch(code)).ToArray()
        let laws = Code().Matches(cells[1]).Select(match => match.Groups[1].Value).ToArray()
        where laws.Length == calls.Length
        from pair in calls.Zip(laws)
        select pair;

    [GeneratedRegex(@"^(`[^`]+`|, )+$")]
    private static partial Regex OnlyCode();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^f\.(?<name>\w+)\((?<arguments>[^)]*)\)$")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^Shapes\.(?<name>\w+)(\((?<arguments>[^)]*)\))?$")]
    private static partial Regex ShapeName();

    [GeneratedRegex(@"Schedule\.(?<name>\w+)\((?<arguments>[^()]*)\)")]
    private static partial Regex BuilderCall();

    [GeneratedRegex(@"^[a-z]\w*$", RegexOptions.IgnoreCase)]
    private static partial Regex PlainName();
}
