namespace LrMath.Benchmarks;

internal readonly record struct StepByHand(double Initial, double Gamma, int Every) : IHandWritten
{
    public double At(int step) => Initial * Math.Pow(Gamma, step / Every);
}

internal readonly record struct MultiStepByHand(double Initial, double Gamma, int First, int Second) : IHandWritten
{
    public double At(int step) =>
        step < First ? Initial
        : step < Second ? Initial * Gamma
        : Initial * Gamma * Gamma;
}

internal readonly record struct PiecewiseByHand(double First, double Second, double Third, int SecondAt, int ThirdAt) : IHandWritten
{
    public double At(int step) =>
        step < SecondAt ? First
        : step < ThirdAt ? Second
        : Third;
}

/// <summary>Four points, the first of them at step 0.</summary>
internal readonly record struct PathByHand(double Value0, double At1, double Value1, double At2, double Value2, double At3, double Value3)
    : IHandWritten
{
    public double At(int step) =>
        step >= At3 ? Value3
        : step >= At2 ? Value2 + ((Value3 - Value2) * (step - At2) / (At3 - At2))
        : step >= At1 ? Value1 + ((Value2 - Value1) * (step - At1) / (At2 - At1))
        : Value0 + ((Value1 - Value0) * step / At1);
}
