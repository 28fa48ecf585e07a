using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LrMath.Training.TorchSharp;

/// <summary>
/// He et al., 2016, small: stem, stages of one block each, mean over the image, head. The stem halves images of 16 pixels or more, each
/// stage
/// after the first halves again.
/// </summary>
internal sealed class ResidualNet : Module<Tensor, Tensor>
{
    private readonly Sequential stem;
    private readonly ResidualBlock[] stages;
    private readonly Linear head;

    public ResidualNet(int side, IReadOnlyList<int> channels, int classes)
        : base(nameof(ResidualNet))
    {
        stem = Sequential(Conv2d(1, channels[0], 3, stride: side >= 16 ? 2 : 1, padding: 1, bias: false), BatchNorm2d(channels[0]), ReLU());
        stages = [.. channels.Select((count, stage) => new ResidualBlock(channels[Math.Max(0, stage - 1)], count, stage == 0 ? 1 : 2))];
        head = Linear(channels[^1], classes);
        register_module("stem", stem);
        for (int stage = 0; stage < stages.Length; stage++)
        {
            register_module($"stage{stage + 1}", stages[stage]);
        }

        register_module("head", head);
    }

    public Tensor HeadBias => head.bias!;

    public override Tensor forward(Tensor input)
    {
        Tensor x = stem.forward(input);
        foreach (ResidualBlock stage in stages)
        {
            x = stage.forward(x);
        }

        return head.forward(x.mean([2, 3]));
    }
}

/// <summary>Two convolutions of 3 × 3 beside a shortcut, which is a convolution of 1 × 1 where the shape changes.</summary>
internal sealed class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Sequential body;
    private readonly Sequential? shortcut;

    public ResidualBlock(int inputs, int outputs, int stride)
        : base(nameof(ResidualBlock))
    {
        body = Sequential(
            Conv2d(inputs, outputs, 3, stride: stride, padding: 1, bias: false),
            BatchNorm2d(outputs),
            ReLU(),
            Conv2d(outputs, outputs, 3, padding: 1, bias: false),
            BatchNorm2d(outputs)
        );
        register_module("body", body);
        if (inputs == outputs && stride == 1)
        {
            return;
        }

        shortcut = Sequential(Conv2d(inputs, outputs, 1, stride: stride, bias: false), BatchNorm2d(outputs));
        register_module("shortcut", shortcut);
    }

    public override Tensor forward(Tensor input) =>
        functional.relu(body.forward(input) + (shortcut is null ? input : shortcut.forward(input)));
}
