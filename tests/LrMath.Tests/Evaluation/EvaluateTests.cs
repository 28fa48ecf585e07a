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
    public void A_range_from_the_end_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Lr.EvaluateSingle(0..^1));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Lr.EvaluateSingle(10..9));
        Assert.Throws<ArgumentException>("schedule", () => (Lr + Lr).EvaluateSingle(0..3));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Lr.Evaluate(0..^1));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Lr.Evaluate(^5..10));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Lr.Evaluate(5..));
    }

    [Fact]
    public void A_range_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Lr.Evaluate(10..9));

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
        Assert.Throws<ArgumentOutOfRangeException>("firstStep", () => Lr.Evaluate(int.MaxValue, values));
    }

    [Fact]
    public void A_negative_first_step_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("firstStep", () => Lr.Evaluate(-1, new double[3]));

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
    public void A_missing_vector_or_schedule_is_refused()
    {
        Assert.Throws<ArgumentNullException>("destination", () => Lr.Evaluate(0, (Vector<double>)null!));
        Assert.Throws<ArgumentNullException>("schedule", () => ((Func<int, double>)null!).Evaluate(0..3));
        Assert.Throws<ArgumentException>("schedule", () => (Lr + Lr).Evaluate(0..3));
    }

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
