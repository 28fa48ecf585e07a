using System.Globalization;

namespace LrMath.Training;

/// <summary>A network to run the experiments with.</summary>
/// <param name="Name">As <c>--model</c> has it.</param>
/// <param name="Identity">All that its runs depend on besides data, batch and seed.</param>
/// <param name="Batch">Images in an update.</param>
/// <param name="LayerDecay">The factor from a layer's rate to that of the one before it, where layers are told apart.</param>
/// <param name="Describe">Pixels and classes → a sentence's subject, such as "A perceptron of 64, 64 and 10 units".</param>
/// <param name="Create">Pixels, classes, the most images in an update, and what draws the first weights.</param>
public sealed record ModelChoice(
    string Name,
    string Identity,
    int Batch,
    double LayerDecay,
    Func<int, int, string> Describe,
    Func<int, int, int, System.Random, INetwork> Create
)
{
    public const string PerceptronName = "perceptron";

    private const int Hidden = 64;

    /// <summary>One hidden layer, and two where layers are told apart.</summary>
    public static ModelChoice Perceptron { get; } = PerceptronOf([Hidden]);

    public static ModelChoice DeeperPerceptron { get; } = PerceptronOf([Hidden, Hidden]);

    public static ModelChoice PerceptronOf(IReadOnlyList<int> hidden) =>
        new(
            PerceptronName,
            string.Create(CultureInfo.InvariantCulture, $"{(hidden.Count == 1 ? "" : $"{hidden.Count} × ")}{hidden[0]} hidden"),
            32,
            0.3,
            (pixels, classes) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A perceptron of {string.Join(", ", hidden.Prepend(pixels))} and {classes} units"
                ),
            (pixels, classes, batch, random) => new Mlp([pixels, .. hidden, classes], batch, random)
        );
}
