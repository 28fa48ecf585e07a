using LrMath.Tests.Docs;
using LrMath.Training;
using Xunit;

namespace LrMath.Tests.Training;

public class AccuracyChartTests
{
    public static TheoryData<string> Folders =>
        [.. Directory.GetDirectories(Path.Combine(PageTests.Root, "docs/training")).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_accuracies_of_a_report_are_drawn_from_its_results(string folder)
    {
        string path = Path.Combine(PageTests.Root, "docs/training", folder);
        string[][] rows = [.. File.ReadLines(Path.Combine(path, "results.csv")).Select(line => line.Split(','))];
        string drawn = Charts.Accuracy(new Table("", rows[0], rows[1..]));
        string picture = Path.Combine(path, "accuracy.svg");
        if (File.ReadAllText(picture) == drawn)
        {
            return;
        }

        string received = Path.ChangeExtension(picture, ".received.svg");
        File.WriteAllText(received, drawn);
        Assert.Fail($"{picture} is out of date: look at {received} and move it over it.");
    }
}
