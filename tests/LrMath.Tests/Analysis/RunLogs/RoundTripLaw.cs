using LrMath.Analysis;
using Xunit;
using Xunit.Abstractions;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>A schedule of any family, logged in any way, is told from its log, also between the logged steps.</summary>
public class RoundTripLaw(ITestOutputHelper output)
{
    private const int Runs = 80;
    private const double Share = 0.95;
    private const int PhasesRuns = 25;
    private const double PhasesShare = 0.92;

    [Fact]
    public void A_logged_schedule_is_identified() => AssertIdentified([.. Enumerable.Range(0, Runs).Select(RandomRun.Of)], Share);

    [Fact]
    public void A_logged_schedule_of_several_phases_is_identified() =>
        AssertIdentified(
            [.. Enumerable.Range(0, PhasesRuns).Select(seed => RandomRun.Of(seed, Compositions.Of, (_, truth, _) => truth))],
            PhasesShare
        );

    private void AssertIdentified(RandomRun[] runs, double share)
    {
        int right = 0;
        for (int seed = 0; seed < runs.Length; seed++)
        {
            RandomRun run = runs[seed];
            Identified found = run.Log().Identify();
            double worst = found.Schedule is { } schedule ? run.Looked.Max(step => Math.Abs(schedule(step) - run.Truth(step))) : double.NaN;
            if (worst <= run.Tolerance)
            {
                right++;
            }
            else
            {
                output.WriteLine($"seed {seed}: {run}\n  found {found.Expression}");
            }
        }

        Assert.InRange(right, runs.Length * share, runs.Length);
    }
}
