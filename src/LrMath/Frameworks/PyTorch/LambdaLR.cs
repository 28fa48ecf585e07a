using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>LambdaLR</c>: the rate times a function of the step.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="lrLambda">The factor at each step; a schedule is such a function.</param>
    /// <returns>A pure function of the step, if yours is. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseRate"/> is not finite.</exception>
    /// <exception cref="ArgumentException"><paramref name="lrLambda"/> is null or two functions in one.</exception>
    /// <remarks><code>rate(step) = baseRate·lrLambda(step)</code>The verb <c>Scale</c>, seen from the other side.</remarks>
    /// <example><code>PyTorch.LambdaLR(0.1, epoch => 1.0 / (1 + epoch))(1) == 0.05</code></example>
    public static Func<int, double> LambdaLR(double baseRate, Func<int, double> lrLambda) =>
        Guard.Schedule(lrLambda).Scale(Guard.Finite(baseRate));

    /// <summary>PyTorch's <c>LambdaLR</c> with a function of its own for each parameter group.</summary>
    /// <param name="baseRates">For each group, the optimizer's rate; finite.</param>
    /// <param name="lrLambda">For each group, the factor at each step.</param>
    /// <returns>One schedule per group.</returns>
    /// <exception cref="ArgumentException">A list or function is null, a list is empty, or they are not of one length.</exception>
    public static IReadOnlyList<Func<int, double>> LambdaLR(IReadOnlyList<double> baseRates, IReadOnlyList<Func<int, double>> lrLambda)
    {
        double[] rates = Guard.Numbers(baseRates);
        Func<int, double>[] lambdas = Guard.Schedules(lrLambda);
        Guard.Count(lambdas.Length, rates.Length, "one for each parameter group", nameof(lrLambda));
        return [.. rates.Zip(lambdas, LambdaLR)];
    }
}
