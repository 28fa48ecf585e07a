using System.Collections.Immutable;
using System.Globalization;
using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>
/// The arguments that can be dragged on the plot. A value stands where the curve reaches it, a number of steps where they are over; which
/// step of the curve that is, is found by evaluating the verbs on a function that tells at which step it was called.
/// </summary>
internal static class Handles
{
    private const string Watched = "handle";

    // The number of steps that are evaluated for the highest and the lowest value.
    private const int Samples = 256;

    // A value counts as reached within this share of the range: a peak may lie between two steps.
    private const double Near = 0.01;

    /// <summary>What a length begins after, where that is another argument of the same call.</summary>
    private static readonly Dictionary<string, string[]> After = new(StringComparer.Ordinal)
    {
        ["warmupStableDecay.stableSteps"] = ["warmupSteps"],
        ["warmupStableDecay.decaySteps"] = ["warmupSteps", "stableSteps"],
        ["triStage.holdSteps"] = ["warmupSteps"],
        ["triStage.decaySteps"] = ["warmupSteps", "holdSteps"],
        ["cyclic.downSteps"] = ["upSteps"],
        ["pyTorch.cyclicLR.stepSizeDown"] = ["stepSizeUp"],
        ["paddle.cyclicLR.stepSizeDown"] = ["stepSizeUp"],
        ["optax.linearSchedule.transitionSteps"] = ["transitionBegin"],
        ["optax.polynomialSchedule.transitionSteps"] = ["transitionBegin"],
        ["optax.warmupExponentialDecaySchedule.transitionSteps"] = ["warmupSteps"],
        ["branchAt.steps"] = ["step"],
    };

    /// <summary>Lengths that are measured from their end, or that are no place on the plot.</summary>
    private static readonly HashSet<string> Placeless =
    [
        "cooldown.steps",
        "jumpAt.to",
        "shift.steps",
        "stride.every",
        "perEpoch.stepsPerEpoch",
        "noam.modelSize",
        "transformers.getWsdSchedule.numDecaySteps",
        "timm.wSDLRScheduler.decayT",
        "pyTorch.oneCycleLR.stepsPerEpoch",
        "pyTorch.multiplicativeLR.horizon",
    ];

    /// <summary>Shares, and the length that they are shares of.</summary>
    private static readonly Dictionary<string, string> Shares = new(StringComparer.Ordinal)
    {
        ["oneCycle.warmupFraction"] = "steps",
        ["flatCosine.flatFraction"] = "steps",
        ["slantedTriangular.cutFraction"] = "steps",
        ["pyTorch.oneCycleLR.pctStart"] = "totalSteps",
        ["paddle.oneCycleLR.phasePct"] = "totalSteps",
        ["optax.cosineOnecycleSchedule.pctStart"] = "transitionSteps",
        ["optax.linearOnecycleSchedule.pctStart"] = "transitionSteps",
    };

    /// <summary>The handles of a curve.</summary>
    /// <param name="catalogue">What can be called.</param>
    /// <param name="schedule">A builder and the verbs on it.</param>
    /// <param name="drawn">The curve as it is drawn.</param>
    /// <param name="run">The length of the run in steps.</param>
    public static ImmutableArray<Handle> Of(Catalogue catalogue, Series schedule, Func<int, double> drawn, int run)
    {
        ImmutableArray<Handle>.Builder handles = ImmutableArray.CreateBuilder<Handle>();
        for (int part = 0; part < schedule.Items.Length; part++)
        {
            if (CallTerm.Of(schedule.Items[part]) is not { } call)
            {
                continue;
            }

            if (Catalogue.Find(part == 0 ? catalogue.Builders : catalogue.Verbs, call) is not { } entry)
            {
                continue;
            }

            try
            {
                handles.AddRange(OfCall(entry, call, schedule, part, drawn, run));
            }
            catch (ScheduleJsonException)
            {
                // A verb that takes no function of a stranger: its schedule has fields all the same.
            }
        }

        return handles.ToImmutable();
    }

    private static IEnumerable<Handle> OfCall(Entry entry, CallTerm call, Series schedule, int part, Func<int, double> drawn, int run)
    {
        Func<int, int?> pace = PaceOf(schedule, part);
        var numbers = entry
            .Slots.Select(slot => (slot.Parameter, Value: NumberOf(call, slot.Parameter)))
            .Where(one => one.Value is not null)
            .ToDictionary(one => one.Parameter.Name, one => (one.Parameter, Value: one.Value!.Value), StringComparer.Ordinal);
        List<int> places = [0];
        foreach ((string name, (Parameter parameter, double argument)) in numbers)
        {
            string key = $"{call.Name}.{name}";
            Type type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
            KnobKind kind = Knob.Of(entry.Member.Name, name, type).Kind;
            bool isShare = Shares.TryGetValue(key, out string? whole) && numbers.ContainsKey(whole);
            if (Placeless.Contains(key) || (kind != KnobKind.Steps && !isShare) || (!isShare && call.Arguments[name] is null))
            {
                continue;
            }

            double unit = isShare ? numbers[whole!].Value : 1;
            double from = After.TryGetValue(key, out string[]? before)
                ? before.Sum(one => numbers.TryGetValue(one, out (Parameter, double Value) other) ? other.Value : 0)
                : 0;
            double own = from + argument * unit;
            if (own > int.MaxValue)
            {
                continue;
            }

            places.Add((int)own);
            if (StepOf(pace, (int)own, run) is { } step)
            {
                yield return new(part, call.Name, name, kind.ToString(), type == typeof(int), argument, step, drawn(step))
                {
                    Pace = pace,
                    From = from,
                    Unit = unit,
                };
            }
        }

        foreach (Handle handle in Values(entry, call, schedule, part, numbers, places, pace, drawn, run))
        {
            yield return handle;
        }
    }

    private static IEnumerable<Handle> Values(
        Entry entry,
        CallTerm call,
        Series schedule,
        int part,
        Dictionary<string, (Parameter Parameter, double Value)> numbers,
        List<int> places,
        Func<int, int?> pace,
        Func<int, double> drawn,
        int run
    )
    {
        Func<int, double> own = Read(new Series(schedule.Items[..(part + 1)]), null);
        int last = pace(run) ?? run;
        int[] samples = [.. Enumerable.Range(0, Samples + 1).Select(i => (int)((long)last * i / Samples))];
        double[] values = [.. samples.Select(own)];
        (double low, double high) = (values.Min(), values.Max());
        places.AddRange([last, samples[Array.IndexOf(values, high)], samples[Array.IndexOf(values, low)]]);
        foreach ((string name, (Parameter parameter, double argument)) in numbers)
        {
            if (
                parameter.Type == typeof(int)
                || call.Arguments[name] is null
                || Knob.Of(entry.Member.Name, name, typeof(double)).Kind != KnobKind.Rate
                || name.Contains("omentum", StringComparison.Ordinal)
            )
            {
                continue;
            }

            int nearest = places.MinBy(place => Math.Abs(own(place) - argument));
            double distance = Math.Abs(own(nearest) - argument);
            if (distance <= Math.Max(Near * (high - low), 1e-9 * Math.Abs(argument)) && StepOf(pace, nearest, run) is { } step)
            {
                yield return new(part, call.Name, name, nameof(KnobKind.Rate), false, argument, step, drawn(step));
            }
        }
    }

    // The step of a call that is evaluated at a step of the whole curve.
    private static Func<int, int?> PaceOf(Series schedule, int part)
    {
        if (part == schedule.Items.Length - 1)
        {
            return step => step;
        }

        int? seen = null;
        Func<int, double> whole = Read(
            new Series([Literal.Text(Watched), .. schedule.Items[(part + 1)..]]),
            step =>
            {
                seen = step;
                return 1;
            }
        );
        return step =>
        {
            seen = null;
            whole(step);
            return seen;
        };
    }

    // The first step of the curve at which a call has come so far; the end of the run for what lies beyond it.
    private static int? StepOf(Func<int, int?> pace, int own, int run)
    {
        bool isThereAtFirst = pace(0) is not null;
        if (pace(run) is { } last && last < own)
        {
            return run;
        }

        (int low, int high) = (0, run);
        while (low < high)
        {
            int middle = low + (high - low) / 2;
            bool isReached = pace(middle) is { } at ? at >= own : isThereAtFirst;
            (low, high) = isReached ? (low, middle) : (middle + 1, high);
        }

        return pace(low) >= own ? low : null;
    }

    private static Func<int, double> Read(Series schedule, Func<int, double>? watch) =>
        ScheduleJson.Read(
            $"{{\"lrmath\":1,\"schedule\":{schedule}}}",
            watch is null ? null : new(StringComparer.Ordinal) { [Watched] = watch }
        );

    // A share that is left out has its default, and can be dragged all the same.
    private static double? NumberOf(CallTerm call, Parameter parameter) =>
        call.Arguments[parameter.Name] is Literal literal
            ? double.TryParse(literal.Json, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : null
            : parameter.Default is double standard
                ? standard
                : parameter.Default is int whole
                    ? whole
                    : null;
}
