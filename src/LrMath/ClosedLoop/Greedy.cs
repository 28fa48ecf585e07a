using System.Collections.Immutable;
using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// Two-sided: raises the rate while a metric keeps improving, <c>level = min(level / factor, ceiling)</c>, and reduces it when it stops,
/// <c>level = max(level · factor, floor)</c>; if that has not helped, it begins anew. The level starts at the base rate, and
/// <c>scale = level / baseRate</c>.
/// </summary>
/// <remarks>
/// <para>Per metric (the mean of the last <see cref="Window"/> ones): in a cooldown or a warm-up nothing is compared, and both counts are
/// 0. Else better (see <see cref="Plateau"/>): <c>best = metric, good + 1, bad = 0</c>; worse: <c>bad + 1, good = 0</c>. If <c>good &gt;
/// patience</c>: raise, and the warm-up starts; if <c>bad &gt; patience</c>: reduce, and the cooldown starts. A reduction wanted at the
/// floor counts; the one that makes them <see cref="ResetAfter"/> puts everything back to the start.</para>
/// <para>A metric that is NaN or infinite counts as a bad one and enters neither the window nor the best. A level outside floor and ceiling
/// is not pulled inside: it just cannot go further out.</para>
/// <para>Elsewhere: GreedyLR (Transformers), whose numbers <see cref="Transformers"/> gives.</para>
/// </remarks>
public sealed record Greedy : IPolicy<GreedyState>
{
    /// <summary>
    /// What a scale of 1 stands for, above 0: the unit of <see cref="Floor"/>, <see cref="Ceiling"/> and <see cref="Epsilon"/>. 1, the
    /// default, makes them parts of the scale; with the optimizer's rate they are rates, as in the frameworks, and the comparisons with
    /// them have the frameworks' bits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public double BaseRate
    {
        get;
        init => field = Guard.Positive(value, nameof(BaseRate));
    } = 1;

    /// <summary>Which way the metric is better.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the named ones.</exception>
    public Mode Mode
    {
        get;
        init => field = Guard.Defined(value, nameof(Mode));
    }

    /// <summary>A reduction multiplies the level by it, a raise divides (dimensionless), above 0 and below 1; 0.95 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside (0, 1).</exception>
    public double Factor
    {
        get;
        init => field = Guard.FractionBetween(value, nameof(Factor));
    } = 0.95;

    /// <summary>How many good, or bad, metrics in a row change nothing: the next one does. At least 0; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Patience));
    } = 10;

    /// <summary>How much better a metric must be, as a share of the best one, from 0 to 1; 0 by default. Adds to
    /// <see cref="AbsoluteThreshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1].</exception>
    public double RelativeThreshold
    {
        get;
        init => field = Guard.Fraction(value, nameof(RelativeThreshold));
    }

    /// <summary>How much better a metric must be, in its own unit, at least 0; 1e-6 by default. Adds to
    /// <see cref="RelativeThreshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double AbsoluteThreshold
    {
        get;
        init => field = Guard.NonNegative(value, nameof(AbsoluteThreshold));
    } = 1e-6;

    /// <summary>Whether the relative margin keeps the sign of the best metric, the frameworks' trap: see
    /// <see cref="Plateau.SignedMargin"/>. False by default.</summary>
    public bool SignedMargin { get; init; }

    /// <summary>For how many metrics after a reduction nothing is compared, at least 0; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Cooldown
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Cooldown));
    }

    /// <summary>For how many metrics after a raise nothing is compared, at least 0; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Warmup
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Warmup));
    }

    /// <summary>A reduction does not go below this (in the unit of <see cref="BaseRate"/>), at least 0; 0.01 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Floor
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Floor));
    } = 0.01;

    /// <summary>A raise does not go above this (in the unit of <see cref="BaseRate"/>), above 0; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public double Ceiling
    {
        get;
        init => field = Guard.Positive(value, nameof(Ceiling));
    } = 10;

    /// <summary>A change by no more than this (in the unit of <see cref="BaseRate"/>) is not made, at least 0; 0 by default. Cooldown and
    /// warm-up start all the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Epsilon
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Epsilon));
    }

    /// <summary>The mean of how many last metrics is compared, at least 0; 0, no smoothing, by default. It goes on in a cooldown and a
    /// warm-up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Window
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Window));
    }

    /// <summary>
    /// True: the sum of the window is kept, adding the new metric and taking off the oldest, as in Transformers; the rounding of every
    /// metric that ever was in the window stays in it. False, the default: it is added up anew each time.
    /// </summary>
    public bool RunningSum { get; init; }

    /// <summary>After how many reductions wanted at the floor everything begins anew, at least 0 (0 and 1 are the same); null, never, by
    /// default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? ResetAfter
    {
        get;
        init => field = value is { } count ? Guard.NonNegative(count, nameof(ResetAfter)) : null;
    }

    /// <summary>The state before the first metric: the base rate as it is, nothing seen.</summary>
    public GreedyState Start => new() { Level = BaseRate };

    /// <summary>
    /// Transformers' <c>GreedyLR</c> with its defaults; change what differs, <c>Greedy.Transformers with { BaseRate = 1e-3, Patience = 5
    /// }</c>. Its <c>min_lr</c>, <c>max_lr</c> and <c>eps</c> are <see cref="Floor"/>, <see cref="Ceiling"/> and <see cref="Epsilon"/>; its
    /// threshold mode <c>rel</c> is <c>RelativeThreshold = threshold, AbsoluteThreshold = 0</c>; <c>smooth</c> with a <c>window_size</c> is
    /// <see cref="Window"/> (off is 0); <c>reset_start</c> is <see cref="ResetAfter"/>.
    /// </summary>
    /// <remarks>
    /// Its floor of 1e-3 stands above many a base rate, which then never falls. Two cases differ: a NaN does not stay in the window for
    /// ever, and a metric of -∞ is not remembered as the best of all.
    /// </remarks>
    public static Greedy Transformers { get; } =
        new()
        {
            SignedMargin = true,
            RunningSum = true,
            Floor = 1e-3,
            Ceiling = 1,
            Epsilon = 1e-8,
            ResetAfter = 500,
        };

    /// <summary>The state after one more metric; pure. A call costs as much as the window is long.</summary>
    /// <param name="state">The state so far; <see cref="Start"/> before the first metric.</param>
    /// <param name="metric">Any value. NaN and both infinities count as bad.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is one that this policy cannot have produced.</exception>
    public GreedyState Next(GreedyState state, double metric)
    {
        Validate(state);
        (GreedyState seen, double value) = Smooth(state, metric);
        if (state.CooldownLeft > 0)
        {
            return seen with { CooldownLeft = state.CooldownLeft - 1 };
        }

        if (state.WarmupLeft > 0)
        {
            return seen with { WarmupLeft = state.WarmupLeft - 1 };
        }

        bool better = new Improvement(Mode, RelativeThreshold, AbsoluteThreshold, SignedMargin).IsBetter(value, state.Best);
        seen = better ? seen with { Best = value, BadCount = 0 } : seen with { GoodCount = 0 };

        if ((better ? state.GoodCount : state.BadCount) < Patience)
        {
            return better ? seen with { GoodCount = state.GoodCount + 1 } : seen with { BadCount = state.BadCount + 1 };
        }

        return better ? Raise(seen) : Reduce(seen);
    }

    /// <summary>The factor on the schedule's value: <c>level / baseRate</c>, at most <see cref="double.MaxValue"/>.</summary>
    /// <param name="state">A state that this policy has produced.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public double ScaleOf(GreedyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Saturation.Saturated(state.Level / BaseRate);
    }

    /// <summary>Refuses a state that this policy cannot have produced, such as one of a policy with more patience.</summary>
    /// <param name="state">A state from anywhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside what this policy can reach; the message names it, its value and what
    /// is legal.</exception>
    public void Validate(GreedyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Require.Part(state.Level, Math.Min(Floor, BaseRate), Math.Max(Ceiling, BaseRate), nameof(state.Level));
        Require.Part(state.CooldownLeft, Cooldown, nameof(state.CooldownLeft));
        Require.Part(state.WarmupLeft, state.CooldownLeft > 0 ? 0 : Warmup, nameof(state.WarmupLeft));
        bool waits = state.CooldownLeft > 0 || state.WarmupLeft > 0;
        Require.Part(state.GoodCount, waits ? 0 : Patience, nameof(state.GoodCount));
        Require.Part(state.BadCount, waits || state.GoodCount > 0 ? 0 : Patience, nameof(state.BadCount));
        Require.Part(state.FloorCount, Math.Max(ResetAfter ?? 1, 1) - 1, nameof(state.FloorCount));
        Require.Part(state.Window.Length, Window, nameof(state.Window));
        Require.Absent(
            state.WindowSum == 0 || (RunningSum && state.Window.Length > 0),
            state.WindowSum,
            "0 without a running sum of metrics",
            nameof(state.WindowSum)
        );
    }

    /// <summary>All knobs by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Greedy {{ BaseRate = {BaseRate}, Mode = {Mode}, Factor = {Factor}, Patience = {Patience}, "
                + $"RelativeThreshold = {RelativeThreshold}, AbsoluteThreshold = {AbsoluteThreshold}, SignedMargin = {SignedMargin}, "
                + $"Cooldown = {Cooldown}, Warmup = {Warmup}, Floor = {Floor}, Ceiling = {Ceiling}, Epsilon = {Epsilon}, "
                + $"Window = {Window}, RunningSum = {RunningSum}, ResetAfter = {ResetAfter} }}"
        );

    private GreedyState Raise(GreedyState seen)
    {
        double raised = Math.Min(seen.Level / Factor, Ceiling);
        return seen with
        {
            Level = raised - seen.Level > Epsilon ? raised : seen.Level,
            GoodCount = 0,
            WarmupLeft = Warmup,
            FloorCount = 0,
        };
    }

    private GreedyState Reduce(GreedyState seen)
    {
        double reduced = Math.Max(seen.Level * Factor, Floor);
        double level = seen.Level - reduced > Epsilon ? reduced : seen.Level;
        int atFloor = ResetAfter is not null && level <= Floor ? seen.FloorCount + 1 : seen.FloorCount;
        return atFloor > 0 && atFloor >= ResetAfter
            ? Start with
            {
                CooldownLeft = Cooldown,
            }
            : seen with
            {
                Level = level,
                BadCount = 0,
                CooldownLeft = Cooldown,
                FloorCount = atFloor,
            };
    }

    // A metric that is not finite, or overflows the sum, does not enter the window: it would stay in it.
    private (GreedyState Seen, double Value) Smooth(GreedyState state, double metric)
    {
        if (Window == 0)
        {
            return (state, metric);
        }

        bool full = state.Window.Length == Window;
        ImmutableArray<double> window = full ? [.. state.Window.AsSpan()[1..], metric] : state.Window.Add(metric);
        double sum = RunningSum ? state.WindowSum + metric - (full ? state.Window[0] : 0) : window.Sum();
        return double.IsFinite(sum)
            ? (state with { Window = window, WindowSum = RunningSum ? sum : 0 }, sum / window.Length)
            : (state, double.NaN);
    }
}
