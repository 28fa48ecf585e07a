using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using LrMath.Soak;
using LrMath.Tests.Generation;

// soak [seconds] [seed] [only this composition's number]
// soak logs [runs] [first seed] [families, phases or faults]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["logs", ..])
{
    return LogTrial.Run(args[1..]);
}

double seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 3600;
ulong seed = args.Length > 1 ? ulong.Parse(args[1], CultureInfo.InvariantCulture) : (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
long? only = args.Length > 2 ? long.Parse(args[2], CultureInfo.InvariantCulture) : null;

const int Batch = 40;
const double Slow = 5;
const int EveryBatch = 20_000;
Attack attack = new(seed);
ConcurrentDictionary<string, Violation> causes = new(StringComparer.Ordinal);
long next = -1;
long done = 0;
long violations = 0;
long calls = 0;
var clock = Stopwatch.StartNew();
TimeSpan reported = TimeSpan.Zero;
Console.WriteLine($"seed {seed}, {seconds} s, {Environment.ProcessorCount} threads");

if (only is { } number)
{
    Run(number, []);
}
else
{
    Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work, maxStackSize: 16 << 20))];
    Array.ForEach(threads, thread => thread.Start());
    while (threads.Any(thread => thread.IsAlive))
    {
        Thread.Sleep(200);
        if (clock.Elapsed - reported > TimeSpan.FromSeconds(60))
        {
            reported = clock.Elapsed;
            Report();
        }
    }
}

Report();
return violations == 0 ? 0 : 1;

void Work()
{
    List<(Composition, Window)> sample = [];
    while (clock.Elapsed.TotalSeconds < seconds)
    {
        Run(Interlocked.Increment(ref next), sample);
    }
}

void Run(long at, List<(Composition, Window)> sample)
{
    TimeSpan begin = clock.Elapsed;
    (Composition? composition, Window window, Violation? violation) = attack.Draw(at);
    Interlocked.Increment(ref done);
    if (composition is not null)
    {
        Interlocked.Add(ref calls, composition.Calls);
        violation = Attack.Check(composition, window);
        if (clock.Elapsed - begin > TimeSpan.FromSeconds(Slow))
        {
            Console.WriteLine(
                $"slow, {(clock.Elapsed - begin).TotalSeconds:N1} s: {composition} at {window} (composition {at} of seed {seed})"
            );
        }

        if (violation is null && at % EveryBatch < Batch)
        {
            sample.Add((composition, window));
            if (sample.Count == Batch)
            {
                violation = Recompilation.Check(sample);
                sample.Clear();
            }
        }
    }

    if (violation is not null)
    {
        Interlocked.Increment(ref violations);
        Violation smallest = Smallest(violation, window);
        if (causes.Count < 200 && causes.TryAdd(smallest.Cause, smallest))
        {
            Console.WriteLine($"{smallest} (composition {at} of seed {seed})");
        }
    }
}

// The first reduction that still breaks the same promise, until there is none.
static Violation Smallest(Violation violation, Window window)
{
    for (int i = 0; i < 500; i++)
    {
        Violation? less = violation
            .Composition.Smaller()
            .Select(smaller => Attack.Check(smaller, window))
            .FirstOrDefault(other => other?.Kind == violation.Kind);
        if (less is null)
        {
            break;
        }

        violation = less;
    }

    return violation;
}

void Report() =>
    Console.WriteLine(
        $"{clock.Elapsed.TotalSeconds:N0} s: {done:N0} compositions of {calls:N0} calls, {violations:N0} violations of "
            + $"{causes.Count:N0} causes"
    );
