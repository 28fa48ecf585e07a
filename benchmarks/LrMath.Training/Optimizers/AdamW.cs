namespace LrMath.Training;

/// <summary>
/// w ← w·(1 - lr(t)·λ(t)), then Adam's step: the decay is scheduled like any other value and does not pass through the moments.
/// Loshchilov and Hutter, 2019.
/// </summary>
public sealed class AdamW(int size, Func<int, double> rate, Func<int, double> weightDecay)
{
    private readonly Adam adam = new(size, rate);

    public void Update(int step, Span<double> weights, ReadOnlySpan<double> gradient)
    {
        double keep = 1 - rate(step) * weightDecay(step);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] *= keep;
        }

        adam.Update(step, weights, gradient);
    }
}
