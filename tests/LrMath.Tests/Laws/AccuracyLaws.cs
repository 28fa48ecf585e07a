using LrMath.Structure;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>Values of any length and any step beside 640-bit arithmetic, in units in the last place.</summary>
public class AccuracyLaws
{
    [Fact]
    public void The_reference_agrees_with_what_is_known_by_heart()
    {
        Assert.True(Exact.Pi.UlpsTo(Math.PI) <= 0.5);
        Assert.True(Exact.Sine(Exact.Pi / 6).UlpsTo(0.5) < 1e-9);
        Assert.True(Exact.Power(2, 0.5).UlpsTo(Math.Sqrt(2)) <= 0.5);
        Assert.True(Exact.Power(1.0 / 1024, 12).UlpsTo(Math.ScaleB(1, -120)) < 1e-9);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void A_cosine_is_three_units_off_at_most(double start, double end) => Law.Holds(seed =>
    {
        (int steps, int step) = LengthAndStep(seed);
        Exact sine = Exact.Sine(Exact.Pi * (start > end ? steps - step : step) / 2 / steps);
        Within(3.2, sine * sine, Schedule.Cosine(start, end, steps), step);
    });

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(1.5)]
    [InlineData(3)]
    [InlineData(3.0001)]
    [InlineData(6.5)]
    [InlineData(12)]
    public void A_power_of_what_is_left_is_two_and_a_half_units_off_at_most(double power) => Law.Holds(seed =>
    {
        (int steps, int step) = LengthAndStep(seed);
        Within(2.5, Exact.Power((Exact)(steps - step) / steps, power), Schedule.Polynomial(1, 0, steps, power), step);
    });

    /// <summary>Where the value is what two others leave of each other, just outside the reach of its own end, twice as much is lost.</summary>
    [Theory]
    [InlineData(0.9)]
    [InlineData(3)]
    [InlineData(12)]
    public void What_a_power_has_done_is_five_units_off_at_most(double power) => Law.Holds(seed =>
    {
        (int steps, int step) = LengthAndStep(seed);
        Within(5, 1 - Exact.Power((Exact)(steps - step) / steps, power), Schedule.Polynomial(0, 1, steps, power), step);
    });

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(2.5)]
    [InlineData(12)]
    public void A_decaying_power_is_two_and_a_half_units_off_at_most(double power) => Law.Holds(seed =>
    {
        (int timescale, int step) = LengthAndStep(seed);
        step = (int)Math.Min(int.MaxValue, (long)step * new Any(seed).Next(1000));
        Exact share = Exact.Power((Exact)timescale / ((Exact)timescale + step), power);
        Within(2.5, share, Schedule.PowerLaw(1, timescale, power), step);
    });

    [Theory]
    [InlineData("Cosine")]
    [InlineData("Polynomial(0.9)")]
    [InlineData("Polynomial(7)")]
    [InlineData("Power(3.3)")]
    public void A_shape_has_the_bits_of_the_node_that_keeps_its_tables(string name) => Law.Holds(seed =>
    {
        Any any = new(seed);
        Shape shape = name switch
        {
            "Cosine" => Shapes.Cosine,
            "Power(3.3)" => Shapes.Power(3.3),
            "Polynomial(7)" => Shapes.Polynomial(7),
            _ => Shapes.Polynomial(0.9),
        };

        // Positions that are whole, that are not, before zero and beyond the last step.
        double from = any.Next(5) switch { 0 => 0, 1 => any.Next(1000), 2 => any.Next(1000) / 7.0, 3 => -any.Next(100_000) / 3.0, _ => int.MaxValue - 2000.5 };
        double length = any.Next(4) switch { 0 => 0.1 + (any.Next(1000) / 100.0), 1 => 1 + any.Next(3000), 2 => any.Next(3_000_000) / 11.0, _ => 1e12 };
        Segment segment = new(0.3, any.Next(2) == 0 ? 0 : 2, from, from + length + 0.01);
        ShapeFormula formula = ShapeFormula.Of(shape);
        ScheduleNode node = formula.On(segment);

        int first = (int)Math.Clamp(from + (length * any.Next(100) / 100) - 5, 0, int.MaxValue - 1500.0);
        double[] fromShape = new double[1200];
        double[] fromNode = new double[1200];
        formula.Fill(segment, first, fromShape);
        node.Fill(first, fromNode);
        for (int i = 0; i < fromNode.Length; i++)
        {
            long bits = BitConverter.DoubleToInt64Bits(node.At(first + i));
            Assert.Equal(bits, BitConverter.DoubleToInt64Bits(formula.At(segment, first + i)));
            Assert.Equal(bits, BitConverter.DoubleToInt64Bits(fromShape[i]));
            Assert.Equal(bits, BitConverter.DoubleToInt64Bits(fromNode[i]));
        }
    });

    private static void Within(double ulps, Exact exact, Func<int, double> schedule, int step)
    {
        double off = exact.UlpsTo(schedule(step));
        Assert.True(off <= ulps, $"{schedule.Describe()} at {step} is {off:0.00} units off");
    }

    /// <summary>Lengths of any magnitude, and steps next to both ends and to the middle of them as often as anywhere.</summary>
    private static (int Length, int Step) LengthAndStep(int seed)
    {
        Any any = new(seed);
        int length = (int)Math.Pow(2, 1 + (any.Next(30_000) / 1000.0)) + any.Next(2);
        int near = 1 + (any.Next(length) >> any.Next(31));
        int step = any.Next(4) switch { 0 => any.Next(length), 1 => near, 2 => length - near, _ => (length / 2) + any.Next(5) - 2 };
        return (length, Math.Clamp(step, 1, length - 1));
    }
}
