using System.Text.Json.Serialization;
using MathNet.Numerics;

namespace LrMath.Training;

/// <summary>What a run came to; one value an epoch in the curves, NaN after it diverged.</summary>
/// <param name="Key">Which run.</param>
/// <param name="Diverged">The loss became infinite, or the end was less than twice as good as guessing.</param>
/// <param name="TestAccuracy">Share of the test images answered rightly at the end.</param>
/// <param name="TrainLoss">Mean loss of the batches of each epoch.</param>
/// <param name="ValidationLoss">After each epoch.</param>
/// <param name="ValidationAccuracy">After each epoch.</param>
public sealed record RunResult(
    RunKey Key,
    bool Diverged,
    double TestAccuracy,
    double[] TrainLoss,
    double[] ValidationLoss,
    double[] ValidationAccuracy
)
{
    /// <summary>The same without the curves' history, for runs that only choose a rate.</summary>
    public RunResult EndOnly() =>
        this with
        {
            TrainLoss = TrainLoss[^1..],
            ValidationLoss = ValidationLoss[^1..],
            ValidationAccuracy = ValidationAccuracy[^1..],
        };

    /// <summary>Epochs until the validation accuracy was <paramref name="target"/> for the first time; null if it never was.</summary>
    public int? EpochsTo(double target)
    {
        int epoch = Array.FindIndex(ValidationAccuracy, accuracy => accuracy >= target);
        return epoch < 0 ? null : epoch + 1;
    }

    /// <summary>
    /// Standard deviation of the validation loss around its straight-line trend over the last quarter of the run (four epochs at least);
    /// null for a run too short or diverged.
    /// </summary>
    [JsonIgnore]
    public double? Instability
    {
        get
        {
            int count = Math.Max(4, ValidationLoss.Length / 4);
            if (Diverged || ValidationLoss.Length < count)
            {
                return null;
            }

            double[] tail = ValidationLoss[^count..];
            double[] epochs = [.. Enumerable.Range(0, count).Select(i => (double)i)];
            (double intercept, double slope) = Fit.Line(epochs, tail);
            return Math.Sqrt(tail.Select((loss, i) => Math.Pow(loss - intercept - slope * i, 2)).Sum() / (count - 2));
        }
    }
}
