using Xunit;
using static LrMath.Tests.Support.ClosedForm;

namespace LrMath.Tests.Decays;

/// <summary>Each decay against the formula of its documentation, written the textbook's way and therefore a little less exact.</summary>
public class DecayFormulaLaws
{
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
}
