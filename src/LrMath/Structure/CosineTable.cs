using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// The angles from an anchor to the 256 steps after it, for ways of one length: the sine, and 1 less the cosine, both halved for half a turn,
/// where the way is 2 high; both once more backwards, for the half that is counted from the end.
/// </summary>
internal static class CosineTable<TArc>
    where TArc : struct, IArc
{
    private const int Parts = 4;

    /// <summary>How long the table is for a way: no offset goes past its middle.</summary>
    internal static int LengthFor(double length)
    {
        double middle = default(TArc).Middle;
        return Parts * Ranges.RoomFor((int)Math.Min((length * Math.Max(middle, 1 - middle)) + 2, Anchored.Block));
    }

    /// <summary>How many offsets there are in a table.</summary>
    internal static int Offsets(int tableLength) => tableLength / Parts;

    /// <summary>The table of a way.</summary>
    internal static double[] Of(double length)
    {
        double[] table = new double[LengthFor(length)];
        Fill(table, length, Offsets(table.Length));
        return table;
    }

    /// <summary>Fills the table for the first so many offsets.</summary>
    internal static void Fill(Span<double> table, double length, int count)
    {
        int offsets = Offsets(table.Length);
        Ranges.Each(new Angles(length, table, offsets), count);
        Backwards(table[..count], table.Slice(2 * offsets, offsets));
        Backwards(table.Slice(offsets, count), table.Slice(3 * offsets, offsets));
    }

    /// <summary>The two entries of an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane At<TLane>(TLane offset, double length, out TLane right)
        where TLane : struct, ILane<TLane>
    {
        TLane square = CosineHalf<TArc>.SineSquared(offset, length, 1 / length, out TLane twice);
        right = square * TLane.Of(1 / TArc.Turn);
        return twice * TLane.Of(0.5 / TArc.Turn);
    }

    private static void Backwards(ReadOnlySpan<double> values, Span<double> block)
    {
        Span<double> end = block[(block.Length - values.Length)..];
        values.CopyTo(end);
        end.Reverse();
    }

    private readonly ref struct Angles(double length, Span<double> table, int offsets) : IWork
    {
        private readonly ref double table = ref MemoryMarshal.GetReference(table);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane>
        {
            At(numbers, length, out TLane right).Store(ref Unsafe.Add(ref table, index));
            right.Store(ref Unsafe.Add(ref table, offsets + index));
        }
    }
}
