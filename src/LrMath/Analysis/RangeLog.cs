using LrMath.Structure;
using static System.FormattableString;

namespace LrMath.Analysis;

/// <summary>What every analysis needs of its arguments.</summary>
internal static class RangeLog
{
    public static void Check(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        if (rates.Length != losses.Length)
        {
            throw new ArgumentException(
                Invariant($"There are {rates.Length} rates but {losses.Length} losses; each rate needs its loss."),
                nameof(losses)
            );
        }

        for (int i = 0; i < rates.Length; i++)
        {
            if (!(rates[i] > 0) || !double.IsFinite(rates[i]))
            {
                throw new ArgumentException(Invariant($"rates[{i}] is {rates[i]}; a rate must be finite and positive."), nameof(rates));
            }

            if (i > 0 && rates[i] <= rates[i - 1])
            {
                throw new ArgumentException(
                    Invariant($"rates[{i}] is {rates[i]} after {rates[i - 1]}; the rates of a range test must rise strictly."),
                    nameof(rates)
                );
            }
        }
    }

    public static void Fraction(double value, string name)
    {
        if (!(value >= 0 && value < 1))
        {
            throw Guard.Illegal(name, value, "at least 0 and below 1");
        }
    }

    public static void Rising(double start, string startName, double end, string endName)
    {
        Guard.Positive(start, startName);
        Guard.Positive(end, endName);
        if (end <= start)
        {
            throw Guard.Illegal(endName, end, Invariant($"above {startName}, which is {start}"));
        }
    }

    /// <summary>
    /// <c>start·(end / start)^progress</c>, also where the quotient of the two is beyond the range of the doubles; the value stops at their
    /// ends.
    /// </summary>
    public static double Geometric(double start, double end, double progress) =>
        GeometricSequence.Along(start, GeometricSequence.Rate(start, end, 1), progress);

    /// <summary>How many losses precede the first that is NaN or infinite.</summary>
    public static int Usable(ReadOnlySpan<double> losses)
    {
        for (int i = 0; i < losses.Length; i++)
        {
            if (!double.IsFinite(losses[i]))
            {
                return i;
            }
        }

        return losses.Length;
    }

    /// <summary>The reason why this number of points does not suffice.</summary>
    public static string TooFew(ReadOnlySpan<double> losses, int usable, long needed) =>
        losses.Length == 0 ? "the log is empty"
        : usable == 0 ? Invariant($"the first of {Count(losses.Length)} is {losses[0]}: there is nothing to read")
        : usable < losses.Length ? Invariant($"only {Count(usable)} before the first that is {losses[usable]}, {needed} are needed")
        : Invariant($"only {Count(usable)}, {needed} are needed");

    private static string Count(int losses) => losses == 1 ? "1 loss" : Invariant($"{losses} losses");
}
