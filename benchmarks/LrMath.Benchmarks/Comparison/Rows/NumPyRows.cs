using System.Globalization;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Ranges beside NumPy's closed forms (<c>Peers/numpy_ranges.py</c>).</summary>
internal static class NumPyRows
{
    /// <summary>What stands behind the name of a schedule where NumPy works in place on the slices of its pieces, not with
    /// <c>np.where</c>.</summary>
    public const string InSlices = ", in slices";

    /// <summary>What stands behind the name of a schedule where NumPy's scale is moved through the root, the quotient or the
    /// power.</summary>
    public const string Folded = ", scale folded";

    public static string Title(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"A range of {count:N0} doubles beside NumPy, per value");

    public static void Add(Race race, Peer numpy, Buffers buffers, bool isInCache)
    {
        if (numpy.IsMissing)
        {
            return;
        }

        double[] values = buffers.Doubles;
        int steps = values.Length;
        int repeats = Math.Max(1, 262_144 / steps);
        var transcendental = Goal.Faster(4);
        var arithmetic = Goal.Faster(2);

        race.Group(Title(steps));
        AddConstant();
        Beside(
            "Linear",
            Schedule.Linear(0.1, 0.001, steps),
            ("linear", "", arithmetic),
            ("linear_touched", ", into a touched array", Goal.Advantage)
        );
        Beside("Cosine", Schedule.Cosine(0.1, 0.001, steps), ("cosine", "", transcendental));
        Beside("Exponential", Schedule.Exponential(0.1, 0.001, steps), ("exponential", "", transcendental));
        Beside("ExponentialDecay", Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0), ("exponential_decay", "", transcendental));
        Beside(
            "Warmup + Cosine",
            Schedule.Cosine(0.1, 0.001, steps - (steps / 10)).Warmup(steps / 10),
            ("warmup_cosine", "", transcendental),
            ("warmup_cosine_in_slices", InSlices, transcendental)
        );
        Beside(
            "OneCycle",
            Schedule.OneCycle(0.1, steps),
            ("one_cycle", "", transcendental),
            ("one_cycle_in_slices", InSlices, transcendental)
        );
        Beside("CosineRestarts", Schedule.CosineRestarts(0.1, 0.001, steps / 10.0), ("cosine_restarts", "", transcendental));
        Beside(
            "Polynomial, power 0.9",
            Schedule.Polynomial(0.1, 0.001, steps, 0.9),
            ("polynomial", "", transcendental),
            ("polynomial_folded", Folded, Goal.Advantage)
        );
        Beside(
            "PowerLaw, power 0.7",
            Schedule.PowerLaw(0.1, steps / 8.0, 0.7),
            ("power_law", "", transcendental),
            ("power_law_folded", Folded, Goal.Advantage)
        );
        Beside("Step", Schedule.Step(0.1, 0.5, steps / 8), ("step", "", Goal.Advantage));
        Beside("MultiStep", Schedule.MultiStep(0.1, 0.1, [steps / 2, steps / 4 * 3]), ("multi_step", "", Goal.Advantage));
        Beside(
            "SquareRoot",
            Schedule.SquareRoot(0.1, 0.001, steps),
            ("square_root", "", Goal.Advantage),
            ("square_root_folded", Folded, Goal.Advantage)
        );
        Beside(
            "InverseTime",
            Schedule.InverseTime(0.1, 0.5, every: steps / 8.0),
            ("inverse_time", "", Goal.Advantage),
            ("inverse_time_folded", Folded, Goal.Advantage)
        );
        Beside(
            "InverseSquareRoot",
            Schedule.InverseSquareRoot(0.1, steps / 8.0),
            ("inverse_square_root", "", Goal.Advantage),
            ("inverse_square_root_folded", Folded, Goal.Advantage)
        );

        void Beside(string name, Func<int, double> schedule, params ReadOnlySpan<(string Case, string How, Goal Goal)> forms)
        {
            Entrant ours = race.Add(name, steps, () => schedule.Evaluate(0, values));
            foreach ((string @case, string how, Goal goal) in forms)
            {
                race.Row($"{name}{how}", numpy.Name, goal, ours, Theirs(@case));
            }
        }

        // In cache the memory takes a line in half the time of NumPy's stores, one a value: the goal is the very end.
        void AddConstant()
        {
            Func<int, double> schedule = Schedule.Constant(0.1);
            Entrant[] limits = isInCache
                ?
                [
                    race.Add("Span.Fill", steps, () => values.AsSpan().Fill(0.1)),
                    race.Add("widest stores", steps, () => WidestStores.Fill(values, 0.1)),
                ]
                : [];
            Entrant ours = race.Add("Constant", steps, () => schedule.Evaluate(0, values));
            Entrant theirs = Theirs("constant");
            race.Row(() =>
                new("Constant", numpy.Name, arithmetic, ours.Spread, theirs.Spread)
                {
                    Limit = limits.Min(limit => (double?)limit.Spread.Median),
                }
            );
            race.Row("Constant, into a touched array", numpy.Name, Goal.Advantage, ours, Theirs("constant_touched"));
        }

        Entrant Theirs(string @case) => race.Add(new PeerEntrant(numpy.Name, numpy, @case, steps, repeats));
    }
}
