using System.Collections.Concurrent;
using System.Globalization;
using MathNet.Numerics.Random;

namespace LrMath.Training;

/// <summary>
/// A network trained on the classes 0 to 4 gets a new head and few images of 5 to 9. The ways of fine-tuning differ only in the schedule
/// that
/// each layer is given; a frozen layer is one whose rate is 0.
/// </summary>
/// <param name="Shots">Images of each new class to learn from, drawn by the seed of the run.</param>
public sealed record FineTuning(Splits Data, OptimizerChoice Optimizer, Plan Plan, ModelChoice Model, int Shots = 10, int Batch = 16)
{
    public const string Scratch = "from scratch";
    public const string Frozen = "frozen";
    public const string OneRate = "one rate";
    public const string LayerDecay = "layer-wise decay";
    public const string Unfreezing = "gradual unfreezing";
    public const string Groups = "body warms up later";

    private const int OldClasses = 5;
    private const int PretrainingEpochs = 10;
    private const double PretrainingRate = 0.02;

    // An epoch has few updates here: looking at more images after each would take longer than training.
    private const int MostValidated = 1_000;

    private readonly ConcurrentDictionary<int, Lazy<INetwork>> pretrainedModels = new();

    /// <summary>All that a run depends on besides its key.</summary>
    public string Identity =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"finetune 1: {Data.Name} {Data.Mark()}, {Model.Identity}, batch {Batch}, {Shots} shots, {Optimizer.Name}"
        );

    /// <summary>The network, as a sentence begins.</summary>
    public string Described => Model.Describe(Data.For(1).Train.PixelCount, OldClasses);

    /// <summary>Layers that have a rate of their own.</summary>
    public int Layers
    {
        get
        {
            using INetwork model = Fresh(Data.For(1), new Xoshiro256StarStar(1, threadSafe: false));
            return model.Layers;
        }
    }

    /// <summary>What the rate of each layer is multiplied by under layer-wise decay.</summary>
    public IEnumerable<double> LayerFactors => Schedule.Constant(1).LayerDecay(Layers, Model.LayerDecay).Select(factor => factor(0));

    public Experiment Experiment =>
        new(
            [
                Arm(OneRate, (lr, layers, _) => [.. Enumerable.Repeat(lr, layers)]),
                Arm(Frozen, (lr, layers, _) => [.. Enumerable.Repeat(Schedule.Constant(0), layers - 1), lr]),
                Arm(LayerDecay, (lr, layers, _) => lr.LayerDecay(layers, Model.LayerDecay)),
                Arm(
                    Unfreezing,
                    (lr, layers, steps) => [.. Enumerable.Range(0, layers).Select(layer => From(UnfrozenAt(layer, layers, steps), lr))]
                ),
                Arm(Groups, (lr, layers, steps) => [.. Enumerable.Repeat(lr.Chain(Schedule.Linear(0, 1, steps / 2)), layers - 1), lr]),
                Arm(Scratch, (lr, layers, _) => [.. Enumerable.Repeat(lr, layers)], pretrained: false),
            ],
            Plan.Lengths,
            Plan.TuningSeeds,
            Plan.Seeds
        );

    /// <summary>The rate of a layer that is frozen until a step and then follows the others.</summary>
    public static Func<int, double> From(int step, Func<int, double> lr) => step == 0 ? lr : lr.Chain(Schedule.Piecewise([0, 1], [step]));

    // The head at once, the layer next to the input after half of the run, the others evenly between.
    private static int UnfrozenAt(int layer, int layers, int steps) => steps * (layers - 1 - layer) / (2 * (layers - 1));

    private Arm Arm(string name, Func<Func<int, double>, int, int, IReadOnlyList<Func<int, double>>> layerRates, bool pretrained = true) =>
        new(
            name,
            Optimizer.Rates(Plan.Grid),
            (key, stop) =>
            {
                var random = new Xoshiro256StarStar(key.Seed, threadSafe: false);
                Split data = NewClasses(Data.For(key.Seed), random);
                using INetwork? fresh = pretrained ? null : Fresh(data, random);
                using INetwork model = (fresh ?? Pretrained(key.Seed)).WithNewHead(data.Test.Classes, random);
                int steps = key.Epochs * Trainer.StepsPerEpoch(data, Batch);
                IReadOnlyList<Func<int, double>> rates = layerRates(Schedule.Cosine(key.Rate, 0, steps), model.Layers, steps);
                Learn learn = model.Under(
                    Optimizer,
                    [.. rates.Select((rate, layer) => new Rates(ScheduleFailedException.Named($"{name}, layer {layer}", rate)))]
                );
                return Trainer.Train(key, model, data, learn, Batch, random, stop: stop);
            }
        );

    private Split NewClasses(Split data, System.Random random)
    {
        ImageSet train = data.Train.OfClasses(OldClasses, data.Train.Classes - 1);
        int[] chosen =
        [
            .. Split.Shuffled(train.Count, random).GroupBy(i => train.Labels[i]).OrderBy(g => g.Key).SelectMany(g => g.Take(Shots)),
        ];
        ImageSet validation = data.Validation.OfClasses(OldClasses, data.Train.Classes - 1);
        return new Split(
            data.Name,
            train.Take(chosen),
            validation.Take([.. Enumerable.Range(0, Math.Min(validation.Count, MostValidated))]),
            data.Test.OfClasses(OldClasses, data.Train.Classes - 1)
        );
    }

    // Pretrained once for each seed; each run copies what it keeps.
    private INetwork Pretrained(int seed) =>
        pretrainedModels
            .GetOrAdd(
                seed,
                s => new Lazy<INetwork>(() =>
                {
                    var random = new Xoshiro256StarStar(s, threadSafe: false);
                    Split all = Data.For(s);
                    var old = new Split(
                        all.Name,
                        all.Train.OfClasses(0, OldClasses - 1),
                        all.Validation.OfClasses(0, OldClasses - 1),
                        all.Test.OfClasses(0, OldClasses - 1)
                    );
                    INetwork model = Fresh(all, random);
                    var key = new RunKey("pretraining", PretrainingEpochs, PretrainingRate * Optimizer.RateFactor, s);
                    Func<int, double> lr = ScheduleFailedException.Named(
                        key.Arm,
                        Schedule.Cosine(key.Rate, 0, PretrainingEpochs * Trainer.StepsPerEpoch(old, Batch))
                    );
                    Trainer.Train(
                        key,
                        model,
                        old,
                        model.Under(Optimizer, [.. Enumerable.Repeat(new Rates(lr), model.Layers)]),
                        Batch,
                        random
                    );
                    return model;
                })
            )
            .Value;

    private INetwork Fresh(Split data, System.Random random) => Model.Create(data.Train.PixelCount, OldClasses, Batch, random);
}
