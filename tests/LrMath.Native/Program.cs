using LrMath;
using LrMath.ClosedLoop;
using LrMath.Native;

// A run under a policy, as a program that is compiled ahead of time would have it; then its states through JSON.
FeedbackLoop<PlateauState> loop = Schedule.Cosine(0.1, 0, 900).Warmup(100).Under(Plateau.PyTorch with { BaseRate = 0.1, Patience = 2 });
for (int step = 0; step < 1000; step++)
{
    loop.Observe(1, afterStep: step);
}

FeedbackLoop<PlateauState> resumed = Schedule
    .Cosine(0.1, 0, 900)
    .Warmup(100)
    .Under(Plateau.PyTorch with { BaseRate = 0.1, Patience = 2 }, loop.State, history: loop.History);
double[] whole = loop.RecordedRate().Evaluate(0..1000);
bool isSame = resumed.RecordedRate().Evaluate(0..1000).AsSpan().SequenceEqual(whole);
IReadOnlyList<string> failures = RoundTrips.Failures();

foreach (string failure in failures)
{
    Console.Error.WriteLine(failure);
}

Console.WriteLine(
    $"{Schedule.Cosine(0.1, 0, 900).Warmup(100).Describe()}: {(isSame ? "the same" : "another")} run after a resume, "
        + $"{failures.Count} states changed"
);
return isSame && failures.Count == 0 ? 0 : 1;
