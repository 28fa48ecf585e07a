using LrMath.ClosedLoop;
using LrMath.Tests.Generation;

namespace LrMath.Tests.ClosedLoop;

/// <summary>Policies and metrics as they come: every knob, by itself or with the preset of its library, ties, plateaus, broken
/// values.</summary>
internal static class Samples
{
    public static Drawn<double> Metric { get; } =
        Draw.Frequency(
            (6, Draw.Whole(-20, 20).Select(n => n / 10.0)),
            (2, Draw.Whole(-1_000_000, 1_000_000).Select(n => n / 3e5)),
            (
                1,
                Draw.OneOf(
                    0,
                    double.Epsilon,
                    double.MaxValue,
                    -double.MaxValue,
                    double.NaN,
                    double.PositiveInfinity,
                    double.NegativeInfinity
                )
            )
        );

    public static Drawn<double[]> Metrics { get; } = Draw.List(Metric, 0, 100);

    /// <summary>A policy and what it observes.</summary>
    public static Drawn<(T Policy, double[] Metrics)> Runs<T>(Drawn<T> policies) =>
        from policy in policies
        from metrics in Metrics
        select (policy, metrics);

    public static Drawn<double[]> FiniteMetrics { get; } = Draw.List(Draw.Whole(-200, 200).Select(n => n / 16.0), 0, 100);

    public static Drawn<Plateau> Plateaus { get; } =
        from preset in Draw.OneOf(new Plateau(), Plateau.PyTorch, Plateau.Keras, Plateau.Optax, Plateau.Paddle)
        from mode in Draw.OneOf(Mode.Min, Mode.Max)
        from factor in Draw.OneOf(0, 0.1, 0.5, 0.95)
        from patience in Draw.Whole(0, 3)
        from cooldown in Draw.Whole(0, 3)
        from over in Draw.OneOf(1, 1, 2, 3)
        from relative in Draw.OneOf(0, 1e-4, 0.1, 1)
        from absolute in Draw.OneOf(0, 0.05)
        from baseRate in Draw.OneOf(1, 0.3)
        from floor in Draw.OneOf(0, 0.01, 0.2, 2)
        from epsilon in Draw.OneOf(0, 1e-8, 0.1)
        from compareWith in Draw.OneOf(Baseline.LastImprovement, Baseline.LastImprovement, Baseline.Best, Baseline.Previous)
        from inclusive in Draw.OneOf(false, true)
        from byDivision in Draw.OneOf(false, true)
        select preset with
        {
            CompareWith = compareWith,
            InclusiveMargin = inclusive,
            ByDivision = byDivision,
            Mode = mode,
            Factor = factor,
            Patience = patience,
            Cooldown = cooldown,
            AverageOver = over,
            RelativeThreshold = relative,
            AbsoluteThreshold = absolute,
            BaseRate = baseRate,
            Floor = floor,
            Epsilon = epsilon,
        };

    public static Drawn<Greedy> Greedies { get; } =
        from preset in Draw.OneOf(new Greedy(), Greedy.Transformers)
        from mode in Draw.OneOf(Mode.Min, Mode.Max)
        from factor in Draw.OneOf(0.1, 0.5, 0.95)
        from patience in Draw.Whole(0, 3)
        from cooldown in Draw.Whole(0, 2)
        from warmup in Draw.Whole(0, 2)
        from window in Draw.Whole(0, 4)
        from relative in Draw.OneOf(0, 0.1)
        from absolute in Draw.OneOf(0, 1e-6, 0.05)
        from baseRate in Draw.OneOf(1, 0.3)
        from floor in Draw.OneOf(0, 0.2, 0.5)
        from ceiling in Draw.OneOf(0.5, 1, 8)
        from epsilon in Draw.OneOf(0, 1e-8, 0.1)
        from reset in Draw.OneOf<int?>(null, 0, 2)
        select preset with
        {
            Mode = mode,
            Factor = factor,
            Patience = patience,
            Cooldown = cooldown,
            Warmup = warmup,
            Window = window,
            RelativeThreshold = relative,
            AbsoluteThreshold = absolute,
            BaseRate = baseRate,
            Floor = floor,
            Ceiling = ceiling,
            Epsilon = epsilon,
            ResetAfter = reset,
        };

    public static Drawn<Steering> Steerings { get; } =
        from preset in Draw.OneOf(new Steering(), Steering.Skrl, Steering.RslRl)
        from baseRate in Draw.OneOf(1, 0.3, 1e-3)
        from target in Draw.OneOf(0.008, 0.5)
        from tolerance in Draw.OneOf(1, 1.5, 2)
        from factor in Draw.OneOf(1.1, 1.5, 10)
        from floor in Draw.OneOf(0, 0.01, 0.5)
        from ceiling in Draw.OneOf(0.1, 1, 8, double.MaxValue)
        select preset with
        {
            BaseRate = baseRate,
            Target = target,
            Tolerance = tolerance,
            Factor = factor,
            Floor = floor,
            Ceiling = ceiling,
        };

    /// <summary>All kinds of policies by their names, those that wrap one around each of the others.</summary>
    public static IReadOnlyDictionary<string, Drawn<IPolicy<object>>> Kinds { get; } =
        new Dictionary<string, Drawn<IPolicy<object>>>(StringComparer.Ordinal)
        {
            [nameof(Plateau)] = Plateaus.Select(IPolicy<object> (policy) => Untyped(policy)),
            [nameof(Greedy)] = Greedies.Select(IPolicy<object> (policy) => Untyped(policy)),
            [nameof(Steering)] = Steerings.Select(IPolicy<object> (policy) => Untyped(policy)),
            [nameof(Smoothed<>)] =
                from decay in Draw.OneOf(0, 0.5, 0.9)
                from policy in Draw.Any(
                    Plateaus.Select(IPolicy<object> (inner) => Untyped(inner.Smoothed(decay))),
                    Greedies.Select(IPolicy<object> (inner) => Untyped(inner.Smoothed(decay))),
                    Steerings.Select(IPolicy<object> (inner) => Untyped(inner.IgnoreFirst(2).Smoothed(decay)))
                )
                select policy,
            [nameof(IgnoringFirst<>)] =
                from count in Draw.Whole(0, 8)
                from policy in Draw.Any(
                    Plateaus.Select(IPolicy<object> (inner) => Untyped(inner.IgnoreFirst(count))),
                    Greedies.Select(IPolicy<object> (inner) => Untyped(inner.Smoothed(0.5).IgnoreFirst(count))),
                    Steerings.Select(IPolicy<object> (inner) => Untyped(inner.IgnoreFirst(count)))
                )
                select policy,
        };

    private static Untyped<TState> Untyped<TState>(IPolicy<TState> policy)
        where TState : class => new(policy);
}
