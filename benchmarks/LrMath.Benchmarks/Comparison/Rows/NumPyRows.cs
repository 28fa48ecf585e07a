using System.Globalization;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Ranges beside NumPy's closed forms (<c>Peers/numpy_ranges.py</c>).</summary>
internal static class NumPyRows
{
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

        race.Group(string.Create(CultureInfo.InvariantCulture, $"A range of {steps:N0} doubles beside NumPy, per value"));
        Beside("constant", Schedule.Constant(0.1), arithmetic);
        Beside("linear", Schedule.Linear(0.1, 0.001, steps), arithmetic);
        Beside("cosine", Schedule.Cosine(0.1, 0.001, steps), transcendental);
        Beside("exponential", Schedule.Exponential(0.1, 0.001, steps), transcendental);
        Beside("exponential_decay", Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0), transcendental);
        Beside("warmup_cosine", Schedule.Cosine(0.1, 0.001, steps - (steps / 10)).Warmup(steps / 10), transcendental);
        Beside("one_cycle", Schedule.OneCycle(0.1, steps), transcendental);
        Beside("cosine_restarts", Schedule.CosineRestarts(0.1, 0.001, steps / 10.0), transcendental);
        Beside("polynomial", Schedule.Polynomial(0.1, 0.001, steps, 0.9), transcendental);
        Beside("power_law", Schedule.PowerLaw(0.1, steps / 8.0, 0.7), transcendental);
        Beside("step", Schedule.Step(0.1, 0.5, steps / 8), Goal.Lead);
        Beside("multi_step", Schedule.MultiStep(0.1, 0.1, [steps / 2, steps / 4 * 3]), Goal.Lead);
        Beside("square_root", Schedule.SquareRoot(0.1, 0.001, steps), Goal.Lead);
        Beside("inverse_time", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0), Goal.Lead);
        Beside("inverse_square_root", Schedule.InverseSquareRoot(0.1, steps / 8.0), Goal.Lead);

        void Beside(string @case, Func<int, double> schedule, Goal goal) => race.Row(
            @case,
            numpy.Name,
            goal,
            race.Add(@case, steps, () => schedule.Evaluate(0, values)),
            race.Add(new PeerEntrant(numpy.Name, numpy, @case, steps, repeats)));
    }
}
