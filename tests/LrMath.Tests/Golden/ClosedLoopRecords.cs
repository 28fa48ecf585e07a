using LrMath.ClosedLoop;

namespace LrMath.Tests.Golden;

/// <summary>The closed loops, but for those that have a name in Frameworks: a record's arguments → the rates after each metric.</summary>
internal static class ClosedLoopRecords
{
    // ignite overwrites min_lr with 0 where no parameter group is named.
    public static Answer Ignite(Arguments args, double baseRate, double[] metrics)
    {
        double minRate = args.Number("min_lr");
        Plateau policy = Torch(
            args,
            baseRate,
            args.IntOrNull("param_group_index") is null ? 0 : minRate,
            args.Choice("mode", Modes),
            "threshold_mode"
        );
        return After(Schedule.Constant(baseRate), policy, metrics);
    }

    // mmengine has seen a best of ±1e9 before the first metric, and looks at metrics from begin to end only.
    public static Answer MMEngine(Arguments args, double baseRate, double[] metrics)
    {
        args.Only("monitor", "loss");
        Mode mode = args.Choice("rule", ("less", Mode.Min), ("greater", Mode.Max));
        (int begin, int end) = (args.Int("begin"), args.Int("end"));
        Plateau policy = Torch(args, baseRate, args.Number("min_value"), mode, "threshold_rule");
        return After(
            Schedule.Constant(baseRate),
            policy,
            metrics,
            policy.Start with
            {
                Best = mode == Mode.Min ? 1e9 : -1e9,
            },
            step => begin <= step && step < end
        );
    }

    public static readonly (string, Mode)[] Modes = [("min", Mode.Min), ("max", Mode.Max)];

    public static Plateau Torch(Arguments args, double baseRate, double minRate, Mode mode, string thresholdMode)
    {
        (double relative, double absolute) = Threshold(args, thresholdMode);
        return Plateau.PyTorch with
        {
            BaseRate = baseRate,
            Floor = minRate,
            Epsilon = args.Number("eps"),
            Mode = mode,
            Factor = args.Number("factor"),
            Patience = args.Int("patience"),
            RelativeThreshold = relative,
            AbsoluteThreshold = absolute,
            Cooldown = args.Int("cooldown"),
        };
    }

    private static (double Relative, double Absolute) Threshold(Arguments args, string mode)
    {
        double threshold = args.Number("threshold");
        return args.Choice(mode, ("rel", (threshold, 0.0)), ("abs", (0.0, threshold)));
    }

    public static Answer After<TState>(
        Func<int, double> schedule,
        IPolicy<TState> policy,
        double[] metrics,
        TState? state = null,
        Func<int, bool>? active = null
    )
        where TState : class => Rates(schedule, policy, metrics, state, active);

    /// <summary>The rate after each metric.</summary>
    public static double[] Rates<TState>(
        Func<int, double> schedule,
        IPolicy<TState> policy,
        double[] metrics,
        TState? state = null,
        Func<int, bool>? active = null
    )
        where TState : class
    {
        FeedbackLoop<TState> loop = schedule.Under(policy, state);
        return
        [
            .. metrics.Select(
                (metric, k) =>
                {
                    if (active is null || active(k + 1))
                    {
                        loop.Observe(metric, afterStep: k);
                    }
                    return loop.Rate(k + 1);
                }
            ),
        ];
    }
}
