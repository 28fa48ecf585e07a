using LrMath.Training;
using Xunit;

namespace LrMath.Tests.Training;

// One weight, gradients and rates that can be followed with a pencil.
public class OptimizerTests
{
    private static readonly double[] Gradients = [1, 2, -4];
    private static readonly Func<int, double> Rate = step => 1.0 / (step + 1);

    [Fact]
    public void Plain_descent_takes_the_rate_of_the_step() =>
        // 10 - 1·1 - ½·2 + ⅓·4
        AssertPath(new Sgd(Rate).Update, 9, 8, 8 + 4.0 / 3);

    [Fact]
    public void Momentum_keeps_the_rate_outside_of_the_velocity() =>
        // v: 1, 0.5 + 2 = 2.5, 1.25 - 4 = -2.75
        AssertPath(new Momentum(1, Rate, _ => 0.5).Update, 9, 9 - 1.25, 7.75 + 2.75 / 3);

    [Fact]
    public void Nesterov_looks_ahead() =>
        // g + μv: 1.5, 2 + 1.25 = 3.25, -4 - 1.375 = -5.375
        AssertPath(new Momentum(1, Rate, _ => 0.5, nesterov: true).Update, 8.5, 8.5 - 1.625, 6.875 + 5.375 / 3);

    [Fact]
    public void Momentum_is_a_schedule_too() =>
        // μ(1) = 0.1, μ(2) = 0.2; v: 1, 2.1, -3.58
        AssertPath(new Momentum(1, _ => 1, Schedule.Linear(0, 1, 10)).Update, 9, 6.9, 10.48);

    [Fact]
    public void Adam_first_steps_by_the_rate_and_then_by_its_moments()
    {
        // After gradients 1, 2: m̂ = (0.09 + 0.2) / 0.19, v̂ = (0.000999 + 0.004) / 0.001999
        double second = 9 - 0.5 * (0.29 / 0.19) / (Math.Sqrt(0.004999 / 0.001999) + 1e-8);
        AssertPath(new Adam(1, Rate).Update, 9, second);
    }

    [Fact]
    public void AdamW_shrinks_by_rate_times_decay_before_the_step_of_Adam()
    {
        // Decay 0.1 at step 0 and 0.2 at step 1, rates 1 and ½: 10·0.9 - 1, then ·0.9 and the same second step as Adam's.
        double second = 8 * 0.9 - 0.5 * (0.29 / 0.19) / (Math.Sqrt(0.004999 / 0.001999) + 1e-8);
        AssertPath(new AdamW(1, Rate, step => 0.1 * (step + 1)).Update, 8, second);
    }

    [Fact]
    public void A_rate_of_zero_freezes_the_weights_of_every_optimizer()
    {
        foreach (OptimizerChoice choice in OptimizerChoice.All)
        {
            Update update = choice.Create(2, new Rates(Schedule.Constant(0)));
            double[] weights = [3, -5];
            for (int step = 0; step < 5; step++)
            {
                update(step, weights, [1, -1]);
            }

            Assert.Equal([3, -5], weights);
        }
    }

    private static void AssertPath(Update update, params double[] expected)
    {
        double[] weight = [10];
        for (int step = 0; step < expected.Length; step++)
        {
            update(step, weight, Gradients.AsSpan(step, 1));
            Assert.Equal(expected[step], weight[0], 1e-7);
        }
    }
}
