using System.Runtime.CompilerServices;
using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A triangle from <paramref name="floor"/> up to <paramref name="peak"/> and down again, over and over.</summary>
    /// <param name="floor">The value at step 0 and at the foot of each triangle; finite.</param>
    /// <param name="peak">The value at the top of each triangle while the amplitude is 1; finite.</param>
    /// <param name="upSteps">The length of the way up in steps, 0 or more.</param>
    /// <param name="downSteps">The length of the way down in steps, 0 or more; both together 1 or more.</param>
    /// <param name="amplitude">
    /// The share of the height that is used, a schedule of the step itself; none means 1. Halved in each cycle ("triangular2"):
    /// <c>ExponentialDecay(1, 0.5).PerEpoch(upSteps + downSteps)</c>. Shrinking with each step ("exp_range"): <c>ExponentialDecay(1,
    /// gamma)</c>.
    /// </param>
    /// <returns>A pure function of the step, without an end. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double, a length is negative,
    /// both are 0, or their sum is over 2,147,483,647.</exception>
    /// <exception cref="ArgumentException"><paramref name="amplitude"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>value(step) = floor + (peak - floor)·triangle(step)·amplitude(step)</code>
    /// PyTorch CyclicLR, Paddle CyclicLR. Smith, Cyclical Learning Rates, arXiv:1506.01186. The momentum that swings against it is
    /// <c>Cyclic(maxMomentum, baseMomentum, …)</c>.
    /// </remarks>
    /// <example><code>Schedule.Cyclic(0.1, 0.5, upSteps: 4, downSteps: 4)(4) == 0.5</code></example>
    public static Func<int, double> Cyclic(double floor, double peak, int upSteps, int downSteps, Func<int, double>? amplitude = null)
    {
        floor = Guard.Finite(floor);
        peak = Guard.Finite(peak);
        Guard.Span(floor, peak, nameof(peak));
        Guard.NonNegative(upSteps);
        Guard.NonNegative(downSteps);
        int period = Guard.Sum(upSteps, downSteps, nameof(downSteps));
        if (period == 0)
        {
            throw Guard.Illegal(nameof(downSteps), downSteps, "a whole number, one or more, where upSteps is 0");
        }

        var line = ShapeFormula.Of(Shapes.Linear);
        ScheduleNode cycle = amplitude is null
            ? Triangle(floor, peak)
            : CombineNode<Swing>.Of(new(floor), Triangle(0, peak - floor), Guard.Node(amplitude));
        return cycle.As([floor, peak, upSteps, downSteps, Optional(amplitude, null)]);

        ScheduleNode Triangle(double low, double high)
        {
            ScheduleNode[] sides = [line.CreateRamp(low, high, upSteps), line.CreateRamp(high, low, downSteps)];
            return new RepeatNode(SequenceNode.Of(sides, [upSteps], fromOwnStart: true), period);
        }
    }

    private readonly record struct Swing(double Floor) : IBinaryOperator
    {
        // What underflows from below is made a positive zero.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector>(TVector left, TVector right)
            where TVector : struct, IVector<TVector> =>
            Saturation.Saturated(TVector.FusedMultiplyAdd(left, right, TVector.Create(Floor)) + 0);
    }
}
