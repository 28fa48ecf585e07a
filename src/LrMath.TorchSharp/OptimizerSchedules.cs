using System.Globalization;
using Optimizer = TorchSharp.torch.optim.Optimizer;

namespace LrMath.TorchSharp;

/// <summary>Schedules set what an optimizer of TorchSharp uses at a step. Nothing is counted and nothing is kept: the step is the
/// caller's.</summary>
public static class OptimizerSchedules
{
    private const string NotNegative = "a finite number, 0 or more";

    extension(Optimizer optimizer)
    {
        /// <summary>
        /// Sets what the next <c>optimizer.step()</c> uses, the same for every parameter group. What is not given stays as it is. All
        /// values are
        /// checked before the first one is set.
        /// </summary>
        /// <param name="step">The zero-based index of the optimizer update, 0 or more.</param>
        /// <param name="rate">The learning rate: finite, 0 or more.</param>
        /// <param name="momentum">
        /// The momentum of SGD and RMSProp: finite, 0 or more. Of the Adam family, the first beta: 0 or more, less than 1.
        /// </param>
        /// <param name="weightDecay">
        /// The weight decay: finite, 0 or more. As everywhere in TorchSharp it is added to the gradient, except in AdamW, where it is
        /// multiplied by the rate and subtracted from the parameters.
        /// </param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
        /// <exception cref="ArgumentException">
        /// A schedule gave an illegal value, or the optimizer has no such parameter: Rprop, LBFGS, Adagrad, Adadelta and ASGD have no
        /// momentum,
        /// Rprop and LBFGS no weight decay, and Rprop has no rate after its first update.
        /// </exception>
        /// <remarks>
        /// A resumed run needs the step and nothing else. ASGD uses a rate one update after it is set, as PyTorch's does. With TorchSharp's
        /// own
        /// class the rate alone is <c>LambdaLR(optimizer, rate)</c> on an optimizer made with a rate of 1.
        /// </remarks>
        /// <example><code>
        /// optimizer.Set(step, lr, momentum: lr.Mirror(0.85, 0.95));
        /// optimizer.step();
        /// </code></example>
        public void Set(int step, Func<int, double>? rate = null, Func<int, double>? momentum = null, Func<int, double>? weightDecay = null)
        {
            int groups = SettableGroup.Of(optimizer).Length;
            optimizer.Set(step, ForAll(rate), ForAll(momentum), ForAll(weightDecay));

            Func<int, double>[]? ForAll(Func<int, double>? one) => one is null ? null : [.. Enumerable.Repeat(one, groups)];
        }

        /// <summary>
        /// Sets what the next <c>optimizer.step()</c> uses, with one schedule for each parameter group, in the order of
        /// <c>optimizer.ParamGroups</c>. What is not given stays as it is. All values are checked before the first one is set.
        /// </summary>
        /// <param name="step">The zero-based index of the optimizer update, 0 or more.</param>
        /// <param name="rates">The learning rates, as many as groups: finite, 0 or more.</param>
        /// <param name="momentums">The momentums or first betas, as many as groups.</param>
        /// <param name="weightDecays">The weight decays, as many as groups: finite, 0 or more.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
        /// <exception cref="ArgumentException">
        /// The numbers of schedules and of groups differ, a schedule gave an illegal value, or the optimizer has no such parameter.
        /// </exception>
        /// <example><code>optimizer.Set(step, layers.Rates(lr.LayerDecay(layers.Count, 0.75)));</code></example>
        public void Set(
            int step,
            IReadOnlyList<Func<int, double>>? rates,
            IReadOnlyList<Func<int, double>>? momentums = null,
            IReadOnlyList<Func<int, double>>? weightDecays = null
        )
        {
            ArgumentOutOfRangeException.ThrowIfNegative(step);
            SettableGroup[] groups = SettableGroup.Of(optimizer);
            double[]? rate = Values("rate", step, rates, groups, g => g.WhyNoRate, (_, value) => IsNotNegative(value) ? null : NotNegative);
            double[]? momentum = Values(
                "momentum",
                step,
                momentums,
                groups,
                g => g.WhyNoMomentum,
                (g, value) => g.WhyIllegalMomentum(value)
            );
            double[]? decay = Values(
                "weight decay",
                step,
                weightDecays,
                groups,
                g => g.WhyNoWeightDecay,
                (_, value) => IsNotNegative(value) ? null : NotNegative
            );
            for (int i = 0; i < groups.Length; i++)
            {
                if (rate is not null)
                {
                    groups[i].SetRate(rate[i]);
                }

                if (momentum is not null)
                {
                    groups[i].SetMomentum(momentum[i]);
                }

                if (decay is not null)
                {
                    groups[i].SetWeightDecay(decay[i]);
                }
            }
        }
    }

    internal static bool IsNotNegative(double value) => double.IsFinite(value) && value >= 0;

    private static double[]? Values(
        string name,
        int step,
        IReadOnlyList<Func<int, double>>? schedules,
        SettableGroup[] groups,
        Func<SettableGroup, string?> whyNot,
        Func<SettableGroup, double, string?> legal
    )
    {
        if (schedules is null)
        {
            return null;
        }

        if (schedules.Count != groups.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {schedules.Count} schedules for the {name}, and {groups.Length} parameter groups; "
                        + $"legal is one for each group."
                )
            );
        }

        double[] values = new double[groups.Length];
        for (int i = 0; i < groups.Length; i++)
        {
            if (whyNot(groups[i]) is { } reason)
            {
                throw new ArgumentException($"The {name} cannot be set: {reason}.");
            }

            values[i] = schedules[i](step);
            if (legal(groups[i], values[i]) is { } range)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The {name} of group {i} at step {step} is {values[i]}; legal is {range}.")
                );
            }
        }
        return values;
    }
}
