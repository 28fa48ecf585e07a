using LrMath.Tests.Cli;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace LrMath.Tests.Docs;

public class ReadmeTests
{
    /// <summary>What draws each picture that the README shows: the arguments of <c>lrmath</c> before <c>--out</c>.</summary>
    private static readonly Dictionary<string, string[]> Pictures = new()
    {
        ["docs/gallery.svg"] = ["gallery"],
    };

    internal static string Root { get; } = FindRoot();

    private static MarkdownPage Readme { get; } = new(File.ReadAllText(Path.Combine(Root, "README.md")));

    [Fact]
    public async Task Every_csharp_block_of_the_README_compiles_and_runs()
    {
        foreach (CodeBlock block in Readme.Blocks().Where(block => block.Language == "csharp"))
        {
            string? complaint = await Complaint(block);
            Assert.True(complaint is null, complaint);
        }
    }

    [Fact]
    public void Every_command_line_of_the_README_works_and_prints_what_the_README_says()
    {
        foreach (ShownCommand command in Readme.ShownCommands())
        {
            string? complaint = Complaint(command);
            Assert.True(complaint is null, complaint);
        }
    }

    [Fact]
    public void Every_picture_of_the_README_is_what_its_command_draws_today()
    {
        using var folder = new TemporaryFolder();
        foreach (string picture in Readme.Pictures())
        {
            Assert.True(Pictures.TryGetValue(picture, out string[]? drawing), $"{picture}: {nameof(ReadmeTests)} does not know what draws it");
            string fresh = folder[Path.GetFileName(picture)];
            CommandRun run = CommandRun.Of([.. drawing, "--out", fresh]);
            Assert.True(run.Code == 0, run.Error);
            string refresh = $"dotnet run -c Release --project src/LrMath.Cli -- {string.Join(' ', drawing.Select(Quote))} --out {picture}";
            bool same = File.Exists(Path.Combine(Root, picture))
                && File.ReadAllBytes(fresh).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Root, picture)));
            Assert.True(same, $"{picture} is out of date; refresh it with\n  {refresh}");
        }
    }

    [Theory]
    [InlineData("using LrMath;\ndouble[] x = Schedule.Constant(1).Evaluate(0..3);\nif (x.Length != 3) throw new Exception();", null)]
    [InlineData("int x = missing;", "README.md, the block at line 3: (1,9): error CS0103")]
    [InlineData("throw new InvalidOperationException(\"no\");", "README.md, the block at line 3: no")]
    public async Task A_broken_block_is_found(string code, string? complaint)
    {
        CodeBlock block = Assert.Single(new MarkdownPage($"# Title\n\n```csharp\n{code}\n```\n").Blocks());
        Assert.Equal("csharp", block.Language);
        string? found = await Complaint(block);
        Assert.Equal(complaint is null, found is null);
        Assert.StartsWith(complaint ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$ lrmath describe \"step => 0.1\" # a lambda", true)]
    [InlineData("dotnet run -c Release --project src/LrMath.Cli -- table 'step => 0.1' \\\n  --csv --steps 2 > x.csv", true)]
    [InlineData("$ lrmath table 'step => 0.1' --csv --steps 2\nstep,step => 0.1\n0,0.1\n1,0.1", true)]
    [InlineData("$ lrmath table 'step => 0.1' --csv --steps 2\nstep,step => 0.1\n0,0.1\n1,0.2", false)]
    [InlineData("lrmath plot 'step => 0.1' --out docs/never-written.svg", true)]
    [InlineData("lrmath plot 'step => missing'", false)]
    [InlineData("lrmath prot 'step => 0.1'", false)]
    public void A_broken_command_line_is_found(string shell, bool works)
    {
        ShownCommand command = Assert.Single(new MarkdownPage($"```console\n{shell}\n```\n").ShownCommands());
        Assert.Equal(works, Complaint(command) is null);
        Assert.False(Path.Exists(Path.GetFullPath("docs")));
    }

    [Fact]
    public void Pictures_of_the_repository_are_found_and_others_are_not() =>
        Assert.Equal(["docs/a.svg"], new MarkdownPage("![a](docs/a.svg) ![b](https://example.org/b.svg) [c](docs/c.svg)").Pictures());

    private static async Task<string?> Complaint(CodeBlock block)
    {
        // What a console project of today's SDK has without asking.
        ScriptOptions options = ScriptOptions.Default
            .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks")
            .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(List<>).Assembly, typeof(Console).Assembly,
                typeof(Schedule).Assembly, typeof(Plotting.Plot).Assembly, typeof(MathNet.Numerics.Interpolation.IInterpolation).Assembly)
            .WithLanguageVersion(LanguageVersion.CSharp14);
        try
        {
            await CSharpScript.RunAsync(block.Text, options);
            return null;
        }
        catch (Exception problem)
        {
            return $"README.md, the block at line {block.Line}: {problem.Message}";
        }
    }

    private static string? Complaint(ShownCommand command)
    {
        using var folder = new TemporaryFolder();
        string[] arguments = [.. command.Arguments.Select(word => File.Exists(Path.Combine(Root, word)) ? Path.Combine(Root, word) : word)];
        int file = Array.IndexOf(arguments, "--out") + 1;
        string shown = file > 0 ? command.Arguments[file] : "";
        if (file > 0)
            arguments[file] = folder[Path.GetFileName(shown)];

        CommandRun run = CommandRun.Of(arguments);
        string printed = file > 0 ? run.Output.Replace(arguments[file], shown, StringComparison.Ordinal) : run.Output;
        string line = $"README.md, the block at line {command.Line}: lrmath {string.Join(' ', command.Arguments.Select(Quote))}";
        return run.Code != 0 ? $"{line}\n{run.Error}"
            : command.ExpectedOutput.Length > 0 && command.ExpectedOutput != Trim(printed) ? $"{line}\nprints\n{Trim(printed)}"
            : null;
    }

    private static string Trim(string printed) =>
        string.Join('\n', printed.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd();

    private static string Quote(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LrMath.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"no LrMath.sln above {AppContext.BaseDirectory}");
    }
}
