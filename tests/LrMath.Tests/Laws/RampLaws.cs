using System.Reflection;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>What holds for everything that goes from a start to an end in a number of steps.</summary>
public class RampLaws
{
    private static readonly MethodInfo[] Ramps = [.. Any.Builders.Where(IsRamp)];

    public static TheoryData<string> Methods => [.. Ramps.Select(method => method.ToString()!)];

    [Fact]
    public void The_ramps_are_found() => Assert.Equal(
        ["Cosine", "Exponential", "Hold", "Linear", "Polynomial", "Ramp", "SquareRoot"],
        Ramps.Select(method => method.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Methods))]
    public void Ends_are_the_very_numbers_and_the_last_one_is_held(string method) => Law.Holds(seed =>
    {
        Any any = new(seed);
        (Func<int, double> ramp, object?[] arguments) = any.Make(Any.Builder(method));
        (double start, double end, int steps) = ((double)arguments[0]!, (double)arguments[1]!, (int)arguments[2]!);
        double first = arguments[^1] is Shape shape ? shape(start, end, 0) : start;
        Assert.Equal(steps == 0 ? end : first, ramp(0));
        Assert.All([steps, steps + 1, steps + any.Next(100_000), int.MaxValue - 1, int.MaxValue], step => Assert.Equal(end, ramp(step)));
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Values_lie_between_the_ends_and_move_one_way(string method) => Law.Holds(seed =>
    {
        Any any = new(seed, lambdas: false);
        (Func<int, double> ramp, object?[] arguments) = any.Make(Any.Builder(method));
        (double start, double end, int steps) = ((double)arguments[0]!, (double)arguments[1]!, (int)arguments[2]!);
        double ulp = Math.Max(Math.BitIncrement(Math.Abs(start)) - Math.Abs(start), Math.BitIncrement(Math.Abs(end)) - Math.Abs(end));
        double[] values = ramp.Evaluate(0..Math.Min(steps + 2, 4000));
        Assert.All(values, value => Assert.InRange(value, Math.Min(start, end) - (2 * ulp), Math.Max(start, end) + (2 * ulp)));
        for (int i = 1; i < values.Length; i++)
        {
            double progress = (values[i] - values[i - 1]) * Math.Sign(end - start);
            Assert.True(progress >= -2 * ulp, $"{ramp.Describe()} turns back by {progress} at step {i}");
        }
    });

    [Theory]
    [MemberData(nameof(Methods))]
    public void Twice_the_steps_sample_the_same_curve(string method) => Law.Holds(seed =>
    {
        (Func<int, double> ramp, object?[] arguments) = new Any(seed).Make(Any.Builder(method));
        int steps = (int)arguments[2]!;
        object?[] twice = [.. arguments];
        twice[2] = 2 * steps;
        Func<int, double> slow = (Func<int, double>)Any.Builder(method).Invoke(null, twice)!;
        for (int step = 0; step <= Math.Min(steps, 2000); step++)
        {
            Assert.Equal(ramp(step), slow(2 * step), 1e-13 * Math.Max(Math.Abs((double)arguments[0]!), Math.Abs((double)arguments[1]!)));
        }
    });

    [Theory]
    [InlineData("Linear")]
    [InlineData("Cosine")]
    [InlineData("Exponential")]
    [InlineData("SquareRoot")]
    [InlineData("Hold")]
    public void A_frequent_shape_has_the_bits_of_Ramp_with_that_shape(string name)
    {
        Shape shape = (Shape)typeof(Shapes).GetProperty(name)!.GetValue(null)!;
        Func<int, double> own = (Func<int, double>)typeof(Schedule).GetMethod(name)!.Invoke(null, [0.3, 0.001, 777])!;
        Law.SameBits(Schedule.Ramp(0.3, 0.001, 777, shape).Evaluate(0..800), own.Evaluate(0..800), own, 0);
    }

    private static bool IsRamp(MethodInfo method) =>
        method.GetParameters() is [{ Name: "start" }, { Name: "end" }, { Name: "steps" }, ..];
}
