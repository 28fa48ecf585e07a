using LrMath.Analysis;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>A refusal of an element of a list names the element and its value, beside the argument of the method that was
/// called.</summary>
public class MessageTests
{
    private static readonly Func<int, double> One = Schedule.Constant(1);

    private static readonly Dictionary<string, Refusal> Refusals = new(StringComparer.Ordinal)
    {
        ["the length of a part"] = new(
            () => Schedule.Concat((One, 1), (One, -3)),
            "parts",
            "parts[1].Steps is -3; legal is a whole number, zero or more."
        ),
        ["lengths that are too long together"] = new(
            () => Schedule.Concat((One, int.MaxValue), (One, 1)),
            "parts",
            "parts[1].Steps is 1; legal is a length whose sum"
        ),
        ["a part without a schedule"] = new(
            () => Schedule.Concat((One, 1), (null!, 3)),
            "parts",
            "parts[1].Schedule is null; legal is a schedule.",
            typeof(ArgumentNullException)
        ),
        ["a schedule of a chain that is none"] = new(
            () => Schedule.Chain(One, null!),
            "schedules",
            "schedules[1] is null",
            typeof(ArgumentNullException)
        ),
        ["a schedule of a chain that is two"] = new(
            () => Schedule.Chain(One, One + One),
            "schedules",
            "schedules[1] is several schedules joined by + or +=: such a multicast delegate answers with the last one only. Write f.Plus(g)"
        ),
        ["another factor that is none"] = new(
            () => One.Chain(One, null!),
            "others",
            "others[1] is null; legal is a schedule.",
            typeof(ArgumentNullException)
        ),
        ["a schedule of a verb that is two"] = new(() => One.Plus(One + One), "other", "other is several schedules joined by"),
        ["two lengths of 0"] = new(
            () => Schedule.Cyclic(0, 1, 0, 0),
            "downSteps",
            "downSteps is 0; legal is a whole number, one or more, where upSteps is 0."
        ),
        ["the value of a knot"] = new(
            () => Schedule.Path([(0, 1), (9, 2), (19, 0)], Shapes.Exponential),
            "knots",
            "knots[2].Value is 0; legal is a number above zero where the other end is 2"
        ),
        ["a shape of a way that is none"] = new(
            () => Schedule.Path([(0, 1), (9, 2)], [null!]),
            "shapes",
            "shapes[0] is null; legal is a shape.",
            typeof(ArgumentNullException)
        ),
        ["the end of a phase"] = new(
            () => Schedule.Phases(10, 1, [(1, 2), (1, 0)], Shapes.Exponential),
            "phases",
            "phases[1].End is 0; legal is a number above zero where the other end is 2"
        ),
        ["a shape of a phase that is two"] = new(
            () => Schedule.Phases(10, 1, [(1, 2)], [Shapes.Linear + Shapes.Cosine]),
            "shapes",
            "shapes[0] is several shapes joined by"
        ),
        ["the value of another schedule"] = new(
            () => One.BranchAt(5, Schedule.Linear(1, 0, 9), 4, Shapes.Exponential),
            "next",
            "the value of next at step 9 is 0; legal is a number above zero where the other end is 1"
        ),
        ["a decay that does not reach 0"] = new(
            () => Timm.WSDLRScheduler(1, 10, 5, decayFn: Shapes.Exponential),
            "decayFn",
            "decayFn is Shapes.Exponential; legal is a shape that has a way from 1 to 0."
        ),
        ["layers of timm"] = new(
            () => Timm.LayerDecay(One, 1_000_001),
            "numLayers",
            "numLayers is 1000001; legal is at most 1000000, more than any network has."
        ),
        ["a cycle of optax that is none"] = new(
            () => Optax.SgdrSchedule([new(0, 1, 2, 10), null!]),
            "cosineKwargs",
            "cosineKwargs[1] is null",
            typeof(ArgumentNullException)
        ),
        ["cycles of optax that are too long together"] = new(
            () => Optax.SgdrSchedule([new(0, 1, 2, int.MaxValue), new(0, 1, 2, 10), new(0, 1, 2, 10)]),
            "cosineKwargs",
            "cosineKwargs[1].DecaySteps is 10; legal is a length whose sum"
        ),
        ["a step of a log"] = new(() => new RateLog([0, -1], [1, 1], [0, 0]), "steps", "steps[1] is -1; legal is a whole number"),
        ["a rate of a log"] = new(() => new RateLog([0, 1], [1, double.NaN], [0, 0]), "rates", "rates[1] is NaN; legal is a finite number"),
        ["a half-width of a log"] = new(() => new RateLog([0, 1], [1, 1], [0, -1]), "halfWidths", "halfWidths[1] is -1; legal is"),
        ["texts that are fewer than steps"] = new(() => RateLog.Parse([0, 1], ["1"]), "printed", "printed has 1 elements where 2"),
        ["a history without a change"] = new(
            () => new ScaleHistory { Changes = [] },
            "Changes",
            "Changes is empty: at least one element is needed."
        ),
        ["a history that begins late"] = new(
            () => new ScaleHistory { Changes = [new() { FromStep = 3, Scale = 1 }] },
            "Changes",
            "Changes[0].FromStep is 3; legal is 0."
        ),
    };

    public static TheoryData<string> Rows => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_element_is_named(string row) => Refusals[row].AssertGiven();

    [Theory]
    [InlineData("abc", "printed[1] is 'abc'; legal is a finite number in the invariant culture.")]
    [InlineData("NaN", "printed[1] is 'NaN'; legal is a finite number in the invariant culture.")]
    [InlineData(null, "printed[1] is null; legal is a finite number in the invariant culture.")]
    public void The_row_of_a_text_that_is_no_rate_is_named(string? text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => RateLog.Parse([0, 1], ["0.1", text!])).Message);

    [Fact]
    public void A_policy_whose_start_has_no_scale_is_refused_as_documented() =>
        Assert.Contains(
            "legal is a finite number",
            Assert.Throws<InvalidOperationException>(() => One.Under(new Scaleless())).Message,
            StringComparison.Ordinal
        );

    private sealed class Scaleless : IPolicy<PlateauState>
    {
        public PlateauState Start => new Plateau().Start;

        public double ScaleOf(PlateauState state) => double.NaN;

        public PlateauState Next(PlateauState state, double metric) => state;

        public void Validate(PlateauState state) { }
    }
}
