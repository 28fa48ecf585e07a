namespace LrMath.Tests.Golden;

/// <summary>NeMo, in LrMath's words: each anneal counts from the start of the run, and a warm-up is laid over it.</summary>
internal sealed class NemoRecords : RecordMap
{
    public NemoRecords()
        : base("nemo")
    {
        Rate("WarmupPolicy", (a, rate) => Policy(a, rate, Schedule.Constant(rate)));
        Rate(
            "WarmupHoldPolicy",
            (a, rate) =>
            {
                HoldEnd(a);
                return Policy(a, rate, Schedule.Constant(rate));
            }
        );
        Rate("WarmupAnnealHoldPolicy", (a, rate) => Policy(a, rate, Schedule.Constant(rate)));
        Rate(
            "WarmupHoldAnnealOneMinusSquareRoot",
            (a, rate) => Policy(a, rate, From(HoldEnd(a), rate, 0, Total(a), Shapes.SquareRoot).Max(Floor(a)))
        );
        Rate("WarmupHoldAnnealLinear", (a, rate) => Policy(a, rate, From(HoldEnd(a), rate, a.Number("min_lr"), Total(a), Shapes.Linear)));
        Rate("SquareAnnealing", (a, rate) => Policy(a, rate, From(Warmup(a), rate, 0, Total(a), Shapes.Polynomial(2)).Max(Floor(a))));
        Rate("SquareRootAnnealing", (a, rate) => Policy(a, rate, Schedule.Polynomial(rate, 0, Total(a), 0.5).Max(Floor(a))));
        Rate(
            "CosineAnnealing",
            (a, rate) =>
                Policy(
                    a,
                    rate,
                    From(Warmup(a), rate, a.Number("min_lr"), Total(a) - Part(a, "constant"), Shapes.Cosine),
                    fromZero: Part(a, "constant") > 0
                )
        );
        Rate("WarmupAnnealing", (a, rate) => Policy(a, rate, From(Warmup(a), rate, a.Number("min_lr"), Total(a), Shapes.Linear)));
        Rate("InverseSquareRootAnnealing", (a, rate) => Policy(a, rate, Schedule.InverseSquareRoot(rate, Warmup(a) + 1).Delay(Warmup(a))));
        Rate(
            "NoamHoldAnnealing",
            (a, rate) =>
            {
                int held = Math.Max(HoldEnd(a) - Warmup(a), 0);
                int reference = Math.Max(Warmup(a), 1);
                return Policy(
                    a,
                    rate,
                    Schedule.PowerLaw(rate, reference, Math.Max(a.Number("decay_rate"), 0)).Delay(reference + held).Max(Floor(a))
                );
            }
        );
        Rate("PolynomialDecayAnnealing", (a, rate) => Policy(a, rate, Polynomial(a, rate, Warmup(a), Total(a) - Warmup(a))));
        Rate(
            "PolynomialHoldDecayAnnealing",
            (a, rate) => Policy(a, rate, Polynomial(a, rate, HoldEnd(a), Total(a) - Math.Max(Warmup(a), HoldEnd(a))))
        );

        // Its first update has the rate of the second; the floor is laid under the fall alone.
        Rate(
            "NoamAnnealing",
            (a, rate) =>
            {
                Total(a);
                Func<int, double> noam = Schedule.Noam(a.Int("d_model"), Warmup(a), rate).Delay(1);
                int fall = Warmup(a) > 0 ? Warmup(a) + 1 : 0;
                return noam.Then(noam.Shift(fall).Max(Floor(a)), at: fall);
            }
        );

        // The base rate plays no part.
        Rate(
            "T5InverseSquareRootAnnealing",
            a =>
            {
                int constant = Part(a, "constant");
                return Schedule
                    .InverseSquareRoot(1 / Math.Sqrt(constant), constant)
                    .Delay(constant)
                    .Then(Floor(a), at: Math.Max(Total(a), constant) + 1);
            }
        );
    }

    private static int Total(Arguments a) => a.Int("max_steps");

    private static Func<int, double> Floor(Arguments a) => Schedule.Constant(a.Number("min_lr"));

    private static int Warmup(Arguments a) => Part(a, "warmup");

    // A number of steps, or a share of all of them.
    private static int Part(Arguments a, string name)
    {
        (int? steps, double? ratio) = (a.IntOrNull($"{name}_steps"), a.NumberOrNull($"{name}_ratio"));
        return steps ?? (ratio is { } share ? (int)(share * Total(a)) : 0);
    }

    private static int HoldEnd(Arguments a) =>
        a.IntOrNull("hold_steps") is null & a.NumberOrNull("hold_ratio") is null ? 0 : Warmup(a) + Part(a, "hold");

    private static Func<int, double> From(int start, double rate, double end, int total, Shape shape) =>
        start < total ? Schedule.Path([(start, rate), (total, end)], shape) : Schedule.Constant(rate);

    private static Func<int, double> Polynomial(Arguments a, double rate, int start, int steps)
    {
        (double power, double floor, bool cycle) = (a.Number("power"), a.Number("min_lr"), a.Flag("cycle"));
        if (power == 0 || steps <= 0)
        {
            return Schedule.Constant(rate);
        }

        return cycle
            ? Schedule.GrowingHorizon(rate, floor, steps, Shapes.Polynomial(power)).Delay(start)
            : From(start, rate, floor, start + steps, Shapes.Polynomial(power));
    }

    // (step + 1) / (warmup + 1), the warm-up's last step included; the floor after the last step of all and of the hold.
    private static Func<int, double> Policy(Arguments a, double rate, Func<int, double> anneal, bool fromZero = false)
    {
        (int warmup, int total) = (Warmup(a), Total(a));
        int end = a.Has("constant_steps") && Part(a, "constant") is > 0 and { } constant ? total - constant + 1 : total + 1;
        Func<int, double> ramp = fromZero ? Schedule.Linear(0, rate, warmup) : Schedule.Linear(0, rate, warmup + 1).Shift(1);
        Func<int, double> annealed = anneal.Then(Floor(a), at: Math.Max(end, a.Has("hold_steps") ? HoldEnd(a) : 0));
        return warmup > 0 ? ramp.Then(annealed.Shift(warmup + 1), at: warmup + 1) : annealed;
    }
}
