using System.Globalization;
using LrMath.Structure;

namespace LrMath.Analysis;

/// <summary>The rates that a run has logged: at which steps, and how precisely each was printed.</summary>
/// <remarks>
/// A printed rate stands for an interval: <c>1.500E-04</c> is 1.5e-4 ± 5e-8. Every comparison with a schedule is made within that
/// half-width, never with one tolerance for all rows. Where a step was logged twice, as after a resume, the later row counts.
/// </remarks>
public sealed class RateLog
{
    private readonly int[] steps;
    private readonly double[] rates;
    private readonly double[] halfWidths;

    /// <summary>A log of rates whose precision is known.</summary>
    /// <param name="steps">The step of each row, as the log counts them; 0 or more. Rows need not be in order.</param>
    /// <param name="rates">The rate of each row; finite.</param>
    /// <param name="halfWidths">How far the true value may lie from each rate; finite, 0 or more, in the unit of the rates.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A step is negative, a rate is not finite, or a half-width is negative or not finite.
    /// </exception>
    public RateLog(IReadOnlyList<int> steps, IReadOnlyList<double> rates, IReadOnlyList<double> halfWidths)
    {
        int[] at = Guard.List(steps);
        double[] values = Guard.List(rates);
        double[] widths = Guard.List(halfWidths);
        Guard.Count(values.Length, at.Length, "one for each step", nameof(rates));
        Guard.Count(widths.Length, at.Length, "one for each step", nameof(halfWidths));
        for (int i = 0; i < at.Length; i++)
        {
            Guard.NonNegative(at[i], new Subject(nameof(steps), i));
            Guard.Finite(values[i], new Subject(nameof(rates), i));
            Guard.NonNegative(widths[i], new Subject(nameof(halfWidths), i));
        }

        int[] rows = LastRowOfEachStep(at);
        this.steps = Array.ConvertAll(rows, row => at[row]);
        this.rates = Array.ConvertAll(rows, row => values[row]);
        this.halfWidths = Array.ConvertAll(rows, row => widths[row]);
    }

    /// <summary>A log of rates as they were printed; their digits tell how precise they are.</summary>
    /// <param name="steps">The step of each row, as the log counts them; 0 or more.</param>
    /// <param name="printed">The text of each rate, such as <c>1.500E-04</c>, in the invariant culture.</param>
    /// <returns>The log. Half a unit of the last digit is the half-width of a rate with few digits; see <see cref="HalfWidths"/>.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lengths differ, or there is no row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step is negative.</exception>
    /// <exception cref="FormatException">A text is null or not a finite number; the message names the row.</exception>
    /// <example><code>RateLog.Parse([0, 1], ["1.500E-04", "1.400E-04"]).HalfWidths[0] &lt; 5.1e-8</code></example>
    public static RateLog Parse(IReadOnlyList<int> steps, IReadOnlyList<string> printed)
    {
        string[] texts = Guard.List(printed);
        Guard.Count(texts.Length, Guard.List(steps).Length, "one for each step", nameof(printed));
        double[] values = [.. texts.Select(Number)];
        return new RateLog(steps, values, PrintedDigits.HalfWidths(texts, values));
    }

    /// <summary>The logged steps, strictly rising.</summary>
    public IReadOnlyList<int> Steps => steps;

    /// <summary>The rate of each step.</summary>
    public IReadOnlyList<double> Rates => rates;

    /// <summary>
    /// How far the true value may lie from each rate: half a unit of the last printed digit; of rates with the digits of a float32 half a
    /// unit of its last bit; of those with all digits of a double the rounding errors of the program that computed them.
    /// </summary>
    public IReadOnlyList<double> HalfWidths => halfWidths;

    internal int[] StepArray => steps;

    internal double[] RateArray => rates;

    internal double[] HalfWidthArray => halfWidths;

    private static int[] LastRowOfEachStep(int[] at)
    {
        int[] rows = [.. Enumerable.Range(0, at.Length)];
        if (IsRising(at))
        {
            return rows;
        }

        // The rows of one step stay in their order, so that the last of them is the one that counts.
        return [.. rows.GroupBy(row => at[row]).OrderBy(group => group.Key).Select(group => group.Last())];
    }

    private static bool IsRising(int[] at)
    {
        for (int i = 1; i < at.Length; i++)
        {
            if (at[i] <= at[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static double Number(string? text, int row) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new FormatException(
                FormattableString.Invariant(
                    $"printed[{row}] is {(text is null ? "null" : $"'{text}'")}; legal is a finite number in the invariant culture."
                )
            );
}
