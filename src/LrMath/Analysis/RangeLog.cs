using System.Globalization;

namespace LrMath.Analysis;

/// <summary>What every analysis asks of its arguments.</summary>
internal static class RangeLog
{
    public static void Check(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        if (rates.Length != losses.Length)
            throw new ArgumentException(Text($"There are {rates.Length} rates but {losses.Length} losses; each rate needs its loss."), nameof(losses));
        for (int i = 0; i < rates.Length; i++)
        {
            if (!(rates[i] > 0) || !double.IsFinite(rates[i]))
                throw new ArgumentException(Text($"rates[{i}] is {rates[i]}; a rate must be finite and positive."), nameof(rates));
            if (i > 0 && rates[i] <= rates[i - 1])
                throw new ArgumentException(
                    Text($"rates[{i}] is {rates[i]} after {rates[i - 1]}; the rates of a range test must rise strictly."), nameof(rates));
        }
    }

    public static void Positive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and positive.");
    }

    public static void NonNegative(double value, string name)
    {
        if (!(value >= 0) || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and not negative.");
    }

    public static void Fraction(double value, string name)
    {
        if (!(value >= 0 && value < 1))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in [0, 1).");
    }

    public static void AtLeastOne(double value, string name)
    {
        if (!(value >= 1) || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and 1 or more.");
    }

    public static void Rising(double start, string startName, double end, string endName)
    {
        Positive(start, startName);
        Positive(end, endName);
        if (end <= start)
            throw new ArgumentOutOfRangeException(endName, end, Text($"{endName} must lie above {startName}, which is {start}."));
    }

    public static void AtLeast(int value, int least, string name)
    {
        if (value < least)
            throw new ArgumentOutOfRangeException(name, value, Text($"{name} must be {least} or more."));
    }

    /// <summary>How many losses precede the first that is NaN or infinite.</summary>
    public static int Usable(ReadOnlySpan<double> losses)
    {
        for (int i = 0; i < losses.Length; i++)
            if (!double.IsFinite(losses[i]))
                return i;
        return losses.Length;
    }

    /// <summary>The reason why so few points do not suffice.</summary>
    public static string TooFew(ReadOnlySpan<double> losses, int usable, long needed) =>
        losses.Length == 0 ? "the log is empty"
        : usable == 0 ? Text($"the first of {Count(losses.Length)} is {losses[0]}: there is nothing to read")
        : usable < losses.Length ? Text($"only {Count(usable)} before the first that is {losses[usable]}, {needed} are needed")
        : Text($"only {Count(usable)}, {needed} are needed");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Count(int losses) => losses == 1 ? "1 loss" : Text($"{losses} losses");
}
