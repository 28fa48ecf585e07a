using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// The angles from an anchor to the 128 steps after it, for ways of one length: half the sine of twice the angle, and the squared sine; both
/// once more backwards, for the half that is counted from the end.
/// </summary>
internal static class CosineTable
{
    internal const int Block = 128;
    internal const int Length = 4 * Block;

    /// <summary>Fills the table for the first so many offsets.</summary>
    internal static void Fill(Span<double> table, double length, int offsets)
    {
        Span<double> sines = table[..offsets];
        Span<double> squares = table.Slice(Block, offsets);
        Ranges.Fill(new OffsetSine(length), 0, sines);
        Ranges.Fill(new OffsetSquare(length), 0, squares);
        Backwards(sines, table.Slice(2 * Block, Block));
        Backwards(squares, table.Slice(3 * Block, Block));
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

    private readonly struct OffsetSine(double length) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At<TLane>(TLane step)
            where TLane : struct, ILane<TLane> => CosineTable.At(step, length, out _);
    }

    private readonly struct OffsetSquare(double length) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At<TLane>(TLane step)
            where TLane : struct, ILane<TLane>
        {
            _ = CosineTable.At(step, length, out TLane square);
            return square;
        }
    }
}
