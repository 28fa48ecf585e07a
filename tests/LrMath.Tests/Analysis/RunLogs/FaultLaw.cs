using LrMath.Analysis;
using Xunit;
using Xunit.Abstractions;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>A run that went wrong in a known way, of a schedule of any family and logged in any way, gets a verdict that explains
/// it.</summary>
public class FaultLaw(ITestOutputHelper output)
{
    private const int Runs = 150;
    private const double Share = 0.95;

    [Fact]
    public void A_known_fault_is_told_from_the_log()
    {
        int explained = 0;
        for (int seed = 0; seed < Runs; seed++)
        {
            var fault = RandomFault.Of(seed);
            Audited found = fault.Run.Log().Audit(fault.Intended);
            if (fault.Judge(found) != FaultAnswer.Wrong)
            {
                explained++;
            }
            else
            {
                output.WriteLine($"seed {seed}: {fault}\n  found {found.Verdict} at {found.At} by {found.By}: {found.Expression}");
            }
        }

        Assert.InRange(explained, Runs * Share, Runs);
    }
}
