using Xunit;

namespace LrMath.Tests.Combinators;

/// <summary>A log prints the negative zero as "-0". Where a limit, a product of schedules or a value that is held would give one, it is the
/// plain zero.</summary>
public class NegativeZeroTests
{
    private static readonly Func<int, double> Own = _ => -0.0;

    public static TheoryData<string, Func<int, double>, int> Rows =>
        new()
        {
            { "the start that a delay holds", Own.Delay(4), 0 },
            { "the last step of a warm-up", Own.Warmup(5, from: 1, Shapes.Cosine, WarmupEnds.End), 4 },
            { "the first step of a branch", Own.BranchAt(3, 1.0, 5, Shapes.Hold), 4 },
            { "a product", Schedule.Constant(-1).Chain(Schedule.Constant(0)), 0 },
            { "the upper bound of a clamp", Schedule.Constant(5).Clamp(-1, -0.0), 0 },
            { "the lower bound of a clamp", Schedule.Constant(-5).Clamp(-0.0, 1), 0 },
            { "a value within a clamp", Own.Clamp(-1, 1), 0 },
            { "a clamp to zero", Own.Clamp(0, 0), 0 },
            { "a value below an upper bound", Own.Min(1), 0 },
            { "an upper bound of zero", Own.Min(0), 0 },
            { "a value above a lower bound", Own.Max(-1), 0 },
            { "a lower bound of zero", Own.Max(0), 0 },
            { "a triangle below the smallest double", Schedule.Cyclic(0, -1e-200, 5, 5, Schedule.Constant(1e-200)), 5 },
            { "a knot", Schedule.Path([(5, -0.0)]), 5 },
            { "a mirror", Own.Mirror(-0.0, -0.0), 0 },
            { "an offset", Own.Offset(-0.0), 0 },
            { "a sum", Schedule.Constant(-0.0).Plus(Schedule.Constant(-0.0)), 0 },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_is_the_plain_zero(string what, Func<int, double> schedule, int step)
    {
        Assert.Equal(0, schedule(step));
        Assert.False(double.IsNegative(schedule(step)), what);
        Assert.All(schedule.Evaluate(step..(step + 1)), value => Assert.False(double.IsNegative(value), what));
    }
}
