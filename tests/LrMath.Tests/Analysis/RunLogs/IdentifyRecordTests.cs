using System.Text.Json;
using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>
/// Logs as programs write them, of known schedules: each is identified to within its tolerance, also between the rows and beyond them.
/// </summary>
public class IdentifyRecordTests
{
    private const int HumanLength = 60;

    public static TheoryData<string> Ids() => [.. RunRecord.All("identify").Select(record => record.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_schedule_of_a_log_is_identified(string id)
    {
        RunRecord record = RunRecord.All("identify").Single(other => other.Id == id);
        Identified found = record.Read().Log.Identify();

        Assert.NotNull(found.Schedule);
        Assert.Equal(0, found.Unexplained);
        double[] truth = [.. record.Fields.GetProperty("lr").EnumerateArray().Select(value => value.GetDouble())];
        int[] steps = [.. record.Fields.GetProperty("steps").EnumerateArray().Select(step => step.GetInt32())];
        double tolerance = record.Fields.GetProperty("tolerance").GetProperty("rel_of_peak").GetDouble() * truth.Max();
        Assert.All(steps.Zip(truth), row => Assert.InRange(found.Schedule(row.First), row.Second - tolerance, row.Second + tolerance));
    }

    [Fact]
    public void Every_format_is_read_by_its_own_column_names()
    {
        foreach (RunRecord record in RunRecord.All("identify").Concat(RunRecord.All("audit")))
        {
            RunLog log = record.Read();
            if (record.Fields.GetProperty("rate_column").ValueKind == JsonValueKind.String)
            {
                Assert.Equal((record.Id, record.Text("step_column"), record.Text("rate_column")), (record.Id, log.StepName, log.RateName));
            }
        }
    }

    [Fact]
    public void Expressions_are_as_short_as_a_person_would_write_them()
    {
        int[] lengths =
        [
            .. RunRecord.All("identify").Select(record => LogWords.Short(record.Read().Log.Identify().Expression)!.Length).Order(),
        ];
        Assert.InRange(lengths[lengths.Length / 2], 1, HumanLength);
    }
}
