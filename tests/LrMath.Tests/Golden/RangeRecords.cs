using LrMath.Analysis;

namespace LrMath.Tests.Golden;

/// <summary>What the records of all range tests have in common.</summary>
internal static class RangeRecords
{
    public static Answer Answer(RangeTestRun run) =>
        new Answer()
            .With("lr", step => run.Rates[step])
            .With("smooth", run.Losses)
            .With("stopped", run.StoppedAt is { } stop ? stop : (double?)null);

    public static Answer Answer(Suggestion suggestion) =>
        new Answer().With("lr", [suggestion.Rate]).With("index", (double?)suggestion.Index);

    public static bool IsLinear(Arguments arguments) => arguments.Choice("step_mode", ("exp", false), ("linear", true));
}
