using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>
/// Loops over whole ranges, with the widest vectors of the machine. A value depends on its own step only, so neither the vector width nor
/// the split of a range shows in its bits.
/// </summary>
/// <remarks>
/// The vectors in the middle are aligned to cache lines; the first and the last one overlap them, and what is written twice has the same
/// bits. <c>AggressiveOptimization</c>: the first range is as fast as the thousandth. <c>NoInlining</c>: tiered compilation could inline a
/// loop into its caller, reach its inlining budget there and call the vector operations, thirty times slower.
/// </remarks>
internal static class Ranges
{
    /// <summary>The values of a formula at <paramref name="first"/>, first + 1 …</summary>
    internal static void Fill<TFormula>(in TFormula formula, int first, Span<double> destination)
        where TFormula : struct, IFormula
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Fill<TFormula, Lane8>(formula, first, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Fill<TFormula, Lane4>(formula, first, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Fill<TFormula, Lane2>(formula, first, destination);
        }
        else
        {
            Fill<TFormula, Lane1>(formula, first, destination);
        }
    }

    /// <summary>One value everywhere.</summary>
    internal static void Hold(double value, Span<double> destination) => Fill(new Level(value), 0, destination);

    /// <summary>The image of each value; the destination may be the values themselves.</summary>
    internal static void Map<TMap>(in TMap map, ReadOnlySpan<double> values, Span<double> destination)
        where TMap : struct, IMap
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Map<TMap, Lane8>(map, values, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Map<TMap, Lane4>(map, values, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Map<TMap, Lane2>(map, values, destination);
        }
        else
        {
            Map<TMap, Lane1>(map, values, destination);
        }
    }

    /// <summary>Two values combined into one, element by element; the destination may be one of the two spans.</summary>
    internal static void Fold<TFold>(in TFold fold, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> destination)
        where TFold : struct, IFold
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Fold<TFold, Lane8>(fold, left, right, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Fold<TFold, Lane4>(fold, left, right, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Fold<TFold, Lane2>(fold, left, right, destination);
        }
        else
        {
            Fold<TFold, Lane1>(fold, left, right, destination);
        }
    }

    /// <summary>The values in single precision, written to the first elements of the destination.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Narrow(ReadOnlySpan<double> values, Span<float> destination)
    {
        ref readonly double source = ref MemoryMarshal.GetReference(values);
        ref float target = ref MemoryMarshal.GetReference(destination);
        int i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            Vector<double> low = Vector.LoadUnsafe(in source, (nuint)i);
            Vector<double> high = Vector.LoadUnsafe(in source, (nuint)(i + Vector<double>.Count));
            Vector.Narrow(low, high).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < values.Length; i++)
        {
            destination[i] = (float)values[i];
        }
    }

    /// <summary>Every <paramref name="stride"/>-th value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Pick(ReadOnlySpan<double> values, int stride, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = values[i * stride];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fill<TFormula, TLane>(TFormula formula, int first, Span<double> destination)
        where TFormula : struct, IFormula
        where TLane : struct, ILane<TLane>
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // One loop over three stretches (the first vector, the aligned ones, the last one), so that a long formula is compiled once.
        ref double target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        nint aligned = ToAlignment<TLane>(ref target);
        nint i = 0;
        nint until = 1;
        TLane stride = TLane.Of(2 * TLane.Width);
        for (int stretch = 0; stretch < 3; stretch++)
        {
            // Two counters in turn, so that no addition waits for the one before.
            TLane step = TLane.From((double)first + i);
            TLane next = TLane.From((double)first + i + TLane.Width);
            for (; i < until; i += TLane.Width)
            {
                formula.At(step).Store(ref Unsafe.Add(ref target, i));
                TLane later = step + stride;
                step = next;
                next = later;
            }

            (i, until) = stretch == 0 ? (aligned, last) : (last, last + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Map<TMap, TLane>(TMap map, ReadOnlySpan<double> values, Span<double> destination)
        where TMap : struct, IMap
        where TLane : struct, ILane<TLane>
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // The source may be the destination, so the first and the last vector are read before anything is written.
        ref double source = ref MemoryMarshal.GetReference(values);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        nint aligned = ToAlignment<TLane>(ref target);
        Span<double> ends = stackalloc double[2 * TLane.Width];
        ref double head = ref MemoryMarshal.GetReference(ends);
        TLane.Load(in source).Store(ref head);
        TLane.Load(in Unsafe.Add(ref source, last)).Store(ref Unsafe.Add(ref head, TLane.Width));

        scoped ref double from = ref Unsafe.Add(ref source, aligned);
        ref double to = ref Unsafe.Add(ref target, aligned);
        nint count = last - aligned;
        for (int stretch = 0; stretch < 3; stretch++)
        {
            for (nint i = 0; i < count; i += TLane.Width)
            {
                map.Of(TLane.Load(in Unsafe.Add(ref from, i))).Store(ref Unsafe.Add(ref to, i));
            }

            from = ref Unsafe.Add(ref head, stretch * TLane.Width);
            to = ref Unsafe.Add(ref target, stretch * last);
            count = 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fold<TFold, TLane>(TFold fold, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> destination)
        where TFold : struct, IFold
        where TLane : struct, ILane<TLane>
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // The source may be the destination, so the first and the last vector are computed before anything is written.
        ref double one = ref MemoryMarshal.GetReference(left);
        ref double other = ref MemoryMarshal.GetReference(right);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        TLane head = fold.Of(TLane.Load(in one), TLane.Load(in other));
        TLane tail = fold.Of(TLane.Load(in Unsafe.Add(ref one, last)), TLane.Load(in Unsafe.Add(ref other, last)));
        for (nint i = ToAlignment<TLane>(ref target); i < last; i += TLane.Width)
        {
            fold.Of(TLane.Load(in Unsafe.Add(ref one, i)), TLane.Load(in Unsafe.Add(ref other, i))).Store(ref Unsafe.Add(ref target, i));
        }

        head.Store(ref target);
        tail.Store(ref Unsafe.Add(ref target, last));
    }

    /// <summary>The number of elements up to the next address at which a vector does not straddle two cache lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nint ToAlignment<TLane>(ref double target)
        where TLane : struct, ILane<TLane>
    {
        nuint bytes = (nuint)(TLane.Width * sizeof(double));
        return (nint)((0 - (nuint)Unsafe.AsPointer(ref target)) % bytes) / sizeof(double);
    }
}
