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

    // Four million values are written five times in it, which is when their cost stands still.
    private static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(8);

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
        Settle();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats / operations;
    }

    /// <summary>What the other entrants have left in the caches is not this one's cost; a cache shared by many processors forgets it only by and by.</summary>
    private void Settle()
    {
        long begin = Stopwatch.GetTimestamp();
        do
        {
            run();
        }
        while (fastestRun > SampleTime && Stopwatch.GetElapsedTime(begin) < SettleTime);
    }
}

/// <summary>A case of a peer, timed in the peer's own process.</summary>
internal sealed class PeerEntrant(string name, Peer peer, string @case, int count, int repeats) : Entrant(name)
{
    public override void Warm(TimeSpan budget) => peer.Measure(@case, count, 1);

    protected override double Measure() => peer.Measure(@case, count, repeats);
}
