using LrMath.Analysis;

namespace LrMath.Tests.Golden;

/// <summary>PyTorch Ignite, in LrMath's words: its parameter schedulers (a step is an event) and its range test.</summary>
internal sealed class IgniteRecords : RecordMap
{
    // Lengths that are multiplied and cut off to whole ones have no law but their list: it ends where nobody looks any more.
    private const int Horizon = 10_000;

    private readonly TorchRecords torch = new();

    public IgniteRecords()
        : base("ignite")
    {
        Rate("LinearCyclicalScheduler", a => Cycles(a, a.Flag("monotonic") ? Shapes.Linear : ThereAndBack));
        Rate("CosineAnnealingScheduler", a => Cycles(a, Shapes.Cosine));
        Rate(
            "PiecewiseLinear",
            a =>
            {
                a.Only("param_name", "lr");
                return Schedule.Path(
                    Json.List(
                        a.Raw("milestones_values"),
                        "milestones_values",
                        (e, name) =>
                            Json.List(e, name, Json.Number) is [var at, var value]
                                ? (at, value)
                                : throw new GoldenException($"{name} are not pairs")
                    )
                );
            }
        );
        Rate(
            "ConcatScheduler",
            a =>
            {
                int end = 0;
                return Schedule.Sequential(
                    [.. a.Members("schedulers").Select(part => Build(part))],
                    [.. a.Ints("durations").Select(duration => end += duration)]
                );
            }
        );

        // The end of the warm-up stands for the schedule's first value, if that is what it is; else the schedule begins one event after it.
        Rate(
            "create_lr_scheduler_with_warmup",
            (a, lr) =>
            {
                Arguments inner = a.Nested("lr_scheduler");
                Member member = new(inner.Text("name"), inner.Nested("args"));
                bool isTorch = inner.Choice("library", ("torch", true), ("ignite", false));
                Func<int, double> schedule = isTorch ? torch.Build(member, lr) : Build(member);
                double end = a.NumberOrNull("warmup_end_value") ?? lr;
                int duration = a.Int("warmup_duration");
                bool isFirst = end == (isTorch ? lr : First(member, schedule));
                return Schedule
                    .Linear(a.Number("warmup_start_value"), end, duration - 1)
                    .Then(isFirst ? schedule.Shift(1) : schedule, at: duration);
            }
        );

        Loop("ReduceLROnPlateauScheduler", ClosedLoopRecords.Ignite);
        Curve(
            "ignite_range_test",
            (a, baseRate, log) =>
            {
                RangeTestRun run = IgniteFinder.RangeTest(
                    log.Losses.AsSpan(0, Math.Min(log.Losses.Length, a.Int("batches"))),
                    baseRate,
                    a.Int("num_iter"),
                    a.NumberOrNull("start_lr"),
                    a.Number("end_lr"),
                    RangeRecords.IsLinear(a),
                    a.Number("smooth_f"),
                    a.Number("diverge_th")
                );
                return RangeRecords.Answer(run).With("effective", run.UsedRates);
            }
        );
        Curve("ignite_suggestion", (_, log) => RangeRecords.Answer(IgniteFinder.LrSuggestion(log.Rates, log.Losses)));
    }

    /// <summary>A schedule's first value, as ignite rounds it.</summary>
    private static double First(Member member, Func<int, double> schedule) =>
        member.Name == "LinearCyclicalScheduler" && !member.Args.Flag("monotonic")
            ? ThereAndBack(member.Args.Number("start_value"), member.Args.Number("end_value"), 0)
            : schedule(0);

    private static double ThereAndBack(double start, double end, double p) => end + ((start - end) * Math.Abs((2 * p) - 1));

    /// <summary>Down in so many steps, and straight up to the next cycle's start in so many more.</summary>
    private static Func<int, double> Cycles(Arguments a, Shape way)
    {
        a.Only("param_name", "lr");
        (double start, double end) = (a.Number("start_value"), a.Number("end_value"));
        (int size, int warmup, double factor) = (a.Int("cycle_size"), a.Int("warmup_duration"), a.Number("cycle_mult"));
        List<(double At, double Value)> knots = [(0, start)];
        List<Shape> ways = [];
        int at = 0;
        while (at < Horizon && size > 0 && Math.Abs(start) + Math.Abs(end) < 1e100)
        {
            knots.Add((at += size, end));
            knots.Add((at += warmup, start *= a.Number("start_value_mult")));
            ways.AddRange(way, Shapes.Linear);
            (end, size, warmup) = (end * a.Number("end_value_mult"), (int)(size * factor), (int)(warmup * factor));
        }

        return Schedule.Path(knots, ways);
    }
}
