using System.Globalization;
using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>How far the true rate may lie from a printed one: what the digits of a whole log say about how its program printed.</summary>
public class PrintedDigitsTests
{
    /// <summary>Thirteen numbers, of which none ends with a zero: more than a schedule of a few levels has.</summary>
    private static readonly string[] Thirteen =
    [
        "0.11",
        "0.12",
        "0.13",
        "0.14",
        "0.15",
        "0.16",
        "0.17",
        "0.18",
        "0.19",
        "0.21",
        "0.22",
        "0.23",
        "0.24",
    ];

    [Theory]
    [InlineData("with two decimals, one of them a zero", "0.10 0.05", 0.005, 0.005)]
    [InlineData("with two decimals, of a zero too", "0.10 0.00", 0.005, 0.005)]
    [InlineData("with three digits and an exponent", "1.50e-3 2.25E-5", 0.5e-5, 0.5e-7)]
    [InlineData("with one digit and an exponent", "1e-3 5e-4", 0.5e-3, 0.5e-4)]
    [InlineData("a few different numbers of few digits", "0.1 0.05", 0.5e-6, 0.5e-7)]
    [InlineData("a zero among them", "0.1 0", 0.5e-6, 0)]
    [InlineData("one decimal, which also the shortest text has", "0.1 0.0", 0.5e-6, 0)]
    [InlineData("exponents beside numbers without one", "1e-3 0.25", 0.5e-8, 0.5e-6)]
    [InlineData("the digits of the longest count for all", "0.123456 0.12", 0.5e-6, 0.5e-6)]
    [InlineData("eight decimals", "0.12345670 0.12345678", 0.5e-8, 0.5e-8)]
    [InlineData("fourteen digits", "0.12345678901234 0.5", 0.5e-14, 0.5e-14)]
    [InlineData("a sign", "-0.10 0.05", 0.005, 0.005)]
    public void Half_a_unit_of_the_last_digit_of_the_program_is_the_half_width(string what, string printed, double first, double second)
    {
        double[] widths = Widths(printed.Split(' '));
        Assert.True(Math.Abs(widths[0] - first) <= 1e-8 * first, $"{what}: {widths[0]:R}, not {first:R}");
        Assert.True(Math.Abs(widths[1] - second) <= 1e-8 * second, $"{what}: {widths[1]:R}, not {second:R}");
    }

    [Fact]
    public void Few_digits_are_believed_where_more_than_twelve_numbers_have_them()
    {
        Assert.All(Widths(Thirteen), width => Assert.Equal(0.005, width, 1e-10));
        Assert.All(Widths(Thirteen[1..]), width => Assert.Equal(0.5e-6, width, 1e-14));
        Assert.All(Widths([.. Thirteen[1..], .. Thirteen[1..]]), width => Assert.Equal(0.5e-6, width, 1e-14));
    }

    [Fact]
    public void A_double_with_all_its_digits_is_known_to_2_to_the_minus_33_of_itself_and_2_to_the_minus_43_of_the_peak()
    {
        double[] widths = Widths(["0.123456789012345", "0.25", "0"]);
        double peak = 0.25;
        Assert.Equal((0.123456789012345 * Math.ScaleB(1, -33)) + (peak * Math.ScaleB(1, -43)), widths[0], 1e-25);
        Assert.Equal((0.25 * Math.ScaleB(1, -33)) + (peak * Math.ScaleB(1, -43)), widths[1], 1e-25);
        Assert.Equal(peak * Math.ScaleB(1, -43), widths[2], 1e-25);
    }

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.00054956466f)]
    [InlineData(3e-5f)]
    public void A_float_is_known_to_half_a_unit_of_its_last_bit_and_2_to_the_minus_33_of_the_peak(float rate)
    {
        string text = ((double)rate).ToString("R", CultureInfo.InvariantCulture);
        double[] widths = Widths([text, "0.5"]);
        double half = ((double)MathF.BitIncrement(rate) - rate) / 2;
        Assert.Equal(half + (0.5 * Math.ScaleB(1, -33)), widths[0], 1e-8 * half);
    }

    [Fact]
    public void Nine_digits_are_those_of_a_float_and_the_way_to_the_nearest_one_counts_too()
    {
        double[] widths = Widths(["0.123456789", "0.5"]);
        float nearest = 0.123456789f;
        double half = ((double)MathF.BitIncrement(nearest) - nearest) / 2;
        double way = Math.Abs(0.123456789 - (double)nearest);
        Assert.Equal(half + way + (0.5 * Math.ScaleB(1, -33)), widths[0], 1e-8 * half);
    }

    private static double[] Widths(string[] printed) => [.. RateLog.Parse([.. Enumerable.Range(0, printed.Length)], printed).HalfWidths];
}
