using System.Diagnostics;
using System.Text;
using LrMath.Cli;
using Spectre.Console;
using Xunit;

namespace LrMath.Tests.Cli;

public class StreamTests
{
    private static readonly string Logs = Path.Combine(Docs.PageTests.Root, "docs");

    public static TheoryData<string[]> Commands =>
        [
            ["--help"],
            ["--version"],
            ["plot", "--help"],
            ["plot", "Constant(0.1)"],
            ["table", "Constant(0.1)"],
            ["table", "Constant(0.1)", "--csv"],
            ["describe", "Constant(0.1)"],
            ["gallery"],
            ["find", Path.Combine(Logs, "range-test.csv")],
            ["replay", Path.Combine(Logs, "run.csv"), "--policy", "Plateau.Keras"],
            ["replay", Path.Combine(Logs, "run.csv"), "--policy", "Plateau.Keras", "--csv"],
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_output_that_cannot_be_written_is_a_message_and_an_exit_code(string[] arguments)
    {
        using var full = new Full();
        using var error = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(full), Ansi = AnsiSupport.No });

        Assert.Equal(2, LrMathCommand.Run(arguments, console, error));
        Assert.Equal("error: cannot write the output: No space left on device\n", error.ToString());
    }

    [Fact]
    public void Errors_that_cannot_be_written_are_an_exit_code()
    {
        using var full = new Full();
        using var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });

        Assert.Equal(2, LrMathCommand.Run(["plot", "Constant("], console, full));
        Assert.Equal(2, LrMathCommand.Run(["plot", "--steps"], console, full));
        Assert.Equal("", output.ToString());
    }

    [Theory]
    [InlineData("describe 'Constant(0.1)' > /dev/full", 2, "error: cannot write the output: No space left on device")]
    [InlineData("describe 'Constant(0.1)' >&-", 2, "error: cannot write the output: it is closed")]
    [InlineData("--help > /dev/full", 2, "error: cannot write the output: No space left on device")]
    [InlineData("describe 'Constant(' 2>&-", 2, "")]
    [InlineData("describe 'Constant(' 2> /dev/full", 2, "")]
    [InlineData("describe 'Constant(0.1)' >&- 2>&-", 2, "")]
    [InlineData("table 'Constant(0.1)' --csv --steps 200000 | head -c 1 > /dev/null", 0, "")]
    public void The_process_ends_with_a_message_and_never_with_a_stack_trace(string commandLine, int code, string message)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string tool = Path.Combine(AppContext.BaseDirectory, "LrMath.Cli.dll");
        var start = new ProcessStartInfo("bash", ["-o", "pipefail", "-c", $"dotnet exec '{tool}' {commandLine}"])
        {
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(code, process.ExitCode);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.True(message.Length > 0 || error.Length == 0, error);
    }

    /// <summary>A disk without room.</summary>
    private sealed class Full : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<char> buffer) => throw new IOException("No space left on device");
    }
}
