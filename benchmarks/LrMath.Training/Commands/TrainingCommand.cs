using System.CommandLine;

namespace LrMath.Training;

/// <summary>The command line: <c>compare</c>, <c>finetune</c>, <c>find</c>.</summary>
public static class TrainingCommand
{
    /// <returns>0; 2 for bad input; 130 if it was stopped and the report is partial.</returns>
    public static Task<int> Run(IReadOnlyList<string> args, CancellationToken stop) => Run(args, [ModelChoice.Perceptron], stop);

    /// <param name="models">What <c>--model</c> offers, the default first.</param>
    /// <returns>As above.</returns>
    public static async Task<int> Run(IReadOnlyList<string> args, IReadOnlyList<ModelChoice> models, CancellationToken stop)
    {
        var root = new RootCommand("Learning-rate schedules at work, on real data.")
        {
            CompareCommand.Create(models),
            FinetuneCommand.Create(models),
            FindCommand.Create(models),
        };
        ParseResult arguments = root.Parse(args);
        // Time for the report after Ctrl-C.
        int code = await arguments.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) }, stop);
        return arguments.Errors.Count > 0 ? Common.BadInput : code;
    }
}
