using System.Globalization;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace LrMath.Tests.Golden;

/// <summary>What the real frameworks print, record by record. None is skipped.</summary>
public class GoldenTests(ITestOutputHelper output)
{
    private static readonly CompositeFormat Columns = CompositeFormat.Parse("{0,8:0.0e+00} {1,10:P4} {2,4} / {3,3} ({4})  {5}");

    public static TheoryData<string, string, string> Groups()
    {
        var groups = new TheoryData<string, string, string>();
        foreach ((string file, IReadOnlyList<GoldenRecord> records) in GoldenFolder.Chosen.Value.Files)
        {
            foreach ((string framework, string name) in records.Select(r => (r.Framework, r.Name)).Distinct())
            {
                groups.Add(file, framework, name);
            }
        }

        return groups;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_record_agrees(string file, string framework, string name)
    {
        GoldenRecord[] records =
        [
            .. GoldenFolder.Chosen.Value.Files.Single(f => f.Name == file).Records.Where(r => r.Framework == framework && r.Name == name),
        ];
        Verdict[] failed = [.. records.Select(Judge.Default.Check).Where(v => !v.Passed)];

        Assert.True(
            failed.Length == 0,
            $"{failed.Length} of {records.Length} records fail:\n" + string.Join('\n', failed.Take(20).Select(v => v.ToString()))
        );
    }

    [Fact]
    public void The_summary_counts_every_record_of_the_folder()
    {
        GoldenFolder folder = GoldenFolder.Chosen.Value;
        Verdict[] verdicts = [.. folder.Records.Select(Judge.Default.Check)];

        output.WriteLine(
            $"{folder.Path}: {verdicts.Count(v => v.Passed)} of {verdicts.Length} records pass, {verdicts.Sum(v => v.Values)} "
                + $"values compared"
        );
        output.WriteLine("worst relative error | share of the tolerance used | passed / records (listed as defects) | schedule");
        foreach (
            IGrouping<string, Verdict>? group in verdicts
                .GroupBy(v => $"{v.Record.Framework} {v.Record.Name}")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            int listed = group.Count(v => v.Defect is not null);
            output.WriteLine(
                string.Format(
                    CultureInfo.InvariantCulture,
                    Columns,
                    Worst(group, v => v.Relative),
                    Worst(group, v => v.Share),
                    group.Count(v => v.Passed),
                    group.Count(),
                    listed,
                    group.Key
                )
            );
        }

        Assert.All(verdicts, v => Assert.True(v.Values > 0 || !v.Passed, $"{v.Record.Id}: nothing was compared"));
        Assert.Equal(verdicts.Length, verdicts.Count(v => v.Passed));

        static double Worst(IEnumerable<Verdict> group, Func<Verdict, double> figure) =>
            group.Where(v => v.Defect is null).Select(figure).DefaultIfEmpty(0).Max();
    }

    [Fact]
    public void Fewer_than_two_in_a_hundred_records_are_listed_as_defects()
    {
        GoldenRecord[] records = [.. GoldenFolder.Chosen.Value.Records];
        int listed = records.Count(r => Defect.All.Any(d => d.Lists(r)));

        Assert.True(listed < 0.02 * records.Length, $"{listed} of {records.Length} records are listed");
    }

    [Fact]
    public void Each_entry_of_the_defect_list_has_a_reason_and_lists_a_record_of_our_own_folder()
    {
        GoldenRecord[] own = [.. GoldenFolder.Own.Value.Records];

        Assert.All(Defect.All, d => Assert.True(d.Reason.Length > 20 && own.Any(d.Lists), $"{d.Ids}: {d.Reason}"));
    }
}
