namespace LrMath.Tests.Golden;

/// <summary>
/// katsura's cosine_annealing_warmup, in LrMath's words: a warm-up in every cycle, whose lengths depend on how it is stepped.
/// </summary>
internal sealed class CosineAnnealingWarmupRecords : RecordMap
{
    public CosineAnnealingWarmupRecords()
        : base("cosine_annealing_warmup")
    {
        Record("CosineAnnealingWarmupRestarts", r => Stepped(r.Args, r.Steps.Max()));
        Record("CosineAnnealingWarmupRestarts_step_epoch", r => AtEpochs(r.Args, r.Steps.Max()));
    }

    // What is left of a cycle after its warm-up grows, cut to whole steps. The first rate is the lowest, also without a warm-up.
    private static Answer Stepped(Arguments a, int run)
    {
        (int warmup, double factor) = (a.Int("warmup_steps"), a.Number("cycle_mult"));
        (int fall, List<(Func<int, double>, int)> cycles) = (a.Int("first_cycle_steps") - warmup, []);
        for (int start = 0; start <= run && warmup + fall > 0; fall = (int)(fall * factor))
        {
            cycles.Add((Cycle(a, cycles.Count, warmup + fall), warmup + fall));
            start += warmup + fall;
        }

        return Common.AfterFirst(a.Number("min_lr"), Schedule.Concat(cycles).Shift(1));
    }

    // The whole cycle grows and is not cut to whole steps: one that begins between two steps counts from the earlier one, and so
    // may rise again at its last step.
    private static Answer AtEpochs(Arguments a, int run)
    {
        (int first, double factor) = (a.Int("first_cycle_steps"), a.Number("cycle_mult"));
        List<(Func<int, double>, int)> cycles = [];
        double start = 0;
        while (start <= run && first > 0)
        {
            double length = first * Math.Pow(factor, cycles.Count);
            double next = start + Math.Max(length, 1);
            int begun = (int)Math.Ceiling(start) - (int)start;
            int steps = (int)Math.Min(Math.Ceiling(next), int.MaxValue / 2) - (int)Math.Ceiling(start);
            cycles.Add((Cycle(a, cycles.Count, length).Shift(begun), steps));
            start = next;
        }

        return Schedule.Concat(cycles);
    }

    private static Func<int, double> Cycle(Arguments a, int cycle, double length)
    {
        (double floor, int warmup) = (a.Number("min_lr"), a.Int("warmup_steps"));
        double peak = a.Number("max_lr") * Math.Pow(a.Number("gamma"), cycle);
        Func<int, double> fall = length == warmup ? Schedule.Constant(peak) : Common.Wave(peak, floor, length - warmup);
        return Schedule.Linear(floor, peak, warmup).Then(fall, at: warmup);
    }
}
