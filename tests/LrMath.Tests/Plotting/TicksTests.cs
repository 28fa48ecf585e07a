using System.Globalization;
using System.Numerics;
using FsCheck;
using LrMath.Plotting.Axes;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Plotting;

public class TicksTests
{
    private static readonly Drawn<(double Low, double High, int Most)> Ranges =
        from mantissa in Draw.Whole(-1_000_000, 1_000_000)
        from width in Draw.Whole(1, 1_000_000)
        from exponent in Draw.Whole(-250, 250)
        from narrower in Draw.Whole(0, 4)
        from most in Draw.Whole(1, 12)
        let scale = Math.Pow(10, exponent)
        let low = mantissa * scale
        select (low, low + width * scale / Math.Pow(10, narrower), most);

    [Cases(1000)]
    public Property Linear_ticks_lie_within_the_range_ascending_and_are_not_too_many() =>
        Law.Over(
            Ranges,
            range =>
            {
                double[] ticks = Ticks.Linear(range.Low, range.High, range.Most);
                Assert.True(ticks.Length <= range.Most);
                Assert.All(ticks, tick => Assert.InRange(tick, range.Low, range.High));
                Assert.Equal(ticks.Distinct().Order(), ticks);
            }
        );

    [Cases(1000)]
    public Property Linear_ticks_are_at_least_a_fifth_of_those_allowed() =>
        Law.Over(Ranges, range => Assert.True(5 * (Ticks.Linear(range.Low, range.High, range.Most).Length + 1) >= 2 * (range.Most - 1)));

    [Cases(1000)]
    public Property Linear_ticks_are_multiples_of_one_two_or_five_powers_of_ten() =>
        Law.Over(
            Ranges,
            range =>
            {
                (BigInteger Digits, int Exponent)[] ticks = Ticks.Linear(range.Low, range.High, range.Most).Select(Exact).ToArray();
                for (int i = 1; i < ticks.Length; i++)
                {
                    (BigInteger Digits, int Exponent) spacing = Subtract(ticks[i], ticks[i - 1]);
                    Assert.Contains(Leading(spacing.Digits), new[] { "1", "2", "5" });
                    Assert.Equal(Subtract(ticks[1], ticks[0]), spacing);
                    Assert.Equal(0, Align(ticks[i], spacing) % Align(spacing, ticks[i]));
                }
            }
        );

    [Fact]
    public void Linear_ticks_of_steps_are_whole()
    {
        Assert.Equal([0.0, 1, 2, 3], Ticks.Linear(0, 3, 10, whole: true));
        Assert.Equal([0.0, 0.5, 1, 1.5, 2, 2.5, 3], Ticks.Linear(0, 3, 10));
    }

    [Fact]
    public void A_tick_is_the_double_nearest_to_its_decimal() =>
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], Ticks.Linear(0, 0.95, 10));

    [Cases(500)]
    public Property Logarithmic_ticks_lie_within_the_range_and_are_not_too_many() =>
        Law.Over(
            from low in Draw.Whole(-280, 280)
            from fraction in Draw.Whole(0, 1000)
            from decades in Draw.Whole(1, 20_000)
            from most in Draw.Whole(1, 12)
            let start = Math.Pow(10, low + fraction / 1000.0)
            select (Low: start, High: Math.Min(1e300, start * Math.Pow(10, decades / 1000.0)), Most: most),
            range =>
            {
                double[] ticks = Ticks.Logarithmic(range.Low, range.High, range.Most);
                Assert.True(ticks.Length <= range.Most);
                Assert.All(ticks, tick => Assert.InRange(tick, range.Low, range.High));
                Assert.Equal(ticks.Distinct().Order(), ticks);
            }
        );

    [Fact]
    public void Logarithmic_ticks_are_1_2_5_then_powers_of_ten_then_fewer_powers()
    {
        Assert.Equal([0.1, 0.2, 0.5, 1], Ticks.Logarithmic(0.1, 1, 6));
        Assert.Equal([1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1], Ticks.Logarithmic(1e-5, 1, 6));
        Assert.Equal([1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1], Ticks.Logarithmic(1e-10, 1, 6));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(1e-05, "1e-5")]
    [InlineData(2500, "2,500")]
    [InlineData(-0.02, "-0.02")]
    [InlineData(1e6, "1e6")]
    [InlineData(0.9999999995, "0.9999999995")]
    [InlineData(2.5e10, "2.5e10")]
    public void Round_values_are_labelled_with_all_their_digits(double value, string expected) => Assert.Equal(expected, Label.Tick(value));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(10_000, "10,000")]
    [InlineData(2_000_000_000, "2,000,000,000")]
    public void Steps_are_labelled_with_thousands_separators(double value, string expected) => Assert.Equal(expected, Label.Step(value));

    /// <summary>A double as the shortest decimal that means it: whole digits times a power of ten.</summary>
    private static (System.Numerics.BigInteger Digits, int Exponent) Exact(double value)
    {
        string text = value.ToString("E16", CultureInfo.InvariantCulture);
        foreach (int precision in Enumerable.Range(0, 17))
        {
            text = value.ToString("E" + precision, CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture) == value)
            {
                break;
            }
        }
        string[] parts = text.Split('E');
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        return (
            System.Numerics.BigInteger.Parse(parts[0].Replace(".", ""), CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture) - decimals
        );
    }

    private static (System.Numerics.BigInteger Digits, int Exponent) Subtract(
        (System.Numerics.BigInteger Digits, int Exponent) a,
        (System.Numerics.BigInteger Digits, int Exponent) b
    )
    {
        BigInteger digits = Align(a, b) - Align(b, a);
        int exponent = Math.Min(a.Exponent, b.Exponent);
        while (digits % 10 == 0 && digits != 0)
        {
            (digits, exponent) = (digits / 10, exponent + 1);
        }

        return (digits, exponent);
    }

    private static System.Numerics.BigInteger Align(
        (System.Numerics.BigInteger Digits, int Exponent) a,
        (System.Numerics.BigInteger Digits, int Exponent) b
    ) => a.Digits * System.Numerics.BigInteger.Pow(10, a.Exponent - Math.Min(a.Exponent, b.Exponent));

    private static string Leading(System.Numerics.BigInteger digits) => digits.ToString(CultureInfo.InvariantCulture).TrimEnd('0');
}
