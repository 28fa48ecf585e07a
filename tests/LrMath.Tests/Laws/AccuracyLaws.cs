using FsCheck;
using FsCheck.Xunit;
using LrMath.Structure;
using LrMath.Tests.Generation;
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

    /// <summary>
    /// Counted, not measured. A relative error of 2^-53 is one unit at most, where the value comes near a power of two from below. A
    /// rounding is off by 2^-53 / m, m being the mantissa of what is rounded. The inverse of the length and the progress q are rounded, and
    /// count twice: sin² is a square. The square of q counts once, and so do the constant term of the polynomial, π² / 4, which is 0.57
    /// off, its last sum, 0.81, and the product with the square of q, half a unit of the value. The sum is largest with q = 0.637 or a half
    /// of it, a quarter, …, where the value is just below a power of two, and a length whose inverse is just above one: 2 + 2/1.27 + 1/1.62
    /// + 0.57 + 0.81 + 0.5.
    /// </summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void A_cosine_is_little_more_than_six_units_off_at_most(double start, double end) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                var sine = Exact.Sine(Exact.Pi * (start > end ? steps - step : step) / 2 / steps);
                Within(6.1, sine * sine, Schedule.Cosine(start, end, steps), step);
            }
        );

    /// <summary>Falling it is twice the squared sine of half the progress, and off by as many units as a cosine. Rising it is a sine, where
    /// what is lost of the progress counts once: 1 + 1/1.27 for the inverse and the progress, 1 for all of the polynomial, 0.5 for the last
    /// product.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void A_quarter_of_a_turn_is_three_and_a_half_units_off_or_what_a_cosine_is(double start, double end) =>
        Law.Holds(
            // Where the halves meet as often as next to the ends.
            from way in Draw.Way
            from beside in Draw.Whole(-2, 2)
            from place in Draw.Whole(0, 3)
            select place == 3 ? way with { Step = Math.Clamp((way.Length / 3) + beside, 1, way.Length - 1) } : way,
            way =>
            {
                (int steps, int step) = way;
                var sine = Exact.Sine(start > end ? Exact.Pi * (steps - step) / 4 / steps : Exact.Pi * step / 2 / steps);
                Within(
                    start > end ? 6.1 : 3.5,
                    start > end ? sine * sine * 2 : sine,
                    Schedule.Ramp(start, end, steps, Shapes.HalfCosine),
                    step
                );
            },
            times: 1000
        );

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(1.5)]
    [InlineData(3)]
    [InlineData(3.0001)]
    [InlineData(6.5)]
    [InlineData(12)]
    public void A_power_of_what_is_left_is_two_and_a_half_units_off_at_most(double power) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                Within(2.5, Exact.Power((Exact)(steps - step) / steps, power), Schedule.Polynomial(1, 0, steps, power), step);
            }
        );

    /// <summary>Where the value is what two others leave of each other, just outside the reach of its own end, twice as much is
    /// lost.</summary>
    [Theory]
    [InlineData(0.9)]
    [InlineData(3)]
    [InlineData(12)]
    public void What_a_power_has_done_is_five_units_off_at_most(double power) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                Within(5, 1 - Exact.Power((Exact)(steps - step) / steps, power), Schedule.Polynomial(0, 1, steps, power), step);
            }
        );

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(2.5)]
    [InlineData(12)]
    [InlineData(-0.7)]
    [InlineData(-3)]
    [InlineData(-12)]
    public void A_power_law_is_two_and_a_half_units_off_at_most(double power) =>
        Law.Holds(
            from timescale in Draw.Way
            from step in Draw.Way
            from near in Draw.Flag
            select (timescale.Length, near ? step.Step : step.Length),
            drawn =>
            {
                (int timescale, int step) = drawn;
                var share = Exact.Power((Exact)timescale / ((Exact)timescale + step), power);
                Within(2.5, share, Schedule.PowerLaw(1, timescale, power), step);
            }
        );

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void An_exponential_approach_is_three_units_off_at_most(double initial, double limit) =>
        Law.Holds(
            from way in Draw.Way
            from times in Draw.Whole(1, 200)
            select (way.Length, (int)Math.Min((long)way.Step * times, int.MaxValue)),
            drawn =>
            {
                (int timescale, int step) = drawn;
                var left = Exact.Exponential(0 - ((Exact)step / timescale));
                Within(3, initial > limit ? left : 1 - left, Schedule.ExponentialApproach(initial, limit, timescale), step);
            }
        );

    [Theory]
    [InlineData(0.01)]
    [InlineData(2)]
    [InlineData(1e5)]
    public void An_approach_that_arrives_is_five_units_off_at_most(double steepness) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;

                // Steps that are at least 20 away from both ends.
                (steps, step) = (steps + 40, step + 20);
                Exact span = 1 - (1 / (Exact)steepness);
                Exact exact = (1 - Exact.Exponential(0 - (Exact.Logarithm(steepness) * step / steps))) / span;
                Within(5, exact, Schedule.Ramp(0, 1, steps, Shapes.Saturating(steepness)), step);
                Within(5, 1 - exact, Schedule.Ramp(1, 0, steps, Shapes.Saturating(steepness)), step);
            }
        );

    /// <summary>However near 0 the share is; ways that are shorter than the tangent is steep are no exception.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(150)]
    public void A_tangent_is_four_units_off_at_most(double furthest) =>
        Law.Holds(
            from way in Draw.Way
            from low in Draw.Whole(-500_000, 499_999)
            from high in Draw.Whole(1, 1_000_000)
            let lower = furthest * low / 500_000
            let upper = lower + ((furthest - lower) * high / 1_000_000)
            from isAtMiddle in Draw.Flag
            from beside in Draw.Whole(-2, 2)
            let middle = (int)Math.Clamp((way.Length * lower / (lower - upper)) + beside, 1, way.Length - 1)
            select (way.Length, isAtMiddle ? middle : way.Step, lower, upper),
            drawn =>
            {
                (int steps, int step, double lower, double upper) = drawn;
                Exact twice = ((Exact)lower + (((Exact)upper - lower) * step / steps)) * 2;
                Within(4, 1 / (1 + Exact.Exponential(0 - twice)), Schedule.Ramp(0, 1, steps, Shapes.Tanh(lower, upper)), step);
                Within(4, 1 / (1 + Exact.Exponential(twice)), Schedule.Ramp(1, 0, steps, Shapes.Tanh(lower, upper)), step);
            }
        );

    /// <summary>The length of a way between positions that are not whole is rounded once, which the exponent counts 14 times.</summary>
    [Property]
    public Property A_tangent_between_knots_anywhere_is_fifteen_units_off_at_most() =>
        Law.Over(
            from start in PlaceBefore(100_000)
            from length in Draw.Whole(0, 999_999)
            from divisor in Draw.Whole(1, 2000)
            let end = Math.Max(start, 0) + 0.5 + (length / divisor / 3.0)
            from near in Draw.Whole(0, Math.Max(0, (int)end - (int)Math.Max(0, Math.Ceiling(start))))
            from nearer in Draw.Whole(0, 9)
            select (start, end, near >> nearer),
            drawn =>
            {
                (double from, double to, int near) = drawn;
                int first = (int)Math.Max(0, Math.Ceiling(from));
                int last = (int)Math.Ceiling(to) - 1;
                if (last < first)
                {
                    return;
                }

                int step = Math.Min(first + near, last);
                Exact twice = (-7 + (10 * (((Exact)step - from) / ((Exact)to - from)))) * 2;
                Func<int, double> up = Schedule.Path([(from, 0), (to, 1)], Shapes.Tanh(-7, 3));
                Func<int, double> down = Schedule.Path([(from, 1), (to, 0)], Shapes.Tanh(-7, 3));
                Within(15, 1 / (1 + Exact.Exponential(0 - twice)), up, step);
                Within(15, 1 / (1 + Exact.Exponential(twice)), down, step);
                Assert.All(Enumerable.Range(0, first).Take(300), before => Assert.Equal((0.0, 1.0), (up(before), down(before))));
                Assert.All([(int)Math.Ceiling(to), int.MaxValue], after => Assert.Equal((1.0, 0.0), (up(after), down(after))));
            }
        );

    /// <summary>A position that is not whole is rounded once on the way to a value; next to both ends that must not show.</summary>
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(3, true)]
    [InlineData(12, true)]
    [InlineData(0.3, false)]
    [InlineData(3, false)]
    [InlineData(12, false)]
    public void Knots_anywhere_cost_no_digits_next_to_an_end(double power, bool isPolynomial) =>
        Law.Holds(
            from start in PlaceBefore(int.MaxValue)
            from whole in Draw.Whole(200, 100_199)
            from part in Draw.Whole(0, 999)
            let end = whole + (part / 999.0)
            from near in Draw.Whole(0, Math.Max(0, (int)end - 201))
            from nearer in Draw.Whole(0, 16)
            from isNearEnd in Draw.Flag
            let first = Math.Max(0, (int)start)
            let steps = 1 + (near >> nearer)
            select (start, end, isNearEnd ? (int)end - steps : first + steps),
            drawn =>
            {
                (double from, double to, int step) = drawn;
                Exact share = isPolynomial ? ((Exact)to - step) / ((Exact)to - from) : ((Exact)step - from) / ((Exact)to - from);
                var value = Exact.Power(share, power);
                Shape shape = isPolynomial ? Shapes.Polynomial(power) : Shapes.Power(power);
                foreach ((Exact exact, double worth) in new[] { (1 - value, 0.0), (value, 1.0) })
                {
                    Func<int, double> schedule = Schedule.Path(
                        [(from, isPolynomial ? worth : 1 - worth), (to, isPolynomial ? 1 - worth : worth)],
                        shape
                    );
                    double actual = schedule(step);
                    Assert.True(
                        exact.OffBy(actual) <= 1e-15,
                        $"{schedule.Describe()} at step {step} is {exact.OffBy(actual)} off ({Seed.Note})"
                    );
                    if (share.OffBy(1) < 1.0 / 33 || share.OffBy(0) < 1.0 / 33)
                    {
                        Within(50, exact, schedule, step);
                    }
                }
            }
        );

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-12)]
    [InlineData(0.001)]
    [InlineData(0.7)]
    public void A_shape_by_itself_keeps_the_digits_of_its_progress(double progress)
    {
        foreach (double power in new[] { 0.3, 3, 12, 13 })
        {
            var left = Exact.Power(1 - (Exact)progress, power);
            Assert.True((1 - left).UlpsTo(Shapes.Polynomial(power)(0, 1, progress)) <= 20, $"Polynomial({power})({progress})");
            Assert.True(Exact.Power(progress, power).UlpsTo(Shapes.Power(power)(0, 1, progress)) <= 20, $"Power({power})({progress})");
        }

        var sine = Exact.Sine(Exact.Pi * progress / 2);
        var half = Exact.Sine((Exact.Pi - (Exact.Pi * progress)) / 4);
        Assert.InRange(sine.UlpsTo(Shapes.HalfCosine(0, 1, progress)), 0, 3.2);
        Assert.InRange((half * half * 2).UlpsTo(Shapes.HalfCosine(1, 0, progress)), 0, 3.2);
    }

    /// <summary>What a cosine is off, in units of 2^-53 of its value, counts as often as the power says: 2 + 2 + 1 if the inverse of the
    /// length, the progress and its square are just above powers of two, 0.57 + 0.81 of the polynomial, 0.81 of the product.</summary>
    [Theory]
    [InlineData(0.7)]
    [InlineData(3.3)]
    [InlineData(12.5)]
    [InlineData(40)]
    [InlineData(396)]
    public void A_power_of_a_cosine_loses_seven_units_for_each_of_its_own_at_most(double power) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                var sine = Exact.Sine(Exact.Pi * (steps - step) / 2 / steps);
                var value = Exact.Power(sine * sine, power);
                if (value.OffBy(0) > 1e-100)
                {
                    Within(3 + (7 * power), value, Schedule.Ramp(1, 0, steps, Shapes.CosinePower(power)), step);
                }
            }
        );

    [Theory]
    [InlineData(0.4)]
    [InlineData(1.7)]
    public void A_warped_shape_loses_ten_units_at_most(double exponent) =>
        Law.Holds(
            Draw.Way,
            way =>
            {
                (int steps, int step) = way;
                var done = Exact.Power((Exact)step / steps, exponent);
                var sine = Exact.Sine(Exact.Pi * done / 2);
                Within(10, sine * sine, Schedule.Ramp(0, 1, steps, Shapes.Warp(Shapes.Cosine, exponent)), step);
                Within(10, Exact.Power(1 - done, 1.5), Schedule.Ramp(1, 0, steps, Shapes.Warp(Shapes.Polynomial(1.5), exponent)), step);
            }
        );

    [Theory]
    [InlineData("Cosine")]
    [InlineData("HalfCosine")]
    [InlineData("SquareRoot")]
    [InlineData("Exponential")]
    [InlineData("CosinePower(3.3)")]
    [InlineData("Saturating(1000)")]
    [InlineData("Logarithmic(1000)")]
    [InlineData("Power(40)")]
    [InlineData("Polynomial(40)")]
    [InlineData("Tanh(-3, 2)")]
    [InlineData("Warp(Cosine, 1.7)")]
    [InlineData("Warp(Tanh(-3, 2), 0.3)")]
    public void Ways_of_one_length_have_the_bits_of_a_way_of_its_own(string name) =>
        Law.Holds(
            // Positions that are whole, that are not, before zero and beyond the last step.
            from start in Draw.Any(
                Draw.OneOf(0.0),
                Draw.Whole(0, 999).Select(n => (double)n),
                Draw.Whole(0, 999).Select(n => n / 7.0),
                Draw.Whole(0, 99_999).Select(n => -n / 3.0),
                Draw.OneOf(int.MaxValue - 2000.5)
            )
            from length in Draw.Any(
                Draw.Whole(0, 999).Select(n => 0.1 + (n / 100.0)),
                Draw.Whole(1, 3000).Select(n => (double)n),
                Draw.Whole(0, 2_999_999).Select(n => n / 11.0),
                Draw.OneOf(1e12)
            )
            from isFalling in Draw.Flag
            from hundredths in Draw.Whole(0, 99)
            select (start, length, isFalling, hundredths),
            drawn =>
            {
                (double from, double length, bool isFalling, int hundredths) = drawn;
                Shape shape = name switch
                {
                    "Cosine" => Shapes.Cosine,
                    "HalfCosine" => Shapes.HalfCosine,
                    "SquareRoot" => Shapes.SquareRoot,
                    "Exponential" => Shapes.Exponential,
                    "CosinePower(3.3)" => Shapes.CosinePower(3.3),
                    "Saturating(1000)" => Shapes.Saturating(1000),
                    "Logarithmic(1000)" => Shapes.Logarithmic(1000),
                    "Power(40)" => Shapes.Power(40),
                    "Polynomial(40)" => Shapes.Polynomial(40),
                    "Tanh(-3, 2)" => Shapes.Tanh(-3, 2),
                    "Warp(Cosine, 1.7)" => Shapes.Warp(Shapes.Cosine, 1.7),
                    _ => Shapes.Warp(Shapes.Tanh(-3, 2), 0.3),
                };

                Segment segment = new(
                    0.3,
                    !isFalling ? 2
                        : name == "Exponential" ? 1e-3
                        : 0,
                    from,
                    from + length + 0.01
                );
                ShapeFormula shared = ShapeFormula.Of(shape).ShareFor(segment);
                ScheduleNode own = ShapeFormula.Of(shape).CreateNode(segment);

                int first = (int)Math.Clamp(from + (length * hundredths / 100) - 5, 0, int.MaxValue - 1500.0);
                double[] fromShared = new double[1200];
                double[] fromOwn = new double[1200];
                shared.Fill(segment, first, fromShared);
                own.Fill(first, fromOwn);
                for (int i = 0; i < fromOwn.Length; i++)
                {
                    long bits = BitConverter.DoubleToInt64Bits(own.At(first + i));
                    Assert.Equal(bits, BitConverter.DoubleToInt64Bits(shared.At(segment, first + i)));
                    Assert.Equal(bits, BitConverter.DoubleToInt64Bits(fromShared[i]));
                    Assert.Equal(bits, BitConverter.DoubleToInt64Bits(fromOwn[i]));
                }
            }
        );

    /// <summary>With a beta2 near 1, and where ρ is next to 4, the numbers of the definition cancel; the value must keep its
    /// digits.</summary>
    [Property]
    public Property A_rectification_is_four_units_off_at_most() =>
        Law.Over(
            from millionths in Draw.Whole(1, 999_999)
            from isNearOne in Draw.Flag
            from early in Draw.Whole(2, 11)
            from beforeBorder in Draw.Whole(0, 11)
            from late in Draw.Whole(0, 99_999)
            let share = millionths / 1_000_000.0
            let beta2 = isNearOne ? 1 - Math.Pow(10, -0.4 - (15.5 * share)) : 0.6 + (0.4 * share)
            select (beta2, early, beforeBorder, late),
            drawn =>
            {
                (double beta2, int early, int beforeBorder, int late) = drawn;
                Exact limit = (1 + (Exact)beta2) / (1 - (Exact)beta2);
                var logarithm = Exact.Logarithm(beta2);
                int first = Enumerable.Range(1, 1000).First(n => (Length(n) - 4).Sign > 0);
                int border = (int)Math.Min(1 / (1 - beta2), 1e6);
                Func<int, double> factor = Schedule.Rectified(beta2);
                foreach (int step in (int[])[0, 1, early, Math.Max(0, border - beforeBorder), late])
                {
                    Exact length = Length(step + first);
                    Exact square = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length);
                    Within(4, Exact.Power(square, 0.5), factor, step);
                    Assert.InRange(factor(step), 0, 1);
                }

                Exact Length(int n)
                {
                    var power = Exact.Exponential(logarithm * n);
                    return limit - (2 * n * power / (1 - power));
                }
            }
        );

    internal static void Within(double ulps, Exact exact, Func<int, double> schedule, int step)
    {
        double off = exact.UlpsTo(schedule(step));
        Assert.True(off <= ulps, $"{schedule.Describe()} at step {step} is {off:0.00} units off, more than {ulps} ({Seed.Note})");
    }

    /// <summary>Where a way starts: at a positive position that is not whole, some steps before step 0, or as far away as can be.</summary>
    private static Drawn<double> PlaceBefore(int exclusiveEnd) =>
        Draw.Any(
            Draw.Whole(0, 999).Select(n => n / 7.0),
            Draw.Whole(0, exclusiveEnd - 1).Select(n => -n / 3.0),
            Draw.Whole(1, 1000).Select(n => -1e17 / n)
        );
}
