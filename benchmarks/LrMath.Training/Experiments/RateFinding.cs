using System.Globalization;
using LrMath.Analysis;
using MathNet.Numerics.Random;

namespace LrMath.Training;

/// <summary>
/// The range test as a user would do it, one short run in which the rate climbs, and then training with what each reading of it suggests,
/// beside the rate that a search finds.
/// </summary>
public sealed record RateFinding(Splits Data, OptimizerChoice Optimizer, Plan Plan, ModelChoice Model)
{
    public const string Tuned = "tuned";

    private const double Lowest = 1e-5;
    private const double Highest = 10;
    private const int Steps = 300;
    private const double SmoothingBeta = 0.9;

    /// <summary>All that a run depends on besides its key.</summary>
    public string Identity =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"find 1: {Data.Name} {Data.Mark()}, {Model.Identity}, batch {Model.Batch}, {Optimizer.Name}"
        );

    /// <summary>The network, as a sentence.</summary>
    public string Described => Model.Describe(Data.For(1).Train.PixelCount, Data.For(1).Train.Classes);

    /// <summary>The log of a range test: rates and batch losses, up to the first loss that is no number.</summary>
    public (double[] Rates, double[] Losses) RangeTest(int seed)
    {
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        ImageSet images = Data.For(seed).Train;
        using INetwork model = NewModel(images, random);
        Func<int, double> lr = Schedule.RangeTest(Lowest * Optimizer.RateFactor, Highest * Optimizer.RateFactor, Steps);
        Func<int, double> rate = ScheduleFailedException.Named("range test", lr);
        Learn learn = Under(model, rate);
        var rates = new List<double>();
        var losses = new List<double>();
        int[] order = [];
        for (int step = 0, next = 0; step < Steps; step++, next += Model.Batch)
        {
            if (next >= order.Length)
            {
                (order, next) = (Split.Shuffled(images.Count, random), 0);
            }

            double loss = learn(step, images, order.AsSpan(next, Math.Min(Model.Batch, order.Length - next)));
            rates.Add(rate(step));
            losses.Add(loss);
            if (!double.IsFinite(loss) || RateFinder.DivergedAt(Smooth([.. losses])) is not null)
            {
                break;
            }
        }
        return ([.. rates], [.. losses]);
    }

    /// <summary>The losses as the suggestions read them.</summary>
    public static double[] Smooth(double[] losses) => RateFinder.Smooth(losses, SmoothingBeta);

    /// <summary>What each reading of a log suggests: the library's own choice first, which does its own smoothing.</summary>
    public static IReadOnlyList<(string Name, Suggestion Suggestion)> Suggestions(double[] rates, double[] losses)
    {
        double[] smooth = Smooth(losses);
        return
        [
            ("Suggest", RateFinder.Suggest(rates, losses)),
            ("valley", RateFinder.Valley(rates, smooth)),
            // Without the first points, as torch-lr-finder has it: there a single batch of a fresh network is the steepest slope of all.
            ("steepest", TorchLrFinder.Steepest(rates, smooth)),
            ("minimum / 10", RateFinder.Minimum(rates, smooth)),
            ("slide", RateFinder.Slide(rates, smooth)),
            ("before divergence", RateFinder.BeforeDivergence(rates, smooth)),
        ];
    }

    /// <summary>The tuned rate first, then each suggestion that was found, at the middle length, with a cosine to 0.</summary>
    public Experiment Experiment(IReadOnlyList<(string Name, Suggestion Suggestion)> suggestions) =>
        new(
            [
                new Arm(Tuned, Optimizer.Rates(Plan.Grid), Train),
                .. suggestions.Where(s => s.Suggestion.Found).Select(s => new Arm(s.Name, [s.Suggestion.Rate], Train)),
            ],
            [Plan.Lengths[Plan.Lengths.Count / 2]],
            Plan.TuningSeeds,
            Plan.Seeds
        );

    private RunResult Train(RunKey key, CancellationToken stop)
    {
        var random = new Xoshiro256StarStar(key.Seed, threadSafe: false);
        Split data = Data.For(key.Seed);
        using INetwork model = NewModel(data.Train, random);
        Func<int, double> lr = Schedule.Cosine(key.Rate, 0, key.Epochs * Trainer.StepsPerEpoch(data, Model.Batch));
        return Trainer.Train(key, model, data, Under(model, ScheduleFailedException.Named(key.Arm, lr)), Model.Batch, random, stop: stop);
    }

    private INetwork NewModel(ImageSet images, System.Random random) =>
        Model.Create(images.PixelCount, images.Classes, Model.Batch, random);

    private Learn Under(INetwork model, Func<int, double> rate) =>
        model.Under(Optimizer, [.. Enumerable.Repeat(new Rates(rate), model.Layers)]);
}
