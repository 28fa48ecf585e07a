using System.Globalization;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>
/// Steers a metric to a target that it should neither exceed nor stay far below: above <c>target · tolerance</c> the rate goes down,
/// <c>level = max(level / factor, floor)</c>, below <c>target / tolerance</c> it goes up, <c>level = min(level · factor, ceiling)</c>. The
/// level starts at the base rate, and <c>scale = level / baseRate</c>.
/// </summary>
/// <remarks>
/// <para>Made for the KL divergence between the policies before and after an update of proximal policy optimisation, which grows with the
/// rate. Each metric counts by itself; nothing is remembered but the level. <c>Smoothed</c> steadies a noisy metric.</para>
/// <para>A metric that is NaN or negatively infinite changes nothing; one that is positively infinite is above the target. A level outside
/// floor and ceiling is not pulled inside: it just cannot go further out.</para>
/// <para>Elsewhere: KLAdaptiveLR (skrl, sbx), the "adaptive" schedule of rl_games and rsl_rl. Stable-Baselines3's target_kl ends the update
/// instead. Schulman et al., Proximal Policy Optimization Algorithms, arXiv:1707.06347, section 4, moves its penalty by the same
/// rule.</para>
/// </remarks>
/// <example><code>Schedule.Constant(1e-3).Under(Steering.Skrl with { BaseRate = 1e-3 })</code></example>
public sealed record Steering : IPolicy<SteeringState>
{
    /// <summary>
    /// What a scale of 1 stands for, above 0: the unit of <see cref="Floor"/> and <see cref="Ceiling"/>. 1, the default, makes them parts
    /// of the scale; with the optimizer's rate they are rates, as in the libraries.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public double BaseRate
    {
        get;
        init => field = Guard.Positive(value, nameof(BaseRate));
    } = 1;

    /// <summary>Where the metric should be, in its own unit, above 0; 0.008 by default, a KL divergence in nats.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public double Target
    {
        get;
        init => field = Guard.Positive(value, nameof(Target));
    } = 0.008;

    /// <summary>How far the metric may be from the target either way, as a factor (dimensionless), at least 1; 2 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or not finite.</exception>
    public double Tolerance
    {
        get;
        init => field = Guard.AtLeast(value, 1, nameof(Tolerance));
    } = 2;

    /// <summary>What a reduction divides the level by and a raise multiplies it by (dimensionless), above 1; 1.5 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 1 or not finite.</exception>
    public double Factor
    {
        get;
        init => field = value > 1 && double.IsFinite(value) ? value : throw Guard.Illegal(nameof(Factor), value, "a finite number above 1");
    } = 1.5;

    /// <summary>True: a metric of 0 or less raises nothing, since none was measured (rsl_rl). False, the default: it is far below the
    /// target.</summary>
    public bool IgnoreNonPositive { get; init; }

    /// <summary>A reduction does not go below this (in the unit of <see cref="BaseRate"/>), at least 0; 0.001 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Floor
    {
        get;
        init => field = Guard.NonNegative(value, nameof(Floor));
    } = 1e-3;

    /// <summary>A raise does not go above this (in the unit of <see cref="BaseRate"/>), above 0; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public double Ceiling
    {
        get;
        init => field = Guard.Positive(value, nameof(Ceiling));
    } = 10;

    /// <summary>
    /// skrl's <c>KLAdaptiveLR</c> with its defaults, also rl_games' "adaptive" schedule: change what differs,
    /// <c>Steering.Skrl with { BaseRate = 1e-3, Target = 0.01 }</c>. Its <c>kl_threshold</c>, <c>kl_factor</c>, <c>lr_factor</c>,
    /// <c>min_lr</c> and <c>max_lr</c> are <see cref="Target"/>, <see cref="Tolerance"/>, <see cref="Factor"/>, <see cref="Floor"/> and
    /// <see cref="Ceiling"/>.
    /// </summary>
    /// <remarks>A first rate outside its bounds is pulled inside there by the first change towards the other side, not here.</remarks>
    public static Steering Skrl { get; } = new() { Floor = 1e-6, Ceiling = 1e-2 };

    /// <summary>rsl_rl's "adaptive" schedule with its defaults (desired_kl 0.01); change what differs, <c>Steering.RslRl with { BaseRate =
    /// 1e-3 }</c>.</summary>
    public static Steering RslRl { get; } =
        new()
        {
            Target = 0.01,
            Floor = 1e-5,
            Ceiling = 1e-2,
            IgnoreNonPositive = true,
        };

    /// <summary>The state before the first metric: the base rate as it is.</summary>
    public SteeringState Start => new() { Level = BaseRate };

    /// <summary>The state after one more metric; pure.</summary>
    /// <param name="state">The state so far; <see cref="Start"/> before the first metric.</param>
    /// <param name="metric">Any value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is one that this policy cannot have produced.</exception>
    public SteeringState Next(SteeringState state, double metric)
    {
        Validate(state);
        return metric > Target * Tolerance ? state with { Level = Math.Min(state.Level, Math.Max(state.Level / Factor, Floor)) }
            : IsFarBelow(metric) ? state with { Level = Math.Max(state.Level, Math.Min(state.Level * Factor, Ceiling)) }
            : state;
    }

    /// <summary>The factor on the schedule's value: <c>level / baseRate</c>, at most <see cref="double.MaxValue"/>.</summary>
    /// <param name="state">A state that this policy has produced.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public double ScaleOf(SteeringState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Math.Min(state.Level / BaseRate, double.MaxValue);
    }

    /// <summary>Refuses a state that this policy cannot have produced: a level outside floor, ceiling and base rate.</summary>
    /// <param name="state">A state from anywhere.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside what this policy can reach; the message says what is
    /// legal.</exception>
    public void Validate(SteeringState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Require.Part(state.Level, Math.Min(Floor, BaseRate), Math.Max(Ceiling, BaseRate), nameof(state.Level));
    }

    /// <summary>All knobs by name, whatever the culture.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Steering {{ BaseRate = {BaseRate}, Target = {Target}, Tolerance = {Tolerance}, Factor = {Factor}, "
                + $"IgnoreNonPositive = {IgnoreNonPositive}, Floor = {Floor}, Ceiling = {Ceiling} }}"
        );

    private bool IsFarBelow(double metric) =>
        metric < Target / Tolerance && !double.IsInfinity(metric) && !(IgnoreNonPositive && metric <= 0);
}
