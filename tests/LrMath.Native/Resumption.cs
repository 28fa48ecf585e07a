using LrMath.ClosedLoop;

namespace LrMath.Native;

/// <summary>A run under a policy, as a program that is compiled ahead of time would have it, resumed from its state.</summary>
internal static class Resumption
{
    private const int Steps = 1000;

    /// <summary>What is another after the resumption; nothing, if all is well.</summary>
    public static IEnumerable<string> Failures()
    {
        Func<int, double> rate = Schedule.Cosine(0.1, 0, 900).Warmup(100);
        Plateau policy = Plateau.PyTorch with { BaseRate = 0.1, Patience = 2 };
        FeedbackLoop<PlateauState> loop = rate.Under(policy);
        for (int step = 0; step < Steps; step++)
        {
            loop.Observe(1, afterStep: step);
        }

        FeedbackLoop<PlateauState> resumed = rate.Under(policy, loop.State, history: loop.History);
        bool isSame = resumed.RecordedRate().Evaluate(0..Steps).AsSpan().SequenceEqual(loop.RecordedRate().Evaluate(0..Steps));
        return isSame ? [] : [$"{rate.Describe()}: another run after a resumption"];
    }
}
