using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch.nn;

namespace LrMath.TorchSharp.Tests;

public class LayerGroupsTests
{
    [Fact]
    public void Children_with_parameters_are_layers_and_biases_and_norms_are_groups_without_decay()
    {
        using Toy toy = new();
        var layers = LayerGroups.Of(toy.Model);
        Assert.Equal(3, layers.Layers);
        Assert.Equal([(0, true), (0, false), (1, false), (2, true), (2, false)], layers.Select(group => (group.Layer, group.Decays)));
        Assert.Equal(
            ["first.weight", "first.bias", "norm.weight,norm.bias", "head.weight", "head.bias"],
            layers.Select(group => string.Join(",", group.Names))
        );
    }

    [Fact]
    public void Each_parameter_is_in_one_group()
    {
        using Toy toy = new();
        Assert.Equal(
            toy.Model.parameters().Select(parameter => parameter.Handle).Order(),
            LayerGroups.Of(toy.Model).SelectMany(group => group.Parameters).Select(parameter => parameter.Handle).Order()
        );
    }

    [Fact]
    public void Rates_fall_by_layer_and_only_matrices_decay()
    {
        using Toy toy = new();
        var layers = LayerGroups.Of(toy.Model);
        using SGD optimizer = OptimizerSchedulesTests.Groups(layers);
        optimizer.Set(
            0,
            layers.Rates(Schedule.Constant(0.8).LayerDecay(layers.Layers, 0.5)),
            weightDecays: layers.WeightDecays(Schedule.Constant(0.01))
        );
        Assert.Equal([0.2, 0.2, 0.4, 0.8, 0.8], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal([0.01, 0, 0, 0.01, 0], optimizer.ParamGroups.Select(group => ((SGD.ParamGroup)group).Options.weight_decay!.Value));
    }

    [Fact]
    public void A_layer_frozen_until_a_step_keeps_its_bits_until_then_and_learns_from_then_on()
    {
        using Toy toy = new();
        var layers = LayerGroups.Of(toy.Model);
        using SGD optimizer = OptimizerSchedulesTests.Groups(layers);
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 20);
        Func<int, double>[] byLayer = [lr.FrozenUntil(6), lr.FrozenUntil(3), lr];
        string[][] history =
        [
            .. Enumerable
                .Range(0, 10)
                .Select(step =>
                {
                    optimizer.Set(step, layers.Rates(byLayer), weightDecays: layers.WeightDecays(Schedule.Constant(0.01)));
                    toy.Train(optimizer, step);
                    return layers.Select(group => Convert.ToHexString(group.Parameters[0].detach().bytes)).ToArray();
                }),
        ];
        Assert.Single(history.Take(6).Select(step => step[0]).Distinct());
        Assert.Equal(5, history.Skip(5).Select(step => step[0]).Distinct().Count());
        Assert.Single(history.Take(3).Select(step => step[2]).Distinct());
        Assert.Equal(10, history.Select(step => step[3]).Distinct().Count());
        Assert.Equal(lr(6), lr.FrozenUntil(6)(6));
        Assert.Same(lr, lr.FrozenUntil(0));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => lr.FrozenUntil(-1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_schedule_that_is_none_or_several_is_refused_however_long_it_is_frozen(int step)
    {
        Func<int, double> lr = Schedule.Constant(0.1);
        Assert.Throws<ArgumentException>("rate", () => (lr + lr).FrozenUntil(step));
        Assert.Throws<ArgumentNullException>("rate", () => ((Func<int, double>)null!).FrozenUntil(step));
    }

    [Fact]
    public void A_shared_parameter_belongs_to_the_first_layer_that_has_it()
    {
        using Linear shared = Linear(3, 3);
        using Sequential model = Sequential(("a", shared), ("b", Linear(3, 3)), ("c", shared));
        var layers = LayerGroups.Of(model);
        Assert.Equal(2, layers.Layers);
        Assert.Equal(4, layers.Sum(group => group.Parameters.Count));
    }

    [Fact]
    public void Layers_are_refused_that_leave_a_parameter_out_and_models_without_any()
    {
        using Toy toy = new();
        Module first = toy.Model.named_children().First().Item2;
        string message = Assert.Throws<ArgumentException>(() => LayerGroups.Of(toy.Model, [first])).Message;
        Assert.StartsWith("No layer has the parameter norm.weight, norm.bias, head.weight, head.bias;", message, StringComparison.Ordinal);
        using ReLU nothing = ReLU();
        Assert.Contains("no parameters", Assert.Throws<ArgumentException>(() => LayerGroups.Of(nothing)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "There are 2 schedules and 3 layers",
            Assert.Throws<ArgumentException>(() => LayerGroups.Of(toy.Model).Rates(Schedule.Constant(1).LayerDecay(2, 0.5))).Message,
            StringComparison.Ordinal
        );
        Func<int, double> lr = Schedule.Constant(0.1);
        var layers = LayerGroups.Of(toy.Model);
        Assert.Throws<ArgumentNullException>("layers", () => LayerGroups.Of(toy.Model, [first, null!]));
        Assert.Throws<ArgumentNullException>("byLayer", () => layers.Rates([lr, null!, lr]));
        Assert.Contains(
            "byLayer[1] is several schedules",
            Assert.Throws<ArgumentException>("byLayer", () => layers.Rates([lr, lr + lr, lr])).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>("weightDecay", () => layers.WeightDecays(lr + lr));
    }
}
