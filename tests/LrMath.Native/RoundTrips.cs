using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LrMath.ClosedLoop;

namespace LrMath.Native;

/// <summary>Every state through source-generated JSON and back, with numbers that a shortest text of .NET misses by a bit.</summary>
public static class RoundTrips
{
    private static readonly ImmutableArray<double> Numbers =
    [
        2.9802322387695312E-08,
        Math.ScaleB(1, -958),
        double.Epsilon,
        0.1,
        1.0 / 3,
        1e300,
        double.MaxValue,
    ];

    /// <summary>What did not come back as it was; nothing, if all is well.</summary>
    public static IReadOnlyList<string> Failures() => [.. Numbers.SelectMany(States)];

    private static IEnumerable<string> States(double number)
    {
        PlateauState plateau = new()
        {
            Level = number,
            Best = -number,
            BadCount = 1,
            CooldownLeft = 2,
            PendingMean = number,
            PendingCount = 3,
        };
        GreedyState greedy = new()
        {
            Level = number,
            Best = number,
            GoodCount = 1,
            Window = [number, -number, number / 3],
            WindowSum = -number,
        };
        ScaleHistory history = new()
        {
            Changes = [new() { FromStep = 0, Scale = 1 }, new() { FromStep = 7, Scale = number }],
            LastStep = 12,
        };
        OwnJson json = OwnJson.Default;
        return
        [
            .. Failure(plateau, json.PlateauState),
            .. Failure(greedy, json.GreedyState),
            .. Failure(new SteeringState { Level = number }, json.SteeringState),
            .. Failure(
                new SmoothedState<SteeringState>
                {
                    Average = -number,
                    Inner = new() { Level = number },
                },
                json.SmoothedStateSteeringState
            ),
            .. Failure(history, json.ScaleHistory),
            .. Failure(new Checkpoint(12, number, plateau, history), json.Checkpoint),
        ];
    }

    private static IEnumerable<string> Failure<T>(T state, JsonTypeInfo<T> type)
        where T : class
    {
        string text = JsonSerializer.Serialize(state, type);
        T? back = JsonSerializer.Deserialize(text, type);
        return state.Equals(back) ? [] : [$"{state}\n  as {text}\n  is {back}"];
    }
}
