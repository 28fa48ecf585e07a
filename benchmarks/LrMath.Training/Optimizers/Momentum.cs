namespace LrMath.Training;

/// <summary>
/// v ← μ(t)·v + g; w ← w - lr(t)·v, or with Nesterov's look ahead w ← w - lr(t)·(g + μ(t)·v). The form of PyTorch, in which the rate
/// is outside the velocity, so that a schedule acts at once.
/// </summary>
public sealed class Momentum(int size, Func<int, double> rate, Func<int, double> momentum, bool nesterov = false)
{
    private readonly double[] velocity = new double[size];

    public void Update(int step, Span<double> weights, ReadOnlySpan<double> gradient)
    {
        double lr = rate(step);
        double mu = momentum(step);
        for (int i = 0; i < weights.Length; i++)
        {
            double v = velocity[i] = mu * velocity[i] + gradient[i];
            weights[i] -= lr * (nesterov ? gradient[i] + mu * v : v);
        }
    }
}
