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
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new Screen(output, terminal),
                Ansi = terminal.Colours ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = terminal.Colours || terminal.Dumb ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            }
        );
        console.Profile.Width = terminal.Width;
        console.Profile.Height = terminal.Height ?? 24;
        console.Profile.Capabilities.Unicode = terminal.Unicode;
        int code = LrMathCommand.Run(arguments, console, error);
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    /// <summary>What the output goes to.</summary>
    /// <param name="Width">In characters.</param>
    /// <param name="Colours">Whether it knows escapes and colours.</param>
    /// <param name="Unicode">Whether it has more than ASCII.</param>
    /// <param name="Height">In lines; null for a file.</param>
    /// <param name="Dumb">Whether it says that it has colours without knowing escapes.</param>
    internal sealed record Terminal(int Width = 80, bool Colours = false, bool Unicode = true, int? Height = null, bool Dumb = false);

    private sealed class Screen(TextWriter writer, Terminal terminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => terminal.Height is not null;

        public int Width => terminal.Width;

        public int Height => terminal.Height ?? 24;

        public void SetEncoding(System.Text.Encoding encoding) { }
    }
}
