namespace LrMath.Benchmarks;

internal readonly record struct ConstantByHand(double Value) : IHandWritten
{
    public double At(int step) => Value;
}

internal readonly record struct ExponentialDecayByHand(double Initial, double Gamma, double Every) : IHandWritten
{
    public double At(int step) => Initial * Math.Pow(Gamma, step / Every);
}

internal readonly record struct InverseTimeByHand(double Initial, double Rate, double Every) : IHandWritten
{
    public double At(int step) => Initial / (1 + (Rate * step / Every));
}

internal readonly record struct InverseSquareRootByHand(double Initial, double Timescale) : IHandWritten
{
    public double At(int step) => Initial / Math.Sqrt(1 + (step / Timescale));
}

internal readonly record struct PowerLawByHand(double Initial, double Timescale, double Power) : IHandWritten
{
    public double At(int step) => Initial * Math.Pow(1 + (step / Timescale), -Power);
}

/// <summary>The factor is <c>1 / √modelSize</c>, the slope <c>warmup^-1.5</c>; updates count from 1.</summary>
internal readonly record struct NoamByHand(double Factor, double Slope) : IHandWritten
{
    public double At(int step)
    {
        double update = step + 1.0;
        return Factor * Math.Min(1 / Math.Sqrt(update), update * Slope);
    }
}
