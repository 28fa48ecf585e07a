using System.Diagnostics;
using System.Globalization;
using System.Text;
using LrMath.Analysis;
using LrMath.Tests.Analysis.RunLogs;

namespace LrMath.Soak;

/// <summary>Identifies and audits random logs, and counts the right answers by family and fault.</summary>
internal static class LogTrial
{
    private const double Share = 0.95;

    private static readonly CompositeFormat Columns = CompositeFormat.Parse("{0,-32}{1,6}{2,7}{3,7}{4,7}{5,9}");

    private static readonly Dictionary<string, Func<int, Trial>> Kinds = new(StringComparer.Ordinal)
    {
        ["families"] = seed => Identified(RandomRun.Of(seed)),
        ["phases"] = seed => Identified(RandomRun.Of(seed, Compositions.Of, (_, truth, _) => truth)),
        ["faults"] = seed => Audited(RandomFault.Of(seed)),
    };

    /// <summary>Runs <c>[runs] [first seed] [families, phases or faults]</c>; 0 where at least 95 % of each kind are right.</summary>
    public static int Run(string[] args)
    {
        int runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
        int first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 0;
        bool isEnough = true;
        if (runs == 1 && args.Length > 2)
        {
            Console.WriteLine(Rows(args[2], first));
        }

        foreach ((string kind, Func<int, Trial> tried) in Kinds)
        {
            if (args.Length <= 2 || args[2] == kind)
            {
                isEnough &= Tried(kind, tried, first, runs) >= Share;
            }
        }

        return isEnough ? 0 : 1;
    }

    private static double Tried(string kind, Func<int, Trial> tried, int first, int runs)
    {
        Trial[] trials =
        [
            .. Enumerable
                .Range(first, runs)
                .AsParallel()
                .AsOrdered()
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(Timed)
                .Select(Printed),
        ];
        Console.WriteLine($"\n{kind}, seeds {first} to {first + runs - 1}");
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, Columns, "", "runs", "right", "other", "wrong", "slowest"));
        foreach (
            IGrouping<string, Trial> family in trials.GroupBy(trial => trial.Family).OrderBy(family => family.Key, StringComparer.Ordinal)
        )
        {
            Console.WriteLine(Line(family.Key, [.. family]));
        }

        Console.WriteLine(Line("all", trials));
        return trials.Count(trial => trial.Answer != FaultAnswer.Wrong) / (double)trials.Length;

        Trial Timed(int seed)
        {
            long begin = Stopwatch.GetTimestamp();
            Trial trial = tried(seed);
            return trial with { Seed = seed, Time = Stopwatch.GetElapsedTime(begin) };
        }
    }

    private static Trial Printed(Trial trial)
    {
        if (trial.Answer == FaultAnswer.Wrong)
        {
            Console.WriteLine($"seed {trial.Seed}, {trial.Time.TotalSeconds:N1} s: {trial.Text}");
        }

        return trial;
    }

    private static string Line(string name, Trial[] trials)
    {
        int Count(FaultAnswer answer) => trials.Count(trial => trial.Answer == answer);
        string slowest = string.Create(CultureInfo.InvariantCulture, $"{trials.Max(trial => trial.Time.TotalSeconds):N1} s");
        return string.Format(
            CultureInfo.InvariantCulture,
            Columns,
            name,
            trials.Length,
            Count(FaultAnswer.Right),
            Count(FaultAnswer.Other),
            Count(FaultAnswer.Wrong),
            slowest
        );
    }

    // The log itself, to be looked at or given to the commands.
    private static string Rows(string kind, int seed)
    {
        RandomRun run =
            kind == "families" ? RandomRun.Of(seed)
            : kind == "phases" ? RandomRun.Of(seed, Compositions.Of, (_, truth, _) => truth)
            : RandomFault.Of(seed).Run;
        return "step,lr\n" + string.Join('\n', run.Steps.Zip(run.Printed, (step, rate) => $"{step},{rate}"));
    }

    private static Trial Identified(RandomRun run)
    {
        Identified found = run.Log().Identify();
        double worst = found.Schedule is { } schedule ? run.Looked.Max(step => Math.Abs(schedule(step) - run.Truth(step))) : double.NaN;
        FaultAnswer answer =
            worst <= run.Tolerance ? FaultAnswer.Right
            : found.Unexplained == 0 ? FaultAnswer.Other
            : FaultAnswer.Wrong;
        return new Trial(run.Family, answer, $"{run}\n    found {found.Expression}");
    }

    private static Trial Audited(RandomFault fault)
    {
        Audited found = fault.Run.Log().Audit(fault.Intended);
        return new Trial(
            fault.Kind,
            fault.Judge(found),
            $"{fault}\n    found {found.Verdict} at {found.At} by {found.By}: {found.Expression}"
        );
    }

    private sealed record Trial(string Family, FaultAnswer Answer, string Text)
    {
        public int Seed { get; init; }

        public TimeSpan Time { get; init; }
    }
}
