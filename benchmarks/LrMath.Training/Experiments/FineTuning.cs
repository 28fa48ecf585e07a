using System.Collections.Concurrent;
using System.Globalization;
using MathNet.Numerics.Random;

namespace LrMath.Training;

/// <summary>
/// A network trained on the digits 0 to 4 gets a new head and few images of 5 to 9. The ways of fine-tuning differ only in the schedule
/// that
/// each layer is given; a frozen layer is one whose rate is 0.
/// </summary>
/// <param name="Shots">Images of each new class to learn from, drawn by the seed of the run.</param>
public sealed record FineTuning(Splits Data, OptimizerChoice Optimizer, Plan Plan, int Shots = 10, int Hidden = 64, int Batch = 16)
{
    public const string Scratch = "from scratch";
    public const string Frozen = "frozen";
    public const string OneRate = "one rate";
    public const string LayerDecay = "layer-wise decay";
    public const string Unfreezing = "gradual unfreezing";
    public const string Groups = "body warms up later";

    private const int Layers = 3;
    private const int OldClasses = 5;
    private const int PretrainingEpochs = 10;
    private const double PretrainingRate = 0.02;

    private readonly ConcurrentDictionary<int, Lazy<Mlp>> pretrainedModels = new();

    /// <summary>All that a run depends on besides its key.</summary>
    public string Identity =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"finetune 1: {Data.Name} {Data.Mark()}, 2 × {Hidden} hidden, batch {Batch}, {Shots} shots, {Optimizer.Name}"
        );

    public Experiment Experiment =>
        new(
            [
                Arm(OneRate, (lr, _) => [lr, lr, lr]),
                Arm(Frozen, (lr, _) => [Schedule.Constant(0), Schedule.Constant(0), lr]),
                Arm(LayerDecay, (lr, _) => lr.LayerDecay(Layers, 0.3)),
                Arm(Unfreezing, (lr, steps) => [From(steps / 2, lr), From(steps / 4, lr), lr]),
                Arm(Groups, (lr, steps) => [lr.Chain(Schedule.Linear(0, 1, steps / 2)), lr.Chain(Schedule.Linear(0, 1, steps / 2)), lr]),
                Arm(Scratch, (lr, _) => [lr, lr, lr], pretrained: false),
            ],
            Plan.Lengths,
            Plan.TuningSeeds,
            Plan.Seeds
        );

    /// <summary>The rate of a layer that is frozen until a step and then follows the others.</summary>
    public static Func<int, double> From(int step, Func<int, double> lr) => lr.Chain(Schedule.Piecewise([0, 1], [step]));

    private Arm Arm(string name, Func<Func<int, double>, int, IReadOnlyList<Func<int, double>>> layerRates, bool pretrained = true) =>
        new(
            name,
            Optimizer.Rates(Plan.Grid),
            (key, stop) =>
            {
                var random = new Xoshiro256StarStar(key.Seed, threadSafe: false);
                Split data = NewClasses(Data.For(key.Seed), random);
                Mlp model = (pretrained ? Pretrained(key.Seed) : Fresh(data, random)).WithNewHead(data.Test.Classes, random);
                int steps = key.Epochs * Trainer.StepsPerEpoch(data, Batch);
                IReadOnlyList<Func<int, double>> rates = layerRates(Schedule.Cosine(key.Rate, 0, steps), steps);
                Update[] updates =
                [
                    .. rates.Select(
                        (rate, layer) =>
                            Optimizer.Create(
                                model.Weights[layer].Values.Length,
                                new Rates(ScheduleFailedException.Named($"{name}, layer {layer}", rate))
                            )
                    ),
                ];
                return Trainer.Train(key, model, data, updates, Batch, random, stop: stop);
            }
        );

    private Split NewClasses(Split data, System.Random random)
    {
        ImageSet train = data.Train.OfClasses(OldClasses, data.Train.Classes - 1);
        int[] chosen =
        [
            .. Split.Shuffled(train.Count, random).GroupBy(i => train.Labels[i]).OrderBy(g => g.Key).SelectMany(g => g.Take(Shots)),
        ];
        return new Split(
            data.Name,
            train.Take(chosen),
            data.Validation.OfClasses(OldClasses, data.Train.Classes - 1),
            data.Test.OfClasses(OldClasses, data.Train.Classes - 1)
        );
    }

    // Pretrained once for each seed; each run copies what it keeps.
    private Mlp Pretrained(int seed) =>
        pretrainedModels
            .GetOrAdd(
                seed,
                s => new Lazy<Mlp>(() =>
                {
                    var random = new Xoshiro256StarStar(s, threadSafe: false);
                    Split all = Data.For(s);
                    var old = new Split(
                        all.Name,
                        all.Train.OfClasses(0, OldClasses - 1),
                        all.Validation.OfClasses(0, OldClasses - 1),
                        all.Test.OfClasses(0, OldClasses - 1)
                    );
                    Mlp model = Fresh(all, random);
                    var key = new RunKey("pretraining", PretrainingEpochs, PretrainingRate * Optimizer.RateFactor, s);
                    Func<int, double> lr = ScheduleFailedException.Named(
                        key.Arm,
                        Schedule.Cosine(key.Rate, 0, PretrainingEpochs * Trainer.StepsPerEpoch(old, Batch))
                    );
                    Trainer.Train(
                        key,
                        model,
                        old,
                        [.. model.Weights.Select(w => Optimizer.Create(w.Values.Length, new Rates(lr)))],
                        Batch,
                        random
                    );
                    return model;
                })
            )
            .Value;

    private Mlp Fresh(Split data, System.Random random) => new([data.Train.PixelCount, Hidden, Hidden, OldClasses], Batch, random);
}
