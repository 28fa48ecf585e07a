using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary><c>paddle.optimizer.lr</c>, PaddlePaddle 3. Its schedules hold their rates themselves.</summary>
internal sealed class PaddleLibrary : Library
{
    internal PaddleLibrary()
        : base("Paddle", "paddle")
    {
        Rate(
            "NoamDecay(d_model, warmup_steps, learning_rate=1.0",
            a => Paddle.NoamDecay(a.Integer("d_model"), a.Integer("warmup_steps"), a.Number("learning_rate"))
        );
        Rate("PiecewiseDecay(boundaries, values", a => Paddle.PiecewiseDecay(a.Integers("boundaries"), a.Numbers("values")));
        Rate("NaturalExpDecay(learning_rate, gamma", a => Paddle.NaturalExpDecay(a.Number("learning_rate"), a.Number("gamma")));
        Rate("InverseTimeDecay(learning_rate, gamma", a => Paddle.InverseTimeDecay(a.Number("learning_rate"), a.Number("gamma")));
        Rate(
            "PolynomialDecay(learning_rate, decay_steps, end_lr=0.0001, power=1.0, cycle=False",
            a =>
                Paddle.PolynomialDecay(
                    a.Number("learning_rate"),
                    a.Integer("decay_steps"),
                    a.Number("end_lr"),
                    a.Number("power"),
                    a.Flag("cycle")
                )
        );
        Rate(
            "LinearWarmup(learning_rate, warmup_steps, start_lr, end_lr",
            a => Paddle.LinearWarmup(a.Schedule("learning_rate"), a.Integer("warmup_steps"), a.Number("start_lr"), a.Number("end_lr"))
        );
        Rate("ExponentialDecay(learning_rate, gamma", a => Paddle.ExponentialDecay(a.Number("learning_rate"), a.Number("gamma")));
        Rate(
            "MultiStepDecay(learning_rate, milestones, gamma=0.1",
            a => Paddle.MultiStepDecay(a.Number("learning_rate"), a.Integers("milestones"), a.Number("gamma"))
        );
        Rate(
            "StepDecay(learning_rate, step_size, gamma=0.1",
            a => Paddle.StepDecay(a.Number("learning_rate"), a.Integer("step_size"), a.Number("gamma"))
        );
        Rate("LambdaDecay(learning_rate, lr_lambda", a => PyTorch.LambdaLR(a.Number("learning_rate"), a.Schedule("lr_lambda")));
        Rate(
            "MultiplicativeDecay(learning_rate, lr_lambda",
            a => PyTorch.MultiplicativeLR(a.Number("learning_rate"), a.Schedule("lr_lambda"))
        );
        Rate(
            "CosineAnnealingDecay(learning_rate, T_max, eta_min=0",
            a => Paddle.CosineAnnealingDecay(a.Number("learning_rate"), a.Integer("T_max"), a.Number("eta_min"))
        );
        Rate(
            "CosineAnnealingWarmRestarts(learning_rate, T_0, T_mult=1, eta_min=0",
            a => Paddle.CosineAnnealingWarmRestarts(a.Number("learning_rate"), a.Integer("T_0"), a.Integer("T_mult"), a.Number("eta_min"))
        );
        Rate(
            "OneCycleLR(max_learning_rate, total_steps, divide_factor=25.0, end_learning_rate=0.0001, phase_pct=0.3, "
                + "anneal_strategy='cos', three_phase=False",
            a =>
                Paddle.OneCycleLR(
                    a.Number("max_learning_rate"),
                    a.Integer("total_steps"),
                    a.Number("divide_factor"),
                    a.Number("end_learning_rate"),
                    a.Number("phase_pct"),
                    a.Anneal("anneal_strategy"),
                    a.Flag("three_phase")
                )
        );
        Rate(
            "CyclicLR(base_learning_rate, max_learning_rate, step_size_up, step_size_down=None, mode='triangular', exp_gamma=1.0, "
                + "scale_fn=None, scale_mode='cycle'",
            a =>
                Paddle.CyclicLR(
                    a.Number("base_learning_rate"),
                    a.Number("max_learning_rate"),
                    a.Integer("step_size_up"),
                    a.IntegerOrNull("step_size_down"),
                    a.CyclicMode(),
                    a.Number("exp_gamma")
                )
        );
        Rate(
            "LinearLR(learning_rate, total_steps, start_factor=1.0/3.0, end_factor=1.0",
            a => Paddle.LinearLR(a.Number("learning_rate"), a.Integer("total_steps"), a.Number("start_factor"), a.Number("end_factor"))
        );
        Add(
            "ReduceOnPlateau(learning_rate, mode='min', factor=0.1, patience=10, threshold=1e-4, threshold_mode='rel', cooldown=0, "
                + "min_lr=0, epsilon=1e-8, verbose=False)",
            a => new RatePolicy(
                "ReduceOnPlateau",
                new OptimizerRates([a.Number("learning_rate")]),
                rate => a.PlateauPolicy(Paddle.ReduceOnPlateau, rate(), "epsilon")
            )
        );
    }

    /// <summary>PyTorch and Keras have some of its names, and are more often meant.</summary>
    internal override bool YieldsToOthers => true;

    private void Rate(string signature, Func<Arguments, Func<int, double>> meaning) =>
        Add(
            $"{signature}, last_epoch=-1, verbose=False)",
            a =>
            {
                a.Only("last_epoch", -1L, "a schedule that goes on is read from its state");
                return meaning(a);
            }
        );
}
