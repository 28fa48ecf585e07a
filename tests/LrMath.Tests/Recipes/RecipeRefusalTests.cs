using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Recipes;

/// <summary>What recipes refuse because of two arguments, or an element of a list: which argument is named, and which words say
/// why.</summary>
public class RecipeRefusalTests
{
    private static readonly Dictionary<string, Refusal> Refusals = new(StringComparer.Ordinal)
    {
        ["more than half of the steps for the first of three phases"] = new(
            () => Schedule.OneCycle(1, 100, 0.51, threePhase: true),
            "warmupFraction",
            "at most 0.5 with three phases"
        ),
        ["a divisor below zero, which turns the start round"] = new(
            () => Schedule.OneCycle(1, 100, startDivisor: -1),
            "startDivisor",
            "above zero"
        ),
        ["a divisor below zero, which turns the end round"] = new(
            () => Schedule.OneCycle(1, 100, endDivisor: -1),
            "endDivisor",
            "above zero"
        ),
        ["a start that is too small for a geometric way"] = new(
            () => Schedule.OneCycle(1e-300, 100, startDivisor: 1e300, shape: Shapes.Exponential),
            "startDivisor",
            "legal"
        ),
        ["a start beyond the doubles"] = new(() => Schedule.OneCycle(1e300, 100, startDivisor: 1e-300), "startDivisor", "the start"),
        ["an end beyond the doubles"] = new(
            () => Schedule.OneCycle(1e300, 100, startDivisor: 1, endDivisor: 1e-300),
            "endDivisor",
            "the end"
        ),
        ["no geometric way from a negative start"] = new(
            () => Schedule.OneCycle(-1, 100, startDivisor: 1e308, endDivisor: 1e308, shape: Shapes.Exponential),
            "endDivisor",
            "legal"
        ),
        ["a peak of zero, from which no fall is geometric"] = new(() => Schedule.TriStage(0, 1, 1, 1), "peak", "geometric"),
        ["a start of TriStage beyond the doubles"] = new(
            () => Schedule.TriStage(1e300, 1, 1, 1, startScale: 1e300),
            "startScale",
            "the start"
        ),
        ["an end of TriStage beyond the doubles"] = new(() => Schedule.TriStage(1e300, 1, 1, 1, endScale: 1e300), "endScale", "the end"),
        ["ends of a triangle beyond the doubles"] = new(() => Schedule.SlantedTriangular(1e300, 100, ratio: 1e-300), "ratio", "either end"),
        ["a negative share"] = new(() => Schedule.Split(10, 1, -1), "shares", "shares[1] is -1; legal is a finite number, zero or more"),
        ["a share that is not finite"] = new(() => Schedule.Split(10, double.PositiveInfinity), "shares", "shares[0]"),
        ["a share that is no number"] = new(() => Schedule.Split(10, 1, double.NaN), "shares", "shares[1]"),
        ["shares of nothing"] = new(
            () => Schedule.Split(10, 0, 0),
            "shares",
            "the sum of all shares is 0; legal is a finite number above zero"
        ),
        ["shares whose sum is beyond the doubles"] = new(
            () => Schedule.Split(10, 1e308, 1e308),
            "shares",
            "the sum of all shares is Infinity"
        ),
        ["fewer steps than none"] = new(() => Schedule.Split(-1, 1), "steps", "zero or more"),
        ["an end of a phase that is not finite"] = new(
            () => Schedule.Phases(10, 0, [(1, 1), (1, double.NaN)]),
            "phases",
            "phases[1].End is NaN; legal is a finite number"
        ),
        ["a share of a phase that is negative"] = new(() => Schedule.Phases(10, 0, [(-1, 1)]), "phases", "phases[0].Share"),
        ["more shapes than phases"] = new(
            () => Schedule.Phases(10, 0, [(1, 1)], [Shapes.Linear, Shapes.Cosine]),
            "shapes",
            "one for each phase"
        ),
        ["a geometric phase from zero"] = new(() => Schedule.Phases(10, 0, [(1, 1)], [Shapes.Exponential]), "phases", "legal"),
    };

    public static TheoryData<string> Rows => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_recipe_refuses_by_name(string row) => Refusals[row].AssertGiven();

    [Fact]
    public void Half_of_three_phases_is_the_longest_way_up() => Assert.Equal(1, Schedule.OneCycle(1, 100, 0.5, threePhase: true)(49));
}
