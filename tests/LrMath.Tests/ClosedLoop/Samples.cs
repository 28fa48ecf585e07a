using FsCheck;
using FsCheck.Fluent;
using LrMath.ClosedLoop;

namespace LrMath.Tests.ClosedLoop;

/// <summary>Policies and metrics as they come: every knob, ties, plateaus, broken values.</summary>
internal static class Samples
{
    public static Gen<double> Metric { get; } =
        Gen.Frequency(
            (6, Gen.Choose(-20, 20).Select(n => n / 10.0)),
            (2, Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 3e5)),
            (
                1,
                Gen.Elements(
                    double.NaN,
                    double.PositiveInfinity,
                    double.NegativeInfinity,
                    double.MaxValue,
                    -double.MaxValue,
                    double.Epsilon,
                    0
                )
            )
        );

    public static Gen<double[]> Metrics { get; } = Gen.ArrayOf(Metric);

    public static Gen<double[]> FiniteMetrics { get; } = Gen.ArrayOf(Gen.Choose(-200, 200).Select(n => n / 16.0));

    public static Gen<Plateau> Plateaus { get; } =
        from preset in Gen.Elements(new Plateau(), Plateau.PyTorch, Plateau.Keras, Plateau.Optax, Plateau.Paddle)
        from mode in Gen.Elements(Mode.Min, Mode.Max)
        from factor in Gen.Elements(0, 0.1, 0.5, 0.95)
        from patience in Gen.Choose(0, 3)
        from cooldown in Gen.Choose(0, 3)
        from over in Gen.Elements(1, 1, 2, 3)
        from relative in Gen.Elements(0, 1e-4, 0.1, 1)
        from absolute in Gen.Elements(0, 0.05)
        from baseRate in Gen.Elements(1, 0.3)
        from floor in Gen.Elements(0, 0.01, 0.2, 2)
        from epsilon in Gen.Elements(0, 1e-8, 0.1)
        from compareWith in Gen.Elements(Baseline.LastImprovement, Baseline.LastImprovement, Baseline.Best, Baseline.Previous)
        from inclusive in Gen.Elements(false, true)
        from byDivision in Gen.Elements(false, true)
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

    public static Gen<Greedy> Greedies { get; } =
        from preset in Gen.Elements(new Greedy(), Greedy.Transformers)
        from mode in Gen.Elements(Mode.Min, Mode.Max)
        from factor in Gen.Elements(0.1, 0.5, 0.95)
        from patience in Gen.Choose(0, 3)
        from cooldown in Gen.Choose(0, 2)
        from warmup in Gen.Choose(0, 2)
        from window in Gen.Choose(0, 4)
        from relative in Gen.Elements(0, 0.1)
        from floor in Gen.Elements(0, 0.2, 0.5)
        from ceiling in Gen.Elements(0.5, 1, 8)
        from reset in Gen.Elements<int?>(null, 0, 2)
        select preset with
        {
            Mode = mode,
            Factor = factor,
            Patience = patience,
            Cooldown = cooldown,
            Warmup = warmup,
            Window = window,
            RelativeThreshold = relative,
            Floor = floor,
            Ceiling = ceiling,
            ResetAfter = reset,
        };

    public static Gen<Steering> Steerings { get; } =
        from preset in Gen.Elements(new Steering(), Steering.Skrl, Steering.RslRl)
        from baseRate in Gen.Elements(1, 0.3, 1e-3)
        from target in Gen.Elements(0.008, 0.5)
        from tolerance in Gen.Elements(1, 1.5, 2)
        from factor in Gen.Elements(1.1, 1.5, 10)
        from floor in Gen.Elements(0, 0.01, 0.5)
        from ceiling in Gen.Elements(0.1, 1, 8, double.MaxValue)
        select preset with
        {
            BaseRate = baseRate,
            Target = target,
            Tolerance = tolerance,
            Factor = factor,
            Floor = floor,
            Ceiling = ceiling,
        };

    /// <summary>The same cases every time; a failure prints the seed of its case.</summary>
    public static void Hold<T>(Gen<T> cases, Func<T, bool> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true).WithReplay(20_261_122, 9_500_031),
            Prop.ForAll(Arb.From(cases), law)
        );
}
