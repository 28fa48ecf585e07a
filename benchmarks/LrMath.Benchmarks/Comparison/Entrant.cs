using System.Diagnostics;

namespace LrMath.Benchmarks.Comparison;

/// <summary>One thing whose cost is sampled round after round.</summary>
internal abstract class Entrant(string name)
{
    private readonly List<double> samples = [];

    public string Name => name;

    public Spread Spread => Spread.Of(samples);

    /// <summary>Runs until the code is hot, for at most <paramref name="budget"/>.</summary>
    public abstract void Warm(TimeSpan budget);

    public void Sample() => samples.Add(Measure());

    /// <summary>One sample, in nanoseconds per operation.</summary>
    protected abstract double Measure();
}

/// <summary>Code of this process.</summary>
internal sealed class OwnEntrant(string name, Action run, long operations) : Entrant(name)
{
    /// <summary>Long enough for the clock, and short enough that most samples are not interrupted.</summary>
    private static readonly TimeSpan SampleTime = TimeSpan.FromMicroseconds(200);

    // More than the 30 calls after which the runtime compiles a method again, optimised.
    private const int WarmCalls = 40;

    private TimeSpan fastestRun = TimeSpan.MaxValue;

    public override void Warm(TimeSpan budget)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < WarmCalls && Stopwatch.GetElapsedTime(begin) < budget; i++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            fastestRun = time < fastestRun ? time : fastestRun;
        }
    }

    protected override double Measure()
    {
        int repeats = (int)Math.Clamp(SampleTime / fastestRun, 1, 10_000);
        run(); // what the other entrants have left in the caches is not this one's cost
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats / operations;
    }
}

/// <summary>A case of a peer, timed in the peer's own process.</summary>
internal sealed class PeerEntrant(string name, Peer peer, string @case, int count, int repeats) : Entrant(name)
{
    public override void Warm(TimeSpan budget) => peer.Measure(@case, count, 1);

    protected override double Measure() => peer.Measure(@case, count, repeats);
}
