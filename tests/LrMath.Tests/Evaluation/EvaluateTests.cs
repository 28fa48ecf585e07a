using LrMath.MathNet;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace LrMath.Tests.Evaluation;

public class EvaluateTests
{
    private static readonly Func<int, double> Lr = Schedule.Cosine(0.1, 0, 9_500).Warmup(500);

    [Fact]
    public void A_range_has_as_many_values_as_steps() => Assert.Equal(10_000, Lr.Evaluate(0..10_000).Length);

    [Fact]
    public void A_range_in_single_precision_is_the_other_one_rounded()
    {
        double[] values = Lr.Evaluate(490..5_000);
        Assert.Equal(Array.ConvertAll(values, value => (float)value), Lr.EvaluateSingle(490..5_000));
        Assert.Equal([1e-3f, 2e-3f], ((Func<int, double>)(step => step * 1e-3)).EvaluateSingle(1..3));
        Assert.Empty(Lr.EvaluateSingle(7..7));
    }

    [Fact]
    public void What_is_too_large_for_single_precision_is_infinite_there() =>
        Assert.Equal([float.PositiveInfinity], Schedule.Constant(1e300).EvaluateSingle(0..1));

    private static readonly Dictionary<string, Action<Func<int, double>, Range>> Ranges = new()
    {
        ["Evaluate"] = (schedule, steps) => schedule.Evaluate(steps),
        ["EvaluateSingle"] = (schedule, steps) => schedule.EvaluateSingle(steps),
    };

    private static readonly Dictionary<string, Action<Func<int, double>, int>> FromAStep = new()
    {
        ["a span of doubles"] = (schedule, first) => schedule.Evaluate(first, new double[2]),
        ["a span of floats"] = (schedule, first) => schedule.Evaluate(first, new float[2]),
        ["a vector"] = (schedule, first) => schedule.Evaluate(first, Vector<double>.Build.Dense(2)),
    };

    private static readonly Dictionary<string, Action<Func<int, double>>> OfASchedule = new()
    {
        ["a range"] = schedule => schedule.Evaluate(0..3),
        ["a range in single precision"] = schedule => schedule.EvaluateSingle(0..3),
        ["a span of doubles"] = schedule => schedule.Evaluate(0, new double[2]),
        ["a span of floats"] = schedule => schedule.Evaluate(0, new float[2]),
        ["scattered steps"] = schedule => schedule.Evaluate([1, 2], new double[2]),
        ["a vector"] = schedule => schedule.Evaluate(0, Vector<double>.Build.Dense(2)),
        ["Length"] = schedule => schedule.Length(),
        ["Describe"] = schedule => schedule.Describe(),
    };

    public static TheoryData<string> RangeRows => [.. Ranges.Keys];

    public static TheoryData<string> FromAStepRows => [.. FromAStep.Keys];

    public static TheoryData<string> ScheduleRows => [.. OfASchedule.Keys];

    [Theory]
    [MemberData(nameof(RangeRows))]
    public void A_range_from_the_end_or_that_ends_before_it_starts_is_refused(string row) =>
        Assert.All<Range>(
            [0..^1, ^5..10, 5.., 10..9],
            steps => Assert.Throws<ArgumentOutOfRangeException>(nameof(steps), () => Ranges[row](Lr, steps))
        );

    [Theory]
    [MemberData(nameof(FromAStepRows))]
    public void A_first_step_that_is_negative_or_too_late_is_refused(string row) =>
        Assert.All(
            [-1, int.MinValue, int.MaxValue],
            first => Assert.Throws<ArgumentOutOfRangeException>("firstStep", () => FromAStep[row](Lr, first))
        );

    [Theory]
    [MemberData(nameof(ScheduleRows))]
    public void A_schedule_that_is_missing_or_several_delegates_is_refused(string row)
    {
        Assert.Throws<ArgumentNullException>("schedule", () => OfASchedule[row](null!));
        Assert.Throws<ArgumentException>("schedule", () => OfASchedule[row](Lr + Lr));
    }

    [Fact]
    public void Nothing_is_done_for_no_steps()
    {
        Assert.Empty(Lr.Evaluate(7..7));
        Lr.Evaluate(int.MaxValue, Span<double>.Empty);
        Lr.Evaluate(int.MaxValue, Span<float>.Empty);
        Lr.Evaluate([], Span<double>.Empty);
    }

    [Fact]
    public void The_last_step_there_is_can_be_asked_for()
    {
        double[] values = new double[2];
        Lr.Evaluate(int.MaxValue - 1, values);
        Assert.Equal([0, 0], values);
    }

    [Fact]
    public void Scattered_steps_are_checked_before_anything_is_written()
    {
        double[] values = [7, 7];
        Assert.Contains(
            "steps[1] is -1; legal is",
            Assert.Throws<ArgumentOutOfRangeException>("steps", () => Lr.Evaluate([3, -1], values)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal([7, 7], values);
        Assert.Throws<ArgumentException>("destination", () => Lr.Evaluate([1, 2, 3], values));
    }

    [Fact]
    public void A_missing_vector_is_refused() =>
        Assert.Throws<ArgumentNullException>("destination", () => Lr.Evaluate(0, (Vector<double>)null!));

    [Fact]
    public void A_function_of_ones_own_is_evaluated_step_by_step()
    {
        List<int> asked = [];
        Func<int, double> mine = step =>
        {
            asked.Add(step);
            return step * 2.0;
        };
        Assert.Equal([6, 8, 10], mine.Evaluate(3..6));
        Assert.Equal([3, 4, 5], asked);
    }
}
