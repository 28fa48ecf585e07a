using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// The angles from an anchor to the 256 steps after it, for ways of one length: half the sine of twice the angle, and the squared sine; both
/// once more backwards, for the half that is counted from the end.
/// </summary>
internal static class CosineTable
{
    private const int Parts = 4;

    /// <summary>How long the table is for a way: no offset goes past its middle.</summary>
    internal static int LengthFor(double length) => Parts * Ranges.RoomFor((int)Math.Min((length / 2) + 2, Anchored.Block));

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
            At(numbers, length, out TLane square).Store(ref Unsafe.Add(ref table, index));
            square.Store(ref Unsafe.Add(ref table, offsets + index));
        }
    }
}
