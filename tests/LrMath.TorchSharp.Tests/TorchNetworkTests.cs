using LrMath.Training;
using LrMath.Training.TorchSharp;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Random;
using Xunit;

namespace LrMath.TorchSharp.Tests;

/// <summary>The residual network of the experiments, on small images of vertical and horizontal bars.</summary>
public class TorchNetworkTests
{
    private const int Side = 8;
    private const int Batch = 20;

    private static readonly OptimizerChoice Momentum = OptimizerChoice.All.First(choice => choice.Name == "momentum");
    private static readonly Split Bars = new("bars", Images(120, 1), Images(40, 2), Images(40, 3));

    [Fact]
    public void The_same_seed_gives_the_same_losses_to_the_bit_and_another_seed_others()
    {
        RunResult once = Train(1);
        Assert.Equivalent(once, Train(1), strict: true);
        Assert.NotEqual(once.TrainLoss, Train(2).TrainLoss);
    }

    [Fact]
    public void Runs_side_by_side_have_the_bits_of_runs_one_after_the_other()
    {
        RunResult[] alone = [.. Enumerable.Range(1, 4).Select(seed => Train(seed))];
        RunResult[] together = [.. Enumerable.Range(1, 4).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(seed => Train(seed))];
        Assert.Equivalent(alone, together, strict: true);
    }

    [Fact]
    public void It_learns_what_can_be_learned()
    {
        RunResult run = Train(1, epochs: 6);
        Assert.False(run.Diverged);
        Assert.True(run.TestAccuracy > 0.9, $"test accuracy {run.TestAccuracy}");
        Assert.True(run.TrainLoss[^1] < run.TrainLoss[0] / 2, $"loss {run.TrainLoss[0]} at first, {run.TrainLoss[^1]} at the end");
    }

    [Fact]
    public void A_rate_far_too_high_diverges_and_says_so() => Assert.True(Train(1, rate: 1e6).Diverged);

    [Theory]
    [InlineData("nesterov")]
    [InlineData("momentum")]
    [InlineData("sgd")]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void Every_optimizer_of_the_experiments_moves_the_weights(string name)
    {
        OptimizerChoice optimizer = OptimizerChoice.All.First(choice => choice.Name == name);
        RunResult run = Train(1, optimizer: optimizer, rate: 0.05 * optimizer.RateFactor, epochs: 3);
        Assert.True(run.TrainLoss[^1] < run.TrainLoss[0], $"loss {run.TrainLoss[0]} at first, {run.TrainLoss[^1]} at the end");
    }

    [Fact]
    public void Momentum_is_what_its_schedule_says()
    {
        RunResult usual = Train(1);
        Assert.Equal(usual.TrainLoss, Train(1, momentum: Schedule.Constant(0.9)).TrainLoss);
        Assert.NotEqual(usual.TrainLoss, Train(1, momentum: Schedule.Constant(0.5)).TrainLoss);
    }

    [Fact]
    public void A_rate_of_0_in_all_layers_leaves_the_loss_of_a_batch_as_it_is_to_the_bit()
    {
        using INetwork network = Network(1);
        Learn learn = network.Under(Momentum, [.. Enumerable.Repeat(new Rates(Schedule.Constant(0)), network.Layers)]);
        int[] batch = [.. Enumerable.Range(0, Batch)];
        double first = learn(0, Bars.Train, batch);
        Assert.Equal(first, learn(1, Bars.Train, batch));
    }

    [Fact]
    public void A_new_head_keeps_the_body_and_leaves_the_network_that_it_came_from_alone()
    {
        using INetwork trained = Network(1);
        Learn learn = trained.Under(Momentum, [.. Enumerable.Repeat(new Rates(Schedule.Constant(0.05)), trained.Layers)]);
        int[] all = [.. Enumerable.Range(0, Bars.Train.Count)];
        for (int step = 0; step < 30; step++)
        {
            learn(step, Bars.Train, all.AsSpan(step % 6 * Batch, Batch));
        }

        (double Loss, double Accuracy) before = trained.Evaluate(Bars.Test);

        // The body knows bars: the head alone learns them in fewer updates than a fresh network's head.
        using INetwork next = trained.WithNewHead(2, new Xoshiro256StarStar(9, threadSafe: false));
        using INetwork fresh = Network(9);
        Assert.Equal((2, trained.Layers), (next.Classes, next.Layers));
        Assert.True(HeadOnly(next) < HeadOnly(fresh) / 2);
        Assert.Equal(before, trained.Evaluate(Bars.Test));

        double HeadOnly(INetwork network)
        {
            Rates frozen = new(Schedule.Constant(0));
            Learn head = network.Under(Momentum, [.. Enumerable.Repeat(frozen, network.Layers - 1), new Rates(Schedule.Constant(0.05))]);
            for (int step = 0; step < 12; step++)
            {
                head(step, Bars.Train, all.AsSpan(step % 6 * Batch, Batch));
            }

            return network.Evaluate(Bars.Test).Loss;
        }
    }

    [Fact]
    public void It_has_the_size_that_the_reports_name()
    {
        using ResidualNet net = new(28, [16, 32, 64], 10);
        Assert.InRange(net.parameters().Sum(weights => weights.numel()), 77_500, 78_500);
        Assert.Equal(5, LayerGroups.Of(net).Layers);
    }

    [Fact]
    public void Images_that_are_not_square_are_refused_with_their_size() =>
        Assert.Contains(
            "60 pixels",
            Assert.Throws<BadDataException>(() => TorchModels.ResidualNetwork.Create(60, 10, Batch, new Xoshiro256StarStar(1))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_comparison_made_twice_has_the_same_report_on_one_thread_and_on_two()
    {
        string[] one = Report(1);
        Assert.Contains(one, text => text.Contains("What the guide claims", StringComparison.Ordinal));
        Assert.Equal(one, Report(2));

        static string[] Report(int threads)
        {
            string file = Path.GetTempFileName();
            File.Delete(file);
            var plan = new Plan([4], [0.02, 0.1], TuningSeeds: 1, Seeds: 2, Target: 0.8, BaseRate: 0.1);
            var data = Splits.Fixed(Bars with { Train = Bars.Train.Take([.. Enumerable.Range(0, 40)]) });
            var comparison = new Comparison(data, Momentum, Contestants.Guide, plan, TorchModels.ResidualNetwork with { Batch = Batch });
            try
            {
                using var results = ResultsFile.Open(file, comparison.Identity);
                comparison.Experiment.Run(results, threads, (_, _) => { }, default);
                return [.. CompareReport.Files(comparison, results).Select(part => $"{part.Name}\n{part.Text}")];
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    private static RunResult Train(
        int seed,
        int epochs = 2,
        double rate = 0.05,
        OptimizerChoice? optimizer = null,
        Func<int, double>? momentum = null
    )
    {
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        using INetwork network = TorchModels.ResidualNetwork.Create(Side * Side, 2, Batch, random);
        var rates = new Rates(Schedule.Cosine(rate, 0, epochs * Trainer.StepsPerEpoch(Bars, Batch)), momentum);
        Learn learn = network.Under(optimizer ?? Momentum, [.. Enumerable.Repeat(rates, network.Layers)]);
        return Trainer.Train(new RunKey("bars", epochs, rate, seed), network, Bars, learn, Batch, random);
    }

    private static INetwork Network(int seed) =>
        TorchModels.ResidualNetwork.Create(Side * Side, 2, Batch, new Xoshiro256StarStar(seed, threadSafe: false));

    // A bar of full ink in noise: class 0 is a column, class 1 a row.
    private static ImageSet Images(int count, int seed)
    {
        var random = new Xoshiro256StarStar(seed, threadSafe: false);
        var pixels = new DenseMatrix(Side * Side, count);
        int[] labels = new int[count];
        for (int image = 0; image < count; image++)
        {
            labels[image] = image % 2;
            int at = random.Next(Side);
            for (int row = 0; row < Side; row++)
            {
                for (int column = 0; column < Side; column++)
                {
                    pixels[row * Side + column, image] = (labels[image] == 0 ? column : row) == at ? 1 : 0.5 * random.NextDouble();
                }
            }
        }
        return new ImageSet(pixels, labels);
    }
}
