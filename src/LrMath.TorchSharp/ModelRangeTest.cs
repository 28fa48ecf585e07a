using System.Globalization;
using LrMath.Analysis;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace LrMath.TorchSharp;

/// <summary>A learning-rate range test on a model in training, which is left exactly as it was.</summary>
public static class ModelRangeTest
{
    private const double SmoothedShare = 20;

    /// <summary>
    /// Trains with a rate that rises from update to update, until the loss diverges or the steps are done. Then everything is put back:
    /// parameters, buffers and gradients of the model, train or eval mode of each of its modules, the state and the hyper-parameters of the
    /// optimizer, and TorchSharp's random numbers of the CPU. The same happens if the training throws.
    /// </summary>
    /// <param name="model">The model that is trained.</param>
    /// <param name="optimizer">Its optimizer, with any number of parameter groups.</param>
    /// <param name="min">The first rate, finite, above 0.</param>
    /// <param name="max">The last rate, finite, above <paramref name="min"/>.</param>
    /// <param name="steps">The number of updates, 2 or more; 100 to 300 are usual.</param>
    /// <param name="train">
    /// One update: forward, backward, <c>optimizer.step()</c>; given the zero-based step, it returns the loss of the batch. It leaves the
    /// rate alone. Data and random numbers of its own are its own matter.
    /// </param>
    /// <param name="factor">How many times the lowest smoothed loss ends the test, finite, 1 or more.</param>
    /// <param name="groupFactors">
    /// What the rate is multiplied by in each parameter group, dimensionless, finite, 0 or more, as many as groups, such as the factors of
    /// layers; a group with 0 is not trained. Null: all 1.
    /// </param>
    /// <returns>Rates and losses, as far as the test went.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/>, <paramref name="optimizer"/> or <paramref name="train"/> is
    /// null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate, the number of steps or a factor is outside its range.</exception>
    /// <exception cref="ArgumentException">There are not as many group factors as groups, or the optimizer has no rate that can be set
    /// (Rprop).</exception>
    /// <remarks>
    /// The rates are <c>Schedule.RangeTest(min, max, steps)</c>. What is compared with the limit is the loss smoothed over a twentieth of
    /// the steps, as in <see cref="RateFinder.Suggest"/>; a NaN or infinite loss ends the test at once. The random numbers of other devices
    /// are not restored. torch-lr-finder, fastai's lr_find. Smith, arXiv:1506.01186.
    /// </remarks>
    /// <example><code>
    /// RangeTestLog log = ModelRangeTest.Run(model, optimizer, min: 1e-5, max: 10, steps: 200, TrainOneBatch);
    /// Console.WriteLine(log.Suggest());
    /// </code></example>
    public static RangeTestLog Run(
        Module model,
        OptimizerHelper optimizer,
        double min,
        double max,
        int steps,
        Func<int, double> train,
        double factor = 4,
        IReadOnlyList<double>? groupFactors = null
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(train);
        if (!(double.IsFinite(min) && min > 0))
        {
            throw Guard.Illegal(nameof(min), nameof(min), min, "a finite number above 0");
        }

        if (!(double.IsFinite(max) && max > min))
        {
            string legal = string.Create(CultureInfo.InvariantCulture, $"a finite number above min, {min}");
            throw Guard.Illegal(nameof(max), nameof(max), max, legal);
        }

        RateFinder.DivergedAt([], factor);
        Func<int, double> lr = Schedule.RangeTest(min, max, steps);
        if (SettableGroup.Of(optimizer).Select(group => group.WhyNoRate).FirstOrDefault(why => why is not null) is { } reason)
        {
            throw new ArgumentException($"The rate cannot be set: {reason}.", nameof(optimizer));
        }

        IReadOnlyList<Func<int, double>> rates = [.. Factors(groupFactors, optimizer.ParamGroups.Count()).Select(one => lr.Scale(one))];

        using TrainingSnapshot before = new(model, optimizer);
        try
        {
            optimizer.Set(0, rates);
            return RunTest(step => optimizer.Set(step, rates), lr, steps, train, factor);
        }
        finally
        {
            before.Restore();
        }
    }

    private static double[] Factors(IReadOnlyList<double>? groupFactors, int groups)
    {
        if (groupFactors is null)
        {
            return [.. Enumerable.Repeat(1.0, groups)];
        }

        if (groupFactors.Count != groups)
        {
            throw new ArgumentException(
                $"groupFactors has {groupFactors.Count} elements where {groups} are needed: one for each parameter group.",
                nameof(groupFactors)
            );
        }

        for (int i = 0; i < groups; i++)
        {
            if (!OptimizerSchedules.IsNotNegative(groupFactors[i]))
            {
                throw Guard.Illegal($"groupFactors[{i}]", nameof(groupFactors), groupFactors[i], "a finite number, 0 or more");
            }
        }

        return [.. groupFactors];
    }

    private static RangeTestLog RunTest(Action<int> set, Func<int, double> lr, int steps, Func<int, double> train, double factor)
    {
        double past = Math.Max(0, 1 - SmoothedShare / steps);
        List<double> rates = [],
            losses = [];
        for (int step = 0; step < steps; step++)
        {
            set(step);
            rates.Add(lr(step));
            losses.Add(train(step));
            // Smoothing looks back only, so all but the last loss have been judged before.
            if (RateFinder.DivergedAt(RateFinder.Smooth([.. losses], past), factor) is not null)
            {
                return new RangeTestLog(rates, losses, step);
            }
        }
        return new RangeTestLog(rates, losses, null);
    }
}
