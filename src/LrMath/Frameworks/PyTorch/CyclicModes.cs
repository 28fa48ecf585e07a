using LrMath.Structure;

namespace LrMath.Frameworks;

/// <summary>The modes of PyTorch's <c>CyclicLR</c>, and its <c>scale_fn</c>. Any function of the same form is a mode too.</summary>
public static class CyclicModes
{
    /// <summary><c>triangular</c>: all cycles have the full height.</summary>
    public static CyclicMode Triangular { get; } = (_, _) => null;

    /// <summary><c>triangular2</c>: each cycle is half as high as the one before.</summary>
    public static CyclicMode Triangular2 { get; } = (cycleSteps, _) => Schedule.Step(1, 0.5, cycleSteps);

    /// <summary><c>exp_range</c>: the height is <c>gamma^step</c>, shrinking within a cycle as well.</summary>
    public static CyclicMode ExpRange { get; } = (_, gamma) => Schedule.ExponentialDecay(1, gamma);

    /// <summary>A <c>scale_fn</c> with <c>scale_mode="cycle"</c>, PyTorch's default: the height is a function of the cycle.</summary>
    /// <param name="scaleFn">Evaluated at the number of the cycle, which PyTorch counts from 1.</param>
    /// <exception cref="ArgumentException"><paramref name="scaleFn"/> is null or two functions in one.</exception>
    /// <example><code>PyTorch.CyclicLR(0.01, 0.1, mode: CyclicModes.PerCycle(cycle => 1.0 / cycle))</code></example>
    public static CyclicMode PerCycle(Func<int, double> scaleFn)
    {
        Guard.Schedule(scaleFn);
        return (cycleSteps, _) => scaleFn.Shift(1).PerEpoch(cycleSteps);
    }

    /// <summary>A <c>scale_fn</c> with <c>scale_mode="iterations"</c>: the height is a schedule like any other.</summary>
    /// <param name="scaleFn">Evaluated at the step itself, from the start of the run (not, as PyTorch's documentation has it, of the
    /// cycle).</param>
    /// <exception cref="ArgumentException"><paramref name="scaleFn"/> is null or two functions in one.</exception>
    /// <example><code>PyTorch.CyclicLR(0.01, 0.1, mode: CyclicModes.PerIteration(Schedule.Cosine(1, 0, 10_000)))</code></example>
    public static CyclicMode PerIteration(Func<int, double> scaleFn)
    {
        Guard.Schedule(scaleFn);
        return (_, _) => scaleFn;
    }
}
