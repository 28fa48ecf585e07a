using System.Runtime.CompilerServices;

namespace LrMath.Benchmarks;

/// <summary>A builder of ours beside the formula by hand: as a lambda for one step, as a loop for a range.</summary>
internal sealed record HandWritten(string Name, Func<int, double> Ours, Func<int, double> Lambda, Action<double[]> Loop)
{
    /// <summary>The verbs that the builder is made of, where it is judged as such.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>Whether the loop by hand calls a library routine for each value: a cosine, a power or an exponential.</summary>
    public bool IsTranscendental =>
        Name.StartsWith("Cosine", StringComparison.Ordinal)
        || Name.StartsWith("Exponential", StringComparison.Ordinal)
        || Name.StartsWith("Polynomial", StringComparison.Ordinal)
        || Name.StartsWith("PowerLaw", StringComparison.Ordinal)
        || Name.StartsWith("OneCycle", StringComparison.Ordinal)
        || Name.StartsWith("Warmup", StringComparison.Ordinal);

    public static IReadOnlyList<HandWritten> All(int steps) =>
        [
            Beside("Constant", Schedule.Constant(0.1), new ConstantByHand(0.1)),
            Beside("Linear", Schedule.Linear(0.1, 0.001, steps), new LinearByHand(0.1, 0.001, steps)),
            Beside("Cosine", Schedule.Cosine(0.1, 0.001, steps), new CosineByHand(0.1, 0.001, steps)),
            Beside("Exponential", Schedule.Exponential(0.1, 0.001, steps), new ExponentialByHand(0.1, 0.001, steps)),
            Beside(
                "ExponentialDecay",
                Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0),
                new ExponentialDecayByHand(0.1, 0.5, steps / 8.0)
            ),
            Beside("Step", Schedule.Step(0.1, 0.5, steps / 8), new StepByHand(0.1, 0.5, steps / 8)),
            Beside(
                "MultiStep",
                Schedule.MultiStep(0.1, 0.1, [steps / 2, steps / 4 * 3]),
                new MultiStepByHand(0.1, 0.1, steps / 2, steps / 4 * 3)
            ),
            Beside(
                "Piecewise",
                Schedule.Piecewise([0.1, 0.03, 0.01], [steps / 3, steps / 2]),
                new PiecewiseByHand(0.1, 0.03, 0.01, steps / 3, steps / 2)
            ),
            Beside(
                "Path, linear",
                Schedule.Path([(0, 0.01), (steps * 0.3, 0.1), (steps * 0.6, 0.05), (steps - 1, 0)]),
                new PathByHand(0.01, steps * 0.3, 0.1, steps * 0.6, 0.05, steps - 1, 0)
            ),
            Beside("Cyclic", Schedule.Cyclic(0.001, 0.1, steps / 16, steps / 16), new CyclicByHand(0.001, 0.1, steps / 16, steps / 16)) with
            {
                Verbs = ["Then", "Repeat"],
            },
            Beside("CosineWave", Schedule.CosineWave(0.1, 0.001, steps / 10.0), new CosineWaveByHand(0.1, 0.001, steps / 10.0)),
            Beside("CosineRestarts", Schedule.CosineRestarts(0.1, 0.001, steps / 10), new CosineRestartsByHand(0.1, 0.001, steps / 10)),
            Beside("SquareRoot", Schedule.SquareRoot(0.1, 0.001, steps), new SquareRootByHand(0.1, 0.001, steps)),
            Beside("Polynomial, power 0.9", Schedule.Polynomial(0.1, 0.001, steps, 0.9), new PolynomialByHand(0.1, 0.001, steps, 0.9)),
            Beside("InverseTime", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0), new InverseTimeByHand(0.1, 0.5, steps / 8.0)),
            Beside("InverseSquareRoot", Schedule.InverseSquareRoot(0.1, steps / 8.0), new InverseSquareRootByHand(0.1, steps / 8.0)),
            Beside("PowerLaw, power 0.7", Schedule.PowerLaw(0.1, steps / 8.0, 0.7), new PowerLawByHand(0.1, steps / 8.0, 0.7)),
            Beside("Noam", Schedule.Noam(512, steps / 8), new NoamByHand(1 / Math.Sqrt(512), Math.Pow(steps / 8, -1.5))),
            Beside(
                "Warmup + Cosine",
                Schedule.Cosine(0.1, 0.001, steps - (steps / 10)).Warmup(steps / 10),
                new WarmupCosineByHand(0.1, 0.001, steps / 10, steps)
            ),
            Beside("OneCycle", Schedule.OneCycle(0.1, steps), new OneCycleByHand(0.004, 0.1, 4e-7, (0.3 * steps) - 1, steps - 1)),
            Beside(
                "WarmupStableDecay",
                Schedule.WarmupStableDecay(0.1, steps / 10, steps / 2, steps / 10 * 4),
                new WarmupStableDecayByHand(0.1, steps / 10, steps / 2, steps / 10 * 4)
            ),
        ];

    private static HandWritten Beside<TFormula>(string name, Func<int, double> ours, TFormula formula)
        where TFormula : struct, IHandWritten => new(name, ours, step => formula.At(step), values => Fill(formula, values));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill<TFormula>(TFormula formula, double[] values)
        where TFormula : struct, IHandWritten
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = formula.At(i);
        }
    }
}
