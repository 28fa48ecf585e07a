using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using LrMath.Data;

namespace LrMath.Benchmarks.Library;

/// <summary><c>json</c>: the size of schedules as JSON beside their C#, and what it takes to write and to read them.</summary>
internal static class JsonCommand
{
    private const int Times = 2_000;

    private static readonly (string Name, Func<int, double> Schedule)[] Schedules =
    [
        ("one builder", Schedule.Cosine(0.1, 0, 9_500)),
        ("a builder and a verb", Schedule.Cosine(0.1, 0, 9_500).Warmup(500)),
        ("seven verbs", Schedule.Cosine(0.1, 0, 9_500).Warmup(500).Scale(0.5).Offset(1e-5).Clamp(0, 1).Shift(3).PerEpoch(10).Freeze(9_000)),
        (
            "a sequence of three",
            Schedule.Sequential(
                [Schedule.Linear(0, 1, 500), Schedule.Constant(1).Scale(0.5), Schedule.Ramp(1, 0, 500, Shapes.Tanh(-7, 3))],
                [500, 1_000]
            )
        ),
        ("a thousand milestones", Schedule.MultiStep(1, 0.99, [.. Enumerable.Range(1, 1_000).Select(i => 10 * i)])),
    ];

    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        var command = new Command(
            "json",
            "The size of schedules as JSON beside their C#, and the time and memory of writing and reading them."
        );
        command.SetAction(_ =>
        {
            Console.WriteLine("| schedule | C#, bytes | JSON, bytes | write, µs | write, bytes | read, µs | read, bytes |");
            Console.WriteLine("| --- | --: | --: | --: | --: | --: | --: |");
            foreach ((string name, Func<int, double> schedule) in Schedules)
            {
                string text = ScheduleJson.Write(schedule);
                (double writeTime, long writeMemory) = Measure(() => ScheduleJson.Write(schedule));
                (double readTime, long readMemory) = Measure(() => ScheduleJson.Read(text));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {name} | {Size(schedule.Describe()):N0} | {Size(text):N0} | {writeTime:F1} | {writeMemory:N0} | "
                            + $"{readTime:F1} | {readMemory:N0} |"
                    )
                );
            }
        });
        return command;
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The best of five rounds, in microseconds, and the bytes allocated, for one call.</summary>
    private static (double Microseconds, long Bytes) Measure(Func<object> call)
    {
        double best = double.PositiveInfinity;
        long bytes = 0;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            for (int i = 0; i < Times; i++)
            {
                call();
            }

            best = Math.Min(best, clock.Elapsed.TotalMicroseconds / Times);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
        }

        return (best, bytes);
    }
}
