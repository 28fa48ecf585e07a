using LrMath.Analysis;

namespace LrMath.Tests.Golden;

/// <summary>torch-lr-finder's schedules, its test and its suggestion.</summary>
internal sealed class TorchLrFinderRecords : RecordMap
{
    public TorchLrFinderRecords()
        : base("torch-lr-finder")
    {
        Rate("ExponentialLR", (a, baseRate) => TorchLrFinder.ExponentialLR(baseRate, a.Number("end_lr"), a.Int("num_iter")));
        Rate("LinearLR", (a, baseRate) => TorchLrFinder.LinearLR(baseRate, a.Number("end_lr"), a.Int("num_iter")));
        Curve(
            "range_test",
            (a, baseRate, log) =>
                RangeRecords.Answer(
                    TorchLrFinder.RangeTest(
                        log.Losses,
                        a.NumberOrNull("start_lr") ?? baseRate,
                        a.Number("end_lr"),
                        a.Int("num_iter"),
                        RangeRecords.IsLinear(a),
                        a.Number("smooth_f"),
                        a.Number("diverge_th")
                    )
                )
        );
        Curve(
            "suggest_steepest",
            (a, log) => RangeRecords.Answer(TorchLrFinder.Steepest(log.Rates, log.Losses, a.Int("skip_start"), a.Int("skip_end")))
        );
    }
}
