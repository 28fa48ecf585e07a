using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="initial"/> at step 0 towards <paramref name="limit"/>, the distance shrinking by the same factor in
    /// each step, without an end.</summary>
    /// <param name="initial">The value at step 0; finite.</param>
    /// <param name="limit">The value that is approached; finite, and within <see cref="double.MaxValue"/> of the first one.</param>
    /// <param name="timescale">The number of steps in which the distance shrinks to 1/e of itself, above 0, not necessarily whole.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double, or
    /// <paramref name="timescale"/> is not above zero or so small that its inverse overflows.</exception>
    /// <remarks>
    /// <code>value(step) = limit + (initial - limit)·e^(-step / timescale)</code>
    /// As a factor from 0 to 1, one step on, it is the exponential warm-up of pytorch_warmup (Ma and Yarats, arXiv:1910.04209):
    /// <c>lr.Chain(Schedule.ExponentialApproach(0, 1, timescale).Shift(1))</c>; untuned, its timescale is 1 / (1 - beta2). Down to 0 it is
    /// <see cref="ExponentialDecay"/>; in a given number of steps, a ramp with <see cref="Shapes.Saturating"/>.
    /// </remarks>
    /// <example><code>Schedule.ExponentialApproach(0, 1, timescale: 100)(100) // 1 - 1/e = 0.632…</code></example>
    public static Func<int, double> ExponentialApproach(double initial, double limit, double timescale)
    {
        initial = Guard.Finite(initial);
        limit = Guard.Finite(limit);
        Guard.Span(initial, limit, nameof(limit));
        Guard.Invertible(timescale);
        DoubleDouble rate = new DoubleDouble(-Polynomials.Log2OfE, -Polynomials.Log2OfELow) / new DoubleDouble(timescale, 0);

        // The first half-life is counted from the start, what comes after it from the limit: neither end loses digits.
        double half = Math.Ceiling(timescale * Polynomials.Ln2);
        ScheduleNode fromStart = new FormulaNode<FromStart>(new(initial, limit - initial, rate));
        ScheduleNode fromLimit = new FormulaNode<FromLimit>(new(limit, initial - limit, rate));
        ScheduleNode node = half > int.MaxValue ? fromStart : SequenceNode.Of([fromStart, fromLimit], [(int)half], fromOwnStart: false);
        return node.As([initial, limit, timescale]);
    }

    private readonly struct FromStart(double initial, double way, DoubleDouble rate) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(Polynomials.PowerMinus1(step, rate), -way, initial);
    }

    private readonly struct FromLimit(double limit, double distance, DoubleDouble rate) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector>
        {
            TVector reached = TVector.MaxNative(Polynomials.LeastExponent, step * rate.High);
            TVector rest = (step * rate.Low) + TVector.FusedMultiplyAdd(step, rate.High, -reached);
            TVector remaining = Polynomials.Exp2(reached, TVector.MaxNative(-1, TVector.MinNative(1, rest)));
            return TVector.FusedMultiplyAdd(remaining, distance, limit);
        }
    }
}
