namespace LrMath.ClosedLoop;

/// <summary>
/// A rule that turns metrics into a scale: an immutable value with one pure function, state × metric → state. <see cref="Plateau"/>,
/// <see cref="Greedy"/> and <see cref="Steering"/> are three, <see cref="Smoothed{TState}"/> and <see cref="IgnoringFirst{TState}"/> wrap
/// any; a policy of one's own has the same rights.
/// </summary>
/// <typeparam name="TState">What it remembers: an immutable reference type, equal by value.</typeparam>
public interface IPolicy<TState>
    where TState : class
{
    /// <summary>The state before the first metric.</summary>
    TState Start { get; }

    /// <summary>The state after one more metric. Pure: the same arguments give the same state, and no argument is changed.</summary>
    /// <param name="state">The state so far; <see cref="Start"/> before the first metric.</param>
    /// <param name="metric">Any value; what a NaN or an infinity means is the policy's to say, but it must leave a finite scale.</param>
    /// <exception cref="ArgumentException"><paramref name="state"/> is refused by <see cref="Validate"/>.</exception>
    TState Next(TState state, double metric);

    /// <summary>The factor on the schedule's value that a state stands for (dimensionless, finite); 1 at the start.</summary>
    /// <param name="state">A state that this policy has produced.</param>
    double ScaleOf(TState state);

    /// <summary>Refuses a state that this policy cannot have produced.</summary>
    /// <param name="state">A state from anywhere, such as a file.</param>
    /// <exception cref="ArgumentException">Names the part, its value and what is legal.</exception>
    void Validate(TState state);
}
