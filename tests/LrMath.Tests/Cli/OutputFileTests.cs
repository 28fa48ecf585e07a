using System.Diagnostics;
using Xunit;

namespace LrMath.Tests.Cli;

public class OutputFileTests
{
    private const string Curve = "Linear(1, 0, 10)";

    [Theory]
    [InlineData("a.jpg", ".jpg")]
    [InlineData("plot.svg.gz", ".gz")]
    [InlineData("schedule.v2", ".v2")]
    [InlineData("dir/A.PDF", ".PDF")]
    public void The_extension_of_another_format_is_refused_before_anything_is_done(string name, string extension)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["log.csv"], "loss\n1\n");
        string path = folder[name];
        string[][] commands =
        [
            ["plot", Curve, "--out", path],
            ["gallery", "--out", path],
            ["find", folder["log.csv"], "--out", path],
            ["replay", folder["log.csv"], "--policy", "Plateau.Keras", "--out", path],
            ["identify", folder["log.csv"], "--out", path],
            ["audit", folder["log.csv"], "--schedule", Curve, "--out", path],
        ];
        Assert.EndsWith(extension, path, StringComparison.Ordinal);
        Assert.All(
            commands,
            command =>
            {
                var run = CommandRun.Of(command);
                Assert.Equal((2, ""), (run.Code, run.Output));
                Assert.Contains(
                    $"--out is '{path}'; SVG, PNG and HTML are written here: the name must end in .svg, .png or .html",
                    run.Error,
                    StringComparison.Ordinal
                );
            }
        );
        Assert.Equal(["log.csv"], folder.Names);
    }

    [Theory]
    [InlineData("plot.svg")]
    [InlineData("plot.SVG")]
    [InlineData("plot")]
    public void An_svg_is_written_under_any_name_that_promises_no_other_format(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandRun.Of("plot", Curve, "--out", folder[name]).Code);
        Assert.StartsWith("<svg", File.ReadAllText(folder[name]), StringComparison.Ordinal);
        Assert.Equal([name], folder.Names);
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_target_is_written()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["there"]);
        File.WriteAllText(folder["there/target.svg"], "before");
        File.CreateSymbolicLink(folder["second.svg"], folder["there/target.svg"]);
        File.CreateSymbolicLink(folder["first.svg"], "second.svg");
        File.CreateSymbolicLink(folder["dangling.svg"], "there/new.svg");

        Assert.Equal(0, CommandRun.Of("plot", Curve, "--out", folder["first.svg"]).Code);
        Assert.Equal(0, CommandRun.Of("plot", Curve, "--out", folder["dangling.svg"]).Code);

        Assert.Equal("second.svg", new FileInfo(folder["first.svg"]).LinkTarget);
        Assert.Equal("there/new.svg", new FileInfo(folder["dangling.svg"]).LinkTarget);
        Assert.All(
            ["there/target.svg", "there/new.svg"],
            name =>
            {
                Assert.Null(new FileInfo(folder[name]).LinkTarget);
                Assert.StartsWith("<svg", File.ReadAllText(folder[name]), StringComparison.Ordinal);
            }
        );
        Assert.Equal(["dangling.svg", "first.svg", "new.svg", "second.svg", "target.svg", "there"], folder.Names.Order());
    }

    [Fact]
    public void A_link_to_itself_and_a_link_to_a_folder_are_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["there"]);
        File.CreateSymbolicLink(folder["loop.svg"], "loop.svg");
        File.CreateSymbolicLink(folder["folder.svg"], "there");

        AssertRefused(folder["loop.svg"], "cannot write");
        AssertRefused(folder["folder.svg"], "it is a folder");
        AssertRefused(folder["there"] + "/", "it is a folder");
        AssertRefused(folder["none"] + "/", "it is a folder");
        Assert.Equal(["folder.svg", "loop.svg", "there"], folder.Names.Order());
    }

    [Theory]
    [InlineData("rw-r-----")]
    [InlineData("rw-------")]
    [InlineData("rwxrwxrwx")]
    public void The_mode_of_a_file_is_kept(string mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var wanted = (UnixFileMode)mode.Aggregate(0, (bits, letter) => 2 * bits + (letter == '-' ? 0 : 1));
        File.WriteAllText(folder["plot.svg"], "before");
        File.SetUnixFileMode(folder["plot.svg"], wanted);

        Assert.Equal(0, CommandRun.Of("plot", Curve, "--out", folder["plot.svg"]).Code);

        Assert.Equal(wanted, File.GetUnixFileMode(folder["plot.svg"]));
        Assert.StartsWith("<svg", File.ReadAllText(folder["plot.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_an_ordinary_one()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["plot.svg"], "");
        Assert.Equal(0, CommandRun.Of("plot", Curve, "--out", folder["plot.svg"]).Code);
        Assert.StartsWith("<svg", File.ReadAllText(folder["plot.svg"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_and_a_device_are_refused_and_stay_what_they_are()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using (var made = Process.Start("mkfifo", [folder["pipe.svg"]]))
        {
            made.WaitForExit();
        }

        File.CreateSymbolicLink(folder["null.svg"], "/dev/null");
        File.CreateSymbolicLink(folder["out.svg"], "/dev/stdout");

        Assert.All(["pipe.svg", "null.svg", "out.svg"], name => AssertRefused(folder[name], "it is not an ordinary file"));
        AssertRefused("/dev/null", "it is not an ordinary file");
        AssertRefused("/dev/stdout", "it is not an ordinary file");

        Assert.Equal(["null.svg", "out.svg", "pipe.svg"], folder.Names.Order());
        Assert.Equal("/dev/null", new FileInfo(folder["null.svg"]).LinkTarget);
        using var test = Process.Start("test", ["-p", folder["pipe.svg"]]);
        test.WaitForExit();
        Assert.Equal(0, test.ExitCode);
    }

    private static void AssertRefused(string path, string reason)
    {
        var run = CommandRun.Of("plot", Curve, "--out", path);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
