using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace LrMath.TorchSharp;

/// <summary>Refuses what is illegal: the argument, the value, and what is legal.</summary>
internal static class Guard
{
    internal static int NonNegative(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 ? value : throw Illegal(name, name, value, "a whole number, zero or more");

    /// <summary>A schedule that is one function.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="argument">The argument of the method that was called.</param>
    /// <param name="index">Its index in the argument, if that is a list.</param>
    internal static void Schedule([NotNull] Func<int, double>? schedule, string argument, int? index = null)
    {
        if (schedule is null)
        {
            throw new ArgumentNullException(argument, $"{What()} is null; legal is a schedule.");
        }

        if (!schedule.HasSingleTarget)
        {
            throw new ArgumentException(
                $"{What()} is several schedules joined by + or +=: such a multicast delegate answers with the last one only. "
                    + "Write f.Plus(g) for their sum.",
                argument
            );
        }

        string What() => index is null ? argument : string.Create(CultureInfo.InvariantCulture, $"{argument}[{index}]");
    }

    internal static ArgumentOutOfRangeException Illegal(string what, string argument, object value, string legal) =>
        new(argument, value, string.Create(CultureInfo.InvariantCulture, $"{what} is {value}; legal is {legal}."));
}
