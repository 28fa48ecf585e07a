using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    // From here on a copy of the tables is worth its time.
    private const int Long = 32 * Block;
    private const int CopyLength = 3 * Block;

    /// <summary>
    /// The values at <paramref name="first"/>, first + 1 …, at distances <c>sign·(step - whole)</c> that are not negative. The tables have what leads from
    /// an anchor to the offsets after it, in the order of the steps.
    /// </summary>
    internal static void Fill<TCurve, TReached, T>(
        in TCurve curve, long whole, int sign, int first, Span<T> destination, scoped ReadOnlySpan<double> left, scoped ReadOnlySpan<double> right)
        where TCurve : struct, IAnchored<TReached>
        where TReached : struct, IFold
        where T : struct
    {
        bool isForward = sign > 0;
        Span<double> copy = destination.Length >= Long ? stackalloc double[CopyLength] : default;
        if (!copy.IsEmpty)
        {
            // Reading just behind what is being written, at the same place of another page, costs up to a third; so does crossing cache lines.
            copy = copy[InPhase(copy, destination, OffsetOf(first, whole, sign, left.Length))..];
            left.CopyTo(copy);
            right.CopyTo(copy[Block..]);
            left = copy[..left.Length];
            right = copy.Slice(Block, right.Length);
        }

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

    /// <summary>Where the first step's entry is in a table of the order of the steps.</summary>
    private static int OffsetOf(int first, long whole, int sign, int length)
    {
        int offset = (int)((first - whole) * sign) & (Block - 1);
        return sign > 0 ? offset : length - 1 - offset;
    }

    /// <summary>Where a copy has to begin so that the entry of the first element lies half a block ahead of it, within blocks.</summary>
    private static unsafe int InPhase<T>(Span<double> copy, Span<T> destination, int offset)
        where T : struct
    {
        nuint bytes = Block * sizeof(double);
        nuint from = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(copy)) + ((nuint)offset * sizeof(double));
        nuint to = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(destination)) + (bytes / 2);
        return (int)((to - from) % bytes / sizeof(double));
    }
}
