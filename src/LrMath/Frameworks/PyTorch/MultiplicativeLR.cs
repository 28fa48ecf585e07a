using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>MultiplicativeLR</c>: each step multiplies the rate by a function of the step.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="lrLambda">The factor from step - 1 to step; evaluated at steps from 1 on, as in PyTorch.</param>
    /// <param name="horizon">The last step whose rate is computed now and kept, 0 or more; 0 keeps none.</param>
    /// <returns>A pure function of the step, if yours is. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseRate"/> is not finite, or <paramref name="horizon"/> is negative
    /// or more than a table can hold.</exception>
    /// <exception cref="ArgumentException"><paramref name="lrLambda"/> is null or two functions in one.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·lrLambda(1)·lrLambda(2)·…·lrLambda(step)</code>
    /// <para>There is no closed form: a rate costs <c>step</c> calls of <paramref name="lrLambda"/>, and a range of n steps costs its last
    /// step, not n times that. With a horizon of the length of the run, the products are computed once (8 bytes a step) and a rate costs
    /// one look into a table; a step beyond it goes on from there. The horizon changes no bit of any rate, as long as your function is
    /// pure.</para>
    /// <para>If you know the product, <see cref="LambdaLR(double, Func{int, double})"/> with it costs nothing; a constant factor is
    /// <see cref="ExponentialLR"/>.</para>
    /// </remarks>
    /// <example><code>PyTorch.MultiplicativeLR(0.1, epoch => epoch / (1.0 + epoch), horizon: 100)(1) == 0.05</code></example>
    public static Func<int, double> MultiplicativeLR(double baseRate, Func<int, double> lrLambda, int horizon = 0)
    {
        Guard.NonNegative(horizon);
        Guard.AtMost(horizon, Array.MaxLength - 1, "as many rates as a table can hold");
        return (
            new RunningProductNode(Guard.Finite(baseRate), Guard.Schedule(lrLambda), horizon) with
            {
                Call = new Call(null, nameof(MultiplicativeLR), [baseRate, lrLambda, Calls.Optional(horizon, 0)], nameof(PyTorch)),
            }
        ).At;
    }

    /// <summary>PyTorch's <c>MultiplicativeLR</c> with a function of its own for each parameter group.</summary>
    /// <param name="baseRates">For each group, the optimizer's rate; finite.</param>
    /// <param name="lrLambda">For each group, the factor from step - 1 to step.</param>
    /// <param name="horizon">The last step whose rate is computed now and kept, 0 or more; 0 keeps none.</param>
    /// <returns>One schedule per group.</returns>
    /// <exception cref="ArgumentException">A list or function is null, a list is empty, they are not of one length, or
    /// <paramref name="horizon"/> is negative.</exception>
    public static IReadOnlyList<Func<int, double>> MultiplicativeLR(
        IReadOnlyList<double> baseRates,
        IReadOnlyList<Func<int, double>> lrLambda,
        int horizon = 0
    )
    {
        double[] rates = Guard.Numbers(baseRates);
        Func<int, double>[] lambdas = Guard.Schedules(lrLambda);
        Guard.Count(lambdas.Length, rates.Length, "one for each parameter group", nameof(lrLambda));
        return [.. rates.Zip(lambdas, (rate, lambda) => MultiplicativeLR(rate, lambda, horizon))];
    }
}
