using FsCheck;
using FsCheck.Xunit;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;
using static LrMath.Tests.Support.ClosedForm;

namespace LrMath.Tests.Decays;

/// <summary>Each decay against the formula of its documentation, written the textbook's way and therefore a little less exact.</summary>
public class DecayFormulaLaws
{
    [Property(MaxTest = 30)]
    public Property ExponentialDecay() =>
        Law.Over(
            from a in Value
            from thousandths in Draw.Whole(0, 99)
            from every in Every
            select (a, gamma: 0.9 + (thousandths / 1000.0), every),
            drawn =>
            {
                (double a, double gamma, double every) = drawn;
                Check(Schedule.ExponentialDecay(a, gamma, every), t => a * Math.Pow(gamma, t / every));
                Check(Schedule.ExponentialDecay(a, gamma, every, staircase: true), t => a * Math.Pow(gamma, Math.Floor(t / every)));
            }
        );

    [Property(MaxTest = 30)]
    public Property InverseTime() =>
        Law.Over(
            from a in Value
            from rate in Draw.Whole(0, 999)
            from every in Every
            from power in Draw.Whole(0, 7)
            select (a, rate: rate / 300.0, every, power: 0.25 + (power / 4.0)),
            drawn =>
            {
                (double a, double rate, double every, double power) = drawn;
                Check(Schedule.InverseTime(a, rate, every, power), t => a / Math.Pow(1 + (rate * t / every), power));
                Check(
                    Schedule.InverseTime(a, rate, every, power, staircase: true),
                    t => a / Math.Pow(1 + (rate * Math.Floor(t / every)), power)
                );
            }
        );

    [Property(MaxTest = 30)]
    public Property Power_laws() =>
        Law.Over(
            from a in Value
            from timescale in Draw.Whole(1, 500)
            select (a, timescale: (double)timescale),
            drawn =>
            {
                (double a, double timescale) = drawn;
                Check(Schedule.PowerLaw(a, timescale, 0.51), t => a * Math.Pow(1 + (t / timescale), -0.51));
                Check(Schedule.InverseSquareRoot(a, timescale), t => a / Math.Sqrt(1 + (t / timescale)));
            }
        );

    [Property(MaxTest = 30)]
    public Property A_power_law_may_grow_or_stay() =>
        Law.Over(
            from a in Value
            from timescale in Draw.Whole(1, 50)
            select (a, timescale: (double)timescale),
            drawn =>
            {
                (double a, double timescale) = drawn;
                Check(Schedule.PowerLaw(a, timescale, -1.5), t => a * Math.Pow(1 + (t / timescale), 1.5));
                Check(Schedule.PowerLaw(a, timescale, 0), t => a);
                Assert.Equal(a < 0 ? -double.MaxValue : double.MaxValue, Schedule.PowerLaw(a * 1e100, 1, -1000)(1_000_000));
            }
        );

    [Property(MaxTest = 30)]
    public Property Line() =>
        Law.Over(
            from a in Value
            from every in Every
            select (a, every: every - 0.5),
            drawn =>
            {
                (double a, double every) = drawn;
                Check(Schedule.Line(a, -a / 7, every), t => a - (a * t / 7 / every), absolute: 1e-12);
            }
        );

    [Property(MaxTest = 30)]
    public Property ExponentialApproach() =>
        Law.Over(
            from a in Value
            from quarters in Draw.Whole(0, 3999)
            select (a, timescale: 1.3 + (quarters / 4.0)),
            drawn =>
            {
                (double a, double timescale) = drawn;
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

    [Property(MaxTest = 30)]
    public Property Noam() =>
        Law.Over(
            from factor in Value
            from model in Draw.Whole(1, 1024)
            from warmup in Draw.Whole(0, 299)
            select (factor, model, warmup),
            drawn =>
            {
                (double factor, int model, int warmup) = drawn;
                int w = Math.Max(warmup, 1);
                Check(
                    Schedule.Noam(model, warmup, factor),
                    t => factor / Math.Sqrt(model) * Math.Min(1 / Math.Sqrt(t + 1), (t + 1) / Math.Pow(w, 1.5))
                );
            }
        );
}
