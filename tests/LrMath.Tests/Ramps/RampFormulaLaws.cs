using FsCheck;
using FsCheck.Xunit;
using Xunit;
using static LrMath.Tests.Support.ClosedForm;

namespace LrMath.Tests.Ramps;

/// <summary>Each ramp against the formula of its documentation, written the textbook's way and therefore a little less exact.</summary>
public class RampFormulaLaws
{
    [Property]
    public Property Linear() => Ramp((a, b, p) => a + ((b - a) * p), Schedule.Linear);

    [Property]
    public Property Cosine() => Ramp((a, b, p) => b + ((a - b) * (1 + Math.Cos(Math.PI * p)) / 2), Schedule.Cosine);

    [Property]
    public Property Exponential() => Ramp((a, b, p) => a * Math.Pow(b / a, p), Schedule.Exponential);

    [Property]
    public Property SquareRoot() => Ramp((a, b, p) => a + ((b - a) * Math.Sqrt(p)), Schedule.SquareRoot);

    [Property]
    public Property Hold() => Ramp((a, b, p) => p < 1 ? a : b, Schedule.Hold);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(4.13)]
    public void Polynomial_and_its_mirror_Power(double power)
    {
        RampHolds((a, b, p) => b + ((a - b) * Math.Pow(1 - p, power)), (a, b, n) => Schedule.Polynomial(a, b, n, power));
        RampHolds((a, b, p) => a + ((b - a) * Math.Pow(p, power)), (a, b, n) => Schedule.Ramp(a, b, n, Shapes.Power(power)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    [InlineData(3.3)]
    public void CosinePower(double power) =>
        RampHolds(
            (a, b, p) => b + ((a - b) * Math.Pow((1 + Math.Cos(Math.PI * p)) / 2, power)),
            (a, b, n) => Schedule.Ramp(a, b, n, Shapes.CosinePower(power))
        );
}
