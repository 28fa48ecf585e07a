namespace LrMath.Tests.Golden;

/// <summary>OLMo-core, in LrMath's words: its schedules count from 1 at the first update, hence the shift of each by one.</summary>
internal sealed class OLMoRecords : RecordMap
{
    private static readonly string[] Names =
    [
        "ConstantScheduler",
        "ConstantWithWarmup",
        "WSD",
        "PowerLR",
        "LinearWithWarmup",
        "InvSqrtWithWarmup",
        "CosWithWarmup",
        "HalfCosWithWarmup",
        "CosWithWarmupAndLinearDecay",
        "ComposableScheduler",
        "SequentialScheduler",
        "WSDS",
        "ExponentialScheduler",
    ];

    public OLMoRecords()
        : base("olmo")
    {
        foreach (string name in Names)
        {
            Rate(name, (a, rate) => Schedules(name, a, rate, a.Int("max_steps")).Shift(1));
        }
    }

    private static Func<int, double> Schedules(string name, Arguments a, double rate, int total) =>
        name switch
        {
            "ConstantScheduler" => Schedule.Constant(rate),
            "ConstantWithWarmup" => Warmup(a, rate, Part(a, "warmup", total), Schedule.Constant(rate)),
            "WSD" => OverlaidWarmup(a, rate, Part(a, "warmup", total), Decay(a, total, Schedule.Constant(rate))),
            "PowerLR" => PowerLaw(a, rate, Part(a, "warmup", total), total),
            "LinearWithWarmup" => Fall(a, rate, total, Shapes.Linear),
            "CosWithWarmup" => Fall(a, rate, total, Shapes.Cosine),
            "HalfCosWithWarmup" => Fall(a, rate, total, Shapes.HalfCosine, half: true),
            "CosWithWarmupAndLinearDecay" => Decay(a, total, Fall(a, rate, total, Shapes.Cosine)),
            "InvSqrtWithWarmup" => InverseSquareRoot(a, rate, Part(a, "warmup", total)),
            "ExponentialScheduler" => Schedule.Exponential(a.Number("lr_min"), rate, total),
            "WSDS" => StableDecays(a, rate),
            "ComposableScheduler" => Override(a, rate, Stages(a, rate)),
            "SequentialScheduler" => Override(a, rate, Sequential(a, rate, total)),
            _ => throw new GoldenException($"the member {name} of olmo is unknown"),
        };

    // A number of steps, or a share, rounded half to even.
    private static int Part(Arguments a, string name, int of)
    {
        (int? steps, double? share) = (a.IntOrNull(name), a.NumberOrNull($"{name}_fraction"));
        return steps ?? (int)Math.Round(of * share!.Value, MidpointRounding.ToEven);
    }

    private static Func<int, double> Warmup(Arguments a, double peak, int steps, Func<int, double> main) =>
        Schedule.Linear(a.Number("warmup_min_lr"), peak, steps).Then(main, at: steps);

    // Laid over a schedule that has run on underneath; its last step is its own.
    private static Func<int, double> OverlaidWarmup(Arguments a, double peak, int steps, Func<int, double> main) =>
        Schedule.Linear(a.Number("warmup_min_lr"), peak, steps).Then(main.Shift(steps + 1), at: steps + 1);

    // From the value reached along a line that does not stop at the end of the run.
    private static Func<int, double> Decay(Arguments a, int total, Func<int, double> main)
    {
        (int steps, double end) = (Part(a, "decay", total), a.Number("decay_min_lr"));
        int at = Math.Max(total - steps, 0);
        return steps > 0 ? main.Then(Schedule.Line(main(at), end - main(at), every: steps), at) : main;
    }

    private static Func<int, double> PowerLaw(Arguments a, double rate, int warmup, int total) =>
        OverlaidWarmup(a, rate, warmup, Decay(a, total, Schedule.PowerLaw(rate, warmup, power: -a.Number("b")).Delay(warmup)));

    private static Func<int, double> InverseSquareRoot(Arguments a, double rate, int warmup)
    {
        double end = rate * a.Number("alpha_f");
        return Warmup(a, rate, warmup, warmup > 0 ? Schedule.InverseSquareRoot(rate - end, warmup).Offset(end) : Schedule.Constant(end));
    }

    private static Func<int, double> Fall(Arguments a, double rate, int total, Shape shape, bool half = false)
    {
        int end = a.IntOrNull("t_max") is > 0 and { } own ? own : total;
        (int warmup, double floor) = (Part(a, "warmup", end), rate * a.Number("alpha_f"));
        double peak = half ? (rate + floor) / 2 : rate;
        return Warmup(a, peak, warmup, Schedule.Ramp(peak, floor, Math.Max(end - warmup, 0), shape));
    }

    // A boundary still belongs to the period that it ends: all but the first start with their step 1.
    private static Func<int, double> StableDecays(Arguments a, double rate)
    {
        int[] lengths = a.Ints("period_lengths");
        double[] factors =
            a.Raw("period_lr_multipliers").ValueKind == System.Text.Json.JsonValueKind.Null
                ? [.. lengths.Select(_ => 1.0)]
                : a.Numbers("period_lr_multipliers");
        (int warmup, double end, double start) = (Part(a, "warmup", lengths[0]), a.Number("decay_min_lr"), a.Number("warmup_min_lr"));
        return Joined([
            .. lengths.Select(
                (length, i) =>
                {
                    (int decay, double peak) = (Part(a, "decay", length), rate * factors[i]);
                    Func<int, double> period = Schedule.Path([(length - decay, peak), (length, end)]);
                    return (i == 0 ? Schedule.Linear(start, peak, warmup).Then(period.Shift(warmup), at: warmup) : period, length);
                }
            ),
        ]);
    }

    private static Func<int, double> Joined((Func<int, double> Schedule, int Steps)[] parts) =>
        Schedule.Concat([.. parts.Select((part, i) => i == 0 ? (part.Schedule, part.Steps + 1) : (part.Schedule.Shift(1), part.Steps))]);

    private static Func<int, double> Stages(Arguments a, double rate)
    {
        double reached = rate;
        return Schedule.Concat([
            .. Json.List(a.Raw("stages"), "stages", (stage, name) => new Arguments(stage, name))
                .Select(stage =>
                {
                    (int duration, Shape shape) = (stage.Int("duration"), ShapeOf(stage));
                    double start =
                        stage.NumberOrNull("start_lr") ?? (stage.NumberOrNull("start_lr_fraction") is { } share ? rate * share : reached);
                    reached = End(stage, rate);
                    return (Schedule.Ramp(start, reached, duration, shape), duration);
                }),
        ]);
    }

    // Each goes on from the last rate of the one before, and sees what is left of the run.
    private static Func<int, double> Sequential(Arguments a, double rate, int total)
    {
        (Member[] members, int[] lengths) = (a.Members("schedulers"), a.Ints("schedulers_max"));
        List<(Func<int, double>, int)> parts = [];
        for (int i = 0; i < members.Length; i++)
        {
            int length = i < lengths.Length ? Math.Min(lengths[i], total) : total;
            Func<int, double> part = Schedules(members[i].Name, members[i].Args, rate, length);
            parts.Add((part, i < lengths.Length ? lengths[i] : 0));
            if (i < lengths.Length)
            {
                (rate, total) = (part(lengths[i]), total - lengths[i]);
            }
        }

        return Joined([.. parts]);
    }

    private static Func<int, double> Override(Arguments a, double rate, Func<int, double> main)
    {
        if (a.Raw("override_decay").ValueKind == System.Text.Json.JsonValueKind.Null)
        {
            return main;
        }

        Arguments decay = a.Nested("override_decay");
        return main.BranchAt(decay.Int("start"), End(decay, rate), decay.Int("duration"), ShapeOf(decay));
    }

    private static double End(Arguments a, double rate)
    {
        (double? end, double? share) = (a.NumberOrNull("end_lr"), a.NumberOrNull("end_lr_fraction"));
        return end ?? rate * share!.Value;
    }

    private static Shape ShapeOf(Arguments a) => a.Choice("shape", ("linear", Shapes.Linear), ("cosine", Shapes.Cosine));
}
