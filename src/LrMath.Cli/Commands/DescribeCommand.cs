using System.CommandLine;
using LrMath.Cli.Expressions;
using Spectre.Console;

namespace LrMath.Cli.Commands;

/// <summary><c>describe EXPR</c>: prints the expression that rebuilds a schedule.</summary>
internal static class DescribeCommand
{
    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        Argument<string> expression = ExpressionArgument.One();
        var command = new Command("describe", "Print what a schedule is made of, as the C# that rebuilds it.") { expression };
        command.SetAction(parsed =>
        {
            Curve curve = Expression.Compile(parsed.GetValue(expression)!);
            // Past the console's word wrap: the line is to be copied.
            output.Profile.Out.Writer.WriteLine(curve.Schedule.Describe());
        });
        return command;
    }
}
