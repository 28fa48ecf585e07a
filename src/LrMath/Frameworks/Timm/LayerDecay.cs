using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>timm's <c>layer_decay</c>: a schedule for each layer, the last one as it is, each one before it lower, none below
    /// <paramref name="minScale"/> of it.</summary>
    /// <param name="schedule">The schedule of the last layer.</param>
    /// <param name="numLayers">The number of layers, from 1 to 1,000,000; layer 0 is the one next to the input.</param>
    /// <param name="layerDecay">The factor from a layer to the one before it, dimensionless, 0 or more.</param>
    /// <param name="minScale">The least share that a layer has, dimensionless, 0 or more.</param>
    /// <returns>As many schedules as layers, in the order of the layers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="schedule"/> is null or two functions in one.</exception>
    /// <remarks>
    /// <code>rate_i(step) = schedule(step)·max(minScale, layerDecay^(numLayers - 1 - i))</code>
    /// timm groups a model's parameters into layers, the head being the last. Lowered onto the verb <c>LayerDecay</c>.
    /// </remarks>
    /// <example><code>Timm.LayerDecay(Schedule.Constant(0.1), numLayers: 12, layerDecay: 0.5)[10](0) == 0.05</code></example>
    public static IReadOnlyList<Func<int, double>> LayerDecay(
        Func<int, double> schedule,
        int numLayers,
        double layerDecay = 0.75,
        double minScale = 0
    )
    {
        Func<int, double> least = Schedule.Constant(Guard.NonNegative(minScale));
        return
        [
            .. Schedule
                .Constant(1)
                .LayerDecay(Verbs.Layers(numLayers), Guard.NonNegative(layerDecay))
                .Select(share => schedule.Scale(share.Max(least)(0))),
        ];
    }
}
