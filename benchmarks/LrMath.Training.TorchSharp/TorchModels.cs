namespace LrMath.Training.TorchSharp;

/// <summary>The models that TorchSharp trains.</summary>
public static class TorchModels
{
    private static readonly int[] Channels = [16, 32, 64];

    /// <summary>Batch normalisation, three stages of one block, 78,000 parameters for ten classes of images of one colour.</summary>
    public static ModelChoice ResidualNetwork { get; } =
        new(
            "residual",
            "residual network 16-32-64, TorchSharp 0.107, libtorch 2.10",
            100,
            0.55,
            (_, _) =>
                $"A residual network in TorchSharp: a convolution, three stages of one block with "
                + $"{string.Join(", ", Channels)} channels, batch normalisation",
            (pixels, classes, _, random) => new TorchNetwork(pixels, Channels, classes, random)
        );
}
