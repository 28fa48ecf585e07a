using LrMath.Analysis;
using static LrMath.Tests.Analysis.RunLogs.RandomRun;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>A run in which the intended schedule was not followed.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Run">The run, with what it did as its truth.</param>
/// <param name="Intended">What it should have done.</param>
/// <param name="Verdict">The verdict that names the fault.</param>
/// <param name="At">Where it began, if it has a place.</param>
/// <param name="By">Its amount, if it has one.</param>
internal sealed record RandomFault(string Kind, RandomRun Run, Func<int, double> Intended, Verdict Verdict, int? At, double? By)
{
    private const double Near = 0.011;

    /// <summary>The run of a seed.</summary>
    public static RandomFault Of(int seed)
    {
        RandomFault? fault = null;
        var run = RandomRun.Of(
            seed,
            Schedules.Of,
            (random, intended, last) =>
            {
                (string kind, Func<int, double> actual, Verdict verdict, int? at, double? by) = Drawn(random, intended, last);
                fault = new RandomFault(kind, null!, intended, verdict, at, by);
                return actual;
            }
        );
        return fault! with { Run = run };
    }

    /// <summary>What there is to say of an audit of the run.</summary>
    public FaultAnswer Judge(Audited found)
    {
        RateLog log = Run.Log();
        bool isExplained =
            found.Schedule is { } schedule
            && log.Steps.Index().All(row => Math.Abs(schedule(row.Item) - log.Rates[row.Index]) <= log.HalfWidths[row.Index]);
        bool shows = log.Steps.Index().Any(row => Math.Abs(Intended(row.Item) - log.Rates[row.Index]) > log.HalfWidths[row.Index]);
        if (!shows)
        {
            return found.Verdict == Verdict.Agrees ? FaultAnswer.Right : FaultAnswer.Wrong;
        }

        int row = Run.Steps.Zip(Run.Steps.Skip(1), (one, next) => next - one).Max();
        bool isThere = At is null || (found.At is { } at && Math.Abs(at - At.Value) <= 2 * row);
        bool isAmount = By is null || (found.By is { } by && Math.Abs(by - By.Value) <= Near * Math.Abs(By.Value));
        return found.Verdict == Verdict && isThere && isAmount ? FaultAnswer.Right
            : isExplained && found.Verdict is not (Verdict.Different or Verdict.Agrees) ? FaultAnswer.Other
            : FaultAnswer.Wrong;
    }

    public override string ToString() => FormattableString.Invariant($"{Kind}: {Verdict} at {At} by {By} of {Intended.Describe()}: {Run}");

    private static (string, Func<int, double>, Verdict, int?, double?) Drawn(Random random, Func<int, double> f, int last)
    {
        int at = random.Next(last / 5, last * 4 / 5);
        int by = Math.Max(last / Pick(random, [3, 7, 10, 20, 50]), 1);
        double c = Pick(random, [0.5, 2, 8, 0.125, 4, Math.Sqrt(2), 1.0 / 3, 0.65, 0.1]);
        switch (random.Next(14))
        {
            case 0:
                return ("early", f.Shift(by), Verdict.Shifted, null, by);
            case 1:
                return ("late", f.Delay(by), Verdict.Shifted, null, -by);
            case 2:
                int n = Pick(random, [2, 4, 8]);
                return ("stride", f.Stride(n), Verdict.Stretched, null, n);
            case 3:
                int updates = Pick(random, [2, 4, 10, 16]);
                return ("per epoch", f.PerEpoch(updates), Verdict.Stretched, null, 1.0 / updates);
            case 4:
                return ("restarted", f.Then(f, at), Verdict.Restarted, at, null);
            case 5:
                return ("twice", f.Then(f.Shift(2 * at), at), Verdict.Jumped, at, at);
            case 6:
                return ("skipped", f.Then(f.Shift(at + by), at), Verdict.Jumped, at, by);
            case 7:
                int back = Math.Min(by, at);
                return ("went back", f.Then(f.Shift(at - back), at), Verdict.Jumped, at, -back);
            case 8:
                return ("scaled", f.Scale(c), Verdict.Scaled, null, c);
            case 9:
                return ("stopped", f.Freeze(at), Verdict.Stopped, at, null);
            case 10:
                double bound = f(at);
                return random.Next(2) == 0 && bound > 0
                    ? ("floor", f.Max(Schedule.Constant(bound)), Verdict.Clamped, null, bound)
                    : ("ceiling", f.Min(Schedule.Constant(bound)), Verdict.Clamped, null, bound);
            case 11:
                return ("early and scaled", f.Shift(by).Scale(c), Verdict.Shifted, null, by);
            case 12:
                Func<int, double> scaled = f.Scale(c);
                return random.Next(2) == 0
                    ? ("restarted and scaled", scaled.Then(scaled, at), Verdict.Restarted, at, null)
                    : ("stopped and scaled", scaled.Freeze(at), Verdict.Stopped, at, null);
            default:
                return ("skipped and scaled", f.Then(f.Shift(at + by), at).Scale(c), Verdict.Jumped, at, by);
        }
    }
}
