using System.Collections.Immutable;
using System.Text.Json;

namespace LrMath.Playground.Model;

/// <summary>All that a link shows.</summary>
/// <param name="Curves">The curves.</param>
/// <param name="Steps">The length of the run in steps.</param>
/// <param name="Metric">What policies watch.</param>
public sealed record PageState(ImmutableArray<CurveState> Curves, int Steps, MetricState Metric)
{
    /// <summary>The most curves that the page compares.</summary>
    public const int MostCurves = 12;

    /// <summary>The longest run that is drawn.</summary>
    public const int MostSteps = 100_000_000;

    /// <summary>How many steps an epoch has; null if nobody said.</summary>
    public double? StepsPerEpoch { get; init; }

    /// <summary>Whether the axis counts epochs.</summary>
    public bool InEpochs { get; init; }

    /// <summary>Whether the values stand on a logarithmic axis.</summary>
    public bool IsLog { get; init; }

    /// <summary>The steps in view, the end exclusive; null for the whole run.</summary>
    public (int First, int End)? View { get; init; }

    /// <summary>The value of which the table says when a curve falls below it.</summary>
    public double? Below { get; init; }

    /// <summary>What the page begins with: a warm-up and a cosine.</summary>
    public static PageState First { get; } =
        Read(
            """
            {
              "steps": 10000,
              "curves": [{ "schedule": [{ "cosine": { "start": 0.1, "end": 0, "steps": 9500 } }, { "warmup": { "steps": 500 } }] }]
            }
            """
        );

    /// <summary>The steps that are drawn.</summary>
    public (int First, int End) Shown => View ?? (0, Steps);

    /// <summary>The JSON text.</summary>
    public string Write() =>
        new Fields([
            new("steps", Whole(Steps)),
            .. StepsPerEpoch is { } epoch ? [new Named("stepsPerEpoch", Number(epoch))] : (Named[])[],
            .. InEpochs ? [new Named("epochs", new Literal("true"))] : (Named[])[],
            .. IsLog ? [new Named("log", new Literal("true"))] : (Named[])[],
            .. View is var (first, end) ? [new Named("view", new Series([Whole(first), Whole(end)]))] : (Named[])[],
            .. Below is { } below ? [new Named("below", Number(below))] : (Named[])[],
            new("curves", new Series([.. Curves.Select(Written)])),
            .. Curves.Any(curve => curve.Policy is not null) ? [new Named("metric", Written(Metric))] : (Named[])[],
        ]).ToString();

    /// <summary>Reads a text, from anybody: what it lacks or has wrong is as at first.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    public static PageState Read(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
        Fields root = Term.Of(document.RootElement) as Fields ?? new Fields([]);
        int steps = (int)Math.Clamp(NumberOf(root["steps"]) ?? 10_000, 1, MostSteps);
        IEnumerable<CurveState> curves = root["curves"] is Series list
            ? list.Items.OfType<Fields>().Take(MostCurves).Select(CurveOf).OfType<CurveState>()
            : [];
        (int, int)? view =
            root["view"] is Series { Items: [var first, var end] }
            && NumberOf(first) is { } from
            && NumberOf(end) is { } to
            && from >= 0
            && to > from
            && to <= MostSteps
                ? ((int)from, (int)to)
                : null;
        return new PageState([.. curves], steps, MetricOf(root["metric"] as Fields, steps))
        {
            StepsPerEpoch = NumberOf(root["stepsPerEpoch"]) is > 0 and var epoch ? epoch : null,
            InEpochs = root["epochs"] is Literal { Json: "true" },
            IsLog = root["log"] is Literal { Json: "true" },
            View = view,
            Below = NumberOf(root["below"]),
        };
    }

    private static Fields Written(CurveState curve) =>
        new([
            new("schedule", curve.Schedule),
            .. curve.Policy is { } policy ? [new Named("policy", policy)] : (Named[])[],
            .. curve.IsShown ? (Named[])[] : [new Named("hidden", new Literal("true"))],
        ]);

    private static Fields Written(MetricState metric) =>
        new([new("curve", metric.Curve), new("noise", Number(metric.Noise)), new("every", Whole(metric.Every))]);

    private static CurveState? CurveOf(Fields curve) =>
        curve["schedule"] switch
        {
            Series { Items.Length: > 0 } schedule => new(
                schedule,
                PolicyOf(curve["policy"]),
                curve["hidden"] is not Literal { Json: "true" }
            ),
            { } builder => new(new Series([builder]), PolicyOf(curve["policy"]), curve["hidden"] is not Literal { Json: "true" }),
            _ => null,
        };

    private static Series? PolicyOf(Term? policy) =>
        policy is Series { Items.Length: > 0 } list ? list
        : policy is null or Series ? null
        : new Series([policy]);

    private static MetricState MetricOf(Fields? metric, int steps) =>
        new(
            metric?["curve"] as Series ?? StandardMetric(steps),
            Math.Clamp(NumberOf(metric?["noise"]) ?? 0.02, 0, 1),
            (int)Math.Clamp(NumberOf(metric?["every"]) ?? Math.Max(1, steps / 100), 1, MostSteps)
        );

    // A loss that falls fast at first, then stays where it is.
    private static Series StandardMetric(int steps) =>
        new([
            new Fields([
                new Named(
                    "exponential",
                    new Fields([
                        new("start", new Literal("2.3")),
                        new("end", new Literal("0.4")),
                        new("steps", Whole(Math.Max(1, steps / 3))),
                    ])
                ),
            ]),
        ]);

    private static Literal Number(double value) => new(Data.JsonWriting.Number(value));

    private static Literal Whole(int value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static double? NumberOf(Term? term) =>
        term is Literal literal
        && double.TryParse(
            literal.Json,
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out double value
        )
        && double.IsFinite(value)
            ? value
            : null;
}
