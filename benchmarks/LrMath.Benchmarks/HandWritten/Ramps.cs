namespace LrMath.Benchmarks;

internal readonly record struct LinearByHand(double Start, double End, int Steps) : IHandWritten
{
    public double At(int step) => step >= Steps ? End : Start + ((End - Start) * step / Steps);
}

internal readonly record struct CosineByHand(double Start, double End, int Steps) : IHandWritten
{
    public double At(int step) => step >= Steps ? End : End + (0.5 * (Start - End) * (1 + Math.Cos(Math.PI * step / Steps)));
}

internal readonly record struct ExponentialByHand(double Start, double End, int Steps) : IHandWritten
{
    public double At(int step) => step >= Steps ? End : Start * Math.Pow(End / Start, (double)step / Steps);
}

internal readonly record struct SquareRootByHand(double Start, double End, int Steps) : IHandWritten
{
    public double At(int step) => step >= Steps ? End : Start + ((End - Start) * Math.Sqrt((double)step / Steps));
}

internal readonly record struct PolynomialByHand(double Start, double End, int Steps, double Power) : IHandWritten
{
    public double At(int step) => step >= Steps ? End : End + ((Start - End) * Math.Pow(1 - ((double)step / Steps), Power));
}
