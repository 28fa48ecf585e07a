using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LrMath.Cli.Commands;
using Spectre.Console;

namespace LrMath.Cli;

/// <summary>The <c>lrmath</c> command: its verbs, its exit codes, and the one place where errors become messages.</summary>
internal static class LrMathCommand
{
    /// <summary>The exit code of everything the user can put right: a wrong option, expression, argument, schedule or path.</summary>
    public const int UserErrorCode = 2;

    /// <summary>Builds the command.</summary>
    /// <param name="output">The console that all verbs write to.</param>
    public static Command Create(IAnsiConsole output) =>
        // A RootCommand would be called by the name of the running executable, in tests the test host's.
        new("lrmath", "Plot, tabulate and describe learning-rate schedules, written as C# expressions; find a rate in a logged range test; "
            + "replay a logged run under a policy; identify the schedule of a logged run, or audit it.")
        {
            new HelpOption(),
            new VersionOption(),
            PlotCommand.Create(output),
            TableCommand.Create(output),
            DescribeCommand.Create(output),
            GalleryCommand.Create(output),
            FindCommand.Create(output),
            ReplayCommand.Create(output),
            IdentifyCommand.Create(output),
            AuditCommand.Create(output),
            ImportCommand.Create(output),
        };

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The command line, split into arguments.</param>
    /// <param name="output">Where plots, tables, CSV and help go.</param>
    /// <param name="error">Where error messages go.</param>
    /// <returns>0; 1 where <c>identify</c> or <c>audit</c> found what it should not; or <see cref="UserErrorCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, IAnsiConsole output, TextWriter error)
    {
        // An expression may begin with '@', so response files are off.
        ParseResult parsed = Create(output).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction complaint)
            complaint.ShowHelp = parsed.CommandResult.Command == parsed.RootCommandResult.Command;
        var streams = new InvocationConfiguration
        {
            Output = output.Profile.Out.Writer,
            Error = error,
            EnableDefaultExceptionHandler = false,
        };

        try
        {
            int code = parsed.Invoke(streams);
            return parsed.Errors.Count > 0 ? UserErrorCode : code;
        }
        catch (UserErrorException mistake)
        {
            error.WriteLine($"error: {mistake.Message}");
            return UserErrorCode;
        }
    }
}
