using LrMath.Analysis;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace LrMath.TorchSharp.Tests;

public class ModelRangeTestTests
{
    private static readonly Dictionary<string, Func<LayerGroups, OptimizerHelper>> Makers = new()
    {
        ["SGD"] = layers => OptimizerSchedulesTests.Groups(layers),
        ["SGD without momentum"] = layers => optim.SGD(All(layers), 0.1),
        ["Adam"] = layers => optim.Adam(All(layers), 0.01),
        ["Adam, amsgrad"] = layers => optim.Adam(All(layers), 0.01, amsgrad: true),
        ["AdamW, amsgrad"] = layers => optim.AdamW(All(layers), 0.01, amsgrad: true),
        ["NAdam"] = layers => optim.NAdam(All(layers), 0.01),
        ["RAdam"] = layers => optim.RAdam(All(layers), 0.01),
        ["Adamax"] = layers => optim.Adamax(All(layers), 0.01),
        ["Adagrad"] = layers => optim.Adagrad(All(layers), 0.01),
        ["Adadelta"] = layers => optim.Adadelta(All(layers), 0.01),
        ["ASGD"] = layers => optim.ASGD(All(layers), 0.01),
        ["RMSProp"] = layers => optim.RMSProp(All(layers), 0.01, momentum: 0.5, centered: true),
    };

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (string name in Makers.Keys)
        {
            foreach (string how in (string[])["to its end", "diverges", "becomes NaN", "throws"])
            {
                cases.Add(name, how);
            }
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_is_as_it_was_to_the_bit(string name, string how)
    {
        using Toy toy = new();
        var layers = LayerGroups.Of(toy.Model);
        using OptimizerHelper optimizer = Makers[name](layers);
        Run(toy, optimizer, layers, how);
        // In the middle of a run as well as before the first update.
        for (int step = 0; step < 3; step++)
        {
            toy.Train(optimizer, step);
        }
        Run(toy, optimizer, layers, how);
    }

    [Fact]
    public void An_optimizer_whose_rate_cannot_be_set_is_refused_before_anything_is_trained()
    {
        using Toy toy = new();
        using optim.Optimizer optimizer = optim.Rprop(toy.Model.parameters());
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            "optimizer",
            () => ModelRangeTest.Run(toy.Model, (OptimizerHelper)optimizer, 1e-3, 1, 10, _ => throw new InvalidOperationException())
        );
        Assert.StartsWith("The rate cannot be set: Rprop", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_that_follows_is_the_one_that_would_have_been_even_from_within_a_dispose_scope()
    {
        Assert.Equal(Losses(test: false), Losses(test: true));

        static double[] Losses(bool test)
        {
            using Toy toy = new();
            using Adam optimizer = optim.Adam(toy.Model.parameters(), 0.01, amsgrad: true);
            toy.Train(optimizer, 0);
            if (test)
            {
                using DisposeScope scope = NewDisposeScope();
                ModelRangeTest.Run(toy.Model, optimizer, 1e-4, 1, 20, step => toy.Train(optimizer, step));
            }
            return [.. Enumerable.Range(1, 20).Select(step => toy.Train(optimizer, step))];
        }
    }

    [Fact]
    public void Rates_rise_evenly_and_all_groups_have_them_by_their_factors()
    {
        using Toy toy = new();
        var layers = LayerGroups.Of(toy.Model);
        using SGD optimizer = OptimizerSchedulesTests.Groups(layers);
        List<double> first = [],
            last = [];
        RangeTestLog log = ModelRangeTest.Run(
            toy.Model,
            optimizer,
            1e-6,
            1e-2,
            50,
            step =>
            {
                first.Add(optimizer.ParamGroups.First().LearningRate);
                last.Add(optimizer.ParamGroups.Last().LearningRate);
                return toy.Train(optimizer, step);
            },
            groupFactors: [0.5, 0.5, 0.5, 1, 1]
        );
        Assert.Null(log.DivergedAt);
        Assert.Equal(Schedule.RangeTest(1e-6, 1e-2, 50).Evaluate(0..50), log.Rates);
        Assert.Equal(log.Rates, last);
        Assert.Equal(log.Rates.Select(rate => rate / 2), first);
        Assert.Equal(50, log.Losses.Count);
    }

    [Fact]
    public void The_test_stops_at_the_first_loss_that_is_no_number_and_where_the_smoothed_loss_is_four_times_its_lowest()
    {
        using Toy toy = new();
        using SGD optimizer = optim.SGD(toy.Model.parameters(), 0.1);
        RangeTestLog log = ModelRangeTest.Run(toy.Model, optimizer, 1e-3, 1, 100, step => step == 17 ? double.NaN : 1);
        Assert.Equal((17, 18), (log.DivergedAt, log.Losses.Count));
        // A mean over five losses: 4 · 1 is passed with the second 10.
        log = ModelRangeTest.Run(toy.Model, optimizer, 1e-3, 1, 100, step => step < 60 ? 1 : 10);
        Assert.Equal((61, 62), (log.DivergedAt, log.Losses.Count));
        log = ModelRangeTest.Run(toy.Model, optimizer, 1e-3, 1, 100, step => step < 60 ? 1 : 10, factor: 20);
        Assert.Null(log.DivergedAt);
    }

    [Fact]
    public void A_suggestion_is_read_off_the_log()
    {
        using Toy toy = new();
        using SGD optimizer = optim.SGD(toy.Model.parameters(), 0.1);
        RangeTestLog log = ModelRangeTest.Run(toy.Model, optimizer, 1e-5, 10, 100, step => toy.Train(optimizer, step));
        Assert.Equal(RateFinder.Suggest([.. log.Rates], [.. log.Losses]), log.Suggest());
    }

    [Fact]
    public void Rates_that_do_not_rise_too_few_steps_and_factors_are_refused_before_anything_runs()
    {
        using Toy toy = new();
        using SGD optimizer = optim.SGD(toy.Model.parameters(), 0.1);
        Func<int, double> never = _ => throw new InvalidOperationException("trained");
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelRangeTest.Run(toy.Model, optimizer, 0, 1, 10, never));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelRangeTest.Run(toy.Model, optimizer, 1, 1, 10, never));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelRangeTest.Run(toy.Model, optimizer, 0.1, double.NaN, 10, never));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelRangeTest.Run(toy.Model, optimizer, 0.1, 1, 1, never));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelRangeTest.Run(toy.Model, optimizer, 0.1, 1, 10, never, factor: 0.5));
        AssertRefused("min", 0, 1, [1], "min is 0; legal is a finite number above 0.");
        AssertRefused("max", 0.1, 0.05, [1], "max is 0.05; legal is a finite number above min, 0.1.");
        AssertRefused("groupFactors", 0.1, 1, [1, 1], "groupFactors has 2 elements where 1 are needed: one for each parameter group.");
        AssertRefused("groupFactors", 0.1, 1, [double.NaN], "groupFactors[0] is NaN; legal is a finite number, 0 or more.");
        AssertRefused("groupFactors", 0.1, 1, [-0.5], "groupFactors[0] is -0.5; legal is a finite number, 0 or more.");
        Assert.Equal(0.1, optimizer.ParamGroups.Single().LearningRate);

        void AssertRefused(string argument, double min, double max, double[] factors, string message)
        {
            ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(() =>
                ModelRangeTest.Run(toy.Model, optimizer, min, max, 10, never, groupFactors: factors)
            );
            Assert.Equal(argument, refusal.ParamName);
            Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_group_with_the_factor_0_is_not_trained()
    {
        using Toy toy = new();
        using SGD optimizer = OptimizerSchedulesTests.Groups(LayerGroups.Of(toy.Model));
        List<double> first = [];
        ModelRangeTest.Run(
            toy.Model,
            optimizer,
            1e-3,
            1e-2,
            5,
            step =>
            {
                first.Add(optimizer.ParamGroups.First().LearningRate);
                return toy.Train(optimizer, step);
            },
            groupFactors: [0, 1, 1, 1, 1]
        );
        Assert.Equal([0, 0, 0, 0, 0], first);
    }

    private static void Run(Toy toy, OptimizerHelper optimizer, LayerGroups layers, string how)
    {
        // Modes that a call of train() on the whole model would not bring back, and a frozen parameter.
        toy.Model.train();
        toy.Model.named_children().ElementAt(1).Item2.eval();
        layers[1].Parameters[0].requires_grad = false;
        string[] before = Bits.Of(toy.Model, optimizer);
        RangeTestLog? log = null;
        Exception? error = Record.Exception(() =>
            log = ModelRangeTest.Run(
                toy.Model,
                optimizer,
                1e-3,
                how == "diverges" ? 1e6 : 1,
                40,
                step =>
                {
                    toy.Model.train();
                    layers[1].Parameters[0].requires_grad = true;
                    double loss = toy.Train(optimizer, step);
                    return (how, step) switch
                    {
                        ("throws", 9) => throw new InvalidOperationException("in training"),
                        ("becomes NaN", 9) => double.NaN,
                        ("diverges", _) => loss + step * step,
                        _ => loss,
                    };
                },
                how == "to its end" ? 1e9 : 4
            )
        );
        Assert.Equal(how == "throws" ? "in training" : null, error?.Message);
        Assert.Equal(how is "diverges" or "becomes NaN", log?.DivergedAt is not null);
        Assert.Equal(before, Bits.Of(toy.Model, optimizer));
        layers[1].Parameters[0].requires_grad = true;
        toy.Model.train();
    }

    private static IEnumerable<Parameter> All(LayerGroups layers) => [.. layers.SelectMany(layer => layer.Parameters)];
}
