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
        var json = new Option<bool>("--json") { Description = "As JSON, for a file that every verb takes in place of an expression." };
        var command = new Command("describe", "Print what a schedule is made of, as the C# that rebuilds it.") { expression, json };
        command.SetAction(parsed =>
        {
            string text = parsed.GetValue(expression)!;
            if (parsed.GetValue(json))
            {
                output.Profile.Out.Writer.Write(JsonFile.Text(Expression.Compile(text)));
                return;
            }

            // Past the console's word wrap: the lines are to be copied.
            foreach (string line in Described.Lines(text, Expression.CompileAny(text)))
            {
                output.Profile.Out.Writer.WriteLine(Printable.Line(line));
            }
        });
        return command;
    }
}
