namespace LrMath.Tests.Golden;

/// <summary>
/// TensorFlow Addons, in LrMath's words: triangles of any length, whose height is a schedule of the cycle (counted from 1) or of the step.
/// </summary>
internal sealed class TensorFlowAddonsRecords : RecordMap
{
    public TensorFlowAddonsRecords()
        : base("tensorflow_addons")
    {
        Rate(
            "CyclicalLearningRate",
            a =>
                Cycles(a, a.Choice("scale_fn", ("none", Schedule.Constant(1)), ("half", Halves), ("inverse", Schedule.InverseTime(1, 0.1))))
        );
        Rate("TriangularCyclicalLearningRate", a => Cycles(a, Schedule.Constant(1)));
        Rate("Triangular2CyclicalLearningRate", a => Cycles(a, Halves));
        Rate("ExponentialCyclicalLearningRate", a => Cycles(a, Schedule.ExponentialDecay(1, a.Number("gamma"))));
    }

    private static Func<int, double> Halves => Schedule.ExponentialDecay(2, 0.5);

    private static Func<int, double> Cycles(Arguments a, Func<int, double> height)
    {
        (double low, double high) = (a.Number("initial_learning_rate"), a.Number("maximal_learning_rate"));
        double cycle = 2 * a.Number("step_size");
        Func<int, double> scale = a.Choice("scale_mode", ("cycle", height.Shift(1).PerEpoch(cycle)), ("iterations", height));
        return Schedule.Restarts(0, 1, cycle, UpAndDown).Chain(scale).Scale(high - low).Offset(low);
    }

    private static double UpAndDown(double start, double end, double p) => start + ((end - start) * (1 - Math.Abs((2 * p) - 1)));
}
