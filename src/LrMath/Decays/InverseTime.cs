using System.Runtime.CompilerServices;
using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="initial"/> at step 0, divided by a power of a number that grows evenly, without an end.</summary>
    /// <param name="initial">The value at step 0; finite.</param>
    /// <param name="rate">How much the divisor's base grows in <paramref name="every"/> steps, dimensionless, 0 or more.</param>
    /// <param name="every">The number of steps that <paramref name="rate"/> is for, above 0, not necessarily whole; with
    /// <paramref name="staircase"/> 1 or more.</param>
    /// <param name="power">The exponent of the divisor, dimensionless, above 0.</param>
    /// <param name="staircase">True: the value stays for <paramref name="every"/> steps and then jumps; false: it changes with each
    /// step.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, <paramref name="rate"/> is negative or too large for a single
    /// step, <paramref name="every"/> is too short, or <paramref name="power"/> is not above zero.</exception>
    /// <remarks>
    /// <code>value(step) = initial / (1 + rate·step / every)^power, step / every rounded down if staircase</code>
    /// Keras and Paddle InverseTimeDecay (power 1), Caffe inv, the tail of DeepSpeed's OneCycle.
    /// </remarks>
    /// <example><code>Schedule.InverseTime(1, rate: 1, every: 10)(10) == 0.5</code></example>
    public static Func<int, double> InverseTime(double initial, double rate, double every = 1, double power = 1, bool staircase = false)
    {
        initial = Guard.Finite(initial);
        Guard.NonNegative(rate);
        every = staircase ? Guard.AtLeast(every, 1) : Guard.Positive(every);
        double perStep = Guard.Result(rate / (staircase ? 1 : every), rate, "the share of a single step", nameof(rate));
        ScheduleNode smooth = PowerOf(initial, perStep, (staircase ? 1 : every) / rate, Guard.Positive(power));
        return (staircase ? new SampleHoldNode(smooth, new(every)) : smooth).As([
            initial,
            rate,
            Optional(every, 1.0),
            Optional(power, 1.0),
            Optional(staircase, false),
        ]);
    }

    /// <summary>
    /// initial / (1 + rate·step)^power, which grows where the power is below 0; the timescale is the inverse of the rate. A negative
    /// number does not give a negative zero.
    /// </summary>
    private static ScheduleNode PowerOf(double initial, double rate, double timescale, double power) =>
        (initial, power) switch
        {
            (0, _) or (_, 0) => new ConstantNode(initial),
            (_, 1) => new FormulaNode<Quotient>(new(initial, rate)),
            (_, 0.5) => new FormulaNode<RootQuotient>(new(initial, rate)),
            _ when PowerNode.IsFor(initial, timescale, power) => new PowerNode(initial, timescale, power),
            _ => new FormulaNode<SteepPower>(new(initial, rate, -power)),
        };

    private readonly struct Quotient(double initial, double rate) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => (initial / ((step * rate) + 1)) + 0;
    }

    private readonly struct RootQuotient(double initial, double rate) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => (initial / TVector.Sqrt((step * rate) + 1)) + 0;
    }

    /// <summary>A power so steep that it may leave the range of the doubles where the value does not.</summary>
    private readonly struct SteepPower(double initial, double rate, double power) : IFormula
    {
        // With this exponent the power of the first double above 1 overflows; with its negative it is 0.
        private const double Steepest = 1e19;

        private readonly double power = Math.Clamp(power, -Steepest, Steepest);
        private readonly double most = MostOf(Math.Min(Math.Abs(power), Steepest));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector>
        {
            TVector reached = TVector.MinNative(most, (step * rate) + 1);
            TVector first = Polynomials.Power(reached, power, out TVector half);
            return Saturation.Saturated(TVector.Create(initial) * first * half * half) + 0;
        }

        /// <summary>
        /// A base whose power, 2^±2200, takes any start to 0 or overflow; larger bases are cut.
        /// </summary>
        private static double MostOf(double power) =>
            Math.Min(Math.BitIncrement(GeometricSequence.Exp2(new(2200 / power, 0), 1)), double.MaxValue);
    }
}
