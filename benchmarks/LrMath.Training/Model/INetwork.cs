namespace LrMath.Training;

/// <summary>What is trained: weights in layers, without an optimizer. An instance belongs to one run and one thread.</summary>
public interface INetwork : IDisposable
{
    /// <summary>Layers that may have a rate of their own, the head among them.</summary>
    int Layers { get; }

    int Classes { get; }

    /// <summary>A copy with a last layer of its own, for another set of classes.</summary>
    INetwork WithNewHead(int classes, System.Random random);

    /// <summary>Puts an optimizer on the weights.</summary>
    /// <param name="byLayer">What drives each layer, the one next to the input first.</param>
    Learn Under(OptimizerChoice optimizer, IReadOnlyList<Rates> byLayer);

    /// <summary>Mean loss and the share of right answers over a whole set.</summary>
    (double Loss, double Accuracy) Evaluate(ImageSet images);
}

/// <summary>One update by the images at <paramref name="positions"/>; <paramref name="step"/> counts from 0.</summary>
/// <returns>Their mean loss before the update.</returns>
public delegate double Learn(int step, ImageSet images, ReadOnlySpan<int> positions);
