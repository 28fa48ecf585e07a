using System.Reflection;
using LrMath.Tests.Docs;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>What holds for every shape, found by reflection; its equation is the one in the summary of its documentation.</summary>
public class ShapeLaws
{
    /// <summary>Shapes that jump where their documentation says so.</summary>
    private static readonly HashSet<string> Jumping = [nameof(Shapes.Hold)];

    /// <summary>Shapes that come near their ends without hitting them, as their documentation says.</summary>
    private static readonly HashSet<string> NeverQuiteThere = [nameof(Shapes.Tanh)];

    private static readonly Lazy<IReadOnlyList<SourceDocs>> Docs = new(() => SourceDocs.Of(nameof(Shapes)));

    public static TheoryData<string> All => [.. Members.Shapes.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_shape_begins_at_its_start_and_ends_at_its_end(string name) =>
        ForAll(
            name,
            (term, shape) =>
            {
                if (NamesIn(term).Any(NeverQuiteThere.Contains))
                {
                    return;
                }

                foreach ((double start, double end) in new[] { (0.3, 0.001), (0.001, 0.3), (-2.0, -7.0), (5, 5) })
                {
                    Assert.True(shape(start, end, 0).Equals(start), $"{term}({start}, {end}, 0) is {shape(start, end, 0)} ({Seed.Note})");
                    Assert.True(shape(start, end, 1).Equals(end), $"{term}({start}, {end}, 1) is {shape(start, end, 1)} ({Seed.Note})");
                }
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_shape_never_turns_back_nor_leaves_its_ends(string name) =>
        ForAll(
            name,
            (term, shape) =>
            {
                foreach ((double start, double end) in new[] { (1.0, 0.01), (0.01, 1.0) })
                {
                    double before = shape(start, end, 0);
                    for (int i = 1; i <= 2000; i++)
                    {
                        double value = shape(start, end, i / 2000.0);
                        Assert.True(
                            (value - before) * (end - start) >= -1e-15 && value is >= 0.01 - 1e-15 and <= 1 + 1e-15,
                            $"{term} from {start} to {end} goes from {before:R} to {value:R} at p = {i / 2000.0} ({Seed.Note})"
                        );
                        before = value;
                    }
                }
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_shape_does_not_jump_between_its_ends(string name) =>
        ForAll(
            name,
            (term, shape) =>
            {
                if (NamesIn(term).Any(Jumping.Contains) || term.All().Any(part => part is OwnShape))
                {
                    return;
                }

                // Towards the largest difference, until the interval is too small for any continuous shape to have one.
                (double low, double high) = (1e-9, 1 - 1e-9);
                for (int i = 0; i < 45; i++)
                {
                    double middle = (low + high) / 2;
                    bool first =
                        Math.Abs(shape(1, 0.01, middle) - shape(1, 0.01, low)) > Math.Abs(shape(1, 0.01, high) - shape(1, 0.01, middle));
                    (low, high) = first ? (low, middle) : (middle, high);
                }

                double jump = Math.Abs(shape(1, 0.01, high) - shape(1, 0.01, low));
                Assert.True(jump < 1e-3, $"{term} jumps by {jump:R} at p = {low:R} ({Seed.Note})");
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void A_shape_has_the_values_of_the_equation_in_its_documentation(string name) =>
        ForAll(
            name,
            (term, shape) =>
            {
                var call = (Call)term;
                string formula =
                    Docs.Value.First(docs => docs.Member == name).Formulas.FirstOrDefault(IsEquation)
                    ?? throw new InvalidOperationException(
                        $"Shapes.{name} has no equation: write <c>start + (end - start)·…</c>, of start, end, p and its "
                            + $"parameters, into its summary, in the words of "
                            + "tests/LrMath.Tests/Support/Formula.cs"
                    );
                Dictionary<string, object> names = new(StringComparer.Ordinal);
                ParameterInfo[] parameters = (call.Member as MethodInfo)?.GetParameters() ?? [];
                for (int i = 0; i < parameters.Length; i++)
                {
                    names[parameters[i].Name!] = call.Parts[i].Build(null)!;
                }

                foreach ((double start, double end) in new[] { (1.0, 0.01), (0.2, 0.7) })
                {
                    for (int i = 1; i < 200; i++)
                    {
                        double p = i / 200.0;
                        (names["start"], names["end"], names["p"]) = (start, end, p);
                        double expected = Formula.Evaluate(formula, names);
                        double actual = shape(start, end, p);
                        Assert.True(
                            Math.Abs(actual - expected) <= 1e-9 || !double.IsFinite(expected),
                            $"{term} from {start} to {end} is {actual:R} at p = {p}, not {expected:R} ({Seed.Note})"
                        );
                    }
                }
            }
        );

    private static void ForAll(string name, Action<Term, Shape> law)
    {
        MemberInfo member = Members.Shapes.First(shape => shape.Name == name);
        Law.Holds(Arbitraries.OfShape(new Generator(OwnFunctions: false), member), term => law(term, (Shape)term.Build(null)!), times: 15);
    }

    private static IEnumerable<string> NamesIn(Term term) => term.All().OfType<Call>().Select(call => call.Member.Name);

    // What the summary shows of a shape in terms of its ends; remarks about other things are not equations.
    private static bool IsEquation(string text) =>
        text.Contains("start", StringComparison.Ordinal)
        && text.Contains("end", StringComparison.Ordinal)
        && text.Contains('p', StringComparison.Ordinal);
}
