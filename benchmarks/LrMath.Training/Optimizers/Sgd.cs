namespace LrMath.Training;

/// <summary>w ← w - lr(t)·g.</summary>
public sealed class Sgd(Func<int, double> rate)
{
    public void Update(int step, Span<double> weights, ReadOnlySpan<double> gradient)
    {
        double lr = rate(step);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] -= lr * gradient[i];
        }
    }
}
