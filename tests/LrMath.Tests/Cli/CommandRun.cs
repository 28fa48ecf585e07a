using LrMath.Cli;
using Spectre.Console;

namespace LrMath.Tests.Cli;

/// <summary>What one command line did, run in this process.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public static CommandRun Of(params string[] arguments) => Of(new Terminal(), arguments);

    public static CommandRun Of(Terminal terminal, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = terminal.Colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Colours ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = terminal.Unicode;
        int code = LrMathCommand.Run(arguments, console, error);
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    internal sealed record Terminal(int Width = 80, bool Colours = false, bool Unicode = true);
}
