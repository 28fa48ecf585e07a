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
/// The vectors in the middle are aligned to their own size, so that none straddles two cache lines; the first and the last one overlap
/// them, and what is written twice has the same bits. <c>AggressiveOptimization</c>: the first range is as fast as the thousandth.
/// <c>NoInlining</c>: tiered compilation could inline a loop into its caller, reach its inlining budget there and call the vector
/// operations, thirty times slower.
/// </remarks>
internal static class VectorLoops
{
    /// <summary>The values of a formula at <paramref name="first"/>, first + 1 …</summary>
    internal static void Fill<TFormula>(in TFormula formula, int first, Span<double> destination)
        where TFormula : struct, IFormula
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Vector512Double.Count)
        {
            Fill<TFormula, Vector512Double>(formula, first, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Vector256Double.Count)
        {
            Fill<TFormula, Vector256Double>(formula, first, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Vector128Double.Count)
        {
            Fill<TFormula, Vector128Double>(formula, first, destination);
        }
        else
        {
            Fill<TFormula, Scalar>(formula, first, destination);
        }
    }

    /// <summary>One value everywhere. <c>Span.Fill</c> does not align its vectors: it takes a third longer in the second cache.</summary>
    internal static void Fill(double value, Span<double> destination)
    {
        nint aligned = ToAlignment<Vector256Double>(ref MemoryMarshal.GetReference(destination));
        int head = (int)Math.Min(aligned, destination.Length);
        destination[..head].Fill(value);
        destination[head..].Fill(value);
    }

    /// <summary>The image of each value; the destination may be the values themselves.</summary>
    internal static void Map<TOperator>(in TOperator map, ReadOnlySpan<double> values, Span<double> destination)
        where TOperator : struct, IUnaryOperator
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Vector512Double.Count)
        {
            Map<TOperator, Vector512Double>(map, values, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Vector256Double.Count)
        {
            Map<TOperator, Vector256Double>(map, values, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Vector128Double.Count)
        {
            Map<TOperator, Vector128Double>(map, values, destination);
        }
        else
        {
            Map<TOperator, Scalar>(map, values, destination);
        }
    }

    /// <summary>Two values combined into one, element by element; the destination may be one of the two spans.</summary>
    internal static void Combine<TOperator>(
        in TOperator combine,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        Span<double> destination
    )
        where TOperator : struct, IBinaryOperator
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Vector512Double.Count)
        {
            Combine<TOperator, Vector512Double>(combine, left, right, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Vector256Double.Count)
        {
            Combine<TOperator, Vector256Double>(combine, left, right, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Vector128Double.Count)
        {
            Combine<TOperator, Vector128Double>(combine, left, right, destination);
        }
        else
        {
            Combine<TOperator, Scalar>(combine, left, right, destination);
        }
    }

    /// <summary>The values in single precision, written to the first elements of the destination.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ConvertToSingle(ReadOnlySpan<double> values, Span<float> destination)
    {
        ref readonly double source = ref MemoryMarshal.GetReference(values);
        ref float target = ref MemoryMarshal.GetReference(destination);
        int i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            var low = Vector.LoadUnsafe(in source, (nuint)i);
            var high = Vector.LoadUnsafe(in source, (nuint)(i + Vector<double>.Count));
            Vector.Narrow(low, high).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < values.Length; i++)
        {
            destination[i] = (float)values[i];
        }
    }

    /// <summary>
    /// The values at <c>⌊(remainder + size·i) / every⌋</c>. The place moves on by the whole quotient, and by one more whenever the
    /// remainders add up to a whole step.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Pick(long size, long every, long remainder, ReadOnlySpan<double> values, Span<double> destination)
    {
        (long whole, long part) = Math.DivRem(size, every);
        int at = 0;
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = values[at];
            at += (int)whole;
            bool carries = remainder >= every - part;
            remainder += carries ? part - every : part;
            at += carries ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fill<TFormula, TVector>(TFormula formula, int first, Span<double> destination)
        where TFormula : struct, IFormula
        where TVector : struct, IVector<TVector>
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // One loop over three stretches (the first vector, the aligned ones, the last one), so that a long formula is compiled once.
        ref double target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TVector.Count;
        nint aligned = ToAlignment<TVector>(ref target);
        nint i = 0;
        nint until = 1;
        TVector stride = TVector.Create(2 * TVector.Count);
        for (int stretch = 0; stretch < 3; stretch++)
        {
            // Two counters in turn, so that no addition waits for the one before.
            TVector step = TVector.CreateSequence((double)first + i);
            TVector next = TVector.CreateSequence((double)first + i + TVector.Count);
            for (; i < until; i += TVector.Count)
            {
                formula.At(step).Store(ref Unsafe.Add(ref target, i));
                TVector later = step + stride;
                step = next;
                next = later;
            }

            (i, until) = stretch == 0 ? (aligned, last) : (last, last + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Map<TOperator, TVector>(TOperator map, ReadOnlySpan<double> values, Span<double> destination)
        where TOperator : struct, IUnaryOperator
        where TVector : struct, IVector<TVector>
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // The source may be the destination, so the first and the last vector are read before anything is written.
        ref double source = ref MemoryMarshal.GetReference(values);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TVector.Count;
        nint aligned = ToAlignment<TVector>(ref target);
        Span<double> ends = stackalloc double[2 * TVector.Count];
        ref double head = ref MemoryMarshal.GetReference(ends);
        TVector.Load(in source).Store(ref head);
        TVector.Load(in Unsafe.Add(ref source, last)).Store(ref Unsafe.Add(ref head, TVector.Count));

        scoped ref double from = ref Unsafe.Add(ref source, aligned);
        ref double to = ref Unsafe.Add(ref target, aligned);
        nint count = last - aligned;
        for (int stretch = 0; stretch < 3; stretch++)
        {
            for (nint i = 0; i < count; i += TVector.Count)
            {
                map.Invoke(TVector.Load(in Unsafe.Add(ref from, i))).Store(ref Unsafe.Add(ref to, i));
            }

            from = ref Unsafe.Add(ref head, stretch * TVector.Count);
            to = ref Unsafe.Add(ref target, stretch * last);
            count = 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Combine<TOperator, TVector>(
        TOperator combine,
        ReadOnlySpan<double> left,
        ReadOnlySpan<double> right,
        Span<double> destination
    )
        where TOperator : struct, IBinaryOperator
        where TVector : struct, IVector<TVector>
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // The source may be the destination, so the first and the last vector are computed before anything is written.
        ref double one = ref MemoryMarshal.GetReference(left);
        ref double other = ref MemoryMarshal.GetReference(right);
        ref double target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TVector.Count;
        TVector head = combine.Invoke(TVector.Load(in one), TVector.Load(in other));
        TVector tail = combine.Invoke(TVector.Load(in Unsafe.Add(ref one, last)), TVector.Load(in Unsafe.Add(ref other, last)));
        for (nint i = ToAlignment<TVector>(ref target); i < last; i += TVector.Count)
        {
            TVector first = TVector.Load(in Unsafe.Add(ref one, i));
            TVector second = TVector.Load(in Unsafe.Add(ref other, i));
            combine.Invoke(first, second).Store(ref Unsafe.Add(ref target, i));
        }

        head.Store(ref target);
        tail.Store(ref Unsafe.Add(ref target, last));
    }

    /// <summary>The number of elements up to the next address at which a vector does not straddle two cache lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nint ToAlignment<TVector>(ref double target)
        where TVector : struct, IVector<TVector>
    {
        nuint bytes = (nuint)(TVector.Count * sizeof(double));
        return (nint)((0 - (nuint)Unsafe.AsPointer(ref target)) % bytes) / sizeof(double);
    }
}
