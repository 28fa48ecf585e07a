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

    private static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(3);

    // Four million values cost what they cost from the fourth time on; the first two times, two or three times as much.
    private const int FewestSettlingRuns = 4;
    private const int MostSettlingRuns = 1000;
    private const double StandsStill = 0.97;

    // More than the 30 calls after which the runtime compiles a method again, optimised.
    private const int WarmCalls = 40;

    private TimeSpan fastestRun = TimeSpan.MaxValue;

    public override void Warm(TimeSpan budget)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < WarmCalls && Stopwatch.GetElapsedTime(begin) < budget; i++)
        {
            TimeSpan time = Time();
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

    /// <summary>
    /// Runs until the cost stands still: what the other entrants have left in the caches, and a processor that slept while a peer was
    /// measured, are not this one's cost. A cache that many processors share forgets only by and by.
    /// </summary>
    private void Settle()
    {
        long begin = Stopwatch.GetTimestamp();
        TimeSpan best = TimeSpan.MaxValue;
        bool isStill = false;
        for (int i = 0; !isStill; i++)
        {
            TimeSpan time = Time();
            isStill =
                i >= FewestSettlingRuns
                && Stopwatch.GetElapsedTime(begin) > SettleTime
                && (time > best * StandsStill || i >= MostSettlingRuns);
            best = time < best ? time : best;
        }
    }

    private TimeSpan Time()
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start);
    }
}

/// <summary>A case of a peer, timed in the peer's own process.</summary>
internal sealed class PeerEntrant(string name, Peer peer, string @case, int count, int repeats) : Entrant(name)
{
    public override void Warm(TimeSpan budget) => peer.Measure(@case, count, 1);

    protected override double Measure() => peer.Measure(@case, count, repeats);
}
