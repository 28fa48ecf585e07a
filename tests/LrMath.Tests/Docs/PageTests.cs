using LrMath.Tests.Cli;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Xunit;

namespace LrMath.Tests.Docs;

/// <summary>
/// What the README and every page below <c>docs</c> show is true: a <c>csharp</c> block compiles and runs by itself, an <c>lrmath</c>
/// command line works. A block that is only part of a program says <c>csharp excerpt</c> behind its fence; its syntax is still checked.
/// </summary>
public class PageTests
{
    /// <summary>What draws each picture that the README shows: the arguments of <c>lrmath</c> before <c>--out</c>.</summary>
    private static readonly Dictionary<string, string[]> Pictures = new() { ["docs/gallery.svg"] = ["gallery"] };

    internal static string Root { get; } = FindRoot();

    public static TheoryData<string> Pages => [.. Files];

    /// <summary>The pages, as paths below the root.</summary>
    internal static IReadOnlyList<string> Files { get; } =
    [
        .. Directory
            .GetFiles(Root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_csharp_block_of_a_page_compiles_and_runs(string page)
    {
        foreach (CodeBlock block in Page(page).Blocks())
        {
            string? complaint = await Complaint(page, block);
            Assert.True(complaint is null, complaint);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_line_of_a_page_works_and_prints_what_the_page_says(string page)
    {
        foreach (ShownCommand command in Page(page).ShownCommands())
        {
            string? complaint = Complaint(page, command);
            Assert.True(complaint is null, complaint);
        }
    }

    [Fact]
    public void The_front_page_is_shorter_than_150_lines() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Root, "README.md")).Length, 50, 149);

    [Fact]
    public void The_policies_that_the_pages_replay_act()
    {
        ShownCommand[] replays =
        [
            .. ((IEnumerable<object[]>)Pages)
                .SelectMany(row => Page((string)row[0]).ShownCommands())
                .Where(command => command.Arguments[0] == "replay"),
        ];
        Assert.NotEmpty(replays);
        Assert.All(
            replays,
            command =>
            {
                string[] arguments =
                [
                    .. command.Arguments.Select(word => File.Exists(Path.Combine(Root, word)) ? Path.Combine(Root, word) : word),
                ];
                string words = string.Join(' ', CommandRun.Of(arguments).Lines);
                Assert.Contains("the scale changes", words, StringComparison.Ordinal);
                Assert.DoesNotContain("never", words, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Every_picture_of_the_README_is_what_its_command_draws_today()
    {
        using var folder = new TemporaryFolder();
        foreach (string picture in Page("README.md").Pictures())
        {
            Assert.True(
                Pictures.TryGetValue(picture, out string[]? drawing),
                $"{picture}: {nameof(PageTests)} does not know what draws it"
            );
            string fresh = folder[Path.GetFileName(picture)];
            var run = CommandRun.Of([.. drawing, "--out", fresh]);
            Assert.True(run.Code == 0, run.Error);
            string refresh = $"dotnet run -c Release --project src/LrMath.Cli -- {string.Join(' ', drawing.Select(Quote))} --out {picture}";
            bool same =
                File.Exists(Path.Combine(Root, picture))
                && File.ReadAllBytes(fresh).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Root, picture)));
            Assert.True(same, $"{picture} is out of date; refresh it with\n  {refresh}");
        }
    }

    [Theory]
    [InlineData("using LrMath;\ndouble[] x = Schedule.Constant(1).Evaluate(0..3);\nif (x.Length != 3) throw new Exception();", null)]
    [InlineData("int x = missing;", "page.md, the block at line 3: (1,9): error CS0103")]
    [InlineData("throw new InvalidOperationException(\"no\");", "page.md, the block at line 3: no")]
    public async Task A_broken_block_is_found(string code, string? complaint)
    {
        CodeBlock block = Assert.Single(new MarkdownPage($"# Title\n\n```csharp\n{code}\n```\n").Blocks());
        Assert.Equal("csharp", block.Language);
        string? found = await Complaint("page.md", block);
        Assert.Equal(complaint is null, found is null);
        Assert.StartsWith(complaint ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csharp excerpt", "public static Shape Mine => Linear;", true)]
    [InlineData("csharp excerpt", "public static Shape Mine => ;", false)]
    [InlineData("cs", "int x = 3;", false)]
    [InlineData("text", "no code at all", true)]
    public async Task An_excerpt_needs_correct_syntax_and_other_names_of_the_language_are_refused(string language, string code, bool good)
    {
        CodeBlock block = Assert.Single(new MarkdownPage($"```{language}\n{code}\n```\n").Blocks());
        Assert.Equal(good, await Complaint("page.md", block) is null);
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
        Assert.Equal(works, Complaint("page.md", command) is null);
        Assert.False(Path.Exists(Path.GetFullPath("docs")));
    }

    [Fact]
    public void Pictures_of_the_repository_are_found_and_others_are_not() =>
        Assert.Equal(["docs/a.svg"], new MarkdownPage("![a](docs/a.svg) ![b](https://example.org/b.svg) [c](docs/c.svg)").Pictures());

    private static MarkdownPage Page(string page) => new(File.ReadAllText(Path.Combine(Root, page)));

    private static async Task<string?> Complaint(string page, CodeBlock block)
    {
        string where = $"{page}, the block at line {block.Line}:";
        switch (block.Language)
        {
            case "csharp":
                return await Run(block.Text) is { } problem ? $"{where} {problem}" : null;
            case "csharp excerpt":
                CSharpParseOptions options = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);
                Diagnostic? error = CSharpSyntaxTree.ParseText(block.Text, options).GetDiagnostics().FirstOrDefault();
                return error is null ? null : $"{where} {error}";
            case "cs" or "c#" or "C#" or "CSharp":
                return $"{where} write ```csharp (run by a test) or ```csharp excerpt (only its syntax is checked), not "
                    + $"```{block.Language}";
            default:
                return null;
        }
    }

    private static async Task<string?> Run(string code)
    {
        // What a console project of today's SDK has without asking.
        ScriptOptions options = ScriptOptions
            .Default.WithImports(
                "System",
                "System.Collections.Generic",
                "System.IO",
                "System.Linq",
                "System.Threading",
                "System.Threading.Tasks"
            )
            .WithReferences(
                typeof(object).Assembly,
                typeof(Enumerable).Assembly,
                typeof(List<>).Assembly,
                typeof(Console).Assembly,
                typeof(Schedule).Assembly,
                typeof(LrMath.Plotting.Plot).Assembly,
                typeof(LrMath.Import.ScheduleImport).Assembly,
                typeof(global::MathNet.Numerics.Interpolation.IInterpolation).Assembly
            )
            .WithLanguageVersion(LanguageVersion.CSharp14);
        try
        {
            await CSharpScript.RunAsync(code, options);
            return null;
        }
        catch (Exception problem)
        {
            return problem.Message;
        }
    }

    private static string? Complaint(string page, ShownCommand command)
    {
        using var folder = new TemporaryFolder();
        string[] arguments = [.. command.Arguments.Select(word => File.Exists(Path.Combine(Root, word)) ? Path.Combine(Root, word) : word)];
        int file = Array.IndexOf(arguments, "--out") + 1;
        string shown = file > 0 ? command.Arguments[file] : "";
        if (file > 0)
        {
            arguments[file] = folder[Path.GetFileName(shown)];
        }

        var run = CommandRun.Of(arguments);
        string printed = file > 0 ? run.Output.Replace(arguments[file], shown, StringComparison.Ordinal) : run.Output;
        string line = $"{page}, the block at line {command.Line}: lrmath {string.Join(' ', command.Arguments.Select(Quote))}";
        // 1 is an answer: a run that departed from its schedule.
        return run.Code is not (0 or 1) ? $"{line}\n{run.Error}"
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
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"no LrMath.sln above {AppContext.BaseDirectory}");
    }
}
