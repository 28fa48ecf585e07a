using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using LrMath.Cli.Commands;
using Spectre.Console;

namespace LrMath.Cli;

/// <summary>The <c>lrmath</c> command: its verbs, its exit codes, and the one place where errors become messages.</summary>
internal static class LrMathCommand
{
    /// <summary>The exit code of everything the user can put right: a wrong option, expression, argument, schedule or path.</summary>
    public const int UserErrorCode = 2;

    /// <summary>The exit code of a fault of the command itself.</summary>
    public const int FaultCode = 70;

    private const string Description = """
        Plot, tabulate and describe learning-rate schedules, written as C#
        expressions; find a rate in a logged range test; replay a logged run under a
        policy; identify the schedule of a logged run, or audit it; import what
        other libraries saved.

        An expression is C# and runs with all your rights, as a script does: do not
        run one that you would not run as a script. Logs are only read, as data: they
        need no trust.
        """;

    /// <summary>Builds the command.</summary>
    /// <param name="output">The console that all verbs write to.</param>
    public static RootCommand Create(IAnsiConsole output) =>
        new(Description.ReplaceLineEndings("\n"))
        {
            HelpName = "lrmath",
            Subcommands =
            {
                PlotCommand.Create(output),
                TableCommand.Create(output),
                DescribeCommand.Create(output),
                GalleryCommand.Create(output),
                FindCommand.Create(output),
                ReplayCommand.Create(output),
                ImportCommand.Create(output),
                IdentifyCommand.Create(output),
                AuditCommand.Create(output),
            },
        };

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The command line, split into arguments.</param>
    /// <param name="output">Where plots, tables, CSV and help go.</param>
    /// <param name="error">Where error messages go.</param>
    /// <returns>
    /// 0; 1 where <c>identify</c> or <c>audit</c> found what it should not; <see cref="UserErrorCode"/> or <see cref="FaultCode"/>.
    /// </returns>
    public static int Run(IReadOnlyList<string> arguments, IAnsiConsole output, TextWriter error)
    {
        using var messages = new PrintableWriter(error);
        try
        {
            return Invoke(arguments, output, messages);
        }
        catch (UserErrorException mistake)
        {
            return Refuse(mistake.Message);
        }
        catch (IOException problem)
        {
            // Files have messages of their own.
            return Refuse($"cannot write the output: {problem.Message}");
        }
        catch (UnauthorizedAccessException)
        {
            return Refuse("cannot write the output: it is closed");
        }
        catch (OutOfMemoryException)
        {
            return Refuse("there is not enough memory for this");
        }
        catch (Exception fault)
        {
            messages.WriteLine($"error: a fault of lrmath itself, {fault.GetType().Name}: {fault.Message}");
            return FaultCode;
        }

        int Refuse(string message)
        {
            messages.WriteLine($"error: {message}");
            return UserErrorCode;
        }
    }

    private static int Invoke(IReadOnlyList<string> arguments, IAnsiConsole output, TextWriter error)
    {
        if (
            arguments is [['[', .. var directive, ']'], ..]
            && directive.StartsWith("suggest:", StringComparison.Ordinal)
            && !int.TryParse(directive["suggest:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _)
        )
        {
            throw new UserErrorException($"[{directive}] has no position in the line that is to be completed, such as [suggest:12]");
        }

        // An expression may begin with '@', so response files are off.
        ParseResult parsed = Create(output).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction complaint)
        {
            complaint.ShowHelp = parsed.CommandResult.Command == parsed.RootCommandResult.Command;
        }

        int code = parsed.Invoke(
            new InvocationConfiguration
            {
                Output = output.Profile.Out.Writer,
                Error = error,
                EnableDefaultExceptionHandler = false,
            }
        );
        return parsed.Errors.Count > 0 ? UserErrorCode : code;
    }
}
