using System.Globalization;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Ranges beside NumPy's closed forms (<c>Peers/numpy_ranges.py</c>).</summary>
internal static class NumPyRows
{
    public static string Title(int count) => string.Create(CultureInfo.InvariantCulture, $"A range of {count:N0} doubles beside NumPy, per value");

    public static void Add(Race race, Peer numpy, Buffers buffers)
    {
        if (numpy.IsMissing)
        {
            return;
        }

        double[] values = buffers.Doubles;
        int steps = values.Length;
        int repeats = Math.Max(1, 262_144 / steps);
        Goal transcendental = Goal.Faster(5);
        Goal arithmetic = Goal.Faster(2);

        race.Group(Title(steps));

        // One value costs NumPy one store a value, and us what the memory takes for a line: there is nothing to win beyond that.
        Entrant stores = race.Add("widest stores", steps, () => WidestStores.Fill(values, 0.1));
        Beside("Constant", "constant", Schedule.Constant(0.1), arithmetic, limit: stores);
        Beside("Linear", "linear", Schedule.Linear(0.1, 0.001, steps), arithmetic);
        Beside("Cosine", "cosine", Schedule.Cosine(0.1, 0.001, steps), transcendental);
        Beside("Exponential", "exponential", Schedule.Exponential(0.1, 0.001, steps), transcendental);
        Beside("ExponentialDecay", "exponential_decay", Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0), transcendental);
        Beside("Warmup + Cosine", "warmup_cosine", Schedule.Cosine(0.1, 0.001, steps - (steps / 10)).Warmup(steps / 10), transcendental);
        Beside("OneCycle", "one_cycle", Schedule.OneCycle(0.1, steps), transcendental);
        Beside("CosineRestarts", "cosine_restarts", Schedule.CosineRestarts(0.1, 0.001, steps / 10.0), transcendental);
        Beside("Polynomial, power 0.9", "polynomial", Schedule.Polynomial(0.1, 0.001, steps, 0.9), transcendental);
        Beside("PowerLaw, power 0.7", "power_law", Schedule.PowerLaw(0.1, steps / 8.0, 0.7), transcendental);
        Beside("Step", "step", Schedule.Step(0.1, 0.5, steps / 8), Goal.Advantage);
        Beside("MultiStep", "multi_step", Schedule.MultiStep(0.1, 0.1, [steps / 2, steps / 4 * 3]), Goal.Advantage);
        Beside("SquareRoot", "square_root", Schedule.SquareRoot(0.1, 0.001, steps), Goal.Advantage);
        Beside("InverseTime", "inverse_time", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0), Goal.Advantage);
        Beside("InverseSquareRoot", "inverse_square_root", Schedule.InverseSquareRoot(0.1, steps / 8.0), Goal.Advantage);

        void Beside(string name, string @case, Func<int, double> schedule, Goal goal, Entrant? limit = null)
        {
            Entrant ours = race.Add(name, steps, () => schedule.Evaluate(0, values));
            Entrant theirs = race.Add(new PeerEntrant(numpy.Name, numpy, @case, steps, repeats));
            race.Row(() => new(name, numpy.Name, goal, ours.Spread, theirs.Spread) { Limit = limit?.Spread });
        }
    }
}
