namespace LrMath.Tests.Golden;

/// <summary>MMCV 1.x, in LrMath's words: a schedule of epochs or iterations, times a warm-up; a momentum is divided by that.</summary>
internal sealed class MMCVRecords : RecordMap
{
    public MMCVRecords()
        : base("mmcv")
    {
        string[] alone =
        [
            "Fixed",
            "Step",
            "Exp",
            "Poly",
            "Inv",
            "CosineAnnealing",
            "FlatCosineAnnealing",
            "CosineRestart",
            "LinearAnnealing",
        ];
        foreach (string name in alone)
        {
            Rate($"{name}LrUpdaterHook", (a, rate) => Regular(name, a, rate, "lr").Chain(Warmup(a)));
        }

        foreach (string name in new[] { "Step", "CosineAnnealing", "LinearAnnealing" })
        {
            Rate($"{name}MomentumUpdaterHook", (a, momentum) => Regular(name, a, momentum, "momentum").Chain(InverseWarmup(a)));
        }

        Record(
            "CyclicLrUpdaterHook",
            r =>
            {
                (int run, int last) = (Iterations(r.Args), r.Steps.Max());
                Answer rate = Cyclic(r.Args, run, last).Scale(r.BaseRate).Chain(Warmup(r.Args));
                return Momentum(r.Args) is { } momentum ? rate.With("momentum", Cyclic(momentum, run, last).Scale(0.9)) : rate;
            }
        );
        Rate(
            "OneCycleLrUpdaterHook",
            a =>
            {
                (int run, double peak) = (Iterations(a), a.Number("max_lr"));
                double start = peak / a.Number("div_factor");
                double end = start / a.Number("final_div_factor");
                Answer rate = OneCycle(a, a.IntOrNull("total_steps") ?? run, start, peak, end).Chain(Warmup(a));
                if (Momentum(a) is not { } own)
                {
                    return rate;
                }

                (double high, double low) = (own.Number("max_momentum"), own.Number("base_momentum"));
                return rate.With("momentum", OneCycle(own, run, high, low, high));
            }
        );
    }

    private static int Iterations(Arguments a) => a.Int("epoch_len") * a.Int("max_epochs");

    private static Arguments? Momentum(Arguments a)
    {
        if (!a.Has("momentum") || a.Raw("momentum").ValueKind == System.Text.Json.JsonValueKind.Null)
        {
            return null;
        }

        Arguments momentum = a.Nested("momentum");
        momentum.Ignore("by_epoch");
        return momentum;
    }

    // What it counts, epochs or iterations, and how many of them there are.
    private static Func<int, double> Regular(string name, Arguments a, double rate, string of)
    {
        bool byEpoch = a.Flag("by_epoch");
        int total = byEpoch ? a.Int("max_epochs") : Iterations(a);
        Func<int, double> regular = Counted(name, a, rate, total, of);
        a.Ignore("max_epochs");
        return byEpoch ? regular.PerEpoch(a.Int("epoch_len")) : regular;
    }

    private static Func<int, double> Counted(string name, Arguments a, double rate, int total, string of) =>
        name switch
        {
            "Fixed" => Schedule.Constant(rate),
            "Step" => Steps(a, rate) is var steps && Floor(a, rate, of) is { } floor ? steps.Max(floor) : steps,
            "Exp" => Schedule.ExponentialDecay(rate, a.Number("gamma")),
            "Poly" => Common.Polynomial(rate, Floor(a, rate, of) ?? 0, total, a.Number("power")),
            "Inv" => a.Number("power") is var power && a.Number("gamma") is > 0 and { } gamma
                ? Schedule.PowerLaw(rate, 1 / gamma, power)
                : Schedule.Constant(rate),
            "CosineAnnealing" => Schedule.Cosine(rate, Floor(a, rate, of)!.Value, total),
            "LinearAnnealing" => Schedule.Linear(rate, Floor(a, rate, of)!.Value, total),
            "FlatCosineAnnealing" => Flat(a, rate, Floor(a, rate, of)!.Value, total),
            _ => Restarts(a, rate, Floor(a, rate, of)!.Value),
        };

    // A value, or a share of the regular one.
    private static double? Floor(Arguments a, double rate, string of)
    {
        double? value = a.NumberOrNull($"min_{of}");
        return a.Has($"min_{of}_ratio") && a.NumberOrNull($"min_{of}_ratio") is { } share ? rate * share : value;
    }

    private static Func<int, double> Steps(Arguments a, double rate) =>
        a.Raw("step").ValueKind == System.Text.Json.JsonValueKind.Array
            ? Common.MultiStep(rate, a.Number("gamma"), a.Ints("step"))
            : Schedule.Step(rate, a.Number("gamma"), a.Int("step"));

    private static Func<int, double> Flat(Arguments a, double rate, double floor, int total)
    {
        int flat = (int)Math.Round(total * a.Number("start_percent"), MidpointRounding.ToEven);
        return Schedule.Constant(rate).Then(Schedule.Cosine(rate, floor, Math.Max(total - flat, 0)), at: flat);
    }

    private static Func<int, double> Restarts(Arguments a, double rate, double floor) =>
        Schedule.Concat([
            .. a.Ints("periods")
                .Zip(
                    a.Numbers("restart_weights"),
                    (steps, weight) => (Schedule.Cosine(floor + (weight * (rate - floor)), floor, steps), steps)
                ),
        ]);

    private static Func<int, double> Warmup(Arguments a) => Warmup(a, start => start, Shapes.Linear);

    // The inverse of a line from a share to 1: evenly spaced inverses from the share's own.
    private static Func<int, double> InverseWarmup(Arguments a) => Warmup(a, start => 1 / start, Shapes.Harmonic);

    private static Func<int, double> Warmup(Arguments a, Func<double, double> start, Shape line)
    {
        int steps = a.Int("warmup_iters") * (a.Has("warmup_by_epoch") && a.Flag("warmup_by_epoch") ? a.Int("epoch_len") : 1);
        (double ratio, string? kind) = (a.Number("warmup_ratio"), a.TextOrNull("warmup"));
        a.Ignore("by_epoch", "epoch_len", "max_epochs");
        return kind is null
            ? Schedule.Constant(1)
            : Schedule.Ramp(
                start(ratio),
                1,
                steps,
                a.Choice("warmup", ("constant", Shapes.Hold), ("linear", line), ("exp", Shapes.Exponential))
            );
    }

    private static Shape Anneal(Arguments a) => a.Choice("anneal_strategy", ("cos", Shapes.Cosine), ("linear", Shapes.Linear));

    // Factors: 1 to the high one and down to the low one, which is not scaled from cycle to cycle unless there is no way up.
    private static Func<int, double> Cyclic(Arguments a, int run, int last)
    {
        double[] target = a.Numbers("target_ratio");
        (int size, double shrink, Shape anneal) = (run / a.Int("cyclic_times"), a.Number("gamma"), Anneal(a));
        int up = (int)(a.Number("step_ratio_up") * size);
        return Schedule.Concat([
            .. Enumerable
                .Range(0, (last / size) + 1)
                .Select(cycle =>
                {
                    double scale = Math.Pow(shrink, cycle);
                    double high = up > 0 ? Scaled(target[0], scale) : target[0];
                    double low = up > 0 ? target[1] : Scaled(target[1], scale);
                    return (Schedule.Path([(0, 1), (up, high), (size, low)], anneal), size);
                }),
        ]);

        static double Scaled(double factor, double scale) => 1 - scale + (scale * factor);
    }

    // Phases that would begin at or after the last step are not reached; a peak before step 0 has been passed.
    private static Func<int, double> OneCycle(Arguments a, int steps, double start, double peak, double end)
    {
        (double up, int last) = ((a.Number("pct_start") * steps) - 1, steps - 1);
        (bool threePhase, Shape anneal) = (a.Flag("three_phase"), Anneal(a));
        List<(double At, double Value)> knots = threePhase
            ? [(0, start), (up, peak), (2 * up, start), (last, end)]
            : [(0, start), (up, peak), (last, end)];
        if (up < 0)
        {
            knots.RemoveRange(0, threePhase ? 2 : 1);
        }

        int reached = knots.FindIndex(1, knot => knot.At >= last);
        return Schedule.Path(knots[..(reached + 1)], anneal);
    }
}
