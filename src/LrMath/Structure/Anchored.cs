namespace LrMath.Structure;

/// <summary>A curve whose steps are reached from anchors at whole multiples of 256 of their distance from a whole step.</summary>
internal interface IAnchored<TReached>
    where TReached : struct, IFold
{
    /// <summary>Two numbers for each of so many anchors, from multiple <paramref name="lowest"/> on; there is room for a lane of eight more.</summary>
    void Fill(long lowest, Span<double> first, Span<double> second, int count);

    /// <summary>What is reached from an anchor, given its two numbers.</summary>
    TReached From(double first, double second);
}

/// <summary>The loop over the anchors.</summary>
internal static class Anchored
{
    internal const int Block = 256;
    private const int AtOnce = 64;

    /// <summary>
    /// The values at <paramref name="first"/>, first + 1 …, at distances <c>sign·(step - whole)</c> that are not negative. The tables have what leads from
    /// an anchor to the offsets after it, in the order of the steps.
    /// </summary>
    internal static void Fill<TCurve, TReached, T>(
        in TCurve curve, long whole, int sign, int first, Span<T> destination, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
        where TCurve : struct, IAnchored<TReached>
        where TReached : struct, IFold
        where T : struct
    {
        bool isForward = sign > 0;
        Span<double> ones = stackalloc double[AtOnce];
        Span<double> others = stackalloc double[AtOnce];
        while (!destination.IsEmpty)
        {
            // The blocks of a distance that falls come last first.
            long distance = (first - whole) * sign;
            long lastDistance = distance + ((destination.Length - 1L) * sign);
            int count = (int)Math.Min(Math.Abs((lastDistance / Block) - (distance / Block)) + 1, AtOnce);
            long lowest = isForward ? distance / Block : (distance / Block) - (count - 1);
            curve.Fill(lowest, ones, others, count);
            for (int i = 0; i < count; i++)
            {
                int anchor = isForward ? i : count - 1 - i;
                int offset = (int)distance & (Block - 1);
                int from = isForward ? offset : left.Length - 1 - offset;
                int steps = Math.Min(isForward ? Block - offset : offset + 1, destination.Length);
                Ranges.Fold(curve.From(ones[anchor], others[anchor]), left.Slice(from, steps), right.Slice(from, steps), destination[..steps]);
                destination = destination[steps..];
                distance += steps * sign;
                first = destination.IsEmpty ? first : first + steps;
            }
        }
    }
}
