using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>kozistr's pytorch_optimizer, in LrMath's words. The optimizer's first update mostly has the lowest rate, whatever the schedule
/// says.</summary>
internal sealed class PytorchOptimizerRecords : RecordMap
{
    public PytorchOptimizerRecords()
        : base("pytorch_optimizer")
    {
        Rate("get_wsd_schedule", WarmupStableDecay);
        foreach (string name in new[] { "REXScheduler", "LinearScheduler", "CosineScheduler", "PolyScheduler" })
        {
            Rate(name, a => AfterFirst(a.Number("min_lr"), Followed(name, a)));
        }

        Rate("ProportionScheduler", Proportion);
        Rate("get_chebyshev_schedule", Chebyshev);
        Record("CosineAnnealingWarmupRestarts", r => Restarts(r.Args, r.Steps.Max()));
        Rate(
            "cosine_annealing_with_warm_restart",
            (a, rate) => PyTorch.CosineAnnealingWarmRestarts(rate, a.Int("T_0"), a.Int("T_mult"), a.Number("eta_min"))
        );
        Rate(
            "one_cycle",
            a =>
            {
                RateAndMomentum both = PyTorch.OneCycleLR(
                    a.Number("max_lr"),
                    a.Int("total_steps"),
                    pctStart: a.Number("pct_start"),
                    annealStrategy: a.Choice("anneal_strategy", ("cos", Shapes.Cosine), ("linear", Shapes.Linear)),
                    cycleMomentum: a.Flag("cycle_momentum"),
                    baseMomentum: a.Number("base_momentum"),
                    maxMomentum: a.Number("max_momentum"),
                    divFactor: a.Number("div_factor"),
                    finalDivFactor: a.Number("final_div_factor"),
                    threePhase: a.Flag("three_phase")
                );
                return both.Momentum is { } momentum ? ((Answer)both.Rate).With("momentum", momentum) : both.Rate;
            }
        );
    }

    private static Func<int, double> AfterFirst(double first, Func<int, double> schedule) => Schedule.Constant(first).Then(schedule, at: 1);

    // From the second update on. Lines, waves and powers go on past the end. After a warm-up that is longer than the whole, a line goes on
    // rising from the peak, and the half wave is as long as the warm-up's excess.
    private static Func<int, double> Followed(string name, Arguments a)
    {
        (double low, double high) = (a.Number("min_lr"), a.Number("max_lr"));
        if (name == "REXScheduler")
        {
            return Schedule.Ramp(high, low, a.Int("total_steps"), Shapes.Rex).Shift(1);
        }

        (int warmup, double start) = (a.Int("warmup_steps"), a.Number("init_lr"));
        int steps = a.Int("t_max") - warmup;
        Func<int, double> main = name switch
        {
            _ when steps == 0 && name != "PolyScheduler" => Schedule.Constant(high),
            "LinearScheduler" => Schedule.Line(high, Math.Sign(steps) * (low - high), every: Math.Abs(steps)),
            "CosineScheduler" => Schedule.CosineWave(high, low, Math.Abs(steps)),
            _ => AfterFirst(high, Schedule.PowerLaw(high - low, timescale: 1, power: -a.Number("poly_order")).Offset(low)),
        };
        return main.Warmup(warmup, from: start);
    }

    private static Answer Proportion(Arguments a)
    {
        Member member = a.Member("lr_scheduler");
        Func<int, double> rate = Followed(member.Name, member.Args);
        double first = member.Args.Number(member.Name == "REXScheduler" ? "max_lr" : "init_lr");
        (double low, double high, double from, double to) = (
            a.Number("min_lr"),
            a.Number("max_lr"),
            a.Number("min_value"),
            a.Number("max_value")
        );
        Answer value =
            high > low ? AfterFirst(first, rate).Offset(-low).Scale((to - from) / (high - low)).Offset(from) : Schedule.Constant(to);
        return value.With("inner_lr", AfterFirst(member.Args.Number("min_lr"), rate));
    }

    // Three of the ways down end at 0, and then jump to the floor.
    private static Answer WarmupStableDecay(Arguments a, double rate)
    {
        (int warmup, int stable, int decay) = (a.Int("num_warmup_steps"), a.Int("num_stable_steps"), a.Int("num_decay_steps"));
        (double floor, double waves) = (a.Number("min_lr_ratio"), a.Number("num_cycles"));
        Func<int, double> down =
            decay == 0
                ? Schedule.Constant(floor)
                : a.Choice<Func<Func<int, double>>>(
                    "cooldown_type",
                    ("cosine", () => waves == 0 ? Schedule.Constant(1) : Schedule.CosineWave(1, floor, halfPeriod: decay / (2 * waves))),
                    ("1-sqrt", () => Schedule.SquareRoot(1, 0, decay)),
                    ("linear", () => Schedule.Linear(1, 0, decay)),
                    ("1-square", () => Schedule.Ramp(1, 0, decay, Shapes.Power(2)))
                )();
        a.Text("cooldown_type");
        return Schedule
            .Concat((Schedule.Linear(0, 1, warmup), warmup), (Schedule.Constant(1), stable), (down, decay), (Schedule.Constant(floor), 0))
            .Scale(rate);
    }

    private static Answer Chebyshev(Arguments a, double rate)
    {
        int epochs = a.Int("num_epochs");
        if (a.Flag("is_warmup"))
        {
            return Schedule.Constant(rate);
        }

        int nodes = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(epochs, 1));
        int[] order = [0];
        while (order.Length < nodes - 2)
        {
            order = [.. order.SelectMany(i => new[] { i, (2 * order.Length) - 1 - i })];
        }

        return Schedule.Piecewise(
            [.. order.Select(i => rate / Shapes.Cosine(0.05, 1, (i + 0.5) / nodes))],
            [.. Enumerable.Range(3, order.Length - 1)]
        );
    }

    private static Func<int, double> Restarts(Arguments a, int run)
    {
        (double low, double high, double gamma) = (a.Number("min_lr"), a.Number("max_lr"), a.Number("gamma"));
        (int first, int warmup, double factor) = (a.Int("first_cycle_steps"), a.Int("warmup_steps"), a.Number("cycle_mult"));
        Func<int, double> peak = Schedule.ExponentialDecay(high, gamma);
        return AfterFirst(
            low,
            Schedule
                .Concat([
                    .. Lengths(first - warmup, factor, run)
                        .Select((n, cycle) => (Schedule.Cosine(peak(cycle), low, n).Warmup(warmup, from: low), warmup + n)),
                ])
                .Shift(1)
        );
    }

    // Lengths are cut to whole steps, cycle after cycle.
    private static IEnumerable<int> Lengths(int first, double factor, int run)
    {
        for ((int length, int start) = (first, 0); start <= run; start += length, length = Math.Max((int)(factor * length), 1))
        {
            yield return length;
        }
    }
}
