using System.Globalization;
using System.Text.Json;
using LrMath.ClosedLoop;
using LrMath.Data;

namespace LrMath.Native;

/// <summary>Schedules, policies and states that are read from JSON, and what they give, as lines of text with all bits.</summary>
internal static class SavedData
{
    private const string Run = """
        {
          "Rate": [
            { "cosine": { "start": 0.1, "end": 0, "steps": 900 } },
            { "warmup": { "steps": 100, "shape": { "tanh": { "lower": -3, "upper": 3 } } } }
          ],
          "Anneal": { "warp": { "shape": "cosine", "exponent": 1.5 } },
          "Policy": { "plateau.pyTorch": { "baseRate": 0.1, "patience": 2 } },
          "State": { "Level": 0.01, "Best": 0.7, "BadCount": 2, "CooldownLeft": 0, "PendingMean": null, "PendingCount": 0 }
        }
        """;

    /// <summary>Some values of a schedule, and its JSON as it is written.</summary>
    public static IEnumerable<string> OfSchedule(string text)
    {
        Func<int, double> schedule = ScheduleJson.Read(text);
        string written = ScheduleJson.Write(schedule);
        if (ScheduleJson.Write(ScheduleJson.Read(written)) != written)
        {
            throw new InvalidOperationException($"written differently: {text}");
        }

        yield return Bits([.. schedule.Evaluate(0..300), schedule(int.MaxValue)]);
        yield return written;
    }

    /// <summary>A run's record with its state, policies, and the message for a mistake.</summary>
    public static IEnumerable<string> OfRun()
    {
        SavedRun run = JsonSerializer.Deserialize(Run, OwnJson.Default.SavedRun)!;
        FeedbackLoop<PlateauState> loop = run.Rate.Under(run.Policy, run.State);
        loop.Observe(0.8, afterStep: 500);
        yield return Bits([.. Enumerable.Range(0, 1_000).Select(loop.Rate), run.Anneal(0.1, 1, 0.37)]);
        yield return JsonSerializer.Serialize(run with { State = loop.State }, OwnJson.Default.SavedRun);

        const string Wrapped =
            """{ "lrmath": 1, "policy": ["plateau.keras", { "smoothed": { "decay": 0.9 } }, { "ignoreFirst": { "count": 2 } }] }""";
        yield return ScheduleJson.Write(ScheduleJson.ReadPolicy<IgnoringFirst<SmoothedState<PlateauState>>>(Wrapped));
        const string Steering = """{ "lrmath": 1, "policy": [{ "steering": {} }, { "smoothed": { "decay": 0.5 } }] }""";
        yield return $"{ScheduleJson.ReadPolicy<object>(Steering)}";
        yield return Mistake("""{ "lrmath": 1, "schedule": { "cosine": { "strat": 1 } } }""");
    }

    private static string Mistake(string text)
    {
        try
        {
            return ScheduleJson.Read(text).Describe();
        }
        catch (ScheduleJsonException mistake)
        {
            return mistake.Message;
        }
    }

    private static string Bits(double[] values) =>
        string.Join(' ', values.Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x", CultureInfo.InvariantCulture)));
}
