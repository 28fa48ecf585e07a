using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace LrMath.TorchSharp.Tests;

public class OptimizerSchedulesTests
{
    /// <summary>Each optimizer, made with a rate, a momentum or first beta, and a weight decay, where it has them.</summary>
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, double, double, double, optim.Optimizer>> Makers = new()
    {
        ["SGD"] = (p, lr, m, wd) => optim.SGD(p, lr, momentum: m, weight_decay: wd),
        ["SGD, nesterov"] = (p, lr, m, wd) => optim.SGD(p, lr, momentum: m, weight_decay: wd, nesterov: true),
        ["RMSProp"] = (p, lr, m, wd) => optim.RMSProp(p, lr, momentum: m, weight_decay: wd),
        ["Adam"] = (p, lr, m, wd) => optim.Adam(p, lr, beta1: m, weight_decay: wd),
        ["AdamW"] = (p, lr, m, wd) => optim.AdamW(p, lr, beta1: m, weight_decay: wd),
        ["NAdam"] = (p, lr, m, wd) => optim.NAdam(p, lr, beta1: m, weight_decay: wd),
        ["RAdam"] = (p, lr, m, wd) => optim.RAdam(p, lr, beta1: m, weight_decay: wd),
        ["Adamax"] = (p, lr, m, wd) => optim.Adamax(p, lr, beta1: m, weight_decay: wd),
        ["Adagrad"] = (p, lr, _, wd) => optim.Adagrad(p, lr, weight_decay: wd),
        ["Adadelta"] = (p, lr, _, wd) => optim.Adadelta(p, lr, weight_decay: wd),
    };

    private static readonly string[] WithoutMomentum = ["Adagrad", "Adadelta", "ASGD", "Rprop", "LBFGS"];

    public static TheoryData<string> Names() => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_set_is_what_the_optimizer_would_use_if_it_had_been_made_with_it(string name)
    {
        bool momentum = !WithoutMomentum.Contains(name);
        float[] set = Weights(parameters =>
        {
            optim.Optimizer optimizer = Makers[name](parameters, 0.5, 0.2, 0.25);
            optimizer.Set(7, _ => 0.01, momentum ? _ => 0.7 : null, _ => 0.125);
            return optimizer;
        });
        float[] made = Weights(parameters => Makers[name](parameters, 0.01, 0.7, 0.125));
        float[] untouched = Weights(parameters => Makers[name](parameters, 0.5, 0.2, 0.25));
        Assert.Equal(made, set);
        Assert.NotEqual(untouched, set);

        static float[] Weights(Func<IEnumerable<Parameter>, optim.Optimizer> make)
        {
            using Toy toy = new();
            using optim.Optimizer optimizer = make(toy.Model.parameters());
            for (int step = 0; step < 3; step++)
            {
                toy.Train(optimizer, step);
            }
            return [.. toy.Model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
        }
    }

    [Fact]
    public void A_rate_of_ASGD_acts_one_update_late()
    {
        using Toy toy = new();
        using ASGD optimizer = optim.ASGD(toy.Model.parameters(), 0.5);
        optimizer.Set(0, _ => 0);
        double first = Distance(() => toy.Train(optimizer, 0)),
            second = Distance(() => toy.Train(optimizer, 1));
        Assert.True(first > 0);
        Assert.Equal(0, second);

        double Distance(Action train)
        {
            using Tensor before = toy.Model.parameters().First().detach().clone();
            train();
            return (toy.Model.parameters().First().detach() - before).abs().max().item<float>();
        }
    }

    [Fact]
    public void The_rate_of_LBFGS_reaches_its_native_step()
    {
        using Toy toy = new();
        using LBFGS optimizer = optim.LBFGS(toy.Model.parameters(), lr: 0.5, max_iter: 1);
        using Tensor before = toy.Model.parameters().First().detach().clone();
        optimizer.Set(0, _ => 0);
        optimizer.step(() =>
        {
            Tensor loss = toy.Model.parameters().First().square().sum();
            loss.backward();
            return loss;
        });
        Assert.Equal(before.data<float>().ToArray(), toy.Model.parameters().First().data<float>().ToArray());
    }

    [Fact]
    public void Each_group_follows_its_own_schedule()
    {
        using Toy toy = new();
        var layers = LayerGroups.Of(toy.Model);
        using SGD optimizer = Groups(layers);
        optimizer.Set(3, [.. Enumerable.Range(0, layers.Count).Select(i => (Func<int, double>)(step => i + step))]);
        Assert.Equal([3, 4, 5, 6, 7], optimizer.ParamGroups.Select(group => group.LearningRate));
        optimizer.Set(3, momentums: [.. Enumerable.Range(0, layers.Count).Select(i => (Func<int, double>)(_ => i / 10.0))], rates: null);
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4], optimizer.ParamGroups.Select(group => ((optim.IMomentum)group).Momentum));
        Assert.Equal([3, 4, 5, 6, 7], optimizer.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void A_momentum_in_counter_phase_is_the_first_beta_of_the_Adam_family_and_leaves_the_second_alone()
    {
        using Toy toy = new();
        using Adam optimizer = optim.Adam(toy.Model.parameters(), 0, beta2: 0.98);
        optimizer.Set(5, Schedule.Linear(0, 1, 10), Schedule.Linear(0, 1, 10).Mirror(0, 1));
        Assert.Equal((0.5, 0.98), ((optim.IBetas)optimizer.ParamGroups.Single()).Betas);
    }

    [Theory]
    [InlineData("Adagrad", "The momentum cannot be set: Adagrad has none, and no beta either. (Parameter 'momentum')")]
    [InlineData("Adadelta", "The momentum cannot be set: Adadelta has none, and no beta either. (Parameter 'momentum')")]
    [InlineData("ASGD", "The momentum cannot be set: ASGD has none, and no beta either. (Parameter 'momentum')")]
    [InlineData("Rprop", "The momentum cannot be set: Rprop has none, and no beta either. (Parameter 'momentum')")]
    [InlineData("LBFGS", "The momentum cannot be set: LBFGS has none, and no beta either. (Parameter 'momentum')")]
    public void A_momentum_that_an_optimizer_has_not_is_refused_by_name(string name, string message)
    {
        using Toy toy = new();
        using optim.Optimizer optimizer = WithoutMomentumOf(name, toy.Model.parameters());
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => optimizer.Set(0, momentum: _ => 0.9)).Message);
    }

    [Theory]
    [InlineData("Rprop")]
    [InlineData("LBFGS")]
    public void A_weight_decay_that_an_optimizer_has_not_is_refused_by_name(string name)
    {
        using Toy toy = new();
        using optim.Optimizer optimizer = WithoutMomentumOf(name, toy.Model.parameters());
        string message = Assert.Throws<ArgumentException>(() => optimizer.Set(0, weightDecay: _ => 0.1)).Message;
        Assert.Equal($"The weight decay cannot be set: {name} has none. (Parameter 'weightDecay')", message);
    }

    [Fact]
    public void A_rate_that_Rprop_would_not_read_is_refused()
    {
        using Toy toy = new();
        using optim.Optimizer optimizer = optim.Rprop(toy.Model.parameters());
        string message = Assert.Throws<ArgumentException>(() => optimizer.Set(0, _ => 0.1)).Message;
        Assert.StartsWith("The rate cannot be set: Rprop reads its rate when a group is added", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_illegal_is_refused_with_group_step_value_and_range_and_nothing_is_set()
    {
        using Toy toy = new();
        using SGD optimizer = Groups(LayerGroups.Of(toy.Model));
        Func<int, double> fine = _ => 0.1;
        AssertRefused(
            () => optimizer.Set(2, [fine, fine]),
            "There are 2 schedules for the rate, and 5 parameter groups; legal is one for each group.",
            "rates"
        );
        AssertRefused(
            () => optimizer.Set(2, [fine, _ => double.NaN, fine, fine, fine]),
            "The rate of group 1 at step 2 is NaN; legal is a finite number, 0 or more.",
            "rates"
        );
        AssertRefused(
            () => optimizer.Set(2, fine, _ => -1),
            "The momentum of group 0 at step 2 is -1; legal is a finite number, 0 or more.",
            "momentum"
        );
        AssertRefused(
            () => optimizer.Set(2, fine, weightDecay: _ => double.PositiveInfinity),
            "The weight decay of group 0 at step 2 is Infinity; legal is a finite number, 0 or more.",
            "weightDecay"
        );
        using Adam adam = optim.Adam(toy.Model.parameters());
        AssertRefused(
            () => adam.Set(2, fine, _ => 1),
            "The momentum of group 0 at step 2 is 1; legal is 0 or more and less than 1, as it is the first beta.",
            "momentum"
        );
        Assert.Equal(0.001, adam.ParamGroups.Single().LearningRate);
        AssertRefused(() => optimizer.Set(2, [fine, null!, fine, fine, fine]), "rates[1] is null; legal is a schedule.", "rates");
        AssertRefused(
            () => optimizer.Set(2, fine, momentum: fine + fine),
            "momentum is several schedules joined by + or +=: such a multicast delegate answers with the last one only. "
                + "Write f.Plus(g) for their sum.",
            "momentum"
        );
        Assert.Contains(
            "step is -1; legal is a whole number, zero or more.",
            Assert.Throws<ArgumentOutOfRangeException>("step", () => optimizer.Set(-1, fine)).Message,
            StringComparison.Ordinal
        );
        Assert.All(optimizer.ParamGroups, group => Assert.Equal(0.5, group.LearningRate));

        static void AssertRefused(Action set, string message, string argument) =>
            Assert.Equal($"{message} (Parameter '{argument}')", Assert.ThrowsAny<ArgumentException>(set).Message);
    }

    [Fact]
    public void LambdaLR_over_a_rate_of_one_gives_the_bits_of_the_schedule_and_the_same_run()
    {
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 20).Warmup(5);
        double[] ours = Losses((optimizer, step) => optimizer.Set(step, lr));
        optim.lr_scheduler.LRScheduler? theirs = null;
        double[] lambda = Losses(
            (optimizer, step) =>
            {
                if (step == 0)
                {
                    theirs = optim.lr_scheduler.LambdaLR(optimizer, lr);
                }
                else
                {
                    theirs!.step();
                }

                Assert.Equal(lr(step), optimizer.ParamGroups.Single().LearningRate);
            }
        );
        Assert.Equal(ours, lambda);

        static double[] Losses(Action<optim.Optimizer, int> beforeStep)
        {
            using Toy toy = new();
            using SGD optimizer = optim.SGD(toy.Model.parameters(), 1, momentum: 0.9);
            return
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(step =>
                    {
                        beforeStep(optimizer, step);
                        return toy.Train(optimizer, step);
                    }),
            ];
        }
    }

    internal static SGD Groups(LayerGroups layers) =>
        optim.SGD(layers.Select(layer => new SGD.ParamGroup { Parameters = layer.Parameters }), 0.5, momentum: 0.9);

    private static optim.Optimizer WithoutMomentumOf(string name, IEnumerable<Parameter> parameters) =>
        name switch
        {
            "Adagrad" => optim.Adagrad(parameters),
            "Adadelta" => optim.Adadelta(parameters),
            "ASGD" => optim.ASGD(parameters),
            "Rprop" => optim.Rprop(parameters),
            _ => optim.LBFGS(parameters),
        };
}
