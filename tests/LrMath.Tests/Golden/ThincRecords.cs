using LrMath.ClosedLoop;

namespace LrMath.Tests.Golden;

/// <summary>thinc (spaCy's), in LrMath's words.</summary>
internal sealed class ThincRecords : RecordMap
{
    public ThincRecords()
        : base("thinc")
    {
        Rate("constant", a => Schedule.Constant(a.Number("rate")));

        // The inner schedule has been running underneath.
        Rate(
            "constant_then",
            a =>
            {
                int steps = a.Int("steps");
                return Schedule.Constant(a.Number("rate")).Then(Build(a.Member("schedule")).Shift(steps), at: steps);
            }
        );
        Rate(
            "decaying",
            a =>
            {
                double reached = 1 + (a.Number("decay") * a.Number("t"));
                return Schedule.InverseTime(a.Number("base_rate") / reached, a.Number("decay") / reached);
            }
        );
        Rate(
            "compounding",
            a =>
            {
                (double start, double stop, double factor) = (a.Number("start"), a.Number("stop"), a.Number("compound"));
                Func<int, double> free = Schedule.ExponentialDecay(start * Math.Pow(factor, a.Number("t")), factor);
                return start > stop ? free.Max(stop) : free.Min(stop);
            }
        );
        Rate(
            "warmup_linear",
            a =>
            {
                (double rate, int warmup) = (a.Number("initial_rate"), a.Int("warmup_steps"));
                return Common.AfterLine(0, rate, warmup, Schedule.Linear(rate, 0, Math.Max(a.Int("total_steps") - warmup, 0)));
            }
        );
        Rate("cyclic_triangular", a => Schedule.Cyclic(a.Number("min_lr"), a.Number("max_lr"), a.Int("period"), a.Int("period")).Shift(1));
        Rate("slanted_triangular", SlantedTriangular);
        Record("plateau", Plateaus);
    }

    // Two lines, of which the second never stops; t shifts both by a real number of steps.
    private static Answer SlantedTriangular(Arguments a)
    {
        (double high, double share, double before) = (a.Number("max_rate"), a.Number("cut_frac"), a.Number("t") + 1);
        (double low, int cut) = (high / a.Number("ratio"), (int)(a.Int("num_steps") * share));
        if (cut == 0)
        {
            return Schedule.Constant(high);
        }

        double fall = cut * ((1 / share) - 1);
        int turn = (int)Math.Max(Math.Ceiling(cut - before), 0);
        Func<int, double> up = Schedule.Line(low + ((high - low) * before / cut), high - low, every: cut);
        return fall > 0
            ? up.Then(Schedule.Line(high + ((low - high) * (turn + before - cut) / fall), low - high, every: fall), at: turn)
            : up;
    }

    // Higher is better; a score shows at its own step. A scale of 1 changes nothing.
    private Answer Plateaus(GoldenRecord record)
    {
        Arguments a = record.Args;
        (Func<int, double> inner, double scale, int patience) = (Build(a.Member("schedule")), a.Number("scale"), a.Int("max_patience"));
        if (scale == 1)
        {
            return inner;
        }

        Plateau policy = new()
        {
            Mode = Mode.Max,
            Factor = scale,
            Patience = patience,
            PatienceRule = PatienceRule.Reaches,
            RelativeThreshold = 0,
        };
        return ClosedLoopRecords.After(inner.Delay(1), policy, record.Metrics);
    }
}
