using LrMath.ClosedLoop;
using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>Keras 3, in LrMath's words.</summary>
internal sealed class KerasRecords : RecordMap
{
    public KerasRecords()
        : base("keras")
    {
        Rate(
            "CosineDecay",
            a =>
                Keras.CosineDecay(
                    a.Number("initial_learning_rate"),
                    a.Int("decay_steps"),
                    a.Number("alpha"),
                    a.NumberOrNull("warmup_target"),
                    a.Int("warmup_steps")
                )
        );
        Rate(
            "CosineDecayRestarts",
            a =>
                Keras.CosineDecayRestarts(
                    a.Number("initial_learning_rate"),
                    a.Int("first_decay_steps"),
                    a.Number("t_mul"),
                    a.Number("m_mul"),
                    a.Number("alpha")
                )
        );
        Rate(
            "ExponentialDecay",
            a =>
                Keras.ExponentialDecay(a.Number("initial_learning_rate"), a.Int("decay_steps"), a.Number("decay_rate"), a.Flag("staircase"))
        );
        Rate(
            "InverseTimeDecay",
            a =>
                Keras.InverseTimeDecay(a.Number("initial_learning_rate"), a.Int("decay_steps"), a.Number("decay_rate"), a.Flag("staircase"))
        );
        Rate("PiecewiseConstantDecay", a => Keras.PiecewiseConstantDecay(a.Ints("boundaries"), a.Numbers("values")));
        Rate(
            "PolynomialDecay",
            a =>
                Keras.PolynomialDecay(
                    a.Number("initial_learning_rate"),
                    a.Int("decay_steps"),
                    a.Number("end_learning_rate"),
                    a.Number("power"),
                    a.Flag("cycle")
                )
        );
        Loop(
            "ReduceLROnPlateau",
            (a, lr, metrics) =>
                ClosedLoopRecords.After(
                    Schedule.Constant(lr),
                    Keras.ReduceLROnPlateau(
                        lr,
                        a.Number("factor"),
                        a.Int("patience"),
                        a.Choice("mode", ("min", Mode.Min), ("max", Mode.Max)),
                        a.Number("min_delta"),
                        a.Int("cooldown"),
                        a.Number("min_lr")
                    ),
                    metrics
                )
        );
    }
}
