using MathNet.Numerics.LinearAlgebra.Double;

namespace LrMath.Training;

/// <summary>
/// A multilayer perceptron: dense layers with rectifiers between them and a softmax at the end, trained on mean cross-entropy. It holds
/// room for one batch, so an instance belongs to one run and one thread.
/// </summary>
public sealed class Mlp : INetwork
{
    private readonly int batch;
    private readonly DenseMatrix[] weights;
    private readonly DenseMatrix[] gradients;
    private readonly DenseMatrix[] activations;
    private readonly DenseMatrix[] deltas;

    /// <param name="sizes">Units of each layer, inputs first, classes last.</param>
    /// <param name="batch">The most images given at once.</param>
    /// <param name="random">Draws the first weights, uniform in ±√(6 / inputs); biases begin at 0.</param>
    public Mlp(IReadOnlyList<int> sizes, int batch, System.Random random)
    {
        this.batch = batch;
        Sizes = sizes;
        weights = [.. sizes.Skip(1).Select((rows, i) => Initial(rows, sizes[i], random))];
        gradients = [.. weights.Select(w => new DenseMatrix(w.RowCount, w.ColumnCount))];
        activations = [.. sizes.Select(size => new DenseMatrix(size, batch))];
        deltas = [.. sizes.Select(size => new DenseMatrix(size, batch))];
    }

    public IReadOnlyList<int> Sizes { get; }

    /// <summary>One matrix a layer, outputs × (inputs + 1), the last column the bias.</summary>
    public IReadOnlyList<DenseMatrix> Weights => weights;

    /// <summary>Of the last <see cref="Backward"/>, in the layout of <see cref="Weights"/>.</summary>
    public IReadOnlyList<DenseMatrix> Gradients => gradients;

    public int Layers => weights.Length;

    public int Classes => Sizes[^1];

    /// <summary>The same network with a last layer of its own, for another set of classes.</summary>
    public INetwork WithNewHead(int classes, System.Random random)
    {
        var next = new Mlp([.. Sizes.SkipLast(1), classes], batch, random);
        for (int layer = 0; layer < weights.Length - 1; layer++)
        {
            weights[layer].CopyTo(next.weights[layer]);
        }

        return next;
    }

    public Learn Under(OptimizerChoice optimizer, IReadOnlyList<Rates> byLayer) =>
        Under([.. byLayer.Select((rates, layer) => optimizer.Create(weights[layer].Values.Length, rates))]);

    /// <param name="updates">One for each layer.</param>
    public Learn Under(IReadOnlyList<Update> updates) =>
        (step, images, positions) =>
        {
            double loss = Backward(images, positions);
            for (int layer = 0; layer < updates.Count; layer++)
            {
                updates[layer](step, weights[layer].Values, gradients[layer].Values);
            }

            return loss;
        };

    /// <summary>Mean loss over the images at <paramref name="positions"/>, and its gradient.</summary>
    public double Backward(ImageSet images, ReadOnlySpan<int> positions)
    {
        Forward(images, positions);
        int count = positions.Length;
        int classes = Sizes[^1];
        double loss = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> scores = activations[^1].Values.AsSpan(i * classes, classes);
            loss += Softmax.Loss(scores, images.Labels[positions[i]], deltas[^1].Values.AsSpan(i * classes, classes));
        }
        for (int k = 0; k < count * classes; k++)
        {
            deltas[^1].Values[k] /= count;
        }

        for (int layer = weights.Length - 1; layer >= 0; layer--)
        {
            Products.Outer(deltas[layer + 1], activations[layer], gradients[layer], count);
            if (layer > 0)
            {
                Products.Back(weights[layer], deltas[layer + 1], activations[layer], deltas[layer], count);
            }
        }
        return loss / count;
    }

    /// <summary>Mean loss and the share of right answers over a whole set.</summary>
    public (double Loss, double Accuracy) Evaluate(ImageSet images)
    {
        int classes = Sizes[^1];
        double loss = 0;
        int right = 0;
        int[] positions = [.. Enumerable.Range(0, images.Count)];
        double[] unused = new double[classes];
        for (int first = 0; first < images.Count; first += batch)
        {
            ReadOnlySpan<int> part = positions.AsSpan(first, Math.Min(batch, images.Count - first));
            Forward(images, part);
            for (int i = 0; i < part.Length; i++)
            {
                ReadOnlySpan<double> scores = activations[^1].Values.AsSpan(i * classes, classes);
                int label = images.Labels[part[i]];
                loss += Softmax.Loss(scores, label, unused);
                if (Best(scores) == label)
                {
                    right++;
                }
            }
        }
        return (loss / images.Count, (double)right / images.Count);
    }

    public void Dispose() { }

    private void Forward(ImageSet images, ReadOnlySpan<int> positions)
    {
        int pixels = images.PixelCount;
        for (int i = 0; i < positions.Length; i++)
        {
            images.Pixels.Values.AsSpan(positions[i] * pixels, pixels).CopyTo(activations[0].Values.AsSpan(i * pixels));
        }

        for (int layer = 0; layer < weights.Length; layer++)
        {
            Products.Affine(weights[layer], activations[layer], activations[layer + 1], positions.Length);
            if (layer < weights.Length - 1)
            {
                Rectify(activations[layer + 1].Values.AsSpan(0, positions.Length * Sizes[layer + 1]));
            }
        }
    }

    private static DenseMatrix Initial(int rows, int inputs, System.Random random)
    {
        var weights = new DenseMatrix(rows, inputs + 1);
        double bound = Math.Sqrt(6.0 / inputs);
        for (int i = 0; i < rows * inputs; i++)
        {
            weights.Values[i] = bound * (2 * random.NextDouble() - 1);
        }

        return weights;
    }

    // Not Math.Max: a network that has diverged must show NaN, and 0 would hide it.
    private static void Rectify(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
            {
                values[i] = 0;
            }
        }
    }

    private static int Best(ReadOnlySpan<double> scores)
    {
        int best = 0;
        for (int k = 1; k < scores.Length; k++)
        {
            if (scores[k] > scores[best])
            {
                best = k;
            }
        }

        return best;
    }
}
