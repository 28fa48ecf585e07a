namespace LrMath.Benchmarks;

internal readonly record struct WarmupCosineByHand(double Peak, double End, int WarmupSteps, int Steps) : IHandWritten
{
    public double At(int step) =>
        step < WarmupSteps ? Peak * step / WarmupSteps
        : step >= Steps ? End
        : End + (0.5 * (Peak - End) * (1 + Math.Cos(Math.PI * (step - WarmupSteps) / (Steps - WarmupSteps))));
}

/// <summary>The top may lie between two steps; the end is reached in the last of them.</summary>
internal readonly record struct OneCycleByHand(double Start, double Peak, double End, double Top, int Last) : IHandWritten
{
    public double At(int step) =>
        step >= Last ? End
        : step < Top ? Start + (0.5 * (Peak - Start) * (1 - Math.Cos(Math.PI * step / Top)))
        : End + (0.5 * (Peak - End) * (1 + Math.Cos(Math.PI * (step - Top) / (Last - Top))));
}

internal readonly record struct WarmupStableDecayByHand(double Peak, int Warmup, int Stable, int Decay) : IHandWritten
{
    public double At(int step) =>
        step < Warmup ? Peak * step / Warmup
        : step < Warmup + Stable ? Peak
        : step < Warmup + Stable + Decay ? Peak * (Warmup + Stable + Decay - step) / Decay
        : 0;
}
