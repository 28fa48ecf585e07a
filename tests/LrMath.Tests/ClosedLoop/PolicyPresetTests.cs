using System.Reflection;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>
/// The policies that carry a library's name have the defaults of that library's own signature, which stands above each row, and the quirks
/// of the code below that signature.
/// </summary>
public class PolicyPresetTests
{
    /// <summary>Every knob of a plateau without margin, wait, bound or quirk: whatever a library adds is in its row.</summary>
    private static readonly Plateau Bare = new()
    {
        BaseRate = 1,
        Mode = Mode.Min,
        Factor = 0,
        Patience = 0,
        PatienceRule = PatienceRule.Exceeds,
        RelativeThreshold = 0,
        AbsoluteThreshold = 0,
        SignedMargin = false,
        CompareWith = Baseline.LastImprovement,
        InclusiveMargin = false,
        ByDivision = false,
        Cooldown = 0,
        LastOfCooldownCounts = false,
        BestInCooldown = true,
        Floor = 0,
        Epsilon = 0,
        AverageOver = 1,
    };

    // ReduceLROnPlateau(optimizer, mode="min", factor=0.1, patience=10, threshold=1e-4, threshold_mode="rel", cooldown=0, min_lr=0,
    // eps=1e-8), torch/optim/lr_scheduler.py: num_bad_epochs > patience; best · (1 - threshold).
    private static readonly Plateau OfPyTorch = Bare with
    {
        Factor = 0.1,
        Patience = 10,
        RelativeThreshold = 1e-4,
        SignedMargin = true,
        Epsilon = 1e-8,
    };

    // ReduceOnPlateau(learning_rate, mode="min", factor=0.1, patience=10, threshold=1e-4, threshold_mode="rel", cooldown=0, min_lr=0,
    // epsilon=1e-8), python/paddle/optimizer/lr.py: a metric in a cooldown is not looked at.
    private static readonly Plateau OfPaddle = Bare with
    {
        Factor = 0.1,
        Patience = 10,
        RelativeThreshold = 1e-4,
        SignedMargin = true,
        BestInCooldown = false,
        Epsilon = 1e-8,
    };

    // ReduceLROnPlateau(monitor="val_loss", factor=0.1, patience=10, verbose=0, mode="auto", min_delta=1e-4, cooldown=0, min_lr=0.0),
    // keras/src/callbacks/reduce_lr_on_plateau.py: wait >= patience; the cooldown counts down before it is looked at.
    private static readonly Plateau OfKeras = Bare with
    {
        Factor = 0.1,
        Patience = 10,
        PatienceRule = PatienceRule.Reaches,
        AbsoluteThreshold = 1e-4,
        LastOfCooldownCounts = true,
    };

    // reduce_on_plateau(factor=0.1, patience=10, rtol=1e-4, atol=0.0, cooldown=0, accumulation_size=1, min_scale=0.0),
    // optax/contrib/_reduce_on_plateau.py: plateau_count == patience; (1 - rtol) · best_value - atol.
    private static readonly Plateau OfOptax = Bare with
    {
        Factor = 0.1,
        Patience = 10,
        PatienceRule = PatienceRule.Meets,
        RelativeThreshold = 1e-4,
        SignedMargin = true,
    };

    // GreedyLR(optimizer, mode="min", factor=0.95, patience=10, threshold=1e-6, threshold_mode="abs", cooldown=0, warmup=0, min_lr=1e-3,
    // max_lr=1.0, eps=1e-8, verbose=False, smooth=False, window_size=50, reset_start=500), src/transformers/optimization.py: best · (1 -
    // threshold) if relative; the streaming average keeps its sum.
    private static readonly Greedy OfTransformers = new()
    {
        BaseRate = 1,
        Mode = Mode.Min,
        Factor = 0.95,
        Patience = 10,
        RelativeThreshold = 0,
        AbsoluteThreshold = 1e-6,
        SignedMargin = true,
        Cooldown = 0,
        Warmup = 0,
        Floor = 1e-3,
        Ceiling = 1,
        Epsilon = 1e-8,
        Window = 0,
        RunningSum = true,
        ResetAfter = 500,
    };

    private static readonly Dictionary<string, object> Defaults = new(StringComparer.Ordinal)
    {
        ["Plateau.PyTorch"] = OfPyTorch,
        ["PyTorch.ReduceLROnPlateau"] = OfPyTorch,

        // PlateauLRScheduler(optimizer, decay_rate=0.1, patience_t=10, verbose=True, threshold=1e-4, cooldown_t=0, warmup_t=0,
        // warmup_lr_init=0, lr_min=0, mode="max", …), timm/scheduler/plateau_lr.py: hands them to PyTorch's.
        ["Timm.PlateauLRScheduler"] = OfPyTorch with
        {
            Mode = Mode.Max,
        },
        ["Plateau.Paddle"] = OfPaddle,
        ["Paddle.ReduceOnPlateau"] = OfPaddle,
        ["Plateau.Keras"] = OfKeras,
        ["Keras.ReduceLROnPlateau"] = OfKeras,
        ["Plateau.Optax"] = OfOptax,
        ["Optax.ReduceOnPlateau"] = OfOptax,

        // SGDRegressor(…, tol=0.001, …, n_iter_no_change=5, …) with learning_rate="adaptive", sklearn/linear_model/_sgd_fast.pyx.tp:
        // eta / 5 while eta > 1e-6, which eta - eta / 5 > 0.8e-6 says as well; no_improvement_count >= n_iter_no_change; a loss above
        // best_loss - tol counts, and every loss below the best becomes it.
        ["Plateau.ScikitLearn"] = Bare with
        {
            Factor = 0.2,
            Patience = 5,
            PatienceRule = PatienceRule.Reaches,
            AbsoluteThreshold = 1e-3,
            SignedMargin = true,
            CompareWith = Baseline.Best,
            InclusiveMargin = true,
            ByDivision = true,
            Epsilon = 0.8e-6,
        },

        // NewBobScheduler(initial_value, annealing_factor=0.5, improvement_threshold=0.0025, patient=0), speechbrain/nnet/schedulers.py:
        // (previous - metric) / previous < improvement_threshold.
        ["Plateau.NewBob"] = Bare with
        {
            Factor = 0.5,
            RelativeThreshold = 0.0025,
            CompareWith = Baseline.Previous,
            InclusiveMargin = true,
        },
        ["Greedy.Transformers"] = OfTransformers,
        ["Transformers.GreedyLR"] = OfTransformers,

        // KLAdaptiveLR(optimizer, kl_threshold=0.008, min_lr=1e-6, max_lr=1e-2, kl_factor=2, lr_factor=1.5),
        // skrl/resources/schedulers/torch/kl_adaptive.py.
        ["Steering.Skrl"] = new Steering
        {
            BaseRate = 1,
            Target = 0.008,
            Tolerance = 2,
            Factor = 1.5,
            IgnoreNonPositive = false,
            Floor = 1e-6,
            Ceiling = 1e-2,
        },

        // PPO(…, schedule="adaptive", desired_kl=0.01, …), rsl_rl/algorithms/ppo.py: kl_mean > desired_kl * 2.0 gives max(1e-5, lr / 1.5),
        // desired_kl / 2.0 > kl_mean > 0.0 gives min(1e-2, lr * 1.5).
        ["Steering.RslRl"] = new Steering
        {
            BaseRate = 1,
            Target = 0.01,
            Tolerance = 2,
            Factor = 1.5,
            IgnoreNonPositive = true,
            Floor = 1e-5,
            Ceiling = 1e-2,
        },
    };

    /// <summary>All public policies with a library's name; a rate that the library takes from its optimizer is 1.</summary>
    private static readonly Dictionary<string, object> Presets = new[] { typeof(Plateau), typeof(Greedy), typeof(Steering) }
        .SelectMany(type =>
            type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(property => property.PropertyType == type)
                .Select(property => (Name: Members.NameOf(property), Policy: property.GetValue(null)!))
        )
        .Concat(
            Members
                .Policies.Where(method => !method.ReturnType.IsGenericType)
                .Select(method => (Members.NameOf(method), method.Invoke(null, [.. method.GetParameters().Select(Default)])!))
        )
        .ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Presets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_policy_with_a_librarys_name_has_the_defaults_of_its_signature(string name) =>
        Assert.Equal(Defaults.GetValueOrDefault(name), Presets[name]);

    [Fact]
    public void Every_row_is_about_a_policy() => Assert.Empty(Defaults.Keys.Except(Presets.Keys));

    [Fact]
    public void The_window_that_GreedyLR_smooths_over_is_50_long_unless_it_is_told_otherwise() =>
        Assert.Equal(OfTransformers with { Window = 50 }, Transformers.GreedyLR(1, smooth: true));

    private static object Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue ? 1.0
        : parameter.ParameterType.IsEnum ? Enum.ToObject(parameter.ParameterType, parameter.DefaultValue!)
        : parameter.DefaultValue!;
}
