namespace LrMath.Training;

/// <summary>
/// m ← β₁m + (1-β₁)g; v ← β₂v + (1-β₂)g²; w ← w - lr(t)·m̂ / (√v̂ + ε) with m̂ = m / (1-β₁ᵗ⁺¹), v̂ = v / (1-β₂ᵗ⁺¹). Kingma and Ba, 2015.
/// </summary>
public sealed class Adam(int size, Func<int, double> rate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
{
    private readonly double[] mean = new double[size];
    private readonly double[] square = new double[size];
    private double remaining1 = 1;
    private double remaining2 = 1;

    public void Update(int step, Span<double> weights, ReadOnlySpan<double> gradient)
    {
        double lr = rate(step);
        remaining1 *= beta1;
        remaining2 *= beta2;
        for (int i = 0; i < weights.Length; i++)
        {
            double g = gradient[i];
            double m = mean[i] = beta1 * mean[i] + (1 - beta1) * g;
            double v = square[i] = beta2 * square[i] + (1 - beta2) * g * g;
            weights[i] -= lr * (m / (1 - remaining1)) / (Math.Sqrt(v / (1 - remaining2)) + epsilon);
        }
    }
}
