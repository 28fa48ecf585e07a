using System.Text;
using LrMath.Cli;
using Spectre.Console;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// Spectre looks at the terminal's name only; a file or a pipe gets plain text, and so does who asks for it (https://no-color.org).
bool plain = Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
IAnsiConsole output = AnsiConsole.Create(new AnsiConsoleSettings
{
    Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
    ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
});
if (Console.IsOutputRedirected && int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int width) && width > 0)
    output.Profile.Width = width;

return LrMathCommand.Run(args, output, Console.Error);
