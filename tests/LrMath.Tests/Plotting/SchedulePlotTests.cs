using LrMath.Plotting;
using Xunit;

namespace LrMath.Tests.Plotting;

public class SchedulePlotTests
{
    [Fact]
    public void The_range_evaluation_of_a_schedule_is_a_range_evaluator()
    {
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 9_500).Warmup(500);
        Plot byRange = new Plot("lr").Add("cosine", lr.Evaluate, 0..10_000);
        Plot byStep = new Plot("lr").Add("cosine", lr, 0..10_000);
        Assert.Equal(byStep.ToSvg(), byRange.ToSvg());
    }
}
