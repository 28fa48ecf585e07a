namespace LrMath.ClosedLoop;

// The frameworks' machines with the frameworks' defaults, quirks included; a knob is changed with `with`.
public sealed partial record Plateau
{
    /// <summary>
    /// PyTorch's <c>ReduceLROnPlateau</c> with its defaults; change what differs, <c>Plateau.PyTorch with { BaseRate = 0.1, Patience = 5
    /// }</c>. Its <c>min_lr</c> and <c>eps</c> are <see cref="Floor"/> and <see cref="Epsilon"/>; its threshold mode <c>abs</c> is
    /// <c>RelativeThreshold = 0, AbsoluteThreshold = threshold</c>.
    /// </summary>
    /// <remarks>
    /// The machine of TorchSharp, timm (whose mode is <see cref="Mode.Max"/>), mmengine, ignite and fairseq as well.
    /// One case differs: here a metric of -∞ is not remembered as the best of all, so the run goes on.
    /// </remarks>
    public static Plateau PyTorch { get; } = new() { SignedMargin = true, Epsilon = 1e-8 };

    /// <summary>
    /// Paddle's <c>ReduceOnPlateau</c> with its defaults: PyTorch's machine, except that metrics in a cooldown are not looked at. Change
    /// what differs, <c>Plateau.Paddle with { BaseRate = 0.1, Patience = 5 }</c>.
    /// </summary>
    /// <remarks>
    /// Three cases differ: a NaN as the first metric does not become the best one, a relative threshold of 1 never sees an improvement, and
    /// a metric that meets the relative margin to the last bit may fall on the other side (Paddle rounds <c>best - best · threshold</c>,
    /// here it is <c>best · (1 - threshold)</c> as in PyTorch).
    /// </remarks>
    public static Plateau Paddle { get; } = PyTorch with { BestInCooldown = false };

    /// <summary>
    /// Keras' <c>ReduceLROnPlateau</c> with its defaults; change what differs, <c>Plateau.Keras with { BaseRate = 0.1, Patience = 5 }</c>.
    /// Its <c>min_lr</c> is <see cref="Floor"/>, its <c>min_delta</c> <see cref="AbsoluteThreshold"/>.
    /// </summary>
    /// <remarks>
    /// At its floor Keras goes on waiting and starts no cooldown, which shows in the counts but in no rate. It compares with the floor in
    /// single precision, so a rate within 6e-8 of the floor (relatively) stays there and is here put onto it. Keras forgets everything at
    /// the next <c>fit</c>.
    /// </remarks>
    public static Plateau Keras { get; } =
        new()
        {
            PatienceRule = PatienceRule.Reaches,
            LastOfCooldownCounts = true,
            RelativeThreshold = 0,
            AbsoluteThreshold = 1e-4,
        };

    /// <summary>
    /// optax's <c>contrib.reduce_on_plateau</c> with its defaults; change what differs, <c>Plateau.Optax with { Patience = 5 }</c>. Its
    /// <c>rtol</c>, <c>atol</c>, <c>accumulation_size</c> and <c>min_scale</c> are <see cref="RelativeThreshold"/>,
    /// <see cref="AbsoluteThreshold"/>,
    /// <see cref="AverageOver"/> and <see cref="Floor"/>.
    /// </summary>
    /// <remarks>Reproduced as it is: with a patience of 0 it reduces when the metric improves, and never otherwise.</remarks>
    public static Plateau Optax { get; } = new() { PatienceRule = PatienceRule.Meets, SignedMargin = true };

    /// <summary>
    /// scikit-learn's <c>learning_rate="adaptive"</c> (SGDClassifier, SGDRegressor) with its defaults; change what differs,
    /// <c>Plateau.ScikitLearn with { BaseRate = 0.1, Patience = 3 }</c>. Its <c>eta0</c>, <c>n_iter_no_change</c> and <c>tol</c> are
    /// <see cref="BaseRate"/>, <see cref="Patience"/> and <see cref="AbsoluteThreshold"/>: a loss that is summed over the samples needs
    /// <c>tol · samples</c>, the loss of the validation set <c>tol</c> itself.
    /// </summary>
    /// <remarks>
    /// <para>The rate is divided by 5 after n metrics in a row that are not below the best by the tolerance, while the best follows every
    /// new low: a loss that falls by half the tolerance each time never improves. With a tolerance of 1e-4, n = 3 and a first rate of 0.1,
    /// the metrics <c>1 - 0.5e-4 · i</c> give 0.1, 0.1, 0.1, 0.1, 0.02, 0.02, 0.02, 0.004, … 0.0008.</para>
    /// <para>scikit-learn divides while the rate is above 1e-6, and then stops the training, where this goes on with the last rate; the
    /// limit is kept by <see cref="Epsilon"/>, for <c>rate - rate / 5 &gt; 0.8e-6</c> says the same.</para>
    /// </remarks>
    public static Plateau ScikitLearn { get; } =
        new()
        {
            Factor = 0.2,
            ByDivision = true,
            Patience = 5,
            PatienceRule = PatienceRule.Reaches,
            RelativeThreshold = 0,
            AbsoluteThreshold = 1e-3,
            SignedMargin = true,
            InclusiveMargin = true,
            CompareWith = Baseline.Best,
            Epsilon = 0.8e-6,
        };

    /// <summary>
    /// newbob: halves the rate whenever a metric is not better than the one before it by a quarter of a percent. Change what differs,
    /// <c>Plateau.NewBob with { BaseRate = 0.1, Factor = 0.8, RelativeThreshold = 0.01 }</c>.
    /// </summary>
    /// <remarks>
    /// SpeechBrain's <c>NewBobScheduler</c> with its defaults; its <c>annealing_factor</c> and <c>improvement_threshold</c> are
    /// <see cref="Factor"/> and <see cref="RelativeThreshold"/>. With a patience above 0 it counts bad metrics that need not follow each
    /// other; here they must. For a metric of 0 or less it divides by the metric before; here a share is one of its size. Named after a
    /// script of the ICSI (QuickNet); Kaldi, ESPnet and NeMo have relatives of it.
    /// </remarks>
    public static Plateau NewBob { get; } =
        new()
        {
            Factor = 0.5,
            Patience = 0,
            RelativeThreshold = 0.0025,
            InclusiveMargin = true,
            CompareWith = Baseline.Previous,
        };
}
