using LrMath.MathNet;
using LrMath.Structure;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>Legal arguments at the edge of the doubles and of the steps: finite values, in no time, and a refusal names what was
/// given.</summary>
public class ExtremeLaws
{
    private static readonly Func<int, double> Flat = Schedule.Constant(0.5);

    public static TheoryData<Action, string, string> Refusals =>
        new()
        {
            { () => Flat.Clamp(2, 1), "high", "high is 1; legal is a finite number, 2 or more" },
            { () => Flat.Cooldown(10, 11), "steps", "steps is 11; legal is at most 10" },
            {
                () => Flat.Warmup(10, shape: Shapes.Exponential),
                "from",
                "from is 0; legal is a number above zero where the other end is 0.5"
            },
            { () => Flat.Mirror(1e308, 1.5e308), "high", "high is 1.5E+308; legal is a number with which the sum of both is finite" },
            { () => Schedule.Exponential(0, 1, 10), "end", "end is 1; legal is no number where the other end is 0" },
            {
                () => Schedule.WarmupStableDecay(1, 10, 10, 10, warmupShape: Shapes.Exponential),
                "start",
                "start is 0; legal is a number above zero"
            },
            { () => Schedule.InverseSquareRoot(1, 5e-324), "timescale", "timescale is 5E-324; legal is" },
            { () => Schedule.PowerLaw(1, 5e-324, 0.4), "timescale", "timescale is 5E-324; legal is" },
            { () => Schedule.InverseTime(1, 1e10, every: 1e-308), "rate", "rate is 10000000000; legal is a number with which" },
            { () => Schedule.Line(1, 10, every: 1e-308), "change", "change is 10; legal is a number with which" },
            { () => Schedule.OneCycle(1e308, 10, startDivisor: 0.1), "startDivisor", "startDivisor is 0.1; legal is" },
            { () => Schedule.OneCycle(1, 10, endDivisor: 1e-320, startDivisor: 1), "endDivisor", "endDivisor is 1E-320; legal is" },
            { () => Schedule.SlantedTriangular(1e308, 10, ratio: 0.1), "ratio", "ratio is 0.1; legal is" },
            { () => Schedule.TriStage(1, int.MaxValue, 3, 4), "holdSteps", "holdSteps is 3; legal is" },
            { () => Schedule.TriStage(1e308, 1, 1, 1, startScale: 10), "startScale", "startScale is 10; legal is" },
            { () => Schedule.TriStage(1e-300, 1, 1, 1, endScale: 1e-300), "endScale", "endScale is 1E-300; legal is" },
            { () => Schedule.Restarts(1, 2, 10, Shapes.Exponential, peakDecay: 3), "peakDecay", "peakDecay is 3; legal is" },
            { () => Schedule.Path([(0, 1), (double.NaN, 2)]), "knots", "knots[1].At is NaN; legal is a finite number" },
            { () => Schedule.Path([(-1e308, 1), (1e308, 2)]), "knots", "knots[1].At is 1E+308; legal is a position within" },
        };

    public static TheoryData<string, Func<int, double>> Extremes =>
        new()
        {
            { "falling", Schedule.InverseTime(1, 0.5, power: 1.7e308) },
            { "falling in no time", Schedule.InverseTime(1e3, 1e-308, every: 5e-324, power: 1e300) },
            { "falling from the second step", Schedule.PowerLaw(2, 1, 1e300) },
            { "growing", Schedule.PowerLaw(1000, 1e-300, -1e300) },
            { "a power of a cosine", Schedule.Ramp(1, 0, 984, Shapes.CosinePower(1.7e308)) },
            { "harmonic", Schedule.Path([(-1e-300, 1e300), (1e300, 1e-300)], Shapes.Harmonic) },
            { "geometric across all doubles", Schedule.Exponential(1e-300, 1e300, 1050) },
            { "geometric in a few steps", Schedule.Exponential(-1e300, -1e-300, 50).Chain(Schedule.ExponentialDecay(1, 1e-3)) },
            { "the steepest logarithm in a part of a step", Schedule.Path([(-1e-77, 0), (1e-16, 1)], Shapes.Logarithmic(1.7e308)) },
            { "a logarithm that starts next to no way before step 0", Schedule.Path([(-1e-77, 0), (5, 1)], Shapes.Logarithmic(1e300)) },
            { "far knots", Schedule.Path([(-1e300, 1), (1e300, 0)], Shapes.Cosine) },
            { "knots as far apart as can be", Schedule.Path([(-1, 1), (double.MaxValue, 0)], Shapes.HalfCosine) },
            { "as long a way as can be", Schedule.Ramp(-8e307, 9e307, 700, Shapes.HalfCosine) },
            { "peaks that grow away from a high floor", Schedule.Restarts(1, 8e307, 4096, Shapes.Cosine, peakDecay: 1.1) },
            { "peaks that grow away from a low floor", Schedule.Restarts(-1, -8e307, 2, Shapes.Linear, peakDecay: 2) },
            { "rectified next to 1", Schedule.Rectified(0.9999999999999998) },
            { "as long a way back", Schedule.Path([(-300.7, 9e307), (1500.2, -8e307)], Shapes.HalfCosine) },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_names_the_argument_that_was_given_its_value_and_what_is_legal(Action build, string parameter, string message)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(build);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void A_value_at_the_edge_of_the_doubles_is_finite_and_has_the_bits_of_its_range(string name, Func<int, double> schedule)
    {
        foreach (int first in new[] { 0, 1000, int.MaxValue - 99 })
        {
            double[] values = new double[100];
            schedule.Evaluate(first, values);
            for (int i = 0; i < values.Length; i++)
            {
                Assert.True(double.IsFinite(values[i]), $"{name}: {values[i]} at {first + i}");
                Assert.Equal(BitConverter.DoubleToInt64Bits(schedule(first + i)), BitConverter.DoubleToInt64Bits(values[i]));
            }
        }
    }

    [Fact]
    public void A_steep_fall_is_over_at_once_and_a_steep_growth_stays_at_the_largest_double()
    {
        Assert.InRange(Schedule.PowerLaw(2, 1, 1e300)(1), 0, 1e-300);
        Assert.InRange(Schedule.PowerLaw(1, 1, -1e300)(1), 1e300, double.MaxValue);
        Assert.InRange(Schedule.Ramp(1, 0, 984, Shapes.CosinePower(1.7e308))(1), 0, 1e-300);
    }

    [Fact]
    public void A_steep_fall_is_folded_into_others_with_the_bits_of_its_steps()
    {
        Func<int, double> fall = Schedule.ExponentialDecay(1e200, 1e-20);
        Assert.Equal(Enumerable.Range(0, 40).Select(step => 0.5 + fall(step)), Schedule.Constant(0.5).Plus(fall).Evaluate(0..40));
    }

    [Fact]
    public void A_geometric_way_may_lead_from_one_edge_of_the_doubles_to_the_other()
    {
        Near(1, Shapes.Exponential(1e-200, 1e200, 0.5));
        Near(1, Schedule.Exponential(1e-200, 1e200, 10)(5));
        Near(1e160, Schedule.Exponential(1e-200, 1e200, 100)(90));
        Near(-1e-160, Schedule.Exponential(-1e200, -1e-200, 1_000_000)(900_000));
        Near(5.8077137562175035e-62, Schedule.ExponentialDecay(1e300, 0.5)(1200));
        Near(1.1481306952742546e+302, Schedule.ExponentialDecay(1e-300, 2)(2000));

        // The ways start in the middle of a block, before which they would be beyond the largest double, or below the smallest.
        Near(1e150, Schedule.Path([(200, 1e300), (500, 1)], Shapes.Exponential)(350));
        Near(1e-150, Schedule.Path([(200, 1e-300), (500, 1)], Shapes.Exponential)(350));
        Near(1e298, Schedule.Path([(200, 1e300), (500, 1)], Shapes.Exponential)(202));

        static void Near(double expected, double actual) => Assert.InRange(actual / expected, 1 - 1e-14, 1 + 1e-14);
    }

    public static TheoryData<string, Shape, Func<double, double>> Steep =>
        new()
        {
            { "Polynomial(8)", Shapes.Polynomial(8), left => Math.Pow(left, 8) },
            { "Polynomial(20)", Shapes.Polynomial(20), left => Math.Pow(left, 20) },
            { "CosinePower(10)", Shapes.CosinePower(10), left => Math.Pow(Math.Sin(Math.PI * left / 2), 20) },
            {
                "Warp(Power(4), 3) in reverse",
                (start, end, p) => Shapes.Warp(Shapes.Power(4), 3)(end, start, 1 - p),
                left => Math.Pow(left, 12)
            },
            { "Saturating(1e12)", Shapes.Saturating(1e12), left => (Math.Exp(left * Math.Log(1e12)) - 1) / (1e12 - 1) },
            {
                "Saturating(1e-12) in reverse",
                (start, end, p) => Shapes.Saturating(1e-12)(end, start, 1 - p),
                left => (Math.Exp(left * Math.Log(1e12)) - 1) / (1e12 - 1)
            },
            { "Tanh(-1, 20)", Shapes.Tanh(-1, 20), left => 1 / (1 + Math.Exp(2 * (20 - (21 * left)))) },
            {
                "Tanh(-20, 1) in reverse",
                (start, end, p) => Shapes.Tanh(-20, 1)(end, start, 1 - p),
                left => 1 / (1 + Math.Exp(2 * (20 - (21 * left))))
            },
        };

    [Theory]
    [MemberData(nameof(Steep))]
    public void A_steep_shape_keeps_its_digits_long_before_its_end(string name, Shape shape, Func<double, double> share)
    {
        for (int left = 1; left < 64; left++)
        {
            double expected = share(left / 64.0);
            double actual = shape(1, 0, 1 - (left / 64.0));
            Assert.True(Math.Abs(actual - expected) <= 1e-14 * expected, $"{name}, {left}/64 left: {actual:R}, not {expected:R}");
            Assert.Equal(actual, Schedule.Ramp(1, 0, 64, shape)(64 - left), 1e-14 * expected);
        }
    }

    [Fact]
    public void A_spline_whose_slopes_overflow_is_refused_with_its_knots()
    {
        foreach (
            (double, double)[] knots in new (double, double)[][]
            {
                [(-0.3, -1), (0, 1e300), (1e-300, -1e308)],
                [(-1e308, -1e308), (0.001, -1e300), (0.5, 5e-324)],
                [(0, 1), (10, 2)],
            }
        )
        {
            Assert.Equal("knots", Assert.ThrowsAny<ArgumentException>(() => Schedule.Interpolate(knots)).ParamName);
        }
    }

    [Fact]
    public void The_middle_of_a_way_is_found_at_once_where_all_steps_round_to_one_position()
    {
        var shape = ShapeFormula.Of(Shapes.Cosine);
        Segment far = new(1, 0, -1e300, 1e300);
        double[] values = new double[1000];

        // Counting two thousand million steps a thousand times would take an hour.
        for (int i = 0; i < 1000; i++)
        {
            shape.Fill(far, i, values);
        }

        Assert.All(values, value => Assert.Equal(0.5, value));
    }

    [Fact]
    public void A_vector_that_is_not_dense_may_end_at_the_last_step()
    {
        Vector<double> sparse = new SparseVector(3);
        Schedule.Linear(0, 1, 10).Evaluate(int.MaxValue - 2, sparse);
        Assert.Equal([1.0, 1.0, 1.0], sparse.ToArray());
    }
}
