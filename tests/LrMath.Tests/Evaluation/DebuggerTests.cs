using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using Xunit;

namespace LrMath.Tests.Evaluation;

public partial class DebuggerTests
{
    [Fact]
    public void A_debugger_shows_a_schedule_as_the_CSharp_that_rebuilds_it()
    {
        DebuggerDisplayAttribute schedule = Assert.Single(
            typeof(Schedule).Assembly.GetCustomAttributes<DebuggerDisplayAttribute>(),
            attribute => attribute.Target == typeof(Func<int, double>)
        );
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 9).Warmup(2);
        Assert.Equal("Schedule.Cosine(0.1, 0, 9).Warmup(2)", Shown(schedule, lr));
        Assert.Equal("‹lambda›", Shown(schedule, (Func<int, double>)(step => step)));
    }

    [Fact]
    public void The_node_that_a_schedule_is_bound_to_is_shown_as_its_expression_too()
    {
        object node = Schedule.Cosine(0.1, 0, 9).Warmup(2).Target!;
        Assert.Equal("Schedule.Cosine(0.1, 0, 9).Warmup(2)", Shown(node.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()!, node));
        LrMath.Structure.ConstantNode nameless = new(1);
        Assert.Equal("ConstantNode", Shown(nameless.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()!, nameless));
    }

    [Fact]
    public void A_debugger_shows_a_shape_as_its_name_in_CSharp()
    {
        DebuggerDisplayAttribute shape = typeof(Shape).GetCustomAttribute<DebuggerDisplayAttribute>()!;
        Assert.Equal("Shapes.Tanh(-7, 3)", Shown(shape, Shapes.Tanh(-7, 3)));
        Assert.Equal("‹lambda›", Shown(shape, (Shape)((start, end, progress) => end)));
    }

    /// <summary>What a debugger makes of an attribute that names a static method of the object, or one of its properties.</summary>
    private static object? Shown(DebuggerDisplayAttribute attribute, object value)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        Match match = Expression().Match(attribute.Value);
        Assert.True(match.Success, attribute.Value);
        string member = match.Groups["member"].Value;
        return match.Groups["type"].Success
            ? typeof(Schedule)
                .Assembly.GetType(match.Groups["type"].Value, throwOnError: true)!
                .GetMethod(member, All, [value.GetType()])!
                .Invoke(null, [value])
            : value.GetType().GetProperty(member, All)!.GetValue(value);
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

    [GeneratedRegex(@"^\{(?:(?<type>[\w.]+)\.(?<member>\w+)\(this\)|(?<member>\w+)),nq\}$")]
    private static partial Regex Expression();
}
