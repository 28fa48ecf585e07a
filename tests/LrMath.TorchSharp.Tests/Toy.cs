using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LrMath.TorchSharp.Tests;

/// <summary>A small network with everything that a training step changes: dropout, batch normalisation, two layers.</summary>
internal sealed class Toy : IDisposable
{
    private readonly Tensor inputs;
    private readonly Tensor labels;

    public Toy(long seed = 1)
    {
        set_num_threads(1);
        manual_seed(seed);
        Model = Sequential(
            ("first", Linear(6, 8)),
            ("norm", BatchNorm1d(8)),
            ("act", ReLU()),
            ("drop", Dropout(0.3)),
            ("head", Linear(8, 3))
        );
        inputs = randn(40, 6);
        labels = randint(0, 3, 40);
    }

    public Sequential Model { get; }

    /// <summary>Forward and backward on the eight images whose turn it is.</summary>
    public double Gradients(int step)
    {
        using DisposeScope scope = NewDisposeScope();
        int first = step % 5 * 8;
        Tensor loss = functional.cross_entropy(Model.forward(inputs[first..(first + 8)]), labels[first..(first + 8)]);
        Model.zero_grad();
        loss.backward();
        return loss.item<float>();
    }

    public double Train(optim.Optimizer optimizer, int step)
    {
        double loss = Gradients(step);
        optimizer.step();
        return loss;
    }

    /// <summary>Loss of all images in eval mode; the model is in train mode afterwards.</summary>
    public double ValidationLoss()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable none = no_grad();
        Model.eval();
        double loss = functional.cross_entropy(Model.forward(inputs), labels).item<float>();
        Model.train();
        return loss;
    }

    public void Dispose()
    {
        Model.Dispose();
        inputs.Dispose();
        labels.Dispose();
    }
}
