using System.Text;
using LrMath.Cli;
using Spectre.Console;

// Expressions may be nested deeply; the compiler's stack is the main thread's elsewhere.
const int StackSize = 256 << 20;

int code = 0;
var command = new Thread(() => code = Run(args), StackSize);
command.Start();
command.Join();
return code;

static int Run(string[] args)
{
    try
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
    catch (IOException)
    {
        // What is wrong with the output is said when something is written to it.
    }

    // Spectre looks at the terminal's name only. Plain text is for a file or a pipe, for a terminal that knows no escapes, and for whoever
    // asks for it (https://no-color.org).
    bool plain =
        Console.IsOutputRedirected
        || Environment.GetEnvironmentVariable("TERM") == "dumb"
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    IAnsiConsole output = AnsiConsole.Create(
        new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        }
    );
    if (Console.IsOutputRedirected && int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int width) && width > 0)
    {
        output.Profile.Width = width;
    }

    return LrMathCommand.Run(args, output, Console.Error);
}
