using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>RAdam's variance-rectification factor, rising towards 1 without an end. Multiply a schedule by it.</summary>
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
    /// <c>Schedule.Linear(0, 1, n).Shift(1)</c> with n = 2 / (1 - beta2), or <see cref="ExponentialApproach"/>.
    /// </remarks>
    /// <example><code>Schedule.Rectified(0.999)(0) // 0.017311503166379564</code></example>
    public static Func<int, double> Rectified(double beta2)
    {
        if (beta2 is not (> 0.6 and < 1))
        {
            throw Guard.Illegal(nameof(beta2), beta2, "a number above 0.6 and below 1");
        }

        var rate = DoubleDouble.Log2(new(beta2, 0));
        double half = rate.High * -(Polynomials.Ln2 / 2);
        double scale = AboveAtLast(0, beta2) / (AboveAtLast(4, beta2) * AboveAtLast(2, beta2));

        // Up to n·half = 1 by a form without cancellation, then by the definition.
        long border = (long)(1 / half);
        EarlyRectified early = new(half, scale, 0);
        int first = 1;
        while (!(first <= border ? early.IsAboveFour(first) : new LateRectified(rate, beta2, scale, 0).IsAboveFour(first)))
        {
            first++;
        }

        List<ScheduleNode> parts = [.. Opening(beta2, first, border, early).Select(value => new ConstantNode(value))];
        List<int> milestones = [.. Enumerable.Range(1, parts.Count)];
        long milestone = border - first + 1;
        if (milestone > parts.Count)
        {
            parts.Add(new FormulaNode<EarlyRectified>(new(half, scale, first)));
            milestones.Add((int)Math.Min(milestone, int.MaxValue));
        }

        if (milestone <= int.MaxValue)
        {
            parts.Add(new FormulaNode<LateRectified>(new(rate, beta2, scale, first)));
        }

        return SequenceNode.Of([.. parts], [.. milestones.Take(parts.Count - 1)], fromOwnStart: false).As([beta2]);
    }

    /// <summary>
    /// The first values, where ρ is next to 4: the difference ρ - 4 cancels, so it is computed with twice the digits. With
    /// L(c) = (ρ∞ - c)·(1 - beta2) and M(c) = (ρ - c)·(1 - beta2)·(1 - beta2^n) they are
    /// √(M(4)·M(2)·L(0) / (L(4)·L(2)·M(0)·(1 - beta2^n))).
    /// </summary>
    private static IEnumerable<double> Opening(double beta2, int first, long border, EarlyRectified early)
    {
        DoubleDouble beta = new(beta2, 0);
        DoubleDouble one = new(1, 0);
        DoubleDouble power = one;
        for (int n = 1; n < first; n++)
        {
            power *= beta;
        }

        for (int n = first; ; n++)
        {
            power *= beta;
            DoubleDouble growth = one + (power * -1);
            DoubleDouble taken = power * (2.0 * n) * (one + (beta * -1));
            DoubleDouble above4 = Above(4);

            // From here on the form that is used loses no more than one bit.
            if (n <= border ? early.IsFarAboveFour(n) : above4.High >= 2 * taken.High)
            {
                yield break;
            }

            DoubleDouble square = above4 * Above(2) * AtLast(0) / (AtLast(4) * AtLast(2) * Above(0) * growth);
            yield return Math.Min(Math.Sqrt(square.High), 1);

            DoubleDouble AtLast(int number) => (beta * (number + 1)) + new DoubleDouble(1 - number, 0);
            DoubleDouble Above(int number) => (AtLast(number) * growth) + (taken * -1);
        }
    }

    /// <summary>ρ∞ - number, which keeps its digits where the two are close.</summary>
    private static double AboveAtLast(double number, double beta2) => Math.FusedMultiplyAdd(number + 1, beta2, 1 - number) / (1 - beta2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector RectifiedFactor<TVector>(TVector above4, TVector above2, TVector above0, double scale)
        where TVector : struct, IVector<TVector> => TVector.MinNative(1, TVector.Sqrt((above4 * above2) / above0 * scale));

    /// <summary>
    /// The form without cancellation: ρ = n + L(h) - n·L(nh) with h = -½ ln beta2 and L(x) = coth x - 1/x. The definition subtracts two
    /// large numbers where beta2 is near 1.
    /// </summary>
    private readonly struct EarlyRectified(double half, double scale, int first) : IFormula
    {
        private readonly double ofOne = Langevin(new Scalar(1), half).Value;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector>
        {
            TVector n = step + first;
            TVector aboveN = AboveN(n);
            return RectifiedFactor((n - 4) + aboveN, (n - 2) + aboveN, n + aboveN, scale);
        }

        internal bool IsAboveFour(int n) => n - 4 + AboveN(new Scalar(n)).Value > 0;

        /// <summary>Whether ρ - 4 is at least what is taken from n - 4 for it.</summary>
        internal bool IsFarAboveFour(int n) => n - 4 + (2 * AboveN(new Scalar(n)).Value) >= 0;

        /// <summary>ρ - n.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector AboveN<TVector>(TVector n)
            where TVector : struct, IVector<TVector> => ofOne - (n * n * Langevin(n, half));

        /// <summary>L(nh) / n for nh up to 1, fit to 2.0e-18.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Langevin<TVector>(TVector n, double half)
            where TVector : struct, IVector<TVector>
        {
            TVector x = n * half;
            TVector z = x * x;
            TVector p = (z * 1.3502843209949046e-11) + -2.0753350056931598e-10;
            p = (p * z) + 2.224660836085583e-09;
            p = (p * z) + -2.2193498720173202e-08;
            p = (p * z) + 2.1924839852757965e-07;
            p = (p * z) + -2.1644005221020416e-06;
            p = (p * z) + 2.1377798357423057e-05;
            p = (p * z) + -0.00021164021154105675;
            p = (p * z) + 0.0021164021163957852;
            p = (p * z) + -0.022222222222222063;
            p = (p * z) + 0.3333333333333333;
            return p * half;
        }
    }

    /// <summary>The definition, ρ = ρ∞ - 2n / (beta2^-n - 1). All differences are multiplied by the growth, beta2^-n - 1, so that one
    /// division is enough: it takes as long as sixteen products.</summary>
    private readonly struct LateRectified(DoubleDouble rate, double beta2, double scale, int first) : IFormula
    {
        // With a growth above 2^200 the second term of ρ is too small to change ρ.
        private readonly double most = -200 / rate.High;
        private readonly double above4 = AboveAtLast(4, beta2);
        private readonly double above2 = AboveAtLast(2, beta2);
        private readonly double above0 = AboveAtLast(0, beta2);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector>
        {
            TVector n = step + first;
            TVector growth = Growth(n);
            return RectifiedFactor(Above(above4, n, growth), Above(above2, n, growth), Above(above0, n, growth) * growth, scale);
        }

        internal bool IsAboveFour(int n) => Above(above4, new Scalar(n), Growth(new Scalar(n))).Value > 0;

        /// <summary>beta2^-n - 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Growth<TVector>(TVector n)
            where TVector : struct, IVector<TVector> =>
            Polynomials.PowerMinus1(TVector.MinNative(most, n), new DoubleDouble(-rate.High, -rate.Low));

        /// <summary>(ρ - number)·growth; <paramref name="atLast"/> is ρ∞ - number.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Above<TVector>(double atLast, TVector n, TVector growth)
            where TVector : struct, IVector<TVector> => (growth * atLast) - (n + n);
    }
}
