using System.Globalization;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Late steps and late restarts beside the first ones.</summary>
internal static class FlatnessRows
{
    private const int Calls = 4096;
    private const double Flat = 1.25;
    private static readonly int[] LateSteps = [1_000_000, 2_000_000_000];

    public static void Add(Race race, Buffers buffers)
    {
        double[] values = buffers.Doubles;
        int length = values.Length;
        Subject[] endless =
        [
            new("Constant", Schedule.Constant(0.1)),
            new("Linear", Schedule.Linear(0.1, 0.001, int.MaxValue)),
            new("Cosine", Schedule.Cosine(0.1, 0.001, int.MaxValue)),
            new("CosineWave", Schedule.CosineWave(0.1, 0.001, 500)),
            new("Polynomial, power 2", Schedule.Polynomial(0.1, 0.001, int.MaxValue, 2)),
            new("Polynomial, power 0.9, begun before", Schedule.Path([(-1e9, 0.1), (int.MaxValue, 0.001)], Shapes.Polynomial(0.9))),
            new("Exponential", Schedule.Exponential(0.1, 0.001, int.MaxValue)),
            new("ExponentialDecay", Schedule.ExponentialDecay(0.1, 0.5, every: 1e8)),
            new("Step", Schedule.Step(0.1, 0.9999, 1000)),
            new("InverseTime", Schedule.InverseTime(0.1, 0.5, every: 1000)),
            new("PowerLaw, power 0.7", Schedule.PowerLaw(0.1, 1000, 0.7)),
            new("Cyclic", Schedule.Cyclic(0.001, 0.1, 500, 500)),
            new("CosineRestarts", Schedule.CosineRestarts(0.1, 0.001, 1000)),
            new("CosineRestarts, growing", Schedule.CosineRestarts(0.1, 0.001, 1000, periodFactor: 1.5)),
            new("Warmup + Exponential", Schedule.ExponentialDecay(0.1, 0.5, every: 1e8).Warmup(500)),
        ];

        race.Group("A late step beside the first steps, shuffled within 4,096, per call");
        foreach (Subject subject in endless)
        {
            Late(subject.Name, first => Steps.Add(race, subject.Name, subject.Schedule, StepOrders.Shuffled(first, Calls, Calls)));
        }

        race.Group(string.Create(CultureInfo.InvariantCulture, $"A late range of {length:N0} doubles beside the first, per value"));
        foreach (Subject subject in endless)
        {
            Late(subject.Name, first => race.Add(subject.Name, length, () => subject.Schedule.Evaluate(first, values)));
        }

        // Periods of 1000, 1000.1, 1000.2 …: the 10,000th restart is found among as many as there are, not computed.
        const double Factor = 1.0001;
        const int Restart = 10_000;
        int late = (int)(1000 * (Math.Pow(Factor, Restart) - 1) / (Factor - 1));
        Func<int, double> growing = Schedule.CosineRestarts(0.1, 0.001, 1000, Factor);
        Func<int, double> equal = Schedule.CosineRestarts(0.1, 0.001, 1000);
        race.Group("Restart 10,000 beside restart 1, shuffled steps within one cycle, per call");
        race.Row("equal periods", "restart 1", Goal.AtMost(Flat), Cycle(equal, 1000 * Restart), Cycle(equal, 1000));
        race.Row("growing periods", "restart 1", Goal.AtMost(Flat), Cycle(growing, late), Cycle(growing, 1000));

        void Late(string name, Func<int, Entrant> from)
        {
            Entrant begin = from(0);
            foreach (int first in LateSteps)
            {
                race.Row(
                    string.Create(CultureInfo.InvariantCulture, $"{name}, from {first:N0}"),
                    "from 0",
                    Goal.AtMost(Flat),
                    from(first),
                    begin
                );
            }
        }

        Entrant Cycle(Func<int, double> schedule, int first) => Steps.Add(race, "cycle", schedule, StepOrders.Shuffled(first, 1000, Calls));
    }
}
