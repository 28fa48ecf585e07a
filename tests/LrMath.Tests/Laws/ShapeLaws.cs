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

    private static IEnumerable<string> Names => Members.Shapes.Select(shape => shape.Name);

    public static TheoryData<string> All => [.. Names];

    public static TheoryData<string> Reaching => [.. Names.Except(NeverQuiteThere)];

    public static TheoryData<string> Continuous => [.. Names.Except(Jumping)];

    [Theory]
    [MemberData(nameof(Reaching))]
    public void A_shape_begins_at_its_start_and_ends_at_its_end(string name) =>
        ForAll(
            name,
            NeverQuiteThere,
            (term, shape) =>
            {
                foreach ((double start, double end) in new[] { (0.3, 0.001), (0.001, 0.3), (-2.0, -7.0), (5, 5) })
                {
                    Assert.True(shape(start, end, 0).Equals(start), $"{term}({start}, {end}, 0) is {shape(start, end, 0)} ({Seed.Note})");
                    Assert.True(shape(start, end, 1).Equals(end), $"{term}({start}, {end}, 1) is {shape(start, end, 1)} ({Seed.Note})");
                }
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Beyond_its_ends_a_shape_is_as_at_them_and_no_number_is_refused(string name) =>
        ForAll(
            name,
            [],
            (term, shape) =>
            {
                foreach (double before in (double[])[-double.Epsilon, -1, double.NegativeInfinity])
                {
                    Assert.True(shape(0.3, 0.001, before).Equals(shape(0.3, 0.001, 0)), $"{term} at p = {before} ({Seed.Note})");
                }

                foreach (double after in (double[])[Math.BitIncrement(1.0), 2, double.PositiveInfinity])
                {
                    Assert.True(shape(0.3, 0.001, after).Equals(shape(0.3, 0.001, 1)), $"{term} at p = {after} ({Seed.Note})");
                }

                Assert.Throws<ArgumentOutOfRangeException>("progress", () => shape(0.3, 0.001, double.NaN));
            }
        );

    [Fact]
    public void Hold_has_its_start_up_to_the_last_progress_before_the_end() =>
        Assert.Equal([0.3, 0.001], new[] { Math.BitDecrement(1.0), 1 }.Select(p => Shapes.Hold(0.3, 0.001, p)));

    [Theory]
    [InlineData(-7, 3)]
    [InlineData(-1, 12.5)]
    [InlineData(0, 0.5)]
    public void Tanh_stays_off_its_ends_by_the_shares_that_its_documentation_says(double lower, double upper)
    {
        Shape shape = Shapes.Tanh(lower, upper);
        Assert.Equal((1 + Math.Tanh(lower)) / 2, 1 - shape(1, 0, 0), 1e-15);
        Assert.Equal((1 - Math.Tanh(upper)) / 2, shape(1, 0, Math.BitDecrement(1.0)), 1e-14);
        Assert.Equal(0, shape(1, 0, 1));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_shape_never_turns_back_nor_leaves_its_ends(string name) =>
        ForAll(
            name,
            [],
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
    [MemberData(nameof(Continuous))]
    public void A_shape_does_not_jump_between_its_ends(string name) =>
        ForAll(
            name,
            Jumping,
            (term, shape) =>
            {
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
            [],
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

    /// <summary>A law of a shape, and of the shapes in it, such as those that Warp changes; some of these are left out.</summary>
    private static void ForAll(string name, HashSet<string> without, Action<Term, Shape> law)
    {
        MemberInfo member = Members.Shapes.First(shape => shape.Name == name);
        int held = 0;
        Law.Holds(
            Arbitraries.OfShape(new Generator(OwnFunctions: false), member),
            term =>
            {
                if (!term.All().OfType<Call>().Any(call => without.Contains(call.Member.Name)))
                {
                    law(term, (Shape)term.Build(null)!);
                    held++;
                }
            },
            times: 15
        );
        Law.LookedAtSome(held, 15, $"No case of {name} was looked at.");
    }

    // What the summary shows of a shape in terms of its ends; remarks about other things are not equations.
    private static bool IsEquation(string text) =>
        text.Contains("start", StringComparison.Ordinal)
        && text.Contains("end", StringComparison.Ordinal)
        && text.Contains('p', StringComparison.Ordinal);
}
