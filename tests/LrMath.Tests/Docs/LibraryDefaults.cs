namespace LrMath.Tests.Docs;

/// <summary>The arguments, by library and names (<c>*</c> for all of them, <c>{}</c> for a dictionary), that a call in the cookbook leaves
/// out: the other library's own defaults, or what its test bench leaves alone.</summary>
internal static class LibraryDefaults
{
    private static readonly (string Library, string Names, string Arguments)[] Table =
    [
        ("torch", "StepLR MultiStepLR", "gamma=0.1"),
        ("torch", "LinearLR", "end_factor=1.0"),
        ("torch", "CosineAnnealingLR", "eta_min=0"),
        ("torch", "CosineAnnealingWarmRestarts", "T_mult=1, eta_min=0"),
        (
            "torch",
            "CyclicLR",
            "step_size_down=None, mode=\"triangular\", gamma=1.0, cycle_momentum=True, base_momentum=0.8, max_momentum=0.9"
        ),
        ("torch", "OneCycleLR", OneCycle + ", max_momentum=0.95"),
        ("torch", "ReduceLROnPlateau", "mode=\"min\", threshold=0.0001, threshold_mode=\"rel\", cooldown=0, min_lr=0, eps=1e-8"),
        ("torch", "SWALR", "anneal_epochs=10, anneal_strategy=\"cos\""),
        ("optax", "linear_schedule polynomial_schedule", "transition_begin=0"),
        ("optax", "exponential_decay warmup_exponential_decay_schedule", "transition_begin=0, staircase=False, end_value=None"),
        ("optax", "cosine_decay_schedule", "alpha=0.0, exponent=1.0"),
        ("optax", "linear_onecycle_schedule", "pct_start=0.3, pct_final=0.85, div_factor=25.0, final_div_factor=1e4"),
        ("optax", "cosine_onecycle_schedule", "pct_start=0.3, div_factor=25.0, final_div_factor=1e4"),
        ("optax", "warmup_cosine_decay_schedule", "end_value=0.0, exponent=1.0"),
        ("optax", "{}", "end_value=0.0, exponent=1.0"),
        ("optax", "reduce_on_plateau", "rtol=0.0001, atol=0.0, cooldown=0, accumulation_size=1, min_scale=0.0"),
        ("keras", "CosineDecay", "alpha=0.0, warmup_target=None, warmup_steps=0"),
        ("keras", "CosineDecayRestarts", "alpha=0.0"),
        ("keras", "ExponentialDecay InverseTimeDecay", "staircase=False"),
        ("keras", "PolynomialDecay", "cycle=False"),
        ("keras", "ReduceLROnPlateau", "mode=\"min\", min_delta=0.0001, cooldown=0, min_lr=0.0"),
        ("transformers", "get_cosine_schedule_with_warmup", "num_cycles=0.5"),
        ("transformers", "get_inverse_sqrt_schedule", "timescale=None"),
        ("transformers", "get_cosine_with_min_lr_schedule_with_warmup", "num_cycles=0.5, min_lr=None"),
        ("transformers", "get_cosine_with_min_lr_schedule_with_warmup_lr_rate", "num_cycles=0.5, min_lr=None"),
        (
            "transformers",
            "get_wsd_schedule",
            "num_training_steps=None, warmup_type=\"linear\", decay_type=\"linear\", min_lr_ratio=0, num_cycles=0.5"
        ),
        (
            "transformers",
            "GreedyLR",
            "mode=\"min\", factor=0.95, threshold=1e-6, threshold_mode=\"abs\", cooldown=0, warmup=0, min_lr=0.001, "
                + "max_lr=1.0, eps=1e-8, smooth=False, window_size=50, reset_start=500"
        ),
        (
            "timm",
            "CosineLRScheduler TanhLRScheduler PolyLRScheduler",
            "lr_min=0.0, cycle_mul=1.0, cycle_decay=1.0, cycle_limit=1, warmup_t=0, warmup_lr_init=0, warmup_prefix=False, t_in_epochs=True"
        ),
        ("timm", "CosineLRScheduler PolyLRScheduler", "k_decay=1.0"),
        ("timm", "TanhLRScheduler", "lb=-7.0, ub=3.0"),
        ("timm", "StepLRScheduler MultiStepLRScheduler", "warmup_prefix=True, t_in_epochs=True"),
        (
            "timm",
            "WSDLRScheduler",
            "lr_min=0.0, stable_fn=\"constant\", stable_timescale=None, stable_power=1.0, decay_fn=\"linear\", "
                + "decay_power=2.0, decay_ratio=0.1, t_in_epochs=True"
        ),
        ("timm", "PlateauLRScheduler", "threshold=0.0001, cooldown_t=0, warmup_t=0, warmup_lr_init=0, lr_min=0, mode=\"max\""),
        ("timm", "layer_decay", "min_scale=0.0"),
        ("paddle", "NoamDecay", "learning_rate=1.0"),
        ("paddle", "PolynomialDecay", "cycle=False"),
        ("paddle", "MultiStepDecay StepDecay", "gamma=0.1"),
        ("paddle", "CosineAnnealingWarmRestarts", "eta_min=0.0"),
        ("paddle", "OneCycleLR", "divide_factor=25.0, end_learning_rate=0.0001, phase_pct=0.3, anneal_strategy=\"cos\", three_phase=False"),
        ("paddle", "CyclicLR", "step_size_down=None, scale_fn=None, scale_mode=\"cycle\""),
        ("paddle", "LinearLR", "start_factor=0.3333333333333333, end_factor=1.0"),
        ("paddle", "ReduceOnPlateau", "mode=\"min\", threshold=0.0001, threshold_mode=\"rel\", cooldown=0, min_lr=0, epsilon=1e-8"),
        ("composer", "LinearWithWarmupScheduler", "alpha_i=1.0"),
        ("composer", "LinearWithWarmupScheduler CosineAnnealingWithWarmupScheduler PolynomialWithWarmupScheduler", "alpha_f=0.0"),
        (
            "composer",
            "ConstantWithWarmupScheduler LinearWithWarmupScheduler CosineAnnealingWithWarmupScheduler "
                + "PolynomialWithWarmupScheduler MultiStepWithWarmupScheduler",
            "scale_warmup=False"
        ),
        ("deepspeed", "WarmupCosineLR", "warmup_min_ratio=0.0"),
        (
            "deepspeed",
            "OneCycle",
            "decay_lr_rate=0.0, cycle_second_step_size=None, cycle_first_stair_count=0, cycle_second_stair_count=None, "
                + "decay_step_size=0, cycle_momentum=True, cycle_min_mom=0.8, cycle_max_mom=0.9, decay_mom_rate=0.0"
        ),
        ("deepspeed", "LRRangeTest", "lr_range_test_staircase=False"),
        ("fairseq", "inverse_sqrt cosine step", "warmup_init_lr=-1"),
        ("fairseq", "cosine", "max_update=0"),
        ("fairseq", "polynomial_decay fixed", "force_anneal=None"),
        ("fairseq", "tri_stage", "phase_ratio=None, init_lr_scale=0.01, final_lr_scale=0.01, max_update=0"),
        ("fairseq", "triangular", "shrink_min=False"),
        ("fairseq", "fixed", "lr_shrink=0.1"),
        ("fastai", "fit_one_cycle", "div=25.0, div_final=1e5, pct_start=0.25, moms=[0.95, 0.85, 0.95]"),
        ("fastai", "fit_flat_cos", "div_final=1e5, pct_start=0.75"),
        ("fastai", "fit_sgdr", "cycle_mult=2"),
        ("fastai", "suggest_valley suggest_slide suggest_minimum suggest_steep", "num_it=100"),
        ("fastai", "suggest_slide", "lr_diff=15, thresh=0.005, adjust_value=1.0"),
        ("fastai", "lr_find", "start_lr=1e-7, end_lr=10, num_it=100, stop_div=True"),
        ("torch-lr-finder", "range_test", "step_mode=\"exp\", smooth_f=0.05, diverge_th=5"),
        ("torch-lr-finder", "suggest_steepest", "skip_start=10, skip_end=5"),
        (
            "ignite",
            "LinearCyclicalScheduler CosineAnnealingScheduler",
            "param_name=\"lr\", cycle_mult=1.0, start_value_mult=1.0, end_value_mult=1.0, warmup_duration=0"
        ),
        ("ignite", "LinearCyclicalScheduler", "monotonic=False"),
        ("ignite", "PiecewiseLinear", "param_name=\"lr\""),
        ("ignite", "create_lr_scheduler_with_warmup", "warmup_end_value=None"),
        (
            "ignite",
            "ReduceLROnPlateauScheduler",
            "mode=\"min\", threshold=0.0001, threshold_mode=\"rel\", cooldown=0, min_lr=0, eps=1e-8, param_group_index=None"
        ),
        ("ignite", "ignite_range_test", "step_mode=\"exp\", smooth_f=0.05, diverge_th=5.0, batches=100"),
        ("fvcore", "ConstantParamScheduler", "max_iter=100"),
        (
            "megatron",
            "OptimizerParamScheduler",
            "init_lr=0.0, max_lr=0.1, min_lr=0.0, lr_decay_style=\"constant\", start_wd=0.01, end_wd=0.01, wd_incr_steps=100, "
                + "wd_incr_style=\"constant\", wsd_decay_steps=None, lr_wsd_decay_style=None, increment=1"
        ),
        (
            "mmengine",
            "ConstantLR LinearLR ExponentialLR StepLR MultiStepLR CosineAnnealingLR PolyLR CosineRestartLR OneCycleLR ReduceOnPlateauLR",
            "begin=0, end=1000000000"
        ),
        ("mmengine", "LinearLR", "end_factor=1.0"),
        ("mmengine", "CosineAnnealingLR", "eta_min=0"),
        ("mmengine", "OneCycleLR", "pct_start=0.3, anneal_strategy=\"cos\", div_factor=25.0, final_div_factor=1e4, three_phase=False"),
        (
            "mmengine",
            "ReduceOnPlateauLR",
            "monitor=\"loss\", rule=\"less\", threshold=0.0001, threshold_rule=\"rel\", cooldown=0, min_value=0.0, eps=1e-8"
        ),
        ("nemo", "*", "min_lr=0.0, warmup_steps=None, warmup_ratio=None"),
        (
            "nemo",
            "WarmupHoldPolicy WarmupHoldAnnealOneMinusSquareRoot WarmupHoldAnnealLinear NoamHoldAnnealing PolynomialHoldDecayAnnealing",
            "hold_ratio=None"
        ),
        ("nemo", "WarmupAnnealHoldPolicy CosineAnnealing T5InverseSquareRootAnnealing", "constant_steps=None, constant_ratio=None"),
        ("nemo", "PolynomialDecayAnnealing PolynomialHoldDecayAnnealing", "cycle=False"),
        ("olmo", "{}", "shape=\"linear\", start_lr=None, start_lr_fraction=None, end_lr=None, end_lr_fraction=None"),
        (
            "olmo",
            "*",
            "max_steps=100, warmup_fraction=None, warmup_min_lr=0.0, decay_fraction=None, decay_min_lr=0.0, alpha_f=0.1, "
                + "t_max=None, override_decay=None, period_lr_multipliers=None"
        ),
        ("pytorch_optimizer", "get_wsd_schedule", "min_lr_ratio=0.0, num_cycles=0.5"),
        ("pytorch_optimizer", "CosineAnnealingWarmupRestarts", "cycle_mult=1.0"),
        ("pytorch_optimizer", "one_cycle", OneCycle + ", max_momentum=0.95"),
        ("pytorch_warmup", "LinearWarmup ExponentialWarmup RAdamWarmup UntunedLinearWarmup UntunedExponentialWarmup", "base=None, delay=0"),
        ("pytorch_warmup", "CosineAnnealingLR", "eta_min=0"),
        ("diffusers", "get_cosine_schedule_with_warmup", "num_cycles=0.5"),
        ("torchtune", "get_cosine_schedule_with_warmup", "num_cycles=0.5"),
        ("torchtitan", "LRSchedulersContainer", "total_steps=None, decay_ratio=None, decay_type=\"linear\", min_lr_factor=0.0"),
        ("detectron2", "{} build_lr_scheduler WarmupMultiStepLR WarmupCosineLR WarmupPolyLR", "warmup_method=\"linear\""),
        ("detectron2", "{} build_lr_scheduler", "rescale_interval=False"),
        ("detectron2", "build_lr_scheduler", "steps=[30], gamma=0.1, num_decays=3, base_lr_end=0.0, warmup_factor=0.001"),
        ("detectron2", "WarmupMultiStepLR WarmupCosineLR WarmupPolyLR", "warmup_factor=0.001"),
        ("detectron2", "WarmupMultiStepLR", "gamma=0.1"),
        ("detectron2", "WarmupPolyLR", "constant_ending=0.0"),
        ("thinc", "decaying compounding slanted_triangular", "t=0.0"),
        ("thinc", "slanted_triangular", "cut_frac=0.1, ratio=32"),
        ("mxnet", "*", "warmup_steps=0, warmup_begin_lr=0, warmup_mode=\"linear\""),
        ("mxnet", "FactorScheduler", "stop_factor_lr=1e-8"),
        ("mxnet", "PolyScheduler CosineScheduler", "final_lr=0"),
        ("mxnet", "PolyScheduler", "pwr=2"),
        ("allennlp", "noam", "factor=1.0"),
        ("allennlp", "polynomial_decay", "power=1.0, warmup_steps=0, end_learning_rate=0.0"),
        ("allennlp", "slanted_triangular", "cut_frac=0.1, ratio=32, decay_factor=0.38, groups=2, group=0, batches_per_epoch=10"),
        ("allennlp", "slanted_triangular", "gradual_unfreezing=False, discriminative_fine_tuning=False"),
        ("allennlp", "cosine", "t_mul=1.0, eta_min=0.0, eta_mul=1.0"),
        ("allennlp", "inverted_triangular", "ratio=10"),
        ("sklearn", "constant", "learning_rate=\"constant\""),
        ("sklearn", "invscaling", "learning_rate=\"invscaling\""),
        ("sklearn", "optimal", "learning_rate=\"optimal\""),
        ("sklearn", "adaptive", "learning_rate=\"adaptive\""),
        ("mmcv", "CyclicLrUpdaterHook OneCycleLrUpdaterHook", "by_epoch=False, anneal_strategy=\"cos\", momentum=None"),
        ("mmcv", "FixedLrUpdaterHook StepLrUpdaterHook ExpLrUpdaterHook PolyLrUpdaterHook InvLrUpdaterHook", "by_epoch=True"),
        ("mmcv", MMCVFalls, "by_epoch=True, min_lr=None, min_lr_ratio=None"),
        ("mmcv", "StepMomentumUpdaterHook CosineAnnealingMomentumUpdaterHook LinearAnnealingMomentumUpdaterHook", "by_epoch=True"),
        ("mmcv", "*", "epoch_len=10, max_epochs=10, warmup=None, warmup_iters=0, warmup_ratio=0.1"),
        ("mmcv", "StepLrUpdaterHook StepMomentumUpdaterHook", "gamma=0.1"),
        ("mmcv", "StepLrUpdaterHook", "min_lr=None"),
        ("mmcv", "StepMomentumUpdaterHook", "min_momentum=None"),
        ("mmcv", "CosineAnnealingMomentumUpdaterHook LinearAnnealingMomentumUpdaterHook", "min_momentum_ratio=None"),
        ("mmcv", "FlatCosineAnnealingLrUpdaterHook", "start_percent=0.75"),
        ("mmcv", "CyclicLrUpdaterHook", "target_ratio=[10, 1e-4], cyclic_times=1, step_ratio_up=0.4, gamma=1"),
        ("mmcv", "OneCycleLrUpdaterHook", "total_steps=None, pct_start=0.3, div_factor=25, final_div_factor=1e4, three_phase=False"),
        ("lightning_bolts", "LinearWarmupCosineAnnealingLR", "warmup_start_lr=0.0, eta_min=0.0"),
        ("lightning_bolts", "linear_warmup_decay", "cosine=True, linear=False"),
        ("warmup_scheduler", "StepLR", "gamma=0.1"),
        ("warmup_scheduler", "CosineAnnealingLR", "eta_min=0"),
        ("warmup_scheduler", "ReduceLROnPlateau", "mode=\"min\", threshold=0.0001, threshold_mode=\"rel\", cooldown=0, min_lr=0, eps=1e-8"),
        ("cosine_annealing_warmup", "*", "cycle_mult=1.0, gamma=1.0"),
        ("monai", "WarmupCosineSchedule", "cycles=0.5, warmup_multiplier=0"),
        ("yolov5", "train", YoloDefaults + ", group=1"),
        ("ultralytics", "train", YoloDefaults + ", bias=False"),
        ("tensorflow_addons", "CyclicalLearningRate", "scale_mode=\"cycle\""),
        ("tensorflow_addons", "TriangularCyclicalLearningRate Triangular2CyclicalLearningRate", "scale_mode=\"cycle\""),
        ("tensorflow_addons", "ExponentialCyclicalLearningRate", "scale_mode=\"iterations\", gamma=1.0"),
        ("keras_cv", "WarmUpCosineDecay", "start_lr=0.0, hold=0"),
        ("mlx", "cosine_decay", "end=0.0"),
        ("levanter", "lr_scheduler", "min_lr_ratio=0.1, warmup=0.01, rewarmup=0.0, decay=None, cooldown=None"),
        ("levanter", "lr_scheduler", "cycles=None, cycle_length=None, lr_schedule=\"cosine\""),
        ("schedulefree", "*", "warmup_steps=0, r=0.0, weight_lr_power=2.0"),
    ];

    private const string MMCVFalls =
        "CosineAnnealingLrUpdaterHook FlatCosineAnnealingLrUpdaterHook CosineRestartLrUpdaterHook LinearAnnealingLrUpdaterHook";

    private const string YoloDefaults =
        "cos_lr=False, lrf=0.01, momentum=0.937, warmup_epochs=3.0, warmup_momentum=0.8, warmup_bias_lr=0.1";

    private const string OneCycle =
        "pct_start=0.3, anneal_strategy=\"cos\", cycle_momentum=True, base_momentum=0.85, div_factor=25.0, "
        + "final_div_factor=1e4, three_phase=False";

    public static string? Of(string library, string name) =>
        Table
            .Where(row => row.Library == library && row.Names.Split(' ') is var names && (names[0] == "*" || names.Contains(name)))
            .Select(row => row.Arguments)
            .Aggregate((string?)null, (all, some) => all is null ? some : $"{all}, {some}");
}
