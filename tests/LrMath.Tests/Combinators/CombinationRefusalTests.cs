using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Combinators;

/// <summary>What verbs and lists of schedules refuse because of two arguments: which one is named, and which words say why.</summary>
public class CombinationRefusalTests
{
    private const string Finite = "a finite number";

    private static readonly Func<int, double> One = Schedule.Constant(1);

    private static readonly Func<int, double> Broken = _ => double.NaN;

    private static readonly Dictionary<string, Refusal> Refusals = new(StringComparer.Ordinal)
    {
        ["a milestone too many"] = new(
            () => Schedule.Sequential([One, One], [1, 2]),
            "milestones",
            "the first step of each schedule but the first"
        ),
        ["a milestone too few"] = new(() => Schedule.Sequential([One, One], []), "milestones", "the first step of each schedule"),
        ["a branch of a constant before step 0"] = new(() => One.BranchAt(-1, 0.0, 5), "step", "zero or more"),
        ["a branch of a constant onto another before step 0"] = new(() => One.BranchAt(-1, One, 5), "step", "zero or more"),
        ["a geometric branch to zero"] = new(() => One.BranchAt(10, 0.0, 5, Shapes.Exponential), "end", "legal"),
        ["a cooldown shorter than none"] = new(() => One.Cooldown(10, int.MinValue), "steps", "zero or more"),
        ["a cooldown longer than its run"] = new(() => One.Cooldown(10, 11), "steps", "the length of the run"),
        ["more layers than any network has"] = new(() => One.LayerDecay(1_000_001, 0.9), "layers", "more than any network has"),
        ["a warm-up to a value that is not finite"] = new(() => Broken.Warmup(5), "schedule", Finite, typeof(ArgumentException)),
        ["a delay of a value that is not finite"] = new(() => Broken.Delay(5), "schedule", Finite, typeof(ArgumentException)),
        ["a freeze at a value that is not finite"] = new(() => Broken.Freeze(5), "schedule", Finite, typeof(ArgumentException)),
        ["a branch from a value that is not finite"] = new(() => Broken.BranchAt(5, 0.0, 5), "schedule", Finite, typeof(ArgumentException)),
        ["a cooldown from a value that is not finite"] = new(() => Broken.Cooldown(10, 5), "schedule", Finite, typeof(ArgumentException)),
        ["a clamp whose bounds are in the wrong order"] = new(() => One.Clamp(1, Math.BitDecrement(1.0)), "high", "1 or more"),
    };

    public static TheoryData<string> Rows => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_combination_refuses_by_name(string row) => Refusals[row].AssertGiven();

    [Fact]
    public void A_clamp_to_one_value_and_a_cooldown_of_the_whole_run_are_legal()
    {
        Assert.Equal(0.5, One.Clamp(0.5, 0.5)(0));
        Assert.Equal(0, One.Cooldown(10, 10)(10));
    }
}
