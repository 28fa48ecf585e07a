namespace LrMath.Training;

/// <summary>A schedule in the comparison.</summary>
/// <param name="Name">As it stands in the tables.</param>
/// <param name="Build">From the base rate, the length in epochs and the updates in an epoch.</param>
public sealed record Contestant(string Name, Func<double, int, int, Rates> Build)
{
    /// <summary>A contestant that drives the rate only.</summary>
    public static Contestant Of(string name, Func<double, int, int, Func<int, double>> build) =>
        new(name, (rate, epochs, stepsPerEpoch) => new Rates(build(rate, epochs, stepsPerEpoch)));

    /// <summary>What it drives in a run of that length.</summary>
    /// <exception cref="ScheduleFailedException">The schedule refuses the rate or the length.</exception>
    public Rates BuildFor(double rate, int epochs, int stepsPerEpoch)
    {
        try
        {
            return Build(rate, epochs, stepsPerEpoch);
        }
        catch (Exception e)
        {
            throw ScheduleFailedException.NotBuilt(Name, rate, epochs, stepsPerEpoch, e);
        }
    }
}
