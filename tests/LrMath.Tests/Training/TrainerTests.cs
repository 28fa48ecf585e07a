using LrMath.Training;
using MathNet.Numerics.Random;
using Xunit;

namespace LrMath.Tests.Training;

public class TrainerTests
{
    [Fact]
    public void Every_update_asks_for_the_next_step_and_the_loop_s_last_is_the_total()
    {
        var asked = new List<int>();
        var random = new Xoshiro256StarStar(1, false);
        ImageSet images = ModelTests.RandomImages(4, 2, 10, random);
        var model = new Mlp([4, 3, 2], 4, random);
        Func<int, double> lr = step =>
        {
            asked.Add(step);
            return 0.1;
        };
        var losses = new List<double>();
        RunResult run = Trainer.Train(
            new RunKey("a", 3, 0.1, 1),
            model,
            new Split("few", images, images, images),
            model.Under([new Sgd(lr).Update]),
            4,
            random,
            losses.Add
        );
        // 10 images in batches of 4: three updates an epoch.
        Assert.Equal(Enumerable.Range(0, 9), asked);
        Assert.Equal(run.ValidationLoss, losses);
    }

    [Fact]
    public void Training_learns_and_is_the_same_twice()
    {
        Split digits = Splits.OfDigits().For(1);
        RunResult first = Train(),
            second = Train();
        Assert.Equivalent(first, second, strict: true);
        Assert.False(first.Diverged);
        Assert.InRange(first.TestAccuracy, 0.85, 1);

        RunResult Train()
        {
            var random = new Xoshiro256StarStar(1, false);
            var model = new Mlp([64, 16, 10], 32, random);
            Func<int, double> lr = Schedule.Cosine(0.1, 0, 3 * Trainer.StepsPerEpoch(digits, 32)).Warmup(5);
            return Trainer.Train(
                new RunKey("a", 3, 0.1, 1),
                model,
                digits,
                model.Under([.. model.Weights.Select(w => (Update)new Momentum(w.Values.Length, lr, _ => 0.9).Update)]),
                32,
                random
            );
        }
    }

    // Fixed bits: another machine, thread count or vector width must not change them.
    [Fact]
    public void The_numbers_of_a_run_are_those_of_any_machine()
    {
        var random = new Xoshiro256StarStar(1, false);
        Split digits = Splits.OfDigits().For(1);
        var model = new Mlp([64, 13, 10], 32, random);
        Update[] updates =
        [
            .. model.Weights.Select(w => (Update)new Momentum(w.Values.Length, _ => 0.0625, _ => 0.875, nesterov: true).Update),
        ];
        RunResult run = Trainer.Train(new RunKey("a", 2, 0.0625, 1), model, digits, model.Under(updates), 32, random);
        Assert.Equal([1.8437022074087221, 0.6252161111847705], run.TrainLoss);
    }

    [Fact]
    public void Values_are_rounded_to_single_precision_so_that_a_last_bit_cannot_matter()
    {
        Func<int, double> one = ScheduleFailedException.Named("one", _ => 0.1);
        Func<int, double> other = ScheduleFailedException.Named("other", _ => Math.BitIncrement(0.1));
        Assert.Equal(one(0), other(0));
        Assert.Equal(0.1, one(0), 1e-8);
    }
}
