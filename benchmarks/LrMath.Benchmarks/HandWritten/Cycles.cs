namespace LrMath.Benchmarks;

internal readonly record struct CyclicByHand(double Floor, double Peak, int Up, int Down) : IHandWritten
{
    public double At(int step)
    {
        int at = step % (Up + Down);
        return Floor + ((Peak - Floor) * (at < Up ? (double)at / Up : (double)(Up + Down - at) / Down));
    }
}

internal readonly record struct CosineWaveByHand(double Start, double End, double HalfPeriod) : IHandWritten
{
    public double At(int step) => End + (0.5 * (Start - End) * (1 + Math.Cos(Math.PI * step / HalfPeriod)));
}

internal readonly record struct CosineRestartsByHand(double Peak, double Floor, int Period) : IHandWritten
{
    public double At(int step) => Floor + (0.5 * (Peak - Floor) * (1 + Math.Cos(Math.PI * (step % Period) / Period)));
}
