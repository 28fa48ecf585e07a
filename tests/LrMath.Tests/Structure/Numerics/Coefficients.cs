using LrMath.Tests.Support;

namespace LrMath.Tests.Structure.Numerics;

/// <summary>
/// The constants of one member of the library, computed from their definitions with <see cref="Exact"/> numbers. A polynomial is the one
/// that meets its function at the Chebyshev nodes of an interval, which is nearly the best of its degree.
/// </summary>
/// <param name="File">The path below <c>src/LrMath</c>.</param>
/// <param name="Member">The method, field or constant of that file in which they stand.</param>
/// <param name="Meaning">What they are.</param>
/// <param name="Values">The numbers, the coefficients of a polynomial from the constant term up.</param>
/// <param name="Error">The largest relative error of a polynomial before its coefficients are rounded; 0 for other constants.</param>
internal sealed record Coefficients(string File, string Member, string Meaning, double[] Values, double Error = 0)
{
    private const string Polynomials = "Structure/Numerics/Polynomials.cs";

    // Of the points between the ends of an interval at which the error of a polynomial is measured.
    private const int Samples = 400;

    // Where the equation of a function has no value, at 0, it stands for its neighbour.
    private static readonly Exact NearZero = Math.ScaleB(1, -120);

    private static readonly Exact Ln2 = Exact.Logarithm(2);

    /// <summary>All of them, in the order of the files.</summary>
    public static IReadOnlyList<Coefficients> All { get; } =
    [
        Constant("Ln2", "ln 2", Ln2),
        Constant("Log2OfE", "1 / ln 2", 1 / Ln2),
        Constant("Log2OfELow", "1 / ln 2 less its nearest double", (1 / Ln2) - (1 / Ln2).Nearest),
        Fit("SineSquaredOfHalfPi", "sin²(πq/2) / q² in q²", z => Square(SineOfPi(z, 2)) / z, 0, 0.25, 8),
        // A little beyond ½ and 1/32, which rounding may pass.
        Fit("SineOfPi", "sin(πq) / q in q²", z => SineOfPi(z, 1) / Root(z), 0, (Exact)1 / 4 + Inverse(1_000_000_000), 9),
        Fit("Exp2Parts", "(2^f - 1) / f in f", f => (Exact.Exponential(f * Ln2) - 1) / f, -0.5, 0.5, 11),
        Fit("Log2", "(log2(1 + r) - r / ln 2) / r² in r", Log2Rest, 0 - Reach, Reach, 9),
        new(
            "Structure/Numerics/LogarithmTable.cs",
            "Table",
            "r = 1 / (1 + i/16), rounded; log2(1/r), rounded; log2(1/r) less that",
            [
                .. Anchors(r => r),
                .. Anchors(r => Log2OfInverse(r).Nearest),
                .. Anchors(r => (Log2OfInverse(r) - Log2OfInverse(r).Nearest).Nearest),
            ]
        ),
        Fit("Langevin", "(coth x - 1/x) / x in x²", Langevin, 0, 1, 11) with
        {
            File = "Decays/Rectified.cs",
        },
    ];

    private static Exact Reach => ((Exact)1 / 32) * (1 + Inverse(10_000));

    private static Coefficients Constant(string member, string meaning, Exact value) => new(Polynomials, member, meaning, [value.Nearest]);

    private static Coefficients Fit(string member, string meaning, Func<Exact, Exact> function, Exact from, Exact to, int count)
    {
        Exact[] polynomial = Interpolated(function, from, to, count);
        double error = 0;
        for (int i = 0; i < Samples; i++)
        {
            Exact x = from + ((to - from) * ((Exact)((2 * i) + 1) / (2 * Samples)));
            Exact value = function(x);
            error = Math.Max(error, Math.Abs(((At(polynomial, x) - value) / value).Nearest));
        }

        return new(Polynomials, member, meaning, Array.ConvertAll(polynomial, coefficient => coefficient.Nearest), error);
    }

    /// <summary>The polynomial that meets a function at as many Chebyshev nodes: Newton's divided differences.</summary>
    private static Exact[] Interpolated(Func<Exact, Exact> function, Exact from, Exact to, int count)
    {
        Exact middle = (from + to) / 2;
        Exact half = (to - from) / 2;
        Exact[] nodes =
        [
            .. Enumerable.Range(0, count).Select(k => middle + (half * Exact.Sine(Exact.Pi * (count - 1 - (2 * k)) / (2 * count)))),
        ];
        Exact[] differences = Array.ConvertAll(nodes, node => function(node.Sign == 0 ? NearZero : node));
        for (int order = 1; order < count; order++)
        {
            for (int i = count - 1; i >= order; i--)
            {
                differences[i] = (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - order]);
            }
        }

        // Horner's scheme from the last node, with the sum as a polynomial.
        var polynomial = new Exact[count];
        for (int i = count - 1; i >= 0; i--)
        {
            for (int degree = count - 1; degree > 0; degree--)
            {
                polynomial[degree] = polynomial[degree - 1] - (nodes[i] * polynomial[degree]);
            }

            polynomial[0] = differences[i] - (nodes[i] * polynomial[0]);
        }

        return polynomial;
    }

    private static Exact At(Exact[] polynomial, Exact x)
    {
        Exact sum = 0;
        for (int i = polynomial.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + polynomial[i];
        }

        return sum;
    }

    private static Exact Inverse(int number) => (Exact)1 / number;

    private static Exact Square(Exact x) => x * x;

    private static Exact Root(Exact x) => Exact.Power(x, 0.5);

    /// <summary>sin(π√z / divisor).</summary>
    private static Exact SineOfPi(Exact z, int divisor) => Exact.Sine(Exact.Pi * Root(z) / divisor);

    private static Exact Log2Rest(Exact r) => ((Exact.Logarithm(1 + r) - r) / Ln2) / (r * r);

    private static Exact Log2OfInverse(double r) => r == 1 ? 0 : 0 - (Exact.Logarithm(r) / Ln2);

    private static IEnumerable<double> Anchors(Func<double, double> row) => Enumerable.Range(0, 16).Select(i => row(1 / (1 + (i / 16.0))));

    private static Exact Langevin(Exact z)
    {
        Exact x = Root(z);
        var squared = Exact.Exponential(x * 2);
        return (((squared + 1) / (squared - 1)) - (1 / x)) / x;
    }
}
