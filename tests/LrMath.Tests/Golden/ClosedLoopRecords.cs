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
            args, baseRate, args.IntOrNull("param_group_index") is null ? 0 : minRate, args.Choice("mode", Modes), "threshold_mode");
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
            Schedule.Constant(baseRate), policy, metrics, policy.Start with { Best = mode == Mode.Min ? 1e9 : -1e9 },
            step => begin <= step && step < end);
    }

<<<<<<< HEAD
    // timm's warm-up is a schedule, during which metrics are not looked at; its epsilon cannot be set.
    public static Answer Timm(Arguments args, double baseRate, double[] metrics)
    {
        int warmup = args.Int("warmup_t");
        Func<int, double> schedule = Schedule.Constant(baseRate).Warmup(warmup, args.Number("warmup_lr_init"));
        double threshold = args.Number("threshold");
        Plateau policy = Plateau.PyTorch with
        {
            BaseRate = baseRate,
            Floor = args.Number("lr_min"),
            Mode = args.Choice("mode", Modes),
            Factor = args.Number("decay_rate"),
            Patience = args.Int("patience_t"),
            RelativeThreshold = threshold,
            Cooldown = args.Int("cooldown_t"),
        };
        return After(schedule, policy, metrics, active: step => step > warmup).With("initial", schedule(0));
    }

    public static Answer Transformers(Arguments args, double baseRate, double[] metrics)
    {
        (double relative, double absolute) = Threshold(args, "threshold_mode");
        int window = args.Int("window_size");
        Greedy policy = Greedy.Transformers with
        {
            BaseRate = baseRate,
            Floor = args.Number("min_lr"),
            Ceiling = args.Number("max_lr"),
            Epsilon = args.Number("eps"),
=======
    public static Answer Paddle(Arguments args, double[] metrics)
    {
        double baseRate = args.Number("learning_rate");
        (double relative, double absolute) = Threshold(args, "threshold_mode");
        Plateau policy = Plateau.Paddle with
        {
            BaseRate = baseRate,
            Floor = args.Number("min_lr"),
            Epsilon = args.Number("epsilon"),
>>>>>>> w-hf
            Mode = args.Choice("mode", Modes),
            Factor = args.Number("factor"),
            Patience = args.Int("patience"),
            RelativeThreshold = relative,
            AbsoluteThreshold = absolute,
            Cooldown = args.Int("cooldown"),
<<<<<<< HEAD
            Warmup = args.Int("warmup"),
            Window = args.Flag("smooth") ? window : 0,
            ResetAfter = args.Int("reset_start"),
=======
>>>>>>> w-hf
        };
        return After(Schedule.Constant(baseRate), policy, metrics);
    }

<<<<<<< HEAD
=======
    public static Answer Keras(Arguments args, double baseRate, double[] metrics) => After(
        Schedule.Constant(baseRate),
        Plateau.Keras with
        {
            BaseRate = baseRate,
            Floor = args.Number("min_lr"),
            Mode = args.Choice("mode", Modes),
            Factor = args.Number("factor"),
            Patience = args.Int("patience"),
            AbsoluteThreshold = Math.Abs(args.Number("min_delta")),
            Cooldown = args.Int("cooldown"),
        },
        metrics);

    public static Answer Optax(Arguments args, double[] metrics) => After(
        Schedule.Constant(1),
        Plateau.Optax with
        {
            Factor = args.Number("factor"),
            Patience = args.Int("patience"),
            RelativeThreshold = args.Number("rtol"),
            AbsoluteThreshold = args.Number("atol"),
            Cooldown = args.Int("cooldown"),
            AverageOver = args.Int("accumulation_size"),
            Floor = args.Number("min_scale"),
        },
        metrics);

>>>>>>> w-hf
    private static readonly (string, Mode)[] Modes = [("min", Mode.Min), ("max", Mode.Max)];

    private static Plateau Torch(Arguments args, double baseRate, double minRate, Mode mode, string thresholdMode)
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
        Func<int, double> schedule, IPolicy<TState> policy, double[] metrics, TState? state = null, Func<int, bool>? active = null)
        where TState : class
    {
        FeedbackLoop<TState> loop = schedule.Under(policy, state);
        double[] rates =
        [
            .. metrics.Select((metric, k) =>
            {
                if (active is null || active(k + 1))
                    loop.Observe(metric, afterStep: k);
                return loop.Rate(k + 1);
            }),
        ];
        return rates;
    }
}
