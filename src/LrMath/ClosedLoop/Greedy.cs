using System.Collections.Immutable;
using System.Globalization;

namespace LrMath.ClosedLoop;

/// <summary>
/// Two-sided: raises the scale while a metric keeps improving, <c>scale = min(scale / factor, ceiling)</c>, and reduces it when it stops,
/// <c>scale = max(scale · factor, floor)</c>; if that has not helped, it begins anew.
/// </summary>
/// <remarks>
/// <para>Per metric (the mean of the last <see cref="Window"/> ones): in a cooldown or a warm-up nothing is compared, and both counts are 0. Else
/// better (see <see cref="Plateau"/>): <c>best = metric, good + 1, bad = 0</c>; worse: <c>bad + 1, good = 0</c>. If <c>good &gt; patience</c>: raise, and the
/// warm-up starts; if <c>bad &gt; patience</c>: reduce, and the cooldown starts. A reduction asked for at the floor counts; the one that makes them
/// <see cref="ResetAfter"/> puts everything back to the start.</para>
/// <para>A metric that is NaN or infinite counts as a bad one and enters neither the window nor the best. A scale outside floor and ceiling is not
/// pulled inside: it just cannot go further out.</para>
/// <para>Elsewhere: GreedyLR (Transformers), whose numbers <see cref="Transformers"/> gives.</para>
/// </remarks>
public sealed record Greedy : IPolicy<GreedyState>
{
    /// <summary>Which way the metric is better.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the named ones.</exception>
    public Mode Mode { get; init => field = Require.Defined(value); }

    /// <summary>A reduction multiplies the scale by it, a raise divides (dimensionless), above 0 and below 1; 0.95 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside (0, 1).</exception>
    public double Factor
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw Require.Refused(value, "a number above 0 and below 1", nameof(Factor));
    } = 0.95;

    /// <summary>How many good, or bad, metrics in a row change nothing: the next one does. At least 0; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience { get; init => field = Require.AtLeast(0, value); } = 10;

    /// <summary>How much better a metric must be, as a share of the best one, from 0 to 1; 0 by default. Adds to <see cref="AbsoluteThreshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1].</exception>
    public double RelativeThreshold { get; init => field = Require.Fraction(value); }

    /// <summary>How much better a metric must be, in its own unit, at least 0; 1e-6 by default. Adds to <see cref="RelativeThreshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double AbsoluteThreshold { get; init => field = Require.NonNegative(value); } = 1e-6;

    /// <summary>Whether the relative margin keeps the sign of the best metric, the frameworks' trap: see <see cref="Plateau.SignedMargin"/>. False by default.</summary>
    public bool SignedMargin { get; init; }

    /// <summary>For how many metrics after a reduction nothing is compared, at least 0; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Cooldown { get; init => field = Require.AtLeast(0, value); }

    /// <summary>For how many metrics after a raise nothing is compared, at least 0; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Warmup { get; init => field = Require.AtLeast(0, value); }

    /// <summary>A reduction does not go below this scale (dimensionless), at least 0; 0.01 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Floor { get; init => field = Require.NonNegative(value); } = 0.01;

    /// <summary>A raise does not go above this scale (dimensionless), above 0; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public double Ceiling { get; init => field = Require.Positive(value); } = 10;

    /// <summary>A change by no more than this (of the scale, dimensionless) is not made, at least 0; 0 by default. Cooldown and warm-up start all the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Epsilon { get; init => field = Require.NonNegative(value); }

    /// <summary>The mean of how many last metrics is compared, at least 1; 1, no smoothing, by default. It goes on in a cooldown and a warm-up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Window { get; init => field = Require.AtLeast(1, value); } = 1;

    /// <summary>After how many reductions asked for at the floor everything begins anew, at least 0 (0 and 1 are the same); null, never, by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? ResetAfter { get; init => field = value is { } count ? Require.AtLeast(0, count) : null; }

    /// <summary>The state before the first metric: scale 1, nothing seen.</summary>
    public GreedyState Start => new() { Scale = 1 };

    /// <summary>
    /// Transformers' <c>GreedyLR</c> with its defaults; change a knob with <c>Greedy.Transformers(1e-3) with { Patience = 5 }</c>. Its threshold
    /// mode <c>rel</c> is <c>RelativeThreshold = threshold, AbsoluteThreshold = 0</c>; <c>smooth</c> with a <c>window_size</c> is <see cref="Window"/>
    /// (off is 1); <c>reset_start</c> is <see cref="ResetAfter"/>.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate, of which floor, ceiling and epsilon are parts, above 0.</param>
    /// <param name="minRate">Its <c>min_lr</c>, in the unit of the rate, at least 0. Its own default stands above many a base rate, which then never falls.</param>
    /// <param name="maxRate">Its <c>max_lr</c>, in the unit of the rate, above 0.</param>
    /// <param name="epsilon">Its <c>eps</c>, in the unit of the rate, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Greedy Transformers(double baseRate = 1, double minRate = 1e-3, double maxRate = 1, double epsilon = 1e-8)
    {
        Require.Positive(baseRate, nameof(baseRate));
        return new()
        {
            SignedMargin = true,
            Floor = Require.NonNegative(minRate, nameof(minRate)) / baseRate,
            Ceiling = Require.Positive(maxRate, nameof(maxRate)) / baseRate,
            Epsilon = Require.NonNegative(epsilon, nameof(epsilon)) / baseRate,
            ResetAfter = 500,
        };
    }

    /// <summary>The state after one more metric; pure. A call costs O(<see cref="Window"/>).</summary>
    /// <param name="state">The state so far; <see cref="Start"/> before the first metric.</param>
    /// <param name="metric">Any value. NaN and both infinities count as bad.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is one that this policy cannot have produced.</exception>
    public GreedyState Next(GreedyState state, double metric)
    {
        Validate(state);
        GreedyState seen = state with { Window = Slide(state.Window, metric) };
        if (state.CooldownLeft > 0)
            return seen with { CooldownLeft = state.CooldownLeft - 1 };
        if (state.WarmupLeft > 0)
            return seen with { WarmupLeft = state.WarmupLeft - 1 };

        double value = Window == 1 || !double.IsFinite(metric) ? metric : Mean(seen.Window);
        bool better = new Improvement(Mode, RelativeThreshold, AbsoluteThreshold, SignedMargin).IsBetter(value, state.Best);
        seen = better ? seen with { Best = value, BadCount = 0 } : seen with { GoodCount = 0 };

        if ((better ? state.GoodCount : state.BadCount) < Patience)
            return better ? seen with { GoodCount = state.GoodCount + 1 } : seen with { BadCount = state.BadCount + 1 };
        return better ? Raise(seen) : Reduce(seen);
    }

    /// <summary>Refuses a state that this policy cannot have produced, such as one of a policy with more patience.</summary>
    /// <param name="state">A state from anywhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside what this policy can reach; the message names it, its value and what is legal.</exception>
    public void Validate(GreedyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (double lowest, double highest) = (Math.Min(Floor, 1), Math.Max(Ceiling, 1));
        Require.Part(
            state.Scale >= lowest && state.Scale <= highest, state.Scale, string.Create(CultureInfo.InvariantCulture, $"{lowest} to {highest}"), nameof(state.Scale));
        Within(state.CooldownLeft, Cooldown, nameof(state.CooldownLeft));
        Within(state.WarmupLeft, state.CooldownLeft > 0 ? 0 : Warmup, nameof(state.WarmupLeft));
        bool waiting = state.CooldownLeft > 0 || state.WarmupLeft > 0;
        Within(state.GoodCount, waiting ? 0 : Patience, nameof(state.GoodCount));
        Within(state.BadCount, waiting || state.GoodCount > 0 ? 0 : Patience, nameof(state.BadCount));
        Within(state.FloorCount, Math.Max(ResetAfter ?? 1, 1) - 1, nameof(state.FloorCount));
        Require.Part(
            state.Window.Length <= (Window == 1 ? 0 : Window), state.Window.Length,
            Window == 1 ? "none, as the policy does not smooth" : string.Create(CultureInfo.InvariantCulture, $"0 to {Window} metrics"), nameof(state.Window));

        static void Within(int value, int most, string name) =>
            Require.Part(value <= most, value, string.Create(CultureInfo.InvariantCulture, $"0 to {most}"), name);
    }

    /// <summary>All knobs by name, whatever the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Greedy {{ Mode = {Mode}, Factor = {Factor}, Patience = {Patience}, "
        + $"RelativeThreshold = {RelativeThreshold}, AbsoluteThreshold = {AbsoluteThreshold}, SignedMargin = {SignedMargin}, "
        + $"Cooldown = {Cooldown}, Warmup = {Warmup}, Floor = {Floor}, Ceiling = {Ceiling}, Epsilon = {Epsilon}, "
        + $"Window = {Window}, ResetAfter = {ResetAfter} }}");

    private GreedyState Raise(GreedyState seen)
    {
        double raised = Math.Min(seen.Scale / Factor, Ceiling);
        return seen with
        {
            Scale = raised - seen.Scale > Epsilon ? raised : seen.Scale,
            GoodCount = 0,
            WarmupLeft = Warmup,
            FloorCount = 0,
        };
    }

    private GreedyState Reduce(GreedyState seen)
    {
        double reduced = Math.Max(seen.Scale * Factor, Floor);
        double scale = seen.Scale - reduced > Epsilon ? reduced : seen.Scale;

        // The floor is often a quotient of rates, rounded: a scale that stands on it may lie a bit above.
        int atFloor = ResetAfter is not null && scale <= Floor * (1 + 1e-12) ? seen.FloorCount + 1 : seen.FloorCount;
        return atFloor > 0 && atFloor >= ResetAfter
            ? Start with { CooldownLeft = Cooldown }
            : seen with { Scale = scale, BadCount = 0, CooldownLeft = Cooldown, FloorCount = atFloor };
    }

    private ImmutableArray<double> Slide(ImmutableArray<double> window, double metric) =>
        Window == 1 || !double.IsFinite(metric) ? window
        : window.Length < Window ? window.Add(metric)
        : [.. window.AsSpan()[1..], metric];

    // Added up anew each time: a running sum would keep the rounding of every metric that has left.
    private static double Mean(ImmutableArray<double> window)
    {
        double sum = 0;
        foreach (double metric in window)
            sum += metric;
        return sum / window.Length;
    }
}
