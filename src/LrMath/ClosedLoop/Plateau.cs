using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// Reduces the rate when a metric has stopped improving: after a run of bad metrics <c>level = max(level · factor, floor)</c>, then a
/// cooldown. The level starts at the base rate, and <c>scale = level / baseRate</c>.
/// </summary>
/// <remarks>
/// <para>Per (averaged) metric, with <c>margin = relative · |best| + absolute</c>:
/// <c>better = metric &lt; best - margin</c>; <c>best = metric</c> and <c>bad = 0</c> if better, else <c>bad + 1</c>; nothing is counted in
/// a cooldown (<see cref="CompareWith"/> may let the best follow every metric, or every better one); if <c>bad &gt; patience</c>, the level
/// is reduced, <c>bad = 0</c> and the cooldown starts (even if floor or epsilon kept the level).</para>
/// <para>The first finite metric is an improvement. A metric that is NaN or infinite, of either sign, counts as a bad one and is never
/// remembered.</para>
/// <para>The knobs are those of all libraries together; <see cref="PyTorch"/>, <see cref="Keras"/>, <see cref="Optax"/>,
/// <see cref="Paddle"/>, <see cref="ScikitLearn"/> and <see cref="NewBob"/> set
/// them to reproduce a framework's numbers, quirks included. The defaults are PyTorch's with a sound relative threshold and no
/// epsilon.</para>
/// <para>Elsewhere: ReduceLROnPlateau (PyTorch, Keras, TorchSharp, fairseq), reduce_on_plateau (optax), ReduceOnPlateau (Paddle),
/// ReduceOnPlateauLR (mmengine), PlateauLRScheduler (timm).</para>
/// </remarks>
public sealed partial record Plateau : IPolicy<PlateauState>
{
    /// <summary>
    /// What a scale of 1 stands for, above 0: the unit of <see cref="Floor"/> and <see cref="Epsilon"/>. 1, the default, makes them parts
    /// of the scale; with the optimizer's rate they are rates, as in the frameworks, and the comparisons with them have the frameworks'
    /// bits.
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

    /// <summary>What a reduction multiplies the level by (dimensionless), from 0 to below 1; 0.1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1).</exception>
    public double Factor
    {
        get;
        init => field = Guard.FractionBelowOne(value, nameof(Factor));
    } = 0.1;

    /// <summary>How many bad metrics in a row are tolerated (see <see cref="PatienceRule"/>), at least 0; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Patience
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Patience));
    } = 10;

    /// <summary>How the bad metrics are held against the patience; <see cref="PatienceRule.Exceeds"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the named ones.</exception>
    public PatienceRule PatienceRule
    {
        get;
        init => field = Guard.Defined(value, nameof(PatienceRule));
    }

    /// <summary>How much better a metric must be, as a share of the best one, from 0 to 1; 1e-4 by default. Adds to
    /// <see cref="AbsoluteThreshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside [0, 1].</exception>
    public double RelativeThreshold
    {
        get;
        init => field = Guard.Fraction(value, nameof(RelativeThreshold));
    } = 1e-4;

    /// <summary>How much better a metric must be, in its own unit, at least 0; 0 by default. Adds to
    /// <see cref="RelativeThreshold"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double AbsoluteThreshold
    {
        get;
        init => field = Guard.NonNegative(value, nameof(AbsoluteThreshold));
    }

    /// <summary>
    /// True: the relative margin is <c>threshold · best</c>, sign and all, as in every framework. With a negative best the margin is then
    /// negative: a metric that stays at -1, or slowly gets worse, counts as improving for ever. False, the default: <c>threshold ·
    /// |best|</c>.
    /// </summary>
    /// <remarks>True also starts from an infinite best, so that a relative threshold of 1 never sees an improvement in
    /// <see cref="Mode.Min"/> (0 · ∞).</remarks>
    public bool SignedMargin { get; init; }

    /// <summary>Which earlier metric a new one must beat by the margin; <see cref="Baseline.LastImprovement"/> by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the named ones.</exception>
    public Baseline CompareWith
    {
        get;
        init => field = Guard.Defined(value, nameof(CompareWith));
    }

    /// <summary>True: a metric that meets the margin exactly is better (scikit-learn, newbob). False, the default: it is not.</summary>
    public bool InclusiveMargin { get; init; }

    /// <summary>
    /// True: a reduction divides the level by <c>1 / factor</c>, rounded to a double, as in scikit-learn's eta / 5; with a factor of 0.2
    /// the last digit may differ. False, the default: it multiplies by the factor.
    /// </summary>
    public bool ByDivision { get; init; }

    /// <summary>For how many metrics after a reduction nothing is counted, at least 0; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Cooldown
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Cooldown));
    }

    /// <summary>True: the metric that ends a cooldown counts already, so that a cooldown of 1 is none (Keras). False, the default: it does
    /// not.</summary>
    public bool LastOfCooldownCounts { get; init; }

    /// <summary>True, the default: an improvement during a cooldown is remembered (PyTorch, Keras, optax). False: it is not looked at
    /// (Paddle).</summary>
    public bool BestInCooldown { get; init; } = true;

    /// <summary>
    /// A reduction does not go below this (in the unit of <see cref="BaseRate"/>), at least 0; 0 by default. A floor above the present
    /// level means that nothing is reduced; the level is never raised to it. It is a floor of the level, so under a falling schedule the
    /// rate goes lower; for a floor of the rate itself see <see cref="FeedbackLoop{TState}"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Floor
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Floor));
    }

    /// <summary>A reduction by no more than this (in the unit of <see cref="BaseRate"/>) is not made, at least 0; 0 by default. The
    /// cooldown starts all the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Epsilon
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Epsilon));
    }

    /// <summary>How many metrics are averaged into one that counts, at least 1; 1 by default. A block with a metric that is not finite is a
    /// bad one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int AverageOver
    {
        get;
        init => field = Guard.Positive(value, nameof(AverageOver));
    } = 1;

    /// <summary>The state before the first metric: the base rate as it is, nothing seen.</summary>
    public PlateauState Start => new() { Level = BaseRate };

    /// <summary>The most bad metrics in a row that a state can hold: one more, and it would have been a reduction.</summary>
    private int MostBad =>
        PatienceRule switch
        {
            PatienceRule.Exceeds => Patience,
            PatienceRule.Meets when Patience == 0 => int.MaxValue,
            _ => Math.Max(Patience, 1) - 1,
        };

    /// <summary>The state after one more metric; pure.</summary>
    /// <param name="state">The state so far; <see cref="Start"/> before the first metric.</param>
    /// <param name="metric">Any value. NaN and both infinities count as bad.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is one that this policy cannot have produced.</exception>
    public PlateauState Next(PlateauState state, double metric)
    {
        Validate(state);
        double? mean = Average(state, metric);
        if (state.PendingCount + 1 < AverageOver)
        {
            return state with { PendingMean = mean, PendingCount = state.PendingCount + 1 };
        }

        bool cooling = state.CooldownLeft > (LastOfCooldownCounts ? 1 : 0);
        bool better =
            mean is { } value
            && (BestInCooldown || !cooling)
            && new Improvement(Mode, RelativeThreshold, AbsoluteThreshold, SignedMargin, InclusiveMargin).IsBetter(value, state.Best);
        int bad = better || cooling ? 0 : Math.Min(state.BadCount, int.MaxValue - 1) + 1;
        bool reduce = !cooling && IsTooMany(bad);
        double reduced = Math.Max(ByDivision ? state.Level / (1 / Factor) : state.Level * Factor, Floor);

        return new PlateauState
        {
            Level = reduce && state.Level - reduced > Epsilon ? reduced : state.Level,
            Best = BestInCooldown || !cooling ? BaselineAfter(mean, better, state.Best) : state.Best,
            BadCount = reduce ? 0 : bad,
            CooldownLeft = reduce ? Cooldown : Math.Max(state.CooldownLeft - 1, 0),
        };
    }

    /// <summary>The factor on the schedule's value: <c>level / baseRate</c>.</summary>
    /// <param name="state">A state that this policy has produced.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public double ScaleOf(PlateauState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Level / BaseRate;
    }

    /// <summary>Refuses a state that this policy cannot have produced, such as one of a policy with more patience.</summary>
    /// <param name="state">A state from anywhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside what this policy can reach; the message names it, its value and what
    /// is legal.</exception>
    public void Validate(PlateauState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Require.Part(state.Level, Math.Min(Floor, BaseRate), BaseRate, nameof(state.Level));
        Require.Part(state.CooldownLeft, Cooldown, nameof(state.CooldownLeft));
        Require.Part(state.BadCount, state.CooldownLeft > 0 ? 0 : MostBad, nameof(state.BadCount));
        Require.Part(state.PendingCount, AverageOver - 1, nameof(state.PendingCount));
        Require.Absent(
            state.PendingCount > 0 || state.PendingMean is null,
            state.PendingMean,
            "null while PendingCount is 0",
            nameof(state.PendingMean)
        );
    }

    /// <summary>All knobs by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Plateau {{ BaseRate = {BaseRate}, Mode = {Mode}, Factor = {Factor}, Patience = {Patience}, PatienceRule = {PatienceRule}, "
                + $"RelativeThreshold = {RelativeThreshold}, AbsoluteThreshold = {AbsoluteThreshold}, SignedMargin = {SignedMargin}, "
                + $"CompareWith = {CompareWith}, InclusiveMargin = {InclusiveMargin}, ByDivision = {ByDivision}, "
                + $"Cooldown = {Cooldown}, LastOfCooldownCounts = {LastOfCooldownCounts}, BestInCooldown = {BestInCooldown}, "
                + $"Floor = {Floor}, Epsilon = {Epsilon}, AverageOver = {AverageOver} }}"
        );

    private double? BaselineAfter(double? mean, bool better, double? before) =>
        mean is null ? before
        : CompareWith switch
        {
            Baseline.LastImprovement => better,
            Baseline.Best => new Improvement(Mode, 0, 0, SignedMargin).IsBetter(mean.Value, before),
            _ => true,
        }
            ? mean
        : before;

    private bool IsTooMany(int bad) =>
        PatienceRule switch
        {
            PatienceRule.Exceeds => bad > Patience,
            PatienceRule.Reaches => bad >= Math.Max(Patience, 1),
            _ => bad == Patience,
        };

    // The running mean, weighed as optax does; what is not finite, or overflows, spoils this block only.
    private static double? Average(PlateauState state, double metric)
    {
        if (state.PendingCount > 0 && state.PendingMean is null)
        {
            return null;
        }

        double mean = ((state.PendingMean ?? 0) * state.PendingCount + metric) / (state.PendingCount + 1);
        return double.IsFinite(mean) ? mean : null;
    }
}
