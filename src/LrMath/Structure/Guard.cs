using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using static LrMath.Structure.Numbers;

namespace LrMath.Structure;

/// <summary>Refuses illegal arguments: the message has the parameter, the value, and what is legal.</summary>
internal static class Guard
{
    /// <summary>A finite number; a negative zero becomes zero.</summary>
    internal static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") => Finite(value, (Subject)name);

    internal static double Finite(double value, Subject subject) =>
        double.IsFinite(value) ? value + 0.0 : throw Illegal(subject, value, "a finite number");

    /// <summary>The refusal of a progress that is no number.</summary>
    internal static ArgumentOutOfRangeException IllegalProgress(double progress) =>
        Illegal(nameof(progress), progress, "a number; below 0 it counts as 0, above 1 as 1");

    internal static double NonNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        NonNegative(value, (Subject)name);

    internal static double NonNegative(double value, Subject subject) =>
        double.IsFinite(value) && value >= 0 ? value + 0.0 : throw Illegal(subject, value, "a finite number, zero or more");

    internal static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0 ? value : throw Illegal(name, value, "a finite number above zero");

    /// <summary>A positive number whose inverse is one too.</summary>
    internal static double Invertible(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0 && double.IsFinite(1 / value)
            ? value
            : throw Illegal(name, value, "a finite number above zero, not so small that its inverse overflows");

    internal static double AtLeast(double value, double least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= least ? value : throw Illegal(name, value, $"a finite number, {Text(least)} or more");

    internal static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value + 0.0 : throw Illegal(name, value, "a fraction between 0 and 1");

    internal static double FractionBelowOne(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value + 0.0 : throw Illegal(name, value, "a number from 0 to below 1");

    internal static double FractionAboveZero(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and <= 1 ? value : throw Illegal(name, value, "a number above 0, at most 1");

    internal static double FractionBetween(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and < 1 ? value : throw Illegal(name, value, "a number above 0 and below 1");

    internal static int NonNegative(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        NonNegative(value, (Subject)name);

    internal static int NonNegative(int value, Subject subject) =>
        value >= 0 ? value : throw Illegal(subject, value, "a whole number, zero or more");

    internal static int Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 ? value : throw Illegal(name, value, "a whole number, one or more");

    internal static long Positive(long value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 ? value : throw Illegal(name, value, "a whole number, one or more");

    internal static int AtLeast(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least ? value : throw Illegal(name, value, $"a whole number, {Text(least)} or more");

    internal static int AtMost(int value, int most, string what, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value <= most ? value : throw Illegal(name, value, $"at most {Text(most)}, {what}");

    /// <summary>One of the named values of an enum.</summary>
    internal static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw Illegal(name, value, $"one of {string.Join(", ", Enum.GetNames<T>())}");

    /// <summary>A length that is the sum of others.</summary>
    internal static int Sum(int left, int right, Subject subject)
    {
        long sum = (long)left + right;
        return sum <= int.MaxValue
            ? (int)sum
            : throw Illegal(subject, right, "a length whose sum with the ones before it is at most 2147483647");
    }

    /// <summary>A schedule that is one function.</summary>
    internal static Func<int, double> Schedule(
        [NotNull] Func<int, double>? schedule,
        [CallerArgumentExpression(nameof(schedule))] string name = ""
    ) => Schedule(schedule, (Subject)name);

    internal static Func<int, double> Schedule([NotNull] Func<int, double>? schedule, Subject subject) =>
        Single(
            schedule,
            "schedule",
            subject,
            ". Write f.Plus(g) for their sum, f.Chain(g) for their product, f.Then(g, at: n) for one after the other"
        );

    /// <summary>The node behind a schedule that is one function.</summary>
    internal static ScheduleNode Node(
        [NotNull] Func<int, double>? schedule,
        [CallerArgumentExpression(nameof(schedule))] string name = ""
    ) => ScheduleNode.Of(Schedule(schedule, name));

    /// <summary>A shape that is one function.</summary>
    internal static Shape Shape([NotNull] Shape? shape, [CallerArgumentExpression(nameof(shape))] string name = "") =>
        Shape(shape, (Subject)name);

    internal static Shape Shape([NotNull] Shape? shape, Subject subject) => Single(shape, "shape", subject);

    /// <summary>A function of a value that is one function.</summary>
    internal static Func<double, double> Function(
        [NotNull] Func<double, double>? function,
        [CallerArgumentExpression(nameof(function))] string name = ""
    ) => Single(function, "function", name);

    /// <summary>A copy of a list that has elements.</summary>
    internal static T[] List<T>([NotNull] IReadOnlyList<T>? list, [CallerArgumentExpression(nameof(list))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(list, name);
        return list.Count > 0 ? [.. list] : throw new ArgumentException($"{name} is empty: at least one element is needed.", name);
    }

    /// <summary>A copy of a list of schedules, none null and none multicast.</summary>
    internal static Func<int, double>[] Schedules(
        [NotNull] IReadOnlyList<Func<int, double>>? schedules,
        [CallerArgumentExpression(nameof(schedules))] string name = ""
    )
    {
        Func<int, double>[] copy = List(schedules, name);
        for (int i = 0; i < copy.Length; i++)
        {
            Schedule(copy[i], new Subject(name, i));
        }

        return copy;
    }

    /// <summary>A copy of a list of finite numbers.</summary>
    internal static double[] Numbers([NotNull] IReadOnlyList<double>? values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        double[] copy = List(values, name);
        for (int i = 0; i < copy.Length; i++)
        {
            copy[i] = Finite(copy[i], new Subject(name, i));
        }

        return copy;
    }

    /// <summary>A copy of a list of steps, zero or more, none before its predecessor.</summary>
    internal static int[] Milestones(
        [NotNull] IReadOnlyList<int>? milestones,
        [CallerArgumentExpression(nameof(milestones))] string name = ""
    )
    {
        ArgumentNullException.ThrowIfNull(milestones, name);
        int[] copy = [.. milestones];
        for (int i = 0; i < copy.Length; i++)
        {
            int least = i == 0 ? 0 : copy[i - 1];
            if (copy[i] < least)
            {
                string legal = i == 0 ? "a step, zero or more" : $"not before its predecessor, {Text(least)}";
                throw Illegal(new Subject(name, i), copy[i], legal);
            }
        }

        return copy;
    }

    /// <summary>A list has exactly as many elements as another one needs.</summary>
    internal static void Count(int actual, int needed, string why, string name)
    {
        if (actual != needed)
        {
            throw new ArgumentException($"{name} has {Text(actual)} elements where {Text(needed)} are needed: {why}.", name);
        }
    }

    /// <summary>What is computed from an argument is a finite number.</summary>
    internal static double Result(double result, double given, string what, string name) =>
        double.IsFinite(result) ? result + 0.0 : throw Illegal(name, given, $"a number with which {what} is finite");

    /// <summary>
    /// The distance between two ends is a finite number, so that no value between them overflows. If not, the second end is refused, or the
    /// argument that it was computed from.
    /// </summary>
    internal static void Span(double other, double end, Subject subject, double? given = null)
    {
        if (!double.IsFinite(end - other))
        {
            string what = given is null ? "a number" : $"one that puts the end, {Text(end)},";
            throw Illegal(subject, given ?? end, $"{what} within {Text(double.MaxValue)} of the other end, {Text(other)}");
        }
    }

    /// <summary>Two ends that are not zero and of one sign. If not, the second end is refused, or the argument that it was computed
    /// from.</summary>
    internal static void OneSign(double other, double end, Subject subject, string what, double? given = null)
    {
        if (other == 0 || end == 0 || other < 0 != end < 0)
        {
            string legal =
                other == 0 ? "no number"
                : given is not null ? $"one that brings the end, {Text(end)}, to the same side of zero"
                : other > 0 ? "a number above zero"
                : "a number below zero";
            throw Illegal(subject, given ?? end, $"{legal} where the other end is {Text(other)}: {what} needs two ends of one sign");
        }
    }

    /// <summary>A shape can connect two ends. If not, the second end is refused, or the argument that it was computed from.</summary>
    internal static void Way(Shape shape, double other, double end, Subject subject, Subject shapeSubject, double? given = null) =>
        ShapeFormula.Of(Shape(shape, shapeSubject)).Check(other, end, subject, given);

    /// <summary>The starts of cycles that grow or shrink, none for a factor of 1; one that makes too many of them is refused.</summary>
    internal static double[] PeriodFactor(double period, double factor, int? cycles, string name) =>
        factor == 1
            ? []
            : RestartsNode.Starts(period, factor, cycles ?? int.MaxValue)
                ?? throw Illegal(name, factor, "1, or so much more or less that at most a million cycles end before step 2147483647");

    /// <summary>A range of steps, none negative and none beyond the last there is.</summary>
    internal static void Steps(int firstStep, int length)
    {
        NonNegative(firstStep);
        if (length - 1 > int.MaxValue - firstStep)
        {
            string legal = FormattableString.Invariant(
                $"at most {int.MaxValue - (length - 1)}, for the last of {length} steps to be at most {int.MaxValue}"
            );
            throw Illegal(nameof(firstStep), firstStep, legal);
        }
    }

    /// <summary>A range of steps, counted from the start; the number of steps in it.</summary>
    internal static int Steps(Range steps)
    {
        if (steps.Start.IsFromEnd || steps.End.IsFromEnd)
        {
            throw Illegal(
                nameof(steps),
                steps,
                "a range that is counted from the start, such as 0..1000: a schedule has no last step to count from"
            );
        }

        int count = steps.End.Value - steps.Start.Value;
        return count >= 0 ? count : throw Illegal(nameof(steps), steps, "a range that does not end before it starts");
    }

    /// <summary>A step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Step(int step)
    {
        if (step < 0)
        {
            throw NegativeStep(step);
        }
    }

    internal static ArgumentOutOfRangeException Illegal(string what, object value, string legal, string? name = null) =>
        new(name ?? what, value, string.Create(CultureInfo.InvariantCulture, $"{what} is {value}; legal is {legal}."));

    internal static ArgumentOutOfRangeException Illegal(Subject subject, object value, string legal) =>
        Illegal(subject.Text, value, legal, subject.Argument);

    private static ArgumentOutOfRangeException NegativeStep(int step) =>
        Illegal(nameof(step), step, "the zero-based index of an update, zero or more");

    /// <summary>Several functions joined by + are refused, because only the last one would answer.</summary>
    private static T Single<T>([NotNull] T? function, string kind, Subject subject, string advice = "")
        where T : Delegate
    {
        if (function is null && subject.IsPart)
        {
            throw new ArgumentNullException(subject.Argument, $"{subject.Text} is null; legal is a {kind}.");
        }

        ArgumentNullException.ThrowIfNull(function, subject.Argument);
        return function.HasSingleTarget
            ? function
            : throw new ArgumentException(
                $"{subject.Text} is several {kind}s joined by + or +=: such a multicast delegate answers with the last one only{advice}.",
                subject.Argument
            );
    }
}
