using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LrMath.Cli.Completions;
using LrMath.Cli.Expressions;
using LrMath.Data;
using LrMath.Import;
using Spectre.Console;

namespace LrMath.Cli.Commands;

/// <summary><c>import FILE…</c>: what other libraries saved, as C# and as JSON.</summary>
internal static class ImportCommand
{
    // Longer files are no configurations: a model's weights do not belong into memory here.
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        var files = new Argument<string[]>("FILE")
        {
            HelpName = "FILE",
            CompletionSources = { FileCompletions.OfAnyFile },
            Description =
                "JSON (a Keras configuration, a PyTorch scheduler's state, a DeepSpeed configuration, training arguments) "
                + "or lines of Python.",
            Arity = ArgumentArity.OneOrMore,
        };
        var baseRate = new Option<double?>("--base-rate")
        {
            Description = "The optimizer's rate, where the file takes it from an optimizer that it does not hold.",
            HelpName = "RATE",
            CustomParser = Rate,
        };
        Option<int?> total = WholeNumber.Option(
            "--total-steps",
            1,
            "N",
            "The number of updates of the run, where training arguments do not tell it."
        );
        var json = new Option<bool>("--json")
        {
            Description =
                "Only the schedule as JSON, for a file that every verb takes in place of an expression; of one file and one group.",
        };
        var command = new Command(
            "import",
            "Read what other libraries saved, and print it as C# and as JSON. Nothing of a file is executed."
        )
        {
            files,
            baseRate,
            total,
            json,
        };
        command.SetAction(parsed =>
        {
            var options = new ImportOptions { BaseRate = parsed.GetValue(baseRate), TotalSteps = parsed.GetValue(total) };
            string[] all = parsed.GetValue(files)!;
            if (parsed.GetValue(json))
            {
                output.Profile.Out.Writer.Write(Single(all, options));
                return;
            }

            foreach (string file in all)
            {
                Print(file, Read(file, options), line => output.Profile.Out.Writer.WriteLine(Printable.Lines(line)));
            }
        });
        return command;
    }

    private static Imported Read(string file, ImportOptions options)
    {
        try
        {
            var about = new FileInfo(file);
            if (about.Exists && about.Length > MostBytes)
            {
                throw new UserErrorException($"'{file}' has {about.Length} bytes; at most {MostBytes} are read.");
            }

            return ScheduleImport.Read(File.ReadAllText(file), options);
        }
        catch (ImportException refusal)
        {
            throw new UserErrorException($"'{file}': {refusal.Message}", refusal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserErrorException($"cannot read '{file}': {problem.Message}", problem);
        }
    }

    private static string Single(string[] files, ImportOptions options) =>
        files is not [string file] ? throw new UserErrorException($"--json prints one schedule, and {files.Length} files are given")
        : Read(file, options) is { Groups.Count: 1 } read ? JsonFile.Text(new Curve(file, read.Schedule))
        : throw new UserErrorException($"--json prints one schedule, and '{file}' has one for each of several parameter groups");

    // A lambda of Python has no text in C# and is no data: the line says so instead.
    private static string Json(Func<int, double> schedule)
    {
        try
        {
            return ScheduleJson.Write(schedule).TrimEnd().ReplaceLineEndings("\n  ");
        }
        catch (ScheduleJsonException mistake)
        {
            return $"not as JSON: {mistake.Found} at {mistake.Path}";
        }
    }

    private static void Print(string file, Imported read, Action<string> write)
    {
        string at = read.Step is { } step ? string.Create(CultureInfo.InvariantCulture, $", at step {step}") : "";
        write($"{file}: {read.Source}{at}");
        for (int group = 0; group < read.Groups.Count; group++)
        {
            string which = read.Groups.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"group {group}: ") : "";
            write($"  {which}{read.Groups[group].Describe()}");
            write($"  {Json(read.Groups[group])}");
        }

        if (read.Momentum is { } momentum)
        {
            write($"  momentum: {momentum.Describe()}");
        }

        if (read.Policy is { } policy)
        {
            write($"  policy: {policy}");
        }

        if (read.PolicyState is { } state)
        {
            write($"  state: {state}");
        }

        foreach (string note in read.Notes)
        {
            write($"  note: {note}");
        }
    }

    private static double? Rate(ArgumentResult result)
    {
        if (
            double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate)
            && double.IsFinite(rate)
        )
        {
            return rate;
        }

        result.AddError($"--base-rate is '{result.Tokens[0].Value}'; legal is a finite number such as 0.1 or 3e-4");
        return null;
    }
}
