using System.Runtime.CompilerServices;
using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A cosine that never stops: from <paramref name="start"/> to <paramref name="end"/>, back again in as many steps, and so
    /// on.</summary>
    /// <param name="start">The value at step 0 and at every even turn; finite.</param>
    /// <param name="end">The value at every odd turn; finite.</param>
    /// <param name="halfPeriod">The length of one way in steps, from turn to turn; 1e-6 or more, not necessarily whole. Below 1 a step
    /// passes more than one turn.</param>
    /// <returns>A pure function of the step, without an end. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or out of its range.</exception>
    /// <remarks>
    /// <code>value(step) = end + (start - end)·(1 + cos(π·step / halfPeriod)) / 2</code>
    /// PyTorch CosineAnnealingLR (T_max), Transformers' cosine (num_cycles), Paddle CosineAnnealingDecay: what a cosine does that is not
    /// held at its end. Counted from the nearest turn, whose position is kept with twice the digits: a turn at a whole step is exact, and
    /// the wave is as accurate at step 2,000,000,000 as at the first. Held at the end, it is <see cref="Cosine"/>; with a jump back to the
    /// start, <see cref="CosineRestarts"/>.
    /// </remarks>
    /// <example><code>Schedule.CosineWave(1, 0, halfPeriod: 2.5)(5) == 1</code></example>
    public static Func<int, double> CosineWave(double start, double end, double halfPeriod)
    {
        start = Guard.Finite(start);
        end = Guard.Finite(end);
        Guard.Span(start, end, nameof(end));
        return new FormulaNode<Wave>(new(start, end, Guard.AtLeast(halfPeriod, ShortestHalfPeriod))).As([start, end, halfPeriod]);
    }

    // With shorter ones, the number of the last turn would not be an exact integer.
    private const double ShortestHalfPeriod = 1e-6;

    /// <summary>A squared sine of the distance from the nearest turn, which a fused product gives exactly.</summary>
    private readonly struct Wave(double start, double end, double halfPeriod) : IFormula
    {
        private readonly double inverse = 1 / halfPeriod;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector>
        {
            TVector turn = Polynomials.Round(step * inverse);
            TVector distance = TVector.FusedMultiplyAdd(turn, -halfPeriod, step);

            // Where the number of turns has nearly as many digits as a double, the first guess may be the turn next to the nearest one.
            if (halfPeriod < 1)
            {
                TVector correction = Polynomials.Round(distance * inverse);
                turn += correction;
                distance -= correction * halfPeriod;
            }

            TVector half = turn * 0.5;
            TVector rest = half - Polynomials.Round(half);
            TVector isOdd = rest * rest * 4;
            TVector isEven = 1 - isOdd;
            TVector nearest = (isEven * start) + (isOdd * end);
            TVector change = (isEven - isOdd) * (end - start);
            return TVector.FusedMultiplyAdd(Polynomials.SineSquaredOfHalfPi(distance * inverse), change, nearest);
        }
    }
}
