using System.Globalization;
using LrMath.Analysis;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>A run that never was: a schedule with arguments as people choose them, logged as programs log.</summary>
/// <param name="Family">What kind of schedule it is.</param>
/// <param name="Truth">The schedule, of the steps that the log counts.</param>
/// <param name="Steps">The logged steps, with repetitions where the run was resumed.</param>
/// <param name="Printed">The logged rates.</param>
/// <param name="Printing">How they were printed.</param>
/// <param name="Looked">The steps at which an answer is compared with the truth.</param>
/// <param name="Tolerance">How near it has to come there.</param>
internal sealed record RandomRun(
    string Family,
    Func<int, double> Truth,
    int[] Steps,
    string[] Printed,
    string Printing,
    int[] Looked,
    double Tolerance
)
{
    private static readonly double[] Peaks = [0.1, 0.01, 0.05, 0.001, 0.0001, 3e-4, 2.5e-4, 6e-4, 5e-5, 2e-5, 3e-5, 1e-5, 6e-5, 0.5, 0.02];

    // Round ones, and epochs times the updates of an epoch.
    private static readonly int[] Totals =
    [
        .. (int[])[500, 600, 1000, 1500, 2000, 3000, 5000, 8000, 10_000, 20_000, 50_000, 100_000, 200_000],
        .. (int[])[3 * 391, 12 * 391, 90 * 391, 10 * 1563, 30 * 782, 100 * 196, 7813, 60 * 157],
    ];

    private static readonly int[] Odd = [63, 157, 196, 391, 782, 1563];

    /// <summary>The run of a seed, with a schedule of one family.</summary>
    public static RandomRun Of(int seed) => Of(seed, Schedules.Of, (_, truth, _) => truth);

    /// <summary>The run of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="draw">Draws a schedule of about so many steps.</param>
    /// <param name="changed">What becomes of the schedule in this run, given its last logged step.</param>
    public static RandomRun Of(
        int seed,
        Func<Random, int, (string Family, Func<int, double> Schedule, int Length, bool Endless)> draw,
        Func<Random, Func<int, double>, int, Func<int, double>> changed
    )
    {
        // Generators of neighbouring seeds begin alike, and would pair the same families with the same arguments.
        var random = new Random(unchecked((int)(((uint)seed + 1) * 2_654_435_761u)));
        bool byEpoch = random.Next(2) == 0;
        int total = byEpoch ? Pick(random, [60, 80, 90, 100, 120, 150, 200, 300]) : Pick(random, Totals);
        (string family, Func<int, double> schedule, int length, bool endless) = draw(random, total);
        bool fromOne = random.Next(8) == 0;

        double shown = endless ? 1 : Pick(random, [1.0, 1.0, 1.15, 1.0, 0.8, 0.7]);
        int last = Math.Max((int)(length * shown), 20);
        Func<int, double> truth = changed(random, fromOne ? schedule.Delay(1) : schedule, last);
        int every = byEpoch ? 1 : Interval(random, last);
        int first =
            fromOne ? 1
            : random.Next(3) == 0 ? every
            : 0;
        List<int> steps = [.. Enumerable.Range(0, ((last - first) / every) + 1).Select(i => first + (i * every))];
        int[] logged = Damaged(random, steps);

        (string printing, Func<double, string> print, double relative) = Printings.Of(random);
        string[] printed = Array.ConvertAll(logged, step => print(truth(step)));
        double peak = logged.Max(step => Math.Abs(truth(step)));
        bool ended = shown >= 1 || endless;
        int reach = logged.Max() + (ended ? Math.Max(last / 8, 1) : 0);
        int[] looked = [.. Enumerable.Range(0, 60).Select(_ => random.Next(logged[0], (shown > 1 || endless ? reach : logged.Max()) + 1))];
        return new RandomRun(family, truth, logged, printed, printing, looked, relative * peak);
    }

    /// <summary>The log, without the rows that a resumed run wrote anew.</summary>
    public RateLog Log() => RateLog.Parse(Steps, Printed);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Family}: {Truth.Describe()}, {Steps.Length} rows to {Steps[^1]}, {Printing}");

    internal static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];

    internal static double Peak(Random random) => Pick(random, Peaks);

    private static int Interval(Random random, int last)
    {
        int[] choices = [.. ((int[])[1, 5, 10, 50, 100, .. Odd]).Where(every => last / every is >= 15 and <= 3000)];
        return choices.Length > 0 ? Pick(random, choices) : Math.Max(last / 100, 1);
    }

    private static int[] Damaged(Random random, List<int> steps)
    {
        int kind = random.Next(6);
        int at = random.Next(steps.Count / 4, steps.Count * 3 / 4);
        int count = Math.Max(steps.Count / 15, 1);
        return kind switch
        {
            0 => [.. steps[..at], .. steps[(at - Math.Min(count, at))..]],
            1 => [.. steps[..at], .. steps[Math.Min(at + count, steps.Count - 2)..]],
            _ => [.. steps],
        };
    }
}
