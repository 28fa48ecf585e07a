using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// The angles from an anchor to the 256 steps after it, for ways of one length: half the sine of twice the angle, and the squared sine; both
/// once more backwards, for the half that is counted from the end.
/// </summary>
internal static class CosineTable
{
    internal const int Block = 256;
    internal const int Length = 4 * Block;

    /// <summary>Fills the table for the first so many offsets.</summary>
    internal static void Fill(Span<double> table, double length, int offsets)
    {
        Ranges.Each(new Offsets(length, table), offsets);
        Backwards(table[..offsets], table.Slice(2 * Block, Block));
        Backwards(table.Slice(Block, offsets), table.Slice(3 * Block, Block));
    }

    /// <summary>Half the sine of twice the angle of an offset, and its squared sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane At<TLane>(TLane offset, double length, out TLane square)
        where TLane : struct, ILane<TLane>
    {
        square = Polynomials.SineSquared(offset, length, 1 / length, out TLane twice);
        return twice * TLane.Of(0.5);
    }

    private static void Backwards(ReadOnlySpan<double> values, Span<double> block)
    {
        Span<double> end = block[(Block - values.Length)..];
        values.CopyTo(end);
        end.Reverse();
    }

    private readonly ref struct Offsets(double length, Span<double> table) : IWork
    {
        private readonly ref double table = ref MemoryMarshal.GetReference(table);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane>
        {
            At(numbers, length, out TLane square).Store(ref Unsafe.Add(ref table, index));
            square.Store(ref Unsafe.Add(ref table, Block + index));
        }
    }
}
