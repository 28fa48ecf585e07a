using System.Globalization;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;
using LrMath.Analysis;
using LrMath.Data;
using LrMath.Logs;
using LrMath.Logs.Reports;
using LrMath.Playground.Model;
using LrMath.Plotting;
using LrMath.Plotting.Axes;

namespace LrMath.Playground.Work;

/// <summary>Reads a log in a worker (<c>wwwroot/work.js</c>), with the words and the picture of the command.</summary>
[SupportedOSPlatform("browser")]
internal static partial class LogWork
{
    private const int Height = 320;

    // The options of the command, as the page calls them.
    private static readonly (string Option, string Label)[] Labels =
    [
        ("--step-column", "Step column"),
        ("--column", "Rate column"),
        ("--rate", "Rate column"),
        ("--loss", "Metric column"),
        ("--metric-column", "Metric column"),
        ("--pattern", "Pattern"),
    ];

    /// <summary>Reads a log.</summary>
    /// <param name="request">What is asked, as JSON.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="content">The file.</param>
    /// <returns>The answer as JSON; see <see cref="LogAnswer"/>.</returns>
    [JSExport]
    public static string Run(string request, string name, byte[] content) =>
        JsonSerializer.Serialize(
            Answer(JsonSerializer.Deserialize(request, LogJson.Default.LogRequest)!, name, content),
            LogJson.Default.LogAnswer
        );

    /// <summary>Reads a log.</summary>
    internal static LogAnswer Answer(LogRequest request, string name, byte[] content)
    {
        try
        {
            using var file = LogFile.Open(name, new MemoryStream(content, writable: false), request.Pattern);
            return request.Task switch
            {
                "find" => Find(request, name, file),
                "audit" => Audit(request, name, content, RunLog.Read(file, request.Step, request.Rate)),
                _ => Identify(request, name, RunLog.Read(file, request.Step, request.Rate)),
            };
        }
        catch (UserErrorException mistake)
        {
            return new()
            {
                Fault = Labels.Aggregate(mistake.Message, (text, one) => text.Replace(one.Option, one.Label, StringComparison.Ordinal)),
            };
        }
        catch (ScheduleJsonException mistake)
        {
            return new() { Fault = $"The intended schedule has a mistake: {mistake.Message}" };
        }
    }

    private static LogAnswer Identify(LogRequest request, string name, RunLog log)
    {
        Identified found = log.Log.Identify();
        return new()
        {
            Headline = IdentifiedWords.Headline(found),
            Notes = [.. IdentifiedWords.Notes(log, found)],
            Schedule = Written(found.Schedule),
            Svg = Picture(
                request,
                name,
                log,
                found.Schedule is { } schedule ? (IdentifiedWords.Headline(found), schedule) : null,
                IdentifiedWords.Mark(found)
            ),
        };
    }

    private static LogAnswer Audit(LogRequest request, string name, byte[] content, RunLog log)
    {
        Func<int, double> intended = ScheduleJson.Read(request.Intended!);
        if (request.Policy is { } policy)
        {
            // The metrics stand in rows of their own, as often as not: the log is read once more for them.
            using var file = LogFile.Open(name, new MemoryStream(content, writable: false), request.Pattern);
            var metrics = MetricLog.Read(
                name,
                file,
                MetricColumns.OfAudit(request.Metric, request.Step),
                skipMissing: true,
                scheduled: true
            );
            using var document = JsonDocument.Parse(policy);
            int[] from = metrics.Steps ?? [.. Enumerable.Range(1, metrics.Metrics.Length)];
            intended = PolicyRun.Of(intended, Term.Of(document.RootElement), metrics.Metrics, from).Rate;
        }

        Audited found = log.Log.Audit(intended);
        return new()
        {
            Headline = AuditedWords.Sentence(found),
            Notes = [.. AuditedWords.Notes(log, found)],
            Schedule = Written(found.Schedule),
            Svg = Picture(request, name, log, ("intended", intended), AuditedWords.Mark(found)),
        };
    }

    private static LogAnswer Find(LogRequest request, string name, LogFile file)
    {
        var reading = new RangeTestReading(RangeTestLog.Read(file, request.Rate, request.Metric), null, 4);
        return new()
        {
            Headline = reading.All[0].Suggestion.TryGetRate(out double rate)
                ? $"The recommended rate is {Label.Value(rate)}."
                : "The log suggests no rate.",
            Notes = [.. reading.Notes()],
            Suggestions =
            [
                .. reading.Found.Select(one => new SuggestedRate(
                    one.Name,
                    Label.Value(one.Suggestion.Rate),
                    reading.Log.Lines[one.Suggestion.Index].ToString(CultureInfo.InvariantCulture)
                )),
            ],
            Svg = (reading.Drawing(name) with { Width = Math.Clamp(request.Width, 160, 2000), Height = Height }).ToSvg(),
        };
    }

    private static string Picture(
        LogRequest request,
        string name,
        RunLog log,
        (string Name, Func<int, double> Schedule)? curve,
        (int Step, string Text)? mark
    )
    {
        (string, RangeEvaluator)[] curves = curve is { } drawn ? [(drawn.Name, drawn.Schedule.Evaluate)] : [];
        Plot plot = RunDrawing.Plot(name, log.Log, log.StepName, curves, mark);
        return (plot with { Width = Math.Clamp(request.Width, 160, 2000), Height = Height }).ToSvg();
    }

    private static string? Written(Func<int, double>? schedule)
    {
        try
        {
            return schedule is null ? null : ScheduleJson.Write(schedule);
        }
        catch (ScheduleJsonException)
        {
            // Too large for JSON: the expression says it all the same.
            return null;
        }
    }
}
