using LrMath.TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using TorchAdam = TorchSharp.Modules.Adam;
using TorchAdamW = TorchSharp.Modules.AdamW;

namespace LrMath.Training.TorchSharp;

/// <summary>The optimizers of the experiments, by their names there, with a rate that is set before each step.</summary>
internal static class TorchOptimizers
{
    private const double Usual = 0.9;
    private const double Decay = 0.01;

    public static OptimizerHelper Of(string name, LayerGroups groups) =>
        name switch
        {
            "nesterov" => Sgd(groups, Usual, nesterov: true),
            "momentum" => Sgd(groups, Usual, nesterov: false),
            "sgd" => Sgd(groups, 0, nesterov: false),
            "adam" => optim.Adam(groups.Select(group => new TorchAdam.ParamGroup { Parameters = group.Parameters }), 0),
            "adamw" => optim.AdamW(
                groups.Select(group => new TorchAdamW.ParamGroup { Parameters = group.Parameters }),
                0,
                weight_decay: Decay
            ),
            _ => throw new ArgumentException($"The optimizer {name} is unknown to the networks of TorchSharp.", nameof(name)),
        };

    private static SGD Sgd(LayerGroups groups, double momentum, bool nesterov) =>
        optim.SGD(groups.Select(group => new SGD.ParamGroup { Parameters = group.Parameters }), 0, momentum: momentum, nesterov: nesterov);
}
