using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A factor that rises from little at step 0 towards 1, without an end: how far Adam's second moment is to be trusted.</summary>
    /// <param name="beta2">The decay of Adam's second moment, dimensionless, above 0.6 and below 1; 0.999 is common.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta2"/> is not above 0.6 and below 1.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = √((ρ - 4)(ρ - 2)·ρ∞ / ((ρ∞ - 4)(ρ∞ - 2)·ρ)) with ρ = ρ∞ - 2n·beta2^n / (1 - beta2^n), ρ∞ = 2 / (1 - beta2) - 1
    /// n = step + the first n whose ρ is above 4
    /// </code>
    /// Multiply it with a rate: <c>lr.Chain(Schedule.Rectified(0.999))</c> is pytorch_warmup's RAdamWarmup. Liu et al., On the Variance of
    /// the Adaptive Learning Rate and Beyond, arXiv:1908.03265. Simpler and as good (Ma and Yarats, arXiv:1910.04209): a straight line
    /// <c>Schedule.Linear(0, 1, n).Shift(1)</c> with n = 2 / (1 - beta2), or <see cref="Saturating"/>.
    /// </remarks>
    public static Func<int, double> Rectified(double beta2)
    {
        if (beta2 is not (> 0.6 and < 1))
        {
            throw Guard.Illegal(nameof(beta2), beta2, "a number above 0.6 and below 1");
        }

        DoubleDouble rate = DoubleDouble.Log2(new(beta2, 0));
        double limit = (1 + beta2) / (1 - beta2);
        int first = 1;
        while (RectifiedFactor.Above(4, new Lane1(first), RectifiedFactor.Growth(new Lane1(first), rate), limit).Value <= 0)
        {
            first++;
        }

        return new FormulaNode<RectifiedFactor>(new(rate, limit, first)).As([beta2]);
    }

    private readonly struct RectifiedFactor(DoubleDouble rate, double limit, int first) : IFormula
    {
        // Of a growth beyond 2^200 nothing is left in the length.
        private const double Most = 200;

        private readonly double scale = limit / ((limit - 4) * (limit - 2));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At<TLane>(TLane step)
            where TLane : struct, ILane<TLane>
        {
            // All that is divided is divided once: a division takes as long as sixteen multiplications.
            TLane n = step + TLane.Of(first);
            TLane growth = Growth(n, rate);
            TLane above = Above(4, n, growth, limit) * Above(2, n, growth, limit);
            return TLane.Sqrt(above / (Above(0, n, growth, limit) * growth) * TLane.Of(scale));
        }

        /// <summary>beta2^-n - 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static TLane Growth<TLane>(TLane n, DoubleDouble rate)
            where TLane : struct, ILane<TLane> =>
            Polynomials.PowerMinus1(TLane.Min(n, TLane.Of(-Most / rate.High)), new DoubleDouble(-rate.High, -rate.Low));

        /// <summary>How far ρ is above a number, times the growth: beta2^n / (1 - beta2^n) is the growth's inverse.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static TLane Above<TLane>(double number, TLane n, TLane growth, double limit)
            where TLane : struct, ILane<TLane> => TLane.Fma(growth, TLane.Of(limit - number), -(n + n));
    }
}
