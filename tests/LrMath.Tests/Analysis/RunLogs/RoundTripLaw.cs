using LrMath.Analysis;
using Xunit;
using Xunit.Abstractions;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>A schedule of any family, logged in any way, is told from its log, also between the logged steps.</summary>
public class RoundTripLaw(ITestOutputHelper output)
{
    private const int Runs = 80;
    private const double Share = 0.95;

    [Fact]
    public void A_logged_schedule_is_identified()
    {
        int right = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            var run = RandomRun.Of(seed);
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

        Assert.InRange(right, Runs * Share, Runs);
    }
}
