using LrMath.Structure;
using MathNet.Numerics.Interpolation;

namespace LrMath.MathNet;

/// <summary>Knots joined by one of MathNet's splines; outside of them the nearest knot is held instead of an extrapolation.</summary>
internal sealed record SplineNode(IInterpolation Spline, double From, double First, double To, double Last) : ScheduleNode(StepByStep)
{
    internal override int? Length => Segment.LengthOf(Segment.StepAt(To));

    internal override double At(int step)
    {
        Guard.Step(step);
        return step <= From ? First
            : step >= To ? Last
            : Spline.Interpolate(step);
    }

    private protected override int FillRun(int first, Span<double> destination) => FillStepByStep(first, destination);
}
