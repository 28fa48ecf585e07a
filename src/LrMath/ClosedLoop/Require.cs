using System.Globalization;
using System.Runtime.CompilerServices;

namespace LrMath.ClosedLoop;

/// <summary>Checks of policies' knobs and states' parts: each names the part, its value and what is legal.</summary>
internal static class Require
{
    public static double Finite(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) ? value : throw Refused(value, "a finite number", name);

    public static double? Finite(double? value, [CallerMemberName] string name = "") => value is { } given ? Finite(given, name) : null;

    public static double Positive(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : throw Refused(value, "a finite number above 0", name);

    public static double NonNegative(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) && value >= 0 ? value : throw Refused(value, "a finite number of at least 0", name);

    public static double Fraction(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Refused(value, "a number from 0 to 1", name);

    public static int AtLeast(int least, int value, [CallerMemberName] string name = "") =>
        value >= least ? value : throw Refused(value, $"a whole number of at least {least.ToString(CultureInfo.InvariantCulture)}", name);

    public static T Defined<T>(T value, [CallerMemberName] string name = "") where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Refused(value, $"one of {string.Join(", ", Enum.GetNames<T>())}", name);

    public static Func<int, double> Schedule(Func<int, double> schedule, string name)
    {
        ArgumentNullException.ThrowIfNull(schedule, name);
        return schedule.HasSingleTarget
            ? schedule
            : throw new ArgumentException("Several schedules were added with +, which calls them all and returns the last value; write a.Plus(b).", name);
    }

    public static void Part(bool legal, object? value, string range, string name)
    {
        if (!legal)
            throw Refused(value, range + ", or no run of this policy has led here", name);
    }

    public static ArgumentOutOfRangeException Refused(object? value, string legal, string name) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; legal is {legal}."));
}
