using static LrMath.Structure.Saturation;

namespace LrMath.Structure;

/// <summary>
/// start·2^(rate·(step - origin)). A step is reached from an anchor at a whole multiple of 256, by one product with one of 256 powers:
/// no error grows with the step, and a range costs a multiplication per value. The rate has 105 bits, because the exponent of a
/// small number times a long way needs more than 53.
/// </summary>
internal readonly struct Geometric(double start, DoubleDouble rate, double origin)
{
    internal const int Block = 256;

    private readonly double start = start;
    private readonly DoubleDouble rate = rate;
    private readonly double origin = origin;

    /// <summary>So steep that the start or a value may leave the range of the doubles within one block: each step is computed by itself.</summary>
    private readonly bool isSteep = start != 0 && (Math.Abs(rate.High) * Block) + Math.Abs(Math.ILogB(start)) > 1000;

    /// <summary>The rate that leads from <paramref name="start"/> to <paramref name="end"/> within <paramref name="length"/>.</summary>
    internal static DoubleDouble Rate(double start, double end, double length)
    {
        DoubleDouble logarithm = DoubleDouble.Log2OfQuotient(end, start);
        DoubleDouble rate = logarithm / new DoubleDouble(length, 0);
        return double.IsFinite(rate.High + rate.Low) ? rate : new(Math.CopySign(1e300, logarithm.High), 0);
    }

    /// <summary>start·2^(rate·steps), in two factors where one would leave the range of the doubles before the product does.</summary>
    internal static double Along(double start, DoubleDouble rate, double steps)
    {
        double estimate = rate.High * steps;
        return estimate is > 1000 or < -1000 && Math.Abs(estimate) < 2200
            ? Saturated(start * Exp2(rate, steps * 0.5) * Exp2(rate, steps * 0.5))
            : Saturated(start * Exp2(rate, steps));
    }

    /// <summary>The powers that lead from an anchor to the 256 steps after it.</summary>
    internal void Powers(Span<double> powers)
    {
        for (int i = 0; i < powers.Length; i++)
        {
            powers[i] = Exp2(rate, i);
        }
    }

    /// <summary>The value at a step, with the powers computed before.</summary>
    internal double At(int step, ReadOnlySpan<double> powers) => isSteep
        ? Along(start, rate, step - origin)
        : Saturated(Anchor(step & -Block) * powers[step & (Block - 1)]);

    /// <summary>The same bits without a table.</summary>
    internal double At(int step) => isSteep
        ? Along(start, rate, step - origin)
        : Saturated(Anchor(step & -Block) * Exp2(rate, step & (Block - 1)));

    /// <summary>The values at <paramref name="first"/>, first + 1 …</summary>
    internal void Fill<T>(int first, Span<T> destination, ReadOnlySpan<double> powers)
        where T : struct
    {
        if (isSteep)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = ScheduleNode.To<T>(Along(start, rate, first + i - origin));
            }

            return;
        }

        while (!destination.IsEmpty)
        {
            int within = first & (Block - 1);
            int length = Math.Min(Block - within, destination.Length);
            Ranges.Scale(powers.Slice(within, length), Anchor(first - within), destination[..length]);
            destination = destination[length..];
            first = destination.IsEmpty ? first : first + length;
        }
    }

    /// <summary>2^(rate·steps), falling to zero below the smallest number and staying finite above the largest.</summary>
    internal static double Exp2(DoubleDouble rate, double steps)
    {
        double estimate = rate.High * steps;
        if (estimate is < -1100 or > 1023)
        {
            return estimate < 0 ? 0 : double.MaxValue;
        }

        DoubleDouble x = rate * steps;
        return estimate < -1000
            ? Polynomials.Exp2(new Lane1(x.High + 512), new Lane1(x.Low)).Value * Math.ScaleB(1, -512)
            : Polynomials.Exp2(new Lane1(x.High), new Lane1(x.Low)).Value;
    }

    private double Anchor(int step) => Along(start, rate, step - origin);
}
