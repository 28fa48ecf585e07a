using LrMath.TorchSharp;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LrMath.Training.TorchSharp;

/// <summary>
/// A residual network for the experiments. Its first weights are drawn by the run, not by libtorch, whose random numbers all threads share,
/// and it
/// works on one thread: another number of threads adds in another order and gives other bits.
/// </summary>
internal sealed class TorchNetwork : INetwork
{
    private const int EvaluatedAtOnce = 500;

    private readonly ResidualNet net;
    private readonly IReadOnlyList<int> channels;
    private readonly int side;
    private readonly LayerGroups groups;

    public TorchNetwork(int pixels, IReadOnlyList<int> channels, int classes, System.Random random)
    {
        set_num_threads(1);
        side = (int)Math.Sqrt(pixels);
        if (side * side != pixels)
        {
            throw new BadDataException($"The images have {pixels} pixels; the residual network takes square ones, such as 28 × 28.");
        }

        (this.channels, Classes) = (channels, classes);
        net = new ResidualNet(side, channels, classes);
        using (no_grad())
        {
            foreach ((string _, Parameter weights) in net.named_parameters().Where(one => one.parameter.dim() > 1))
            {
                Draw(weights, random);
            }
            // Norms begin at 1 and 0; libtorch would draw this one, and every run would be another.
            net.HeadBias.zero_();
        }
        groups = LayerGroups.Of(net);
    }

    public int Layers => groups.Layers;

    public int Classes { get; }

    public INetwork WithNewHead(int classes, System.Random random)
    {
        var next = new TorchNetwork(side * side, channels, classes, random);
        Dictionary<string, Tensor> own = net.state_dict();
        using (no_grad())
        {
            foreach ((string name, Tensor tensor) in next.net.state_dict())
            {
                if (!name.StartsWith("head.", StringComparison.Ordinal))
                {
                    tensor.copy_(own[name]);
                }
            }
        }
        return next;
    }

    public Learn Under(OptimizerChoice optimizer, IReadOnlyList<Rates> byLayer)
    {
        OptimizerHelper updates = TorchOptimizers.Of(optimizer.Name, groups);
        IReadOnlyList<Func<int, double>> rates = groups.Rates([.. byLayer.Select(layer => layer.Rate)]);
        IReadOnlyList<Func<int, double>>? momentums = byLayer.All(layer => layer.Momentum is null)
            ? null
            : groups.Rates([.. byLayer.Select(layer => layer.Momentum!)]);
        return (step, images, positions) =>
        {
            using DisposeScope scope = NewDisposeScope();
            net.train();
            updates.zero_grad();
            (Tensor input, Tensor labels) = Batch(images, positions);
            Tensor loss = nn.functional.cross_entropy(net.forward(input), labels);
            loss.backward();
            updates.Set(step, rates, momentums);
            updates.step();
            return loss.item<float>();
        };
    }

    public (double Loss, double Accuracy) Evaluate(ImageSet images)
    {
        double loss = 0;
        long right = 0;
        int[] positions = [.. Enumerable.Range(0, images.Count)];
        net.eval();
        using (inference_mode())
        {
            foreach (int[] part in positions.Chunk(EvaluatedAtOnce))
            {
                using DisposeScope scope = NewDisposeScope();
                (Tensor input, Tensor labels) = Batch(images, part);
                Tensor scores = net.forward(input);
                loss += nn.functional.cross_entropy(scores, labels, reduction: nn.Reduction.Sum).item<float>();
                right += scores.argmax(1).eq(labels).sum().item<long>();
            }
        }
        return (loss / images.Count, (double)right / images.Count);
    }

    public void Dispose() => net.Dispose();

    private (Tensor Input, Tensor Labels) Batch(ImageSet images, ReadOnlySpan<int> positions)
    {
        int pixels = images.PixelCount;
        float[] input = new float[positions.Length * pixels];
        long[] labels = new long[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            ReadOnlySpan<double> image = images.Pixels.Values.AsSpan(positions[i] * pixels, pixels);
            for (int k = 0; k < pixels; k++)
            {
                input[i * pixels + k] = (float)image[k];
            }

            labels[i] = images.Labels[positions[i]];
        }
        return (tensor(input, [positions.Length, 1, side, side]), tensor(labels));
    }

    // Uniform in ±√(6 / inputs), as the perceptron's.
    private static void Draw(Parameter weights, System.Random random)
    {
        long outputs = weights.shape[0],
            count = weights.numel();
        double bound = Math.Sqrt(6.0 * outputs / count);
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(bound * (2 * random.NextDouble() - 1));
        }

        using Tensor drawn = tensor(values, weights.shape);
        weights.copy_(drawn);
    }
}
