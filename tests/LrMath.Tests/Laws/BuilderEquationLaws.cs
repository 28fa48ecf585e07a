using System.Reflection;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>Each builder gives what the formula in <see cref="Textbook"/> says, for any legal arguments.</summary>
public class BuilderEquationLaws
{
    private static readonly IReadOnlyDictionary<string, MethodInfo> Named = Members.Named(Members.Builders);

    public static TheoryData<string> Builders => [.. Named.Keys];

    [Theory]
    [MemberData(nameof(Builders))]
    public void A_builder_has_the_values_of_its_formula(string name)
    {
        MethodInfo builder = Named[name];
        Func<Given, Func<int, double>> formula =
            Textbook.Of(builder)
            ?? throw new InvalidOperationException(
                $"{name} has no formula: add the row [\"{builder.Name}\"] to tests/LrMath.Tests/Laws/Textbook.cs, in plain C# "
                    + $"without a call of the builder"
            );
        Law.Holds(Arbitraries.Of(new Generator(), builder), composition => Check(composition, formula, NearSteps, 1e-12), times: 60);

        // Next to the end of a long way the textbook has lost half of the digits of 1 - p. Its restarts count one cycle after another.
        if (!builder.Name.Contains("Restarts", StringComparison.Ordinal))
        {
            Law.Holds(
                Arbitraries.Of(new Generator(Long: true), builder),
                composition => Check(composition, formula, FarSteps, 1e-6),
                times: 60
            );
        }
    }

    /// <summary>What is a product of its arguments at every step, so that nothing cancels.</summary>
    private static readonly string[] Products =
    [
        "ExponentialDecay",
        "InverseTime",
        "InverseSquareRoot",
        "PowerLaw",
        "Noam",
        "Step",
        "MultiStep",
    ];

    private static readonly int[] NearSteps = [.. Enumerable.Range(0, 260), 999, 1000, 1001, 1097, 65_536, 65_537, 65_538, 66_600, 200_003];

    private static readonly int[] FarSteps =
    [
        .. Enumerable.Range(0, 3),
        1000,
        1_000_003,
        999_999_999,
        .. Enumerable.Range((1 << 30) - 1, 3),
        .. Enumerable.Range(int.MaxValue - 301, 302),
    ];

    private static void Check(Composition composition, Func<Given, Func<int, double>> formula, int[] steps, double share)
    {
        Given given = new((Call)composition.Term);
        Func<int, double> expected = formula(given);
        Func<int, double> actual = composition.Build();
        double scale = Products.Contains(((Call)composition.Term).Member.Name)
            ? 0
            : given.Values.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        foreach (int step in steps)
        {
            double wanted = expected(step);
            double value = actual(step);

            // A power magnifies the rounding of its exponent up to 745 times. Beyond the doubles there is nothing to compare with.
            double allowed = (1e-12 * Math.Abs(wanted)) + (share * scale) + 1e-300;
            if (double.IsFinite(wanted) && !(Math.Abs(value - wanted) <= allowed))
            {
                Law.Fail(composition.ToString(), step, wanted, value);
            }
        }
    }
}
