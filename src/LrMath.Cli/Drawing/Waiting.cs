using Spectre.Console;

namespace LrMath.Cli.Drawing;

/// <summary>A progress bar for what takes seconds.</summary>
internal static class Waiting
{
    /// <summary>From this number of steps on, a bar is shown.</summary>
    public const long ManySteps = 1 << 26;

    /// <summary>Evaluates steps, and shows on a terminal how far this is; the bar is gone when it is done.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="output">The console.</param>
    /// <param name="steps">How many steps there are to evaluate.</param>
    /// <param name="evaluate">Evaluates them, and says from time to time how many more it has done.</param>
    public static T For<T>(IAnsiConsole output, long steps, Func<Action<int>?, T> evaluate) =>
        steps < ManySteps || !output.Profile.Out.IsTerminal || !output.Profile.Capabilities.Ansi
            ? evaluate(null)
            : output
                .Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                .Start(context =>
                {
                    ProgressTask task = context.AddTask("evaluating", maxValue: steps);
                    return evaluate(done => task.Increment(done));
                });
}
