using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LrMath.Analysis;
using static System.FormattableString;

namespace LrMath.Benchmarks.Library;

/// <summary><c>logs</c>: how long it takes to identify and to audit logs of many rows.</summary>
internal static class LogsCommand
{
    private const int Rounds = 3;
    private const int Seed = 7;

    /// <summary>Builds the verb.</summary>
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "The rows of each log.", DefaultValueFactory = _ => 10_000 };
        var command = new Command("logs", "Identify and audit logs of many rows, each on one core; the best of three.") { rows };
        command.SetAction(parsed =>
        {
            int count = parsed.GetValue(rows);
            Console.WriteLine(
                Invariant($"{count} rows\n| log | identify, s | audit, s | verdict | found |\n| --- | --- | --- | --- | --- |")
            );
            foreach ((string name, RateLog log, Func<int, double> intended) in Cases(count))
            {
                (double identify, Identified found) = Timed(log.Identify);
                (double audit, Audited audited) = Timed(() => log.Audit(intended));
                string expression = found.Unexplained == 0 ? $"`{found.Expression}`" : Invariant($"from row {found.FirstUnexplained} not");
                Console.WriteLine(Invariant($"| {name} | {identify:0.00} | {audit:0.00} | {audited.Verdict} | {expression} |"));
            }
        });
        return command;
    }

    private static IEnumerable<(string Name, RateLog Log, Func<int, double> Intended)> Cases(int n)
    {
        int warmup = n / 20;
        Func<int, double> cosine = Schedule.Cosine(0.1, 0, n - warmup).Warmup(warmup);
        Func<int, double> restarts = Schedule.CosineRestarts(0.1, 0.001, n / 10);
        yield return ("warm-up, cosine; intended the same at half the height", Log(n, cosine, "R"), cosine.Scale(0.5));
        yield return ("warm-up, cosine, four digits; intended another end", Log(n, cosine, "E3"), Schedule.Cosine(0.1, 0.001, n));
        yield return ("polynomial; intended a line", Log(n, Schedule.Polynomial(0.1, 0, n, 0.9), "R"), Schedule.Linear(0.1, 0, n));
        yield return ("one-cycle, four digits; intended a cosine", Log(n, Schedule.OneCycle(0.1, n), "E3"), cosine);
        yield return ("restarts; intended a cosine", Log(n, restarts, "R"), cosine);
        yield return ("steps; intended a cosine", Log(n, Schedule.Step(0.1, 0.5, n / 8), "R"), cosine);
        yield return ("cosine begun anew; intended the cosine", Log(n, cosine.Then(cosine, n / 3), "R"), cosine);
        yield return ("cosine, cooled down; intended the cosine", Log(n, cosine.Cooldown(n, n / 5), "R"), cosine);
        yield return ("noise; intended a cosine", Noise(n, _ => 0.05), cosine);
        yield return ("a cosine with noise; intended the cosine", Noise(n, cosine), cosine);
    }

    private static RateLog Log(int rows, Func<int, double> schedule, string format) =>
        RateLog.Parse(
            [.. Enumerable.Range(0, rows)],
            [.. Enumerable.Range(0, rows).Select(step => schedule(step).ToString(format, CultureInfo.InvariantCulture))]
        );

    private static RateLog Noise(int rows, Func<int, double> schedule)
    {
        var random = new Random(Seed);
        return Log(rows, step => schedule(step) * (0.5 + random.NextDouble()), "R");
    }

    private static (double Seconds, T Result) Timed<T>(Func<T> run)
    {
        double best = double.PositiveInfinity;
        T result = default!;
        for (int round = 0; round < Rounds; round++)
        {
            long begin = Stopwatch.GetTimestamp();
            result = run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }

        return (best, result);
    }
}
