using System.Text.Json;
using LrMath.Analysis;
using LrMath.Cli.Expressions;
using Xunit;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>Logs of runs that went wrong in known ways: each gets its verdict, with position and amount.</summary>
public class AuditRecordTests
{
    public static TheoryData<string> Ids() => [.. RunRecord.All("audit").Select(record => record.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_fault_of_a_run_is_found(string id)
    {
        RunRecord record = RunRecord.All("audit").Single(other => other.Id == id);
        Audited found = record.Read().Log.Audit(Expression.Compile(record.Expression("intended")).Schedule);

        Assert.Contains(record.Fields.GetProperty("accept").EnumerateArray(), accepted => Accepts(accepted, found));
    }

    private static bool Accepts(JsonElement accepted, Audited found) =>
        string.Equals(accepted.GetProperty("verdict").GetString(), found.Verdict.ToString(), StringComparison.OrdinalIgnoreCase)
        && (!accepted.TryGetProperty("at", out JsonElement at) || (found.At >= at[0].GetDouble() && found.At <= at[1].GetDouble()))
        && (!accepted.TryGetProperty("name", out JsonElement name) || name.GetString() == found.Argument)
        && (
            !accepted.TryGetProperty("by", out JsonElement by)
            || IsWithin(found.By, by[0].GetDouble(), by[1].GetDouble(), Slack(accepted, by))
        );

    // Of an amount 1 % is enough; of a changed argument a quarter of its change.
    private static double Slack(JsonElement accepted, JsonElement by) =>
        accepted.TryGetProperty("was", out JsonElement was)
            ? 0.25 * Math.Abs(by[0].GetDouble() - was.GetDouble())
            : 0.01 * Math.Abs(by[0].GetDouble());

    private static bool IsWithin(double? value, double low, double high, double slack) => value >= low - slack && value <= high + slack;
}
