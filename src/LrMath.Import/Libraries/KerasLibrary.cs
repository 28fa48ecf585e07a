using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary><c>keras.optimizers.schedules</c> and the plateau callback, Keras 3.15.</summary>
internal sealed class KerasLibrary : Library
{
    internal KerasLibrary()
        : base("Keras", "keras", "tensorflow", "tf", "schedules")
    {
        Add(
            "CosineDecay(initial_learning_rate, decay_steps, alpha=0.0, name='CosineDecay', warmup_target=None, warmup_steps=0)",
            a =>
                Keras.CosineDecay(
                    a.Number("initial_learning_rate"),
                    a.Integer("decay_steps"),
                    a.Number("alpha"),
                    a.NumberOrNull("warmup_target"),
                    a.Integer("warmup_steps")
                )
        );
        Add(
            "CosineDecayRestarts(initial_learning_rate, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name='SGDRDecay')",
            a =>
                Keras.CosineDecayRestarts(
                    a.Number("initial_learning_rate"),
                    a.Integer("first_decay_steps"),
                    a.Number("t_mul"),
                    a.Number("m_mul"),
                    a.Number("alpha")
                )
        );
        Add(
            "ExponentialDecay(initial_learning_rate, decay_steps, decay_rate, staircase=False, name='ExponentialDecay')",
            a =>
                Keras.ExponentialDecay(
                    a.Number("initial_learning_rate"),
                    a.Integer("decay_steps"),
                    a.Number("decay_rate"),
                    a.Flag("staircase")
                )
        );
        Add(
            "InverseTimeDecay(initial_learning_rate, decay_steps, decay_rate, staircase=False, name='InverseTimeDecay')",
            a =>
                Keras.InverseTimeDecay(
                    a.Number("initial_learning_rate"),
                    a.Integer("decay_steps"),
                    a.Number("decay_rate"),
                    a.Flag("staircase")
                )
        );
        Add(
            "PolynomialDecay(initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, name='PolynomialDecay')",
            a =>
                Keras.PolynomialDecay(
                    a.Number("initial_learning_rate"),
                    a.Integer("decay_steps"),
                    a.Number("end_learning_rate"),
                    a.Number("power"),
                    a.Flag("cycle")
                )
        );
        Add(
            "PiecewiseConstantDecay(boundaries, values, name='PiecewiseConstant')",
            a => Keras.PiecewiseConstantDecay(a.Integers("boundaries"), a.Numbers("values"))
        );
        Add(
            "ReduceLROnPlateau(monitor='val_loss', factor=0.1, patience=10, verbose=0, mode='auto', min_delta=0.0001, "
                + "cooldown=0, min_lr=0.0)",
            a => new RatePolicy(
                "ReduceLROnPlateau",
                OptimizerRates.NotTold,
                rate =>
                    Keras.ReduceLROnPlateau(
                        rate(),
                        a.Number("factor"),
                        a.Integer("patience"),
                        a.Choice(
                            "mode",
                            ("min", ClosedLoop.Mode.Min),
                            ("max", ClosedLoop.Mode.Max),
                            (
                                "auto",
                                a.Text("monitor").Contains("acc", StringComparison.Ordinal) ? ClosedLoop.Mode.Max : ClosedLoop.Mode.Min
                            )
                        ),
                        a.Number("min_delta"),
                        a.Integer("cooldown"),
                        a.Number("min_lr")
                    )
            )
        );
    }
}
