namespace LrMath.Training;

/// <summary>The training loop: it owns the step counter and asks nothing of a schedule but its value.</summary>
public static class Trainer
{
    /// <param name="learn">An update of the model.</param>
    /// <param name="random">Draws the order of the images.</param>
    /// <param name="epochEnded">Is given the validation loss after each epoch.</param>
    /// <exception cref="ScheduleFailedException">A schedule threw or returned NaN.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunResult Train(
        RunKey key,
        INetwork model,
        Split data,
        Learn learn,
        int batch,
        System.Random random,
        Action<double>? epochEnded = null,
        CancellationToken stop = default
    )
    {
        double[] trainLoss = Nothing(key.Epochs),
            validationLoss = Nothing(key.Epochs),
            validationAccuracy = Nothing(key.Epochs);
        bool diverged = false;
        int step = 0;
        for (int epoch = 0; epoch < key.Epochs && !diverged; epoch++)
        {
            stop.ThrowIfCancellationRequested();
            int[] order = Split.Shuffled(data.Train.Count, random);
            double sum = 0;
            for (int first = 0; first < order.Length && !diverged; first += batch)
            {
                ReadOnlySpan<int> part = order.AsSpan(first, Math.Min(batch, order.Length - first));
                double loss = learn(step++, data.Train, part);
                diverged = !double.IsFinite(loss);
                sum += loss * part.Length;
            }
            trainLoss[epoch] = sum / order.Length;
            (validationLoss[epoch], validationAccuracy[epoch]) = model.Evaluate(data.Validation);
            diverged |= !double.IsFinite(validationLoss[epoch]);
            if (!diverged)
            {
                epochEnded?.Invoke(validationLoss[epoch]);
            }
        }
        // Less than twice as good as guessing: nothing is learned any more, even if the loss is finite.
        diverged |= validationAccuracy[^1] < 2.0 / model.Classes;
        return new RunResult(key, diverged, model.Evaluate(data.Test).Accuracy, trainLoss, validationLoss, validationAccuracy);
    }

    /// <summary>Updates in one pass over the images.</summary>
    public static int StepsPerEpoch(Split data, int batch) => (data.Train.Count + batch - 1) / batch;

    private static double[] Nothing(int epochs)
    {
        double[] values = new double[epochs];
        Array.Fill(values, double.NaN);
        return values;
    }
}
