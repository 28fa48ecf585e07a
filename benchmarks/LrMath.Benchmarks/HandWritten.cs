using System.Runtime.CompilerServices;

namespace LrMath.Benchmarks;

/// <summary>A formula as a user would write it, with the end held.</summary>
internal interface IHandWritten
{
    double At(int step);
}

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

internal readonly record struct ConstantByHand(double Value) : IHandWritten
{
    public double At(int step) => Value;
}

internal readonly record struct ExponentialDecayByHand(double Initial, double Gamma, double Every) : IHandWritten
{
    public double At(int step) => Initial * Math.Pow(Gamma, step / Every);
}

internal readonly record struct StepByHand(double Initial, double Gamma, int Every) : IHandWritten
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

internal readonly record struct CosineRestartsByHand(double Peak, double Floor, int Period) : IHandWritten
{
    public double At(int step) => Floor + (0.5 * (Peak - Floor) * (1 + Math.Cos(Math.PI * (step % Period) / Period)));
}

internal readonly record struct WarmupCosineByHand(double Peak, double End, int WarmupSteps, int Steps) : IHandWritten
{
    public double At(int step) =>
        step < WarmupSteps ? Peak * step / WarmupSteps
        : step >= Steps ? End
        : End + (0.5 * (Peak - End) * (1 + Math.Cos(Math.PI * (step - WarmupSteps) / (Steps - WarmupSteps))));
}

/// <summary>A builder of ours beside the formula by hand: as a lambda for one step, as a loop for a range.</summary>
internal sealed record HandWritten(string Name, Func<int, double> Ours, Func<int, double> Lambda, Action<double[]> Loop)
{
    public static IReadOnlyList<HandWritten> All(int steps) =>
    [
        Beside("Constant", Schedule.Constant(0.1), new ConstantByHand(0.1)),
        Beside("Linear", Schedule.Linear(0.1, 0.001, steps), new LinearByHand(0.1, 0.001, steps)),
        Beside("Cosine", Schedule.Cosine(0.1, 0.001, steps), new CosineByHand(0.1, 0.001, steps)),
        Beside("Exponential", Schedule.Exponential(0.1, 0.001, steps), new ExponentialByHand(0.1, 0.001, steps)),
        Beside(
            "ExponentialDecay",
            Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0),
            new ExponentialDecayByHand(0.1, 0.5, steps / 8.0)),
        Beside("Step", Schedule.Step(0.1, 0.5, steps / 8), new StepByHand(0.1, 0.5, steps / 8)),
        Beside("CosineRestarts", Schedule.CosineRestarts(0.1, 0.001, steps / 10), new CosineRestartsByHand(0.1, 0.001, steps / 10)),
        Beside("SquareRoot", Schedule.SquareRoot(0.1, 0.001, steps), new SquareRootByHand(0.1, 0.001, steps)),
        Beside("Polynomial, power 0.9", Schedule.Polynomial(0.1, 0.001, steps, 0.9), new PolynomialByHand(0.1, 0.001, steps, 0.9)),
        Beside("InverseTime", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0), new InverseTimeByHand(0.1, 0.5, steps / 8.0)),
        Beside("InverseSquareRoot", Schedule.InverseSquareRoot(0.1, steps / 8.0), new InverseSquareRootByHand(0.1, steps / 8.0)),
        Beside("PowerLaw, power 0.7", Schedule.PowerLaw(0.1, steps / 8.0, 0.7), new PowerLawByHand(0.1, steps / 8.0, 0.7)),
        Beside(
            "Warmup + Cosine",
            Schedule.Cosine(0.1, 0.001, steps - (steps / 10)).Warmup(steps / 10),
            new WarmupCosineByHand(0.1, 0.001, steps / 10, steps)),
    ];

    private static HandWritten Beside<TFormula>(string name, Func<int, double> ours, TFormula formula)
        where TFormula : struct, IHandWritten => new(name, ours, step => formula.At(step), values => Fill(formula, values));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill<TFormula>(TFormula formula, double[] values)
        where TFormula : struct, IHandWritten
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = formula.At(i);
        }
    }
}
