namespace LrMath.ClosedLoop;

/// <summary>The verbs of the closed loop.</summary>
public static partial class Feedback
{
    extension(Func<int, double> schedule)
    {
        /// <summary>Puts the schedule under a policy that watches a metric: <c>rate(step) = schedule(step) · scale</c>.</summary>
        /// <typeparam name="TState">What the policy remembers.</typeparam>
        /// <param name="policy">The rule that turns metrics into the scale.</param>
        /// <param name="state">Where to go on, such as a state read from a file; null: the policy's start.</param>
        /// <param name="rateFloor">The policy does not bring the rate below this (in the unit of the schedule, finite): see
        /// <see cref="FeedbackLoop{TState}"/>.</param>
        /// <param name="history">What the scale was before, saved with the state; null: the loop knows only what comes.</param>
        /// <exception cref="ArgumentNullException">The schedule or <paramref name="policy"/> is null.</exception>
        /// <exception cref="ArgumentException">
        /// The schedule is several delegates, <paramref name="state"/> is none that the policy can have produced,
        /// <paramref name="rateFloor"/> is not finite, or <paramref name="history"/> ends with another scale than that of the state.
        /// </exception>
        /// <exception cref="InvalidOperationException">The scale that the policy gives for its start, or for <paramref name="state"/>, is
        /// not finite.</exception>
        public FeedbackLoop<TState> Under<TState>(
            IPolicy<TState> policy,
            TState? state = null,
            double? rateFloor = null,
            ScaleHistory? history = null
        )
            where TState : class => new(schedule, policy, state, rateFloor, history);
    }
}
