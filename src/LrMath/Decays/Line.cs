using System.Runtime.CompilerServices;
using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A straight line from <paramref name="initial"/> at step 0, <paramref name="change"/> further every <paramref name="every"/>
    /// steps, without an end.</summary>
    /// <param name="initial">The value at step 0; finite.</param>
    /// <param name="change">What is added in <paramref name="every"/> steps, in the unit of the value; finite. Below 0 the line falls,
    /// through zero as well.</param>
    /// <param name="every">The number of steps in which the change is reached, above 0, not necessarily whole.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, <paramref name="every"/> is not above zero, or the change of a
    /// single step is too large for a double.</exception>
    /// <remarks>
    /// <code>value(step) = initial + change·step / every</code>
    /// DeepSpeed's LRRangeTest (as a staircase with <c>PerEpoch</c>), fvcore's LinearParamScheduler beyond its end, pytorch_optimizer's
    /// LinearScheduler. A line that stops at its end is <see cref="Linear"/>.
    /// </remarks>
    /// <example><code>Schedule.Line(1, change: -1, every: 4)(6) == -0.5</code></example>
    public static Func<int, double> Line(double initial, double change, double every = 1)
    {
        initial = Guard.Finite(initial);
        Guard.Result(Guard.Finite(change) / Guard.Positive(every), change, "the change of a single step", nameof(change));
        return new FormulaNode<StraightLine>(new(initial, DoubleDouble.Quotient(change, every))).As([
            initial,
            change,
            Optional(every, 1.0),
        ]);
    }

    /// <summary>The change per step has twice the digits: a product with it is faster than a quotient, and no less exact.</summary>
    private readonly struct StraightLine(double initial, DoubleDouble rate) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> =>
            Saturation.Saturated(TVector.FusedMultiplyAdd(step, rate.High, initial) + (step * rate.Low));
    }
}
