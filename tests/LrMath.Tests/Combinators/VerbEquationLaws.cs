using System.Reflection;
using System.Text.RegularExpressions;
using LrMath.Tests.Docs;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;
using ScheduleNode = LrMath.Structure.ScheduleNode;

namespace LrMath.Tests.Combinators;

/// <summary>
/// Each verb has an equation in the summary of its documentation, <c>f.Max(g)(t) = max(f(t), g(t))</c>, and gives what the equation says.
/// The left side names the arguments by their order; parameters that it leaves out may be used by their own names.
/// </summary>
public partial class VerbEquationLaws
{
    /// <summary>Verbs that are one other call, several schedules or a count of samples: stated in VerbLaws instead.</summary>
    private static readonly HashSet<string> StatedAsCalls = [nameof(Verbs.BySamples), nameof(Verbs.Cooldown), nameof(Verbs.LayerDecay)];

    private static readonly Lazy<IReadOnlyList<SourceDocs>> Docs = new(() => SourceDocs.Of(nameof(Verbs)));

    private static readonly IReadOnlyDictionary<string, MethodInfo> Named = Members.Named(Members.AllVerbs);

    public static TheoryData<string> WithEquations =>
        [.. Named.Where(pair => !StatedAsCalls.Contains(pair.Value.Name)).Select(pair => pair.Key)];

    [Theory]
    [MemberData(nameof(WithEquations))]
    public void A_verb_does_what_its_documentation_says(string name)
    {
        MethodInfo verb = Named[name];
        (string[] arguments, string formula) = Equation(verb);
        int compared = 0;
        Law.Holds(
            Arbitraries.Of(new Generator(), verb),
            composition => compared += Check(composition, arguments, formula) ? 1 : 0,
            times: 60
        );
        Law.LookedAtSome(compared, 60, $"No case of {name} is one that its equation speaks of.");
    }

    [Fact]
    public void What_is_stated_as_a_call_has_a_test_of_its_own() =>
        Assert.All(
            StatedAsCalls,
            name => Assert.Contains(typeof(VerbLaws).GetMethods(), test => test.Name.StartsWith(name + "_", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("f.Max(g)(t) = min(f(t), g(t))")]
    [InlineData("f.Max(g)(t) = f(t)")]
    public void An_equation_that_is_wrong_is_found(string equation)
    {
        (string[] arguments, string formula) = Parsed(equation, nameof(Verbs.Max))!.Value;
        Composition composition = new(
            Call.Of(
                Members.Verbs.Single(verb =>
                    verb.Name == nameof(Verbs.Max) && verb.GetParameters()[1].ParameterType == typeof(Func<int, double>)
                ),
                Call.Of(typeof(Schedule).GetMethod(nameof(Schedule.Linear))!, Literal.Of(1.0), Literal.Of(0.0), Literal.Of(5)),
                Call.Of(typeof(Schedule).GetMethod(nameof(Schedule.Constant))!, Literal.Of(0.5))
            )
        );
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Check(composition, arguments, formula));
    }

    private static (string[] Arguments, string Formula) Equation(MethodInfo verb)
    {
        string[] parameters = [.. verb.GetParameters().Skip(1).Select(parameter => parameter.Name!)];
        SourceDocs docs = Docs.Value.First(docs => docs.Member == verb.Name && docs.Parameters.SequenceEqual(parameters));
        return docs.Formulas.Select(text => Parsed(text, verb.Name)).FirstOrDefault(equation => equation is not null)
            ?? throw new InvalidOperationException(
                $"Verbs.{verb.Name} ({docs.File}) has no equation: write <c>f.{verb.Name}({string.Join(", ", parameters)})(t) "
                    + $"= …</c> into its summary, "
                    + "with f, its arguments and t on the right side, in the words of tests/LrMath.Tests/Support/Formula.cs"
            );
    }

    private static (string[] Arguments, string Formula)? Parsed(string text, string verb) =>
        LeftSide().Match(text) is { Success: true } match && match.Groups["verb"].Value == verb
            ? (match.Groups["arguments"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries), match.Groups["formula"].Value)
            : null;

    /// <summary>False where the equation does not speak of these arguments.</summary>
    internal static bool Check(Composition composition, string[] arguments, string formula)
    {
        var call = (Call)composition.Term;
        Dictionary<string, object> names = new(StringComparer.Ordinal);
        ParameterInfo[] parameters = ((MethodInfo)call.Member).GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            object? value = call.Parts[i].Build(null) switch
            {
                int whole => (double)whole,
                null when parameters[i].ParameterType == typeof(Shape) => Shapes.Linear,
                IReadOnlyList<Func<int, double>> { Count: 1 } one => one[0],
                IReadOnlyList<Func<int, double>> => null,
                object other => other,
                null => null,
            };
            if (value is null)
            {
                return false;
            }

            // What the equation does not mention is left at its default there.
            string name = i == 0 ? "f" : NameOf(arguments, i, parameters[i].Name!);
            if (parameters[i].ParameterType.IsEnum && Convert.ToInt32(value, null) != Convert.ToInt32(parameters[i].DefaultValue, null))
            {
                return false;
            }

            names[name] = value;
        }

        // A way leads to where g starts at its step, which is another value only where a ramp of length 0 stands there.
        if (
            names.GetValueOrDefault("g") is Func<int, double> g
            && names.GetValueOrDefault("s") is double s
            && names.GetValueOrDefault("n") is double n
            && !ScheduleNode.Of(g).EntryAt((int)(s + n)).Start.Equals(g((int)(s + n)))
        )
        {
            return false;
        }

        // Where f starts, which is f(0) unless its first part has a length of 0.
        names["start_of_f"] = Law.Start((Func<int, double>)names["f"]);
        formula = formula.Replace("f's start", "start_of_f", StringComparison.Ordinal);

        // A shape is rounded on its way from the position to the value; all else has the bits of the equation.
        bool rounded = formula.Contains("shape(", StringComparison.Ordinal);
        Func<int, double> actual = composition.Build();
        for (int step = 0; step < 300; step++)
        {
            names["t"] = (double)step;
            double expected = Formula.Evaluate(formula, names);
            double value = actual(step);
            if (rounded ? Math.Abs(value - expected) > 1e-9 * Math.Max(1, Math.Abs(expected)) : !value.Equals(expected))
            {
                Law.Fail(composition.ToString(), step, expected, value);
            }
        }

        return true;
    }

    private static string NameOf(string[] arguments, int position, string parameter) =>
        arguments.FirstOrDefault(argument => argument.StartsWith($"{parameter}: ", StringComparison.Ordinal)) is { } named
            ? named[(parameter.Length + 2)..]
        : position <= arguments.Length && !arguments[position - 1].Contains(':', StringComparison.Ordinal) ? arguments[position - 1]
        : parameter;

    [GeneratedRegex(@"^f\.(?<verb>\w+)\((?<arguments>[^)]*)\)\(t\) = (?<formula>.+)$")]
    private static partial Regex LeftSide();
}
