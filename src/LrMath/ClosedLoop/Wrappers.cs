namespace LrMath.ClosedLoop;

public static partial class Feedback
{
    extension<TState>(IPolicy<TState> policy)
        where TState : class
    {
        /// <summary>The policy with an exponential moving average in place of the metric: <c>average = decay · average + (1 - decay) ·
        /// metric</c>.</summary>
        /// <param name="decay">How much of the average stays when a metric comes in, dimensionless, from 0 to below 1; 0.9 and 0.98 are
        /// common.</param>
        /// <returns>A policy whose state holds the average and the state of this one.</returns>
        /// <exception cref="ArgumentNullException">The policy is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="decay"/> is outside [0, 1).</exception>
        public Smoothed<TState> Smoothed(double decay) => new(policy, decay);

        /// <summary>The policy without the first metrics, those of the warm-up: it sees the later ones only.</summary>
        /// <param name="count">How many metrics it does not see, 0 or more.</param>
        /// <returns>A policy whose state holds how many there were and the state of this one.</returns>
        /// <exception cref="ArgumentNullException">The policy is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
        public IgnoringFirst<TState> IgnoreFirst(int count) => new(policy, count);
    }
}
