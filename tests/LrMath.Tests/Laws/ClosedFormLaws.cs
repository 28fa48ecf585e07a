using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>Each builder against the formula of its documentation, written the textbook's way and therefore a little less exact.</summary>
public class ClosedFormLaws
{
    private const double Relative = 2e-9;

    [Fact]
    public void Linear() => Ramp((a, b, p) => a + ((b - a) * p), Schedule.Linear);

    [Fact]
    public void Cosine() => Ramp((a, b, p) => b + ((a - b) * (1 + Math.Cos(Math.PI * p)) / 2), Schedule.Cosine);

    [Fact]
    public void Exponential() => Ramp((a, b, p) => a * Math.Pow(b / a, p), Schedule.Exponential);

    [Fact]
    public void SquareRoot() => Ramp((a, b, p) => a + ((b - a) * Math.Sqrt(p)), Schedule.SquareRoot);

    [Fact]
    public void Hold() => Ramp((a, b, p) => p < 1 ? a : b, Schedule.Hold);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(4.13)]
    public void Polynomial_and_its_mirror_Power(double power)
    {
        Ramp((a, b, p) => b + ((a - b) * Math.Pow(1 - p, power)), (a, b, n) => Schedule.Polynomial(a, b, n, power));
        Ramp((a, b, p) => a + ((b - a) * Math.Pow(p, power)), (a, b, n) => Schedule.Ramp(a, b, n, Shapes.Power(power)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    [InlineData(3.3)]
    public void CosinePower(double power) =>
        Ramp(
            (a, b, p) => b + ((a - b) * Math.Pow((1 + Math.Cos(Math.PI * p)) / 2, power)),
            (a, b, n) => Schedule.Ramp(a, b, n, Shapes.CosinePower(power))
        );

    [Fact]
    public void GrowingHorizon_is_a_ramp_to_the_next_multiple_of_the_period() =>
        Law.Holds(seed =>
        {
            Any any = new(seed);
            (Func<int, double> actual, object?[] arguments) = any.Make(Any.Builders.Single(method => method.Name == "GrowingHorizon"));
            (double peak, double floor, int period, Shape shape) = (
                (double)arguments[0]!,
                (double)arguments[1]!,
                (int)arguments[2]!,
                (Shape)arguments[3]!
            );
            foreach (int step in new[] { 0, 1, period - 1, period, period + 1, 2 * period, (2 * period) + 1, any.Next(100_000) })
            {
                int horizon = period * Math.Max(1, (step + period - 1) / period);

                // A ramp keeps anchors of its power, where a horizon that moves takes the logarithm: both are within some units of the
                // equation.
                Assert.Equal(
                    Schedule.Ramp(peak, floor, horizon, shape)(step),
                    actual(step),
                    1e-15 * Math.Max(Math.Abs(peak), Math.Abs(floor))
                );
            }
        });

    [Fact]
    public void ExponentialDecay() =>
        Endless(
            (any, a) =>
            {
                (double gamma, double every) = (0.9 + (any.Next(100) / 1000.0), 1 + (any.Next(40) / 4.0));
                Check(Schedule.ExponentialDecay(a, gamma, every), t => a * Math.Pow(gamma, t / every));
                Check(Schedule.ExponentialDecay(a, gamma, every, staircase: true), t => a * Math.Pow(gamma, Math.Floor(t / every)));
            }
        );

    [Fact]
    public void InverseTime() =>
        Endless(
            (any, a) =>
            {
                (double rate, double every, double power) = (any.Next(1000) / 300.0, 1 + (any.Next(40) / 4.0), 0.25 + (any.Next(8) / 4.0));
                Check(Schedule.InverseTime(a, rate, every, power), t => a / Math.Pow(1 + (rate * t / every), power));
                Check(
                    Schedule.InverseTime(a, rate, every, power, staircase: true),
                    t => a / Math.Pow(1 + (rate * Math.Floor(t / every)), power)
                );
            }
        );

    [Fact]
    public void Power_laws() =>
        Endless(
            (any, a) =>
            {
                double timescale = 1 + any.Next(500);
                Check(Schedule.PowerLaw(a, timescale, 0.51), t => a * Math.Pow(1 + (t / timescale), -0.51));
                Check(Schedule.InverseSquareRoot(a, timescale), t => a / Math.Sqrt(1 + (t / timescale)));
            }
        );

    [Fact]
    public void A_power_law_may_grow_or_stay() =>
        Endless(
            (any, a) =>
            {
                double timescale = 1 + any.Next(50);
                Check(Schedule.PowerLaw(a, timescale, -1.5), t => a * Math.Pow(1 + (t / timescale), 1.5));
                Check(Schedule.PowerLaw(a, timescale, 0), t => a);
                Assert.Equal(a < 0 ? -double.MaxValue : double.MaxValue, Schedule.PowerLaw(a * 1e100, 1, -1000)(1_000_000));
            }
        );

    [Fact]
    public void Line() =>
        Endless(
            (any, a) =>
            {
                double every = 0.5 + (any.Next(40) / 4.0);
                Check(Schedule.Line(a, -a / 7, every), t => a - (a * t / 7 / every), absolute: 1e-12);
            }
        );

    [Fact]
    public void ExponentialApproach() =>
        Endless(
            (any, a) =>
            {
                double timescale = 1.3 + (any.Next(4000) / 4.0);
                Check(Schedule.ExponentialApproach(a, 2 * a, timescale), t => a * (2 - Math.Exp(-t / timescale)));
                Check(Schedule.ExponentialApproach(a, 0, timescale), t => a * Math.Exp(-t / timescale), absolute: 1e-290);
                Check(
                    Schedule.ExponentialApproach(0, a, timescale),
                    t => a * 2 * Math.Sinh(t / timescale / 2) * Math.Exp(-t / timescale / 2)
                );
            }
        );

    [Theory]
    [InlineData(0.61)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void Rectified_rises_to_1(double beta2)
    {
        double limit = (2 / (1 - beta2)) - 1;
        double Length(int n) => limit - (2 * n * Math.Pow(beta2, n) / (1 - Math.Pow(beta2, n)));
        int first = Enumerable.Range(1, 100).First(n => Length(n) > 4);
        Func<int, double> factor = Schedule.Rectified(beta2);
        for (int step = 0; step < 3000; step++)
        {
            double length = Length(step + first);
            double expected = Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
            Assert.Equal(expected, factor(step), 1e-8 * expected);
        }

        Assert.Equal(1, factor(int.MaxValue), 1e-15);
    }

    [Fact]
    public void Noam() =>
        Endless(
            (any, factor) =>
            {
                (int model, int warmup) = (1 + any.Next(1024), any.Next(300));
                int w = Math.Max(warmup, 1);
                Check(
                    Schedule.Noam(model, warmup, factor),
                    t => factor / Math.Sqrt(model) * Math.Min(1 / Math.Sqrt(t + 1), (t + 1) / Math.Pow(w, 1.5))
                );
            }
        );

    [Fact]
    public void CosineRestarts_counted_one_step_after_another() =>
        Endless(
            (any, peak) =>
            {
                (int period, int factor, double decay) = (1 + any.Next(12), 1 + any.Next(3), any.Next(2) == 0 ? 1 : 0.7);
                Func<int, double> actual = Schedule.CosineRestarts(peak, 0.01, period, factor, decay);
                (int within, int length, double top) = (0, period, peak);
                for (int step = 0; step < 3000; step++)
                {
                    double expected = 0.01 + ((top - 0.01) * (1 + Math.Cos(Math.PI * within / length)) / 2);
                    Assert.Equal(expected, actual(step), Relative * Math.Abs(expected));
                    if (++within == length)
                    {
                        (within, length, top) = (0, length * factor, 0.01 + ((top - 0.01) * decay));
                    }
                }
            }
        );

    [Fact]
    public void Restarts_are_exact_at_every_boundary_where_a_logarithm_is_not()
    {
        for (int factor = 2; factor <= 10; factor++)
        {
            for (int period = 1; period <= 200; period++)
            {
                Func<int, double> lr = Schedule.CosineRestarts(1, 0, period, factor);
                long length = period;
                for (long start = period; start < 10_000_000; start += length)
                {
                    Assert.True(lr((int)start) == 1 && (length == 1 || lr((int)start - 1) < 1), $"{lr.Describe()} at {start}");
                    length *= factor;
                }
            }
        }
    }

    [Fact]
    public void Cyclic_in_the_three_modes() =>
        Endless(
            (any, peak) =>
            {
                (int up, int down) = (1 + any.Next(20), any.Next(20));
                double gamma = 0.99;
                double Triangle(double t)
                {
                    double within = t % (up + down);
                    return within <= up ? within / up : 1 - ((within - up) / down);
                }

                Check(Schedule.Cyclic(0.01, peak, up, down), t => 0.01 + ((peak - 0.01) * Triangle(t)));
                Check(
                    Schedule.Cyclic(0.01, peak, up, down, Schedule.ExponentialDecay(1, 0.5).PerEpoch(up + down)),
                    t => 0.01 + ((peak - 0.01) * Triangle(t) / Math.Pow(2, Math.Floor(t / (up + down))))
                );
                Check(
                    Schedule.Cyclic(0.01, peak, up, down, Schedule.ExponentialDecay(1, gamma)),
                    t => 0.01 + ((peak - 0.01) * Triangle(t) * Math.Pow(gamma, t))
                );
            }
        );

    [Fact]
    public void Steps_and_pieces() =>
        Endless(
            (any, a) =>
            {
                int every = 1 + any.Next(50);
                int[] milestones = [.. Enumerable.Range(0, 3).Select(_ => any.Next(600)).Order()];
                Check(Schedule.Step(a, 0.3, every), t => a * Math.Pow(0.3, Math.Floor(t / every)));
                Check(Schedule.MultiStep(a, 0.3, milestones), t => a * Math.Pow(0.3, milestones.Count(m => m <= t)));
                Check(Schedule.Piecewise([a, 2, 3, 4], milestones), t => new[] { a, 2, 3, 4 }[milestones.Count(m => m <= t)]);
            }
        );

    private static void Ramp(Shape textbook, Func<double, double, int, Func<int, double>> builder) =>
        Law.Holds(seed =>
        {
            Any any = new(seed);
            (double a, double b, int n) = (1e-3 + any.Next(1000), 1e-3 + any.Next(1000), 1 + any.Next(1000));
            Func<int, double> actual = builder(a, b, n);
            for (int step = 0; step <= n; step++)
            {
                double expected = textbook(a, b, (double)step / n);
                Assert.Equal(expected, actual(step), Relative * Math.Abs(expected));
            }
        });

    private static void Endless(Action<Any, double> law) =>
        Law.Holds(
            seed =>
            {
                Any any = new(seed);
                law(any, 0.001 + any.Next(100));
            },
            times: 30
        );

    private static void Check(Func<int, double> actual, Func<double, double> expected, double absolute = 1e-300)
    {
        for (int step = 0; step < 800; step++)
        {
            // Below 1e-300 the textbook's double has lost its digits.
            Assert.Equal(expected(step), actual(step), (Relative * Math.Abs(expected(step))) + absolute);
        }
    }
}
