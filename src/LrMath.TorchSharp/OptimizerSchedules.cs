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
        /// values are checked before the first one is set.
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
        /// <exception cref="ArgumentNullException">The optimizer is null.</exception>
        /// <exception cref="ArgumentException">
        /// A schedule is a multicast delegate or gave an illegal value, or the optimizer has no such parameter: Rprop, LBFGS, Adagrad,
        /// Adadelta and ASGD have no momentum, Rprop and LBFGS no weight decay, and Rprop has no rate after its first update.
        /// </exception>
        /// <remarks>
        /// A resumed run needs the step and nothing else. ASGD uses a rate one update after it is set, as PyTorch's does. With TorchSharp's
        /// own class the rate alone is <c>LambdaLR(optimizer, rate)</c> on an optimizer made with a rate of 1.
        /// </remarks>
        /// <example><code>
        /// // The momentum is 0.95 at a rate of 0, and 0.85 at a rate of 0.1.
        /// optimizer.Set(step, lr, momentum: lr.Scale(-1).Offset(0.95));
        /// optimizer.step();
        /// </code></example>
        public void Set(int step, Func<int, double>? rate = null, Func<int, double>? momentum = null, Func<int, double>? weightDecay = null)
        {
            SettableGroup[] groups = SettableGroup.Of(optimizer);
            Set(groups, step, ForAll(nameof(rate), rate), ForAll(nameof(momentum), momentum), ForAll(nameof(weightDecay), weightDecay));

            Given ForAll(string argument, Func<int, double>? one) =>
                new(argument, one is null ? null : [.. Enumerable.Repeat(one, groups.Length)], IsList: false);
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
        /// <exception cref="ArgumentNullException">The optimizer or a schedule of a list is null.</exception>
        /// <exception cref="ArgumentException">
        /// The numbers of schedules and of groups differ, a schedule is a multicast delegate or gave an illegal value, or the optimizer has
        /// no such parameter.
        /// </exception>
        /// <example><code>optimizer.Set(step, layers.Rates(lr.LayerDecay(layers.Layers, 0.75)));</code></example>
        public void Set(
            int step,
            IReadOnlyList<Func<int, double>>? rates,
            IReadOnlyList<Func<int, double>>? momentums = null,
            IReadOnlyList<Func<int, double>>? weightDecays = null
        )
        {
            SettableGroup[] groups = SettableGroup.Of(optimizer);
            Set(
                groups,
                step,
                new(nameof(rates), rates, IsList: true),
                new(nameof(momentums), momentums, IsList: true),
                new(nameof(weightDecays), weightDecays, IsList: true)
            );
        }
    }

    private static void Set(SettableGroup[] groups, int step, Given rates, Given momentums, Given weightDecays)
    {
        Guard.NonNegative(step);
        double[]? rate = Values("rate", step, rates, groups, g => g.WhyNoRate, (_, value) => IsNotNegative(value) ? null : NotNegative);
        double[]? momentum = Values("momentum", step, momentums, groups, g => g.WhyNoMomentum, (g, value) => g.WhyIllegalMomentum(value));
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

    internal static bool IsNotNegative(double value) => double.IsFinite(value) && value >= 0;

    private static double[]? Values(
        string name,
        int step,
        Given given,
        SettableGroup[] groups,
        Func<SettableGroup, string?> whyNot,
        Func<SettableGroup, double, string?> legal
    )
    {
        if (given.Schedules is not { } schedules)
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
                ),
                given.Argument
            );
        }

        double[] values = new double[groups.Length];
        for (int i = 0; i < groups.Length; i++)
        {
            if (whyNot(groups[i]) is { } reason)
            {
                throw new ArgumentException($"The {name} cannot be set: {reason}.", given.Argument);
            }

            Guard.Schedule(schedules[i], given.Argument, given.IsList ? i : null);
            values[i] = schedules[i](step);
            if (legal(groups[i], values[i]) is { } range)
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The {name} of group {i} at step {step} is {values[i]}; legal is {range}."
                    ),
                    given.Argument
                );
            }
        }
        return values;
    }

    /// <summary>Schedules for the groups, and the argument that they come from.</summary>
    private readonly record struct Given(string Argument, IReadOnlyList<Func<int, double>>? Schedules, bool IsList);
}
