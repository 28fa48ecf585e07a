namespace LrMath.TorchSharp;

/// <summary>Verbs for the rates of layers.</summary>
public static class LayerRates
{
    extension(Func<int, double> rate)
    {
        /// <summary>A layer that is frozen at first: <c>f.FrozenUntil(n)(t) = t &lt; n ? 0 : f(t)</c>.</summary>
        /// <param name="step">The first step that trains the layer, 0 or more; 0 leaves the schedule as it is.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative.</exception>
        /// <exception cref="ArgumentNullException">The schedule is null.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// A rate of 0 leaves the parameters as they are, to the bit. The running statistics of batch normalisation still move, unless the
        /// layer is in eval mode, and the averages of a momentum or of Adam still take in the gradients.
        /// </remarks>
        /// <example><code>optimizer.Set(step, layers.Rates([lr.FrozenUntil(6), lr.FrozenUntil(3), lr]));</code></example>
        public Func<int, double> FrozenUntil(int step)
        {
            Guard.Schedule(rate, nameof(rate));
            Guard.NonNegative(step);
            return step == 0 ? rate : rate.Chain(Schedule.Piecewise([0, 1], [step]));
        }
    }
}
