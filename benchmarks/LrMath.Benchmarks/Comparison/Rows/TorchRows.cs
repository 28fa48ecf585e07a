namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Steps and ranges beside PyTorch's <c>scheduler.step()</c> and <c>get_last_lr()</c> (<c>Peers/torch_steps.py</c>).</summary>
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
        Span<(string Name, string Case, Func<int, double> Schedule)> pairs =
        [
            ("Constant", "constant", Schedule.Piecewise([0.01, 0.1], [Length])),
            ("Linear", "linear", Schedule.Linear(0.1, 0.001, Length)),
            ("Cosine", "cosine", Schedule.Cosine(0.1, 0.001, Length)),
            ("ExponentialDecay", "exponential_decay", Schedule.ExponentialDecay(0.1, 0.5, every: Length / 8.0)),
            ("Step", "step", Schedule.Step(0.1, 0.5, Length / 8)),
            ("MultiStep", "multi_step", Schedule.MultiStep(0.1, 0.1, [Length / 2, Length / 4 * 3])),
            ("Polynomial, power 0.9", "polynomial", Schedule.Polynomial(0.1, 0, Length, 0.9)),
            ("CosineRestarts", "cosine_restarts", Schedule.CosineRestarts(0.1, 0.001, Length / 10)),
            ("OneCycle", "one_cycle", Schedule.OneCycle(0.1, Length)),
            ("Warmup + Cosine", "warmup_cosine", Schedule.Cosine(0.1, 0.001, Length - (Length / 10)).Warmup(Length / 10, from: 0.0001)),
            ("Cyclic", "cyclic", Schedule.Cyclic(0.001, 0.1, Length / 16, Length / 16)),
            ("InverseSquareRoot", "inverse_square_root", Schedule.InverseSquareRoot(0.1, Length / 8.0)),
        ];
        Entrant[] peers = new Entrant[pairs.Length];

        race.Group(StepTitle);
        for (int i = 0; i < pairs.Length; i++)
        {
            (string name, string @case, Func<int, double> schedule) = pairs[i];
            peers[i] = race.Add(new PeerEntrant(torch.Name, torch, @case, PeerCalls, 1));
            race.Row(name, torch.Name, Goal.Faster(200), Steps.Add(race, name, schedule, ascending), peers[i]);
        }

        race.Group("A range beside PyTorch's scheduler.step() and get_last_lr(), per step");
        for (int i = 0; i < pairs.Length; i++)
        {
            (string name, _, Func<int, double> schedule) = pairs[i];
            Entrant range = race.Add(name, Length, () => schedule.Evaluate(0, buffers.Doubles.AsSpan(0, Length)));
            race.Row(name, torch.Name, Goal.Faster(5000), range, peers[i]);
        }
    }
}
