using FsCheck;
using LrMath.Tests.Generation;

namespace LrMath.Tests.Support;

/// <summary>Builders beside a formula in plain C#, which is a little less exact than they are.</summary>
internal static class ClosedForm
{
    internal const double Relative = 2e-9;

    /// <summary>The first value of a schedule without an end.</summary>
    internal static Drawn<double> Value { get; } = Draw.Whole(0, 99).Select(n => 0.001 + n);

    /// <summary>1, 1.25, 1.5, … up to almost 11 steps.</summary>
    internal static Drawn<double> Every { get; } = Draw.Whole(0, 39).Select(n => 1 + (n / 4.0));

    private static Drawn<(double Start, double End, int Steps)> Ends { get; } =
        from start in Draw.Whole(0, 999)
        from end in Draw.Whole(0, 999)
        from steps in Draw.Whole(1, 1000)
        select (1e-3 + start, 1e-3 + end, steps);

    internal static Property Ramp(Shape textbook, Func<double, double, int, Func<int, double>> builder) =>
        Law.Over(Ends, ends => Check(ends, textbook, builder));

    internal static void RampHolds(Shape textbook, Func<double, double, int, Func<int, double>> builder) =>
        Law.Holds(Ends, ends => Check(ends, textbook, builder));

    internal static void Check(Func<int, double> actual, Func<double, double> expected, double absolute = 1e-300)
    {
        for (int step = 0; step < 800; step++)
        {
            // Below 1e-300 the textbook's double has lost its digits.
            Law.Near(expected(step), actual, step, (Relative * Math.Abs(expected(step))) + absolute);
        }
    }

    private static void Check(
        (double Start, double End, int Steps) ends,
        Shape textbook,
        Func<double, double, int, Func<int, double>> builder
    )
    {
        (double a, double b, int n) = ends;
        Func<int, double> actual = builder(a, b, n);
        for (int step = 0; step <= n; step++)
        {
            double expected = textbook(a, b, (double)step / n);
            Law.Near(expected, actual, step, Relative * Math.Abs(expected));
        }
    }
}
