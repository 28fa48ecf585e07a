using Xunit;

namespace LrMath.Tests.Support;

/// <summary>Builders beside a formula in plain C#, which is a little less exact than they are.</summary>
internal static class ClosedForm
{
    internal const double Relative = 2e-9;

    internal static void Ramp(Shape textbook, Func<double, double, int, Func<int, double>> builder) =>
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

    internal static void Endless(Action<Any, double> law) =>
        Law.Holds(
            seed =>
            {
                Any any = new(seed);
                law(any, 0.001 + any.Next(100));
            },
            times: 30
        );

    internal static void Check(Func<int, double> actual, Func<double, double> expected, double absolute = 1e-300)
    {
        for (int step = 0; step < 800; step++)
        {
            // Below 1e-300 the textbook's double has lost its digits.
            Assert.Equal(expected(step), actual(step), (Relative * Math.Abs(expected(step))) + absolute);
        }
    }
}
