using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// One schedule for each layer, the last one as it is, each one before it lower: layer i is <c>f.Scale(decay^(layers - 1 - i))</c>.
        /// </summary>
        /// <param name="layers">The number of layers, from 1 to 1,000,000; layer 0 is the one next to the input.</param>
        /// <param name="decay">
        /// The factor from a layer to the one before it, dimensionless, 0 or more; 0.75 and 0.9 are common. 0 freezes all but the last.
        /// </param>
        /// <returns>As many schedules as layers, in the order of the layers.</returns>
        /// <exception cref="ArgumentOutOfRangeException">
        /// <paramref name="layers"/> is not within its range, or <paramref name="decay"/> is negative or not finite.
        /// </exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// timm layer_decay, BEiT, ELECTRA's layer-wise rates; discriminative fine-tuning of ULMFiT (arXiv:1801.06146) with 1 / 2.6.
        /// </remarks>
        /// <example><code>Schedule.Constant(1).LayerDecay(3, 0.5)[0](0) == 0.25</code></example>
        public IReadOnlyList<Func<int, double>> LayerDecay(int layers, double decay)
        {
            Func<int, double> scale = Schedule.ExponentialDecay(1, Guard.NonNegative(decay));
            var byLayer = new Func<int, double>[Layers(layers)];
            for (int layer = 0; layer < layers; layer++)
            {
                byLayer[layer] = schedule.Scale(scale(layers - 1 - layer));
            }

            return byLayer;
        }
    }

    /// <summary>A number of layers.</summary>
    internal static int Layers(int layers, [CallerArgumentExpression(nameof(layers))] string name = "") =>
        Guard.AtMost(Guard.Positive(layers, name), 1_000_000, "more than any network has", name);
}
