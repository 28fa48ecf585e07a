using LrMath.Analysis;

namespace LrMath.Tests.Golden;

/// <summary>PyTorch Ignite, in LrMath's words.</summary>
internal sealed class IgniteRecords : RecordMap
{
    public IgniteRecords() : base("ignite")
    {
        Loop("ReduceLROnPlateauScheduler", ClosedLoopRecords.Ignite);
        Curve("ignite_range_test", (a, baseRate, log) =>
        {
            RangeTestRun run = IgniteFinder.RangeTest(
                log.Losses.AsSpan(0, Math.Min(log.Losses.Length, a.Int("batches"))), baseRate, a.Int("num_iter"), a.NumberOrNull("start_lr"),
                a.Number("end_lr"), RangeRecords.IsLinear(a), a.Number("smooth_f"), a.Number("diverge_th"));
            return RangeRecords.Answer(run).With("effective", run.UsedRates);
        });
        Curve("ignite_suggestion", (_, log) => RangeRecords.Answer(IgniteFinder.LrSuggestion(log.Rates, log.Losses)));
    }
}
