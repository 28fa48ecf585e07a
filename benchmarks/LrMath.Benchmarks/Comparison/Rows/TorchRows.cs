using LrMath.Frameworks;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Steps and ranges beside PyTorch's <c>scheduler.step()</c> and <c>get_last_lr()</c> (<c>Peers/torch_steps.py</c>); ours is what
/// the library makes of the same scheduler.</summary>
internal static class TorchRows
{
    // The script's schedules go over as many steps.
    private const int Length = 16_384;
    private const int Calls = 4096;
    private const int PeerCalls = 500;

    public const string StepTitle = "One step beside PyTorch's scheduler.step() and get_last_lr(), in a training loop's order, per step";

    public static void Add(Race race, Peer torch, Buffers buffers)
    {
        if (torch.IsMissing)
        {
            return;
        }

        int[] ascending = StepOrders.Ascending(Calls);
        const int Warmup = Length / 10;
        var stepGoal = Goal.Faster(300);
        var rangeGoal = Goal.Faster(5000);
        Span<(string Name, string Case, Func<int, double> Schedule, Goal RangeGoal)> pairs =
        [
            ("Constant", "constant", PyTorch.ConstantLR(0.1, 0.1, Length), rangeGoal),
            ("Linear", "linear", PyTorch.LinearLR(0.1, 1, 0.01, Length), rangeGoal),
            ("CosineWave", "cosine", PyTorch.CosineAnnealingLR(0.1, Length, 0.001), rangeGoal),
            ("ExponentialDecay", "exponential_decay", PyTorch.ExponentialLR(0.1, Math.Pow(0.5, 8.0 / Length)), rangeGoal),
            ("Step", "step", PyTorch.StepLR(0.1, Length / 8, 0.5), rangeGoal),
            ("MultiStep", "multi_step", PyTorch.MultiStepLR(0.1, [Length / 2, Length / 4 * 3], 0.1), rangeGoal),
            ("Polynomial, power 0.9", "polynomial", PyTorch.PolynomialLR(0.1, Length, 0.9), rangeGoal),
            ("CosineRestarts", "cosine_restarts", PyTorch.CosineAnnealingWarmRestarts(0.1, Length / 10, 1, 0.001), rangeGoal),
            ("OneCycle", "one_cycle", PyTorch.OneCycleLR(0.1, Length, cycleMomentum: false), rangeGoal),
            (
                "Warmup + Cosine",
                "warmup_cosine",
                PyTorch.SequentialLR(
                    [PyTorch.LinearLR(0.1, 1e-3, 1, Warmup), PyTorch.CosineAnnealingLR(0.1, Length - Warmup, 0.001)],
                    [Warmup]
                ),
                rangeGoal
            ),
            ("Cyclic", "cyclic", PyTorch.CyclicLR(0.001, 0.1, Length / 16, cycleMomentum: false), rangeGoal),
            // PyTorch has it as a LambdaLR, which is what Transformers' get_inverse_sqrt_schedule returns.
            ("InverseSquareRoot", "inverse_square_root", Transformers.GetInverseSqrtSchedule(0.1, 0, Length / 8.0), rangeGoal),
            // What a range of it costs is what the user's lambda costs.
            ("LambdaLR", "inverse_square_root", PyTorch.LambdaLR(0.1, step => 1 / Math.Sqrt(1 + (step / (Length / 8.0)))), Goal.Advantage),
        ];
        var peers = new Entrant[pairs.Length];

        race.Group(StepTitle);
        for (int i = 0; i < pairs.Length; i++)
        {
            (string name, string @case, Func<int, double> schedule, _) = pairs[i];
            peers[i] = race.Add(new PeerEntrant(torch.Name, torch, @case, PeerCalls, 1));
            race.Row(name, torch.Name, stepGoal, Steps.Add(race, name, schedule, ascending), peers[i]);
        }

        race.Group("A range beside PyTorch's scheduler.step() and get_last_lr(), per step");
        for (int i = 0; i < pairs.Length; i++)
        {
            (string name, _, Func<int, double> schedule, Goal goal) = pairs[i];
            Entrant range = race.Add(name, Length, () => schedule.Evaluate(0, buffers.Doubles.AsSpan(0, Length)));
            race.Row(name, torch.Name, goal, range, peers[i]);
        }
    }
}
