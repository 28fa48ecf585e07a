using System.Globalization;
using System.Security.Cryptography;
using MathNet.Numerics.Random;

namespace LrMath.Training;

/// <summary>The schedules against each other: the same network, images, seeds and optimizer, and nothing but the schedule
/// differs.</summary>
public sealed record Comparison(Splits Data, OptimizerChoice Optimizer, IReadOnlyList<Contestant> Contestants, Plan Plan, ModelChoice Model)
{
    public int StepsPerEpoch => Trainer.StepsPerEpoch(Data.For(1), Model.Batch);

    /// <summary>All that a run depends on besides its key.</summary>
    public string Identity =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"compare 1: {Data.Name} {Data.Mark()}, {Model.Identity}, batch {Model.Batch}, {Optimizer.Name}, schedules {SchedulesMark()}"
        );

    public Experiment Experiment =>
        new(
            [
                .. Contestants.Select(contestant => new Arm(
                    contestant.Name,
                    Optimizer.Rates(Plan.Grid),
                    (key, stop) => Train(contestant, key, stop)
                )),
            ],
            Plan.Lengths,
            Plan.TuningSeeds,
            Plan.Seeds,
            Plan.BaseRate
        );

    private RunResult Train(Contestant contestant, RunKey key, CancellationToken stop)
    {
        var random = new Xoshiro256StarStar(key.Seed, threadSafe: false);
        Split data = Data.For(key.Seed);
        using INetwork model = Model.Create(data.Train.PixelCount, data.Train.Classes, Model.Batch, random);
        Rates built = contestant.BuildFor(key.Rate, key.Epochs, StepsPerEpoch);
        Rates rates = built with
        {
            Rate = ScheduleFailedException.Named(contestant.Name, built.Rate),
            Momentum = built.Momentum is { } momentum ? ScheduleFailedException.Named(contestant.Name + " (momentum)", momentum) : null,
        };
        Learn learn = model.Under(Optimizer, [.. Enumerable.Repeat(rates, model.Layers)]);
        return Trainer.Train(key, model, data, learn, Model.Batch, random, rates.EpochEnded, stop);
    }

    // Names alone would let a changed definition go on with the runs of the old one.
    private string SchedulesMark()
    {
        const int epochs = 12,
            perEpoch = 7;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Contestant contestant in Contestants)
        {
            Rates rates = contestant.BuildFor(1, epochs, perEpoch);
            for (int step = 0; step < epochs * perEpoch; step++)
            {
                hash.AppendData(BitConverter.GetBytes(Probe(rates.Rate, step)));
                hash.AppendData(BitConverter.GetBytes(rates.Momentum is { } momentum ? Probe(momentum, step) : 0));
                if (step % perEpoch == perEpoch - 1)
                {
                    rates.EpochEnded?.Invoke(1);
                }
            }
        }
        return Mark(hash);
    }

    // One that throws has a mark too: the run will say at which step it failed.
    private static float Probe(Func<int, double> schedule, int step)
    {
        try
        {
            return (float)schedule(step);
        }
        catch (Exception)
        {
            return float.NaN;
        }
    }

    private static string Mark(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
}
