namespace LrMath.Training;

/// <summary>One contestant: the base rates it may be tuned over (one: nothing to tune), and its training run.</summary>
public sealed record Arm(string Name, IReadOnlyList<double> Rates, Func<RunKey, CancellationToken, RunResult> Train);
