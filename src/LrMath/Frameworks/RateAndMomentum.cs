namespace LrMath.Frameworks;

/// <summary>The two schedules of a scheduler that drives the momentum (Adam's β1) as well. Where one schedule is expected, it is the
/// rate; verbs are called on one of the two: <c>PyTorch.OneCycleLR(0.1, totalSteps: 100).Rate.Warmup(5)</c>.</summary>
/// <remarks>
/// It has no verbs of its own: most would have to change the momentum in another way than the rate. A warm-up of the rate comes with a
/// delay of the momentum, <c>both.Momentum.Delay(5)</c>, a factor leaves it alone.
/// </remarks>
/// <param name="Rate">The learning rate.</param>
/// <param name="Momentum">The momentum, low where the rate is high; null if the scheduler was told to leave it alone.</param>
public sealed record RateAndMomentum(Func<int, double> Rate, Func<int, double>? Momentum)
{
    /// <summary>The rate alone.</summary>
    /// <param name="both">Rate and momentum.</param>
    public static implicit operator Func<int, double>(RateAndMomentum both)
    {
        ArgumentNullException.ThrowIfNull(both);
        return both.Rate;
    }

    /// <summary>Both schedules in C#, as <c>Describe</c> gives them: for a debugger or a log, not for a program to read.</summary>
    public override string ToString() => $"RateAndMomentum {{ Rate = {Rate.Describe()}, Momentum = {Momentum?.Describe() ?? "null"} }}";
}
