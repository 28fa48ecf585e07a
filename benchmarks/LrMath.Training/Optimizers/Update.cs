namespace LrMath.Training;

/// <summary>One update of one group of weights; <paramref name="step"/> counts from 0.</summary>
public delegate void Update(int step, Span<double> weights, ReadOnlySpan<double> gradient);
