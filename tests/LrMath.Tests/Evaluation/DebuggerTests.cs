using System.Diagnostics;
using System.Reflection;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using Xunit;

namespace LrMath.Tests.Evaluating;

public class DebuggerTests
{
    [Fact]
    public void A_debugger_shows_a_schedule_as_the_CSharp_that_rebuilds_it()
    {
        DebuggerDisplayAttribute shown = Assert.Single(
            typeof(Schedule).Assembly.GetCustomAttributes<DebuggerDisplayAttribute>(),
            attribute => attribute.Target == typeof(Func<int, double>)
        );
        Assert.StartsWith("{LrMath.Evaluation.", shown.Value, StringComparison.Ordinal);
        Assert.EndsWith("(this),nq}", shown.Value, StringComparison.Ordinal);
        string method = shown.Value["{LrMath.Evaluation.".Length..^"(this),nq}".Length];
        object? text = typeof(Evaluation)
            .GetMethod(method, [typeof(Func<int, double>)])!
            .Invoke(null, [Schedule.Cosine(0.1, 0, 9).Warmup(2)]);
        Assert.Equal("Schedule.Cosine(0.1, 0, 9).Warmup(2)", text);
    }

    [Fact]
    public void A_pair_and_a_loop_say_their_schedules()
    {
        Assert.Equal(
            "RateAndMomentum { Rate = Schedule.Cosine(0.1, 0, 9), Momentum = null }",
            new RateAndMomentum(Schedule.Cosine(0.1, 0, 9), null).ToString()
        );
        FeedbackLoop<PlateauState> loop = Schedule.Constant(0.5).Under(new Plateau { Patience = 0, Factor = 0.5 });
        loop.Observe(1);
        loop.Observe(2);
        Assert.StartsWith("Schedule.Constant(0.5) under Plateau {", loop.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("scale 0.5", loop.ToString(), StringComparison.Ordinal);
    }
}
