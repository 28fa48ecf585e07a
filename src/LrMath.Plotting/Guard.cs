using System.Globalization;
using System.Xml;

namespace LrMath.Plotting;

/// <summary>Refuses illegal arguments, naming the argument, the value and what is legal.</summary>
internal static class Guard
{
    /// <summary>Larger magnitudes are treated like infinities, so that no difference of two values overflows.</summary>
    public const double Largest = 1e300;

    /// <summary>Smaller numbers are treated like zero on a logarithmic axis, so that its margins have room.</summary>
    public const double SmallestOnLog = 1e-300;

    public static bool Drawable(double value) => Math.Abs(value) <= Largest;

    public static string Text(string? value, string name)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        for (int i = 0; i < value.Length; i++)
        {
            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(value[i]))
            {
                throw new ArgumentException(
                    Invariant($"{name} has the character U+{(int)value[i]:X4} at {i}, which no XML text may hold."),
                    name
                );
            }
        }
        return value;
    }

    public static int Within(int value, int low, int high, string name) =>
        value >= low && value <= high
            ? value
            : throw new ArgumentOutOfRangeException(name, Invariant($"{name} is {value}; it must be from {low} to {high}."));

    public static double Finite(double value, string name) =>
        Drawable(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, Invariant($"{name} is {value}; it must be finite, at most 1e300 in magnitude."));

    public static (double Low, double High)? Interval((double Low, double High)? value, string name)
    {
        if (value is not { } range)
        {
            return null;
        }

        if (!Drawable(range.Low) || !Drawable(range.High) || !(range.Low < range.High))
        {
            throw new ArgumentOutOfRangeException(
                name,
                Invariant($"{name} is ({range.Low}, {range.High}); it must be two finite numbers, the lower one first.")
            );
        }

        if (range.High - range.Low < 1e-12 * Math.Max(Math.Abs(range.Low), Math.Abs(range.High)))
        {
            throw new ArgumentOutOfRangeException(
                name,
                Invariant($"{name} is ({range.Low}, {range.High}); its ends must differ by more than 1e-12 of their size.")
            );
        }

        return value;
    }

    public static (int First, int End) Steps(Range steps, string name)
    {
        if (steps.Start.IsFromEnd || steps.End.IsFromEnd)
        {
            throw new ArgumentOutOfRangeException(
                name,
                Invariant($"{name} is {steps}; a schedule has no end to count from, so both bounds must be counted from the start.")
            );
        }

        (int first, int end) = (steps.Start.Value, steps.End.Value);
        return first < end
            ? (first, end)
            : throw new ArgumentOutOfRangeException(name, Invariant($"{name} is {steps}; it must hold at least one step."));
    }

    public static T Single<T>(T? function, string name)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(function, name);
        return function.HasSingleTarget
            ? function
            : throw new ArgumentException(
                $"{name} is several delegates joined by +, which answers with the last one only; add them one by one.",
                name
            );
    }

    public static double[] Numbers(IReadOnlyList<double>? values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return [.. values];
    }

    /// <summary>How far error bars reach, zero for none of them.</summary>
    public static double[] Errors(IReadOnlyList<double>? errors, int expected, string expectedName)
    {
        if (errors is null)
        {
            return new double[expected];
        }

        double[] reaches = [.. errors];
        SameCount(reaches.Length, nameof(errors), expected, expectedName);
        for (int i = 0; i < reaches.Length; i++)
        {
            if (reaches[i] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(errors),
                    Invariant($"{nameof(errors)}[{i}] is {reaches[i]}; it must be zero or above, or NaN for none.")
                );
            }
        }
        return reaches;
    }

    public static void SameCount(int count, string name, int expected, string expectedName)
    {
        if (count != expected)
        {
            throw new ArgumentException(
                Invariant($"{name} has {count} values and {expectedName} has {expected}; they must have as many."),
                name
            );
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
