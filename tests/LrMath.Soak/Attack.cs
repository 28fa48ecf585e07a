using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using LrMath.Tests.Generation;

namespace LrMath.Soak;

/// <summary>One composition after another, each decided by the seed and its number alone, put to everything that is promised.</summary>
internal sealed class Attack(ulong seed)
{
    private const int Length = 200;

    private static readonly Generator Ordinary = new(OwnFunctions: true, Presets: true);
    private static readonly Generator Extreme = Ordinary with { Extremes = true };

    private static readonly MethodInfo[] Roots = [.. Members.Builders, .. Members.AllVerbs, .. Members.AllVerbs, .. Generator.FastPresets];

    // The ways that promise to lie between their ends and never to turn back.
    private static readonly HashSet<string> Ways =
    [
        "Linear",
        "Cosine",
        "Exponential",
        "SquareRoot",
        "Hold",
        "Polynomial",
        "Ramp",
        "RangeTest",
    ];

    // Where the value moves one way for ever, if its arguments do not change sign on the way.
    private static readonly HashSet<string> Decays =
    [
        "ExponentialDecay",
        "InverseTime",
        "InverseSquareRoot",
        "PowerLaw",
        "ExponentialApproach",
        "Line",
        "Step",
    ];

    /// <summary>The composition of a number, and where it is looked at; or the violation that building it was.</summary>
    public (Composition? Composition, Window Window, Violation? Violation) Draw(long number)
    {
        Rnd random = new(
            unchecked(seed + ((ulong)number * 0x9E3779B97F4A7C15)),
            (unchecked(seed ^ ((ulong)number * 0xD1B54A32D192ED03)) << 1) | 1
        );
        Generator generator = number % 3 == 0 ? Ordinary : Extreme;
        try
        {
            (Term term, Window window) = (
                from depth in Gen.Choose(0, 5)
                from root in Gen.Elements(Roots)
                from drawn in generator.Of(root, depth)
                from first in Arbitraries.Steps
                from part in Gen.Choose(1, Length)
                select (drawn, new Window(Math.Min(first, int.MaxValue - Length), Length, part))
            )
                .Sample(1, random, 50)
                .Single();
            return (new Composition(term), window, null);
        }
        catch (RefusalException refusal)
        {
            Composition composition = new(refusal.Term);
            return (
                null,
                new(0, 0, 1),
                new(
                    "a refusal that is no ArgumentException",
                    composition,
                    $"{refusal.InnerException!.GetType().Name}: {refusal.InnerException.Message}"
                )
            );
        }
    }

    /// <summary>Everything that is promised; null if it holds.</summary>
    public static Violation? Check(Composition composition, Window window)
    {
        try
        {
            Func<int, double> schedule = composition.Build();
            double[] steps = new double[window.Length];
            for (int i = steps.Length - 1; i >= 0; i--)
            {
                steps[i] = schedule(window.First + i);
            }

            return Values(composition, window.First, steps)
                ?? Ranges(composition, schedule, window, steps)
                ?? OneWay(composition, schedule, window.First, steps)
                ?? Rebuilt(composition, schedule, window.First, steps);
        }
        catch (Exception error)
        {
            return new("an exception after building", composition, $"{error.GetType().Name}: {error.Message}");
        }
    }

    private static Violation? Values(Composition composition, int first, double[] steps)
    {
        // What is negative may vanish as -0, as any product of doubles does: a builder of numbers that are not negative gives none.
        bool positive = composition
            .Term.All()
            .All(part =>
                part is not (Literal { Value: < 0.0 } or OwnFunction { Scale: < 0 })
                && (part is not Call call || call.Member.DeclaringType == typeof(Schedule) || call.Member.DeclaringType == typeof(Shapes))
            );
        for (int i = 0; i < steps.Length; i++)
        {
            if (!double.IsFinite(steps[i]))
            {
                return Violation.Of("not finite", composition, first + i, steps[i]);
            }

            if (positive && steps[i] == 0 && double.IsNegative(steps[i]))
            {
                return Violation.Of("minus zero", composition, first + i, steps[i]);
            }
        }

        return null;
    }

    private static Violation? Ranges(Composition composition, Func<int, double> schedule, Window window, double[] steps)
    {
        double[] whole = new double[steps.Length];
        schedule.Evaluate(window.First, whole);
        double[] parts = new double[steps.Length];
        for (int done = 0; done < parts.Length; done += window.Part)
        {
            schedule.Evaluate(window.First + done, parts.AsSpan(done, Math.Min(window.Part, parts.Length - done)));
        }

        float[] floats = new float[steps.Length];
        schedule.Evaluate(window.First, floats);
        for (int i = 0; i < steps.Length; i++)
        {
            if (Differ(whole[i], steps[i]) || Differ(parts[i], steps[i]) || Differ(floats[i], (float)steps[i]))
            {
                double wrong =
                    Differ(whole[i], steps[i]) ? whole[i]
                    : Differ(parts[i], steps[i]) ? parts[i]
                    : floats[i];
                return Violation.Of("a range that is not its steps", composition, window.First + i, wrong, steps[i]);
            }
        }

        return null;
    }

    private static Violation? OneWay(Composition composition, Func<int, double> schedule, int first, double[] steps)
    {
        if (
            composition.Term is not Call { Member: MethodInfo member } call
            || member.DeclaringType != typeof(Schedule)
            || !(Ways.Contains(member.Name) || Decays.Contains(member.Name))
            || call.All().Any(part => part is OwnShape)
        )
        {
            return null;
        }

        double begin = schedule(0);
        double end = schedule(int.MaxValue);
        double slack = 4 * (Math.BitIncrement(Math.Max(Math.Abs(begin), Math.Abs(end))) - Math.Max(Math.Abs(begin), Math.Abs(end)));
        if (!double.IsFinite(slack))
        {
            slack = 0;
        }

        for (int i = 0; i < steps.Length; i++)
        {
            double before = i == 0 ? begin : steps[i - 1];
            if ((end >= begin ? before - steps[i] : steps[i] - before) > slack)
            {
                return Violation.Of("a way that turns back", composition, first + i, steps[i], before);
            }
        }

        return null;
    }

    private static Violation? Rebuilt(Composition composition, Func<int, double> schedule, int first, double[] steps)
    {
        Func<int, double> again = composition.Build();
        for (int i = 0; i < steps.Length; i += 37)
        {
            if (Differ(again(first + i), steps[i]) || Differ(schedule(first + i), steps[i]))
            {
                return Violation.Of("not the same when evaluated or built again", composition, first + i, again(first + i), steps[i]);
            }
        }

        return again.Describe() == schedule.Describe()
            ? null
            : new Violation("described differently when built again", composition, $"{again.Describe()} and {schedule.Describe()}");
    }

    private static bool Differ(double one, double other) => BitConverter.DoubleToInt64Bits(one) != BitConverter.DoubleToInt64Bits(other);
}
