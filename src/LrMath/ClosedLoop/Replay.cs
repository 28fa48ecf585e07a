namespace LrMath.ClosedLoop;

public static partial class Feedback
{
    extension<TState>(IPolicy<TState> policy)
        where TState : class
    {
        /// <summary>
        /// The states after each of the metrics: what the policy would have done to a logged run. A scan: <c>Replay(a ++ b)</c> is
        /// <c>Replay(a)</c>, then <c>Replay(b, from: the last of them)</c>.
        /// </summary>
        /// <param name="metrics">The metrics in their order; any values.</param>
        /// <param name="from">The state before the first of them; null: the policy's start.</param>
        /// <returns>As many states as metrics.</returns>
        /// <exception cref="ArgumentNullException">The policy or <paramref name="metrics"/> is null.</exception>
        /// <exception cref="ArgumentException"><paramref name="from"/> is a state that the policy cannot have produced.</exception>
        public IReadOnlyList<TState> Replay(IEnumerable<double> metrics, TState? from = null)
        {
            ArgumentNullException.ThrowIfNull(policy);
            ArgumentNullException.ThrowIfNull(metrics);
            TState state = from ?? policy.Start;
            policy.Validate(state);

            var states = new List<TState>();
            foreach (double metric in metrics)
            {
                states.Add(state = policy.Next(state, metric));
            }

            return states.AsReadOnly();
        }
    }
}
