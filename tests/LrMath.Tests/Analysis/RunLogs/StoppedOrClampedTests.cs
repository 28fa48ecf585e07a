using System.Globalization;
using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>A value held at the end of a log may be a bound or a stop; few digits allow both, and the rounder number decides.</summary>
public class StoppedOrClampedTests
{
    private static readonly Func<int, double> Intended = Schedule.Cosine(0.1, 0, 10_000).Warmup(500);

    [Theory]
    [InlineData("e2", 1)]
    [InlineData("e2", 10)]
    [InlineData("e2", 100)]
    [InlineData("e3", 1)]
    [InlineData("e3", 10)]
    [InlineData("e3", 100)]
    [InlineData("R", 1)]
    [InlineData("R", 100)]
    public void A_round_value_is_a_bound(string format, int every)
    {
        Audited found = Audit(Intended.Max(Schedule.Constant(0.01)), first: 600, every, format);
        Assert.Equal((Verdict.Clamped, 0.01), (found.Verdict, found.By));
    }

    [Theory]
    [InlineData("e2", 10)]
    [InlineData("e2", 100)]
    [InlineData("e3", 1)]
    [InlineData("e3", 10)]
    [InlineData("e3", 100)]
    [InlineData("R", 1)]
    [InlineData("R", 100)]
    public void A_round_step_is_a_stop(string format, int every)
    {
        Audited found = Audit(Intended.Freeze(7000), first: 0, every, format);
        Assert.Equal((Verdict.Stopped, 7000), (found.Verdict, found.At));
    }

    [Theory]
    [InlineData("e3")]
    [InlineData("R")]
    public void Where_neither_is_round_it_is_a_stop(string format)
    {
        Audited found = Audit(Intended.Freeze(7321), first: 0, every: 1, format);
        Assert.Equal((Verdict.Stopped, 7321), (found.Verdict, found.At));
    }

    [Fact]
    public void The_same_holds_for_a_run_that_was_scaled()
    {
        Audited found = Audit(Intended.Scale(0.5).Max(Schedule.Constant(0.01)), first: 600, every: 10, "e3");
        Assert.Equal((Verdict.Clamped, 0.01), (found.Verdict, found.By));
    }

    private static Audited Audit(Func<int, double> actual, int first, int every, string format)
    {
        int[] steps = [.. Enumerable.Range(0, 11_000 / every).Select(i => i * every).Where(step => step >= first)];
        string[] printed = Array.ConvertAll(steps, step => actual(step).ToString(format, CultureInfo.InvariantCulture));
        return RateLog.Parse(steps, printed).Audit(Intended);
    }
}
