using System.CommandLine;
using LrMath.Cli;
using LrMath.Data;
using Spectre.Console;
using Xunit;

namespace LrMath.Tests.Cli;

public class HelpTests
{
    private static readonly string[] Verbs = ["plot", "table", "describe", "gallery", "find", "replay", "import", "identify", "audit"];

    [Fact]
    public void The_help_and_the_README_say_what_is_trusted()
    {
        string help = string.Join(' ', CommandRun.Of("--help").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("An expression is C# and runs with all your rights", help, StringComparison.Ordinal);
        Assert.Contains("Logs are only read, as data: they need no trust.", help, StringComparison.Ordinal);
        string readme = string.Join(
            ' ',
            File.ReadAllText(Path.Combine(Docs.PageTests.Root, "README.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.Contains("An expression is C# and runs with all your rights", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_has_its_own_name_whatever_executable_runs_it()
    {
        Assert.Contains("lrmath [command] [options]", CommandRun.Of("--help").Output, StringComparison.Ordinal);
        Assert.Contains("lrmath plot ", CommandRun.Of("plot", "--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_names_arguments_and_not_what_would_complete_them()
    {
        Assert.Contains("  plot <EXPR> ", CommandRun.Of("--help").Output, StringComparison.Ordinal);
        Assert.Contains("\n  <EXPR>  Schedules in C#", CommandRun.Of("plot", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("\n  <LOG>  Logs of runs", CommandRun.Of("identify", "--help").Output, StringComparison.Ordinal);
        Assert.All(
            Verbs.Select(verb => CommandRun.Of(verb, "--help").Output).Append(CommandRun.Of("--help").Output),
            help => Assert.DoesNotContain("(|", help, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_shell_can_ask_for_completions()
    {
        Assert.Superset(Verbs.ToHashSet(), Suggested("lrmath ").ToHashSet());
        Assert.Equal(["plot", "replay"], Suggested("lrmath pl"));
        Assert.Superset(new HashSet<string> { "--steps", "--from", "--log", "--title", "--out" }, Suggested("lrmath plot --").ToHashSet());
        Assert.Equal(["--skip-missing"], Suggested("lrmath replay run.csv --sk"));
    }

    [Fact]
    public void Expressions_are_completed_by_what_is_public()
    {
        Assert.Contains("Cosine(", Suggested("lrmath plot Cos"));
        Assert.Contains("PyTorch.", Suggested("lrmath describe PyT"));
        Assert.Contains("PyTorch.CosineAnnealingLR(", Suggested("lrmath describe PyTorch.Cos"));
        Assert.Equal(["Cosine(0.1,0,100).Warmup("], Suggested("lrmath describe Cosine(0.1,0,100).Warmup"));
        Assert.Contains("Cosine(0.1,0,100).Warmup(5,shape:Shapes.Tanh(", Words("Cosine(0.1,0,100).Warmup(5,shape:Shapes.Ta"));
        Assert.Contains("Plateau.PyTorch", Suggested("lrmath replay run.csv --policy Plateau."));
        Assert.Equal(["Constant(1).Chain(OneCycle("], Words("Constant(1).Chain(OneC"));
        Assert.Empty(Words("Nothing.Co"));

        static string[] Words(string word) => [.. LrMath.Cli.Completions.ExpressionCompletions.Words(word)];
    }

    [Fact]
    public void Every_builder_preset_shape_and_verb_completes_itself() =>
        Assert.All(
            PublicTable.Rooms.SelectMany(room => room.Members).Where(member => member.Name.Length > 0),
            member =>
            {
                string before = member.Room switch
                {
                    nameof(Schedule) => "",
                    nameof(Verbs) => "Constant(1).",
                    var room => $"{room}.",
                };
                string call = member.Method.IsSpecialName ? "" : "(";
                Assert.Contains(
                    $"{before}{member.Name}{call}",
                    LrMath.Cli.Completions.ExpressionCompletions.Words($"{before}{member.Name[..^1]}")
                );
            }
        );

    [Fact]
    public void Files_and_folders_are_completed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["runs"]);
        File.WriteAllText(folder["run.csv"], "");
        File.WriteAllText(folder["rates.json"], "{}");
        Assert.Equal([folder["run.csv"], folder["runs/"]], Suggested($"lrmath identify {folder["run"]}").Order(StringComparer.Ordinal));
        Assert.Equal([folder["rates.json"]], Suggested($"lrmath plot {folder["ra"]}"));
        Assert.DoesNotContain(folder["run.csv"], Suggested($"lrmath plot {folder["run"]}"));
        Assert.Empty(Suggested($"lrmath identify {folder["nowhere/x"]}"));
    }

    private static string[] Suggested(string line) =>
        [.. CommandRun.Of($"[suggest:{line.Length}]", line).Lines.Where(word => word.Length > 0)];

    [Fact]
    public void Every_option_and_argument_is_explained()
    {
        using var output = new StringWriter();
        RootCommand root = LrMathCommand.Create(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }));
        Assert.Superset(Verbs.ToHashSet(), root.Subcommands.Select(verb => verb.Name).ToHashSet());
        Assert.All(
            root.Subcommands,
            verb =>
            {
                Assert.False(string.IsNullOrEmpty(verb.Description));
                Assert.All(verb.Arguments, argument => Assert.Equal(argument.Name, argument.HelpName));
                Assert.All(
                    verb.Options.Select(option => option.Description).Concat(verb.Arguments.Select(argument => argument.Description)),
                    text => Assert.EndsWith(".", text, StringComparison.Ordinal)
                );
            }
        );
    }
}
