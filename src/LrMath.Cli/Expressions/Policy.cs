using LrMath.ClosedLoop;

namespace LrMath.Cli.Expressions;

/// <summary>A policy that a user typed, whatever the type of its state.</summary>
internal abstract class Policy
{
    /// <summary>The policy that an expression has given.</summary>
    /// <param name="name">The expression.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="UserErrorException">It is no <see cref="IPolicy{TState}"/>.</exception>
    public static Policy Of(string name, object value)
    {
        Type? policy = value
            .GetType()
            .GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IPolicy<>));
        string kind = value is Func<int, double> ? "schedule" : value.GetType().Name;
        return policy is null
            ? throw new UserErrorException($"this is no policy, such as Plateau.PyTorch with {{ Patience = 5 }}, but a {kind}\n  {name}")
            : (Policy)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(policy.GetGenericArguments()), name, value)!;
    }

    /// <summary>What the policy would have done.</summary>
    /// <param name="schedule">The schedule that it scales.</param>
    /// <param name="metrics">The logged metrics.</param>
    /// <param name="from">For each metric the first step that it decides about, from 0 on and nowhere falling.</param>
    /// <exception cref="UserErrorException">The policy throws or gives a scale that is not finite; or the schedule does.</exception>
    public abstract PolicyRun Replay(Curve schedule, IReadOnlyList<double> metrics, IReadOnlyList<int> from);

    private sealed class Typed<TState>(string name, IPolicy<TState> policy) : Policy
        where TState : class
    {
        public override PolicyRun Replay(Curve schedule, IReadOnlyList<double> metrics, IReadOnlyList<int> from)
        {
            try
            {
                FeedbackLoop<TState> loop = schedule.Schedule.Under(policy);
                List<(int From, double Scale)> changes = [(0, loop.Scale)];
                var rows = new PolicyRow[metrics.Count];
                for (int i = 0; i < rows.Length; i++)
                {
                    rows[i] = Observe(loop, schedule.Name, metrics[i], from[i]);
                    if (changes[^1].From == from[i])
                    {
                        changes[^1] = (from[i], loop.Scale);
                    }
                    else if (rows[i].Changed)
                    {
                        changes.Add((from[i], loop.Scale));
                    }
                }
                Func<int, double> scale = Schedule.Piecewise([.. changes.Select(c => c.Scale)], [.. changes.Skip(1).Select(c => c.From)]);
                return new PolicyRun(name, Better, rows, schedule.Schedule.Chain(scale));
            }
            catch (Exception mistake) when (mistake is not UserErrorException)
            {
                throw new UserErrorException($"{mistake.Message}\n  {name}", mistake);
            }
        }

        private string? Better =>
            Wrapped.Policy(policy) switch
            {
                Plateau { Mode: Mode.Max } or Greedy { Mode: Mode.Max } => "higher",
                Plateau or Greedy => "lower",
                _ => null,
            };

        private PolicyRow Observe(FeedbackLoop<TState> loop, string schedule, double metric, int from)
        {
            (TState before, double scale) = (loop.State, loop.Scale);
            TState after = loop.Observe(metric);
            (double? best, int? bad) = Wrapped.State(after) switch
            {
                PlateauState state => (state.Best, state.BadCount),
                GreedyState state => (state.Best, state.BadCount),
                _ => ((double?)null, (int?)null),
            };
            int direction = loop.Scale.CompareTo(scale);
            return new PolicyRow(
                loop.Scale,
                new Curve(schedule, loop.Rate).At(from),
                best,
                bad,
                direction != 0,
                PolicyEvent.Of(before, after, () => policy.Next(before, double.NaN), direction)
            );
        }
    }
}
