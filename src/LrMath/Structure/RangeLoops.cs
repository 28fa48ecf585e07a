using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <content>
/// The loops. They write whole cache lines: the first lane and the last one overlap the aligned ones between them, and what is written twice
/// is written with the same bits. They are optimised at once: the first range is as fast as the thousandth.
/// </content>
internal static partial class Ranges
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Steps<TFormula, TLane, T>(TFormula formula, int first, Span<T> destination)
        where TFormula : struct, IFormula
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // Three stretches through one loop: the first lane, the aligned ones, the last one. A formula may be long, and is here once.
        ref T target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        nint aligned = UpToLine<TLane, T>(ref target);
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
                Store(formula.At(step), ref Unsafe.Add(ref target, i));
                TLane later = step + stride;
                step = next;
                next = later;
            }

            (i, until) = stretch == 0 ? (aligned, last) : (last, last + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FoldSteps<TFold, TFormula, TLane, T>(TFold fold, TFormula formula, int first, ReadOnlySpan<double> values, Span<T> destination)
        where TFold : struct, IFold
        where TFormula : struct, IFormula
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // The lanes at the ends are computed before anything is written: the source may be the destination.
        ref double source = ref MemoryMarshal.GetReference(values);
        ref T target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        TLane head = fold.Of(TLane.Load(in source), formula.At(TLane.From(first)));
        TLane tail = fold.Of(TLane.Load(in Unsafe.Add(ref source, last)), formula.At(TLane.From((double)first + last)));
        nint i = UpToLine<TLane, T>(ref target);
        TLane step = TLane.From((double)first + i);
        TLane next = TLane.From((double)first + i + TLane.Width);
        TLane stride = TLane.Of(2 * TLane.Width);
        for (; i < last; i += TLane.Width)
        {
            Store(fold.Of(TLane.Load(in Unsafe.Add(ref source, i)), formula.At(step)), ref Unsafe.Add(ref target, i));
            TLane later = step + stride;
            step = next;
            next = later;
        }

        Store(head, ref target);
        Store(tail, ref Unsafe.Add(ref target, last));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void HoldAtLeast<TLane, T>(double value, int count, Span<T> room)
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        ref T target = ref MemoryMarshal.GetReference(room);
        nint i = 0;
        for (nint until = Math.Min(count, room.Length - TLane.Width + 1); i < until; i += TLane.Width)
        {
            Store(TLane.Of(value), ref Unsafe.Add(ref target, i));
        }

        for (; i < count; i++)
        {
            Store(Lane1.Of(value), ref Unsafe.Add(ref target, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Each<TWork, TLane>(scoped TWork work, int count)
        where TWork : struct, IWork, allows ref struct
        where TLane : struct, ILane<TLane>
    {
        TLane numbers = TLane.From(0);
        TLane stride = TLane.Of(TLane.Width);
        for (nint i = 0; i < count; i += TLane.Width)
        {
            work.Do(numbers, i);
            numbers += stride;
        }
    }

    /// <summary>The loop of a kernel, two lanes at a time, so that its constants stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Pairs<TFormula, TKernel, TLane, T>(scoped TFormula formula, int first, Span<T> destination)
        where TFormula : struct, allows ref struct
        where TKernel : struct, IKernel<TKernel, TFormula, TLane>, allows ref struct
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        TKernel kernel = TKernel.Of(formula);
        if (TLane.Width == 1 && destination.Length == 1)
        {
            Store(kernel.At(TLane.From(first)), ref MemoryMarshal.GetReference(destination));
            return;
        }

        ref T target = ref MemoryMarshal.GetReference(destination);
        nint width = TLane.Width;
        nint last = destination.Length - (2 * width);
        nint aligned = UpToLine<TLane, T>(ref target);
        nint i = 0;
        nint until = 1;
        TLane stride = TLane.Of(2 * TLane.Width);
        for (int stretch = 0; stretch < 3; stretch++)
        {
            TLane step = TLane.From((double)first + i);
            TLane next = TLane.From((double)first + i + width);
            for (; i < until; i += 2 * width)
            {
                TLane one = kernel.At(step);
                TLane other = kernel.At(next);
                Store(one, ref Unsafe.Add(ref target, i));
                Store(other, ref Unsafe.Add(ref target, i + width));
                step += stride;
                next += stride;
            }

            (i, until) = stretch == 0 ? (aligned, last) : (last, last + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Map<TMap, TLane, T>(TMap map, ReadOnlySpan<double> values, Span<T> destination)
        where TMap : struct, IMap
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // The values at the ends are kept before anything is written: the source may be the destination. A map may be long, and is here once.
        ref double source = ref MemoryMarshal.GetReference(values);
        ref T target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        nint aligned = UpToLine<TLane, T>(ref target);
        Span<double> ends = stackalloc double[2 * TLane.Width];
        ref double head = ref MemoryMarshal.GetReference(ends);
        TLane.Load(in source).Store(ref head);
        TLane.Load(in Unsafe.Add(ref source, last)).Store(ref Unsafe.Add(ref head, TLane.Width));
        scoped ref double from = ref Unsafe.Add(ref source, aligned);
        ref T to = ref Unsafe.Add(ref target, aligned);
        nint count = last - aligned;
        for (int stretch = 0; stretch < 3; stretch++)
        {
            for (nint i = 0; i < count; i += TLane.Width)
            {
                Store(map.Of(TLane.Load(in Unsafe.Add(ref from, i))), ref Unsafe.Add(ref to, i));
            }

            from = ref Unsafe.Add(ref head, stretch * TLane.Width);
            to = ref Unsafe.Add(ref target, stretch * last);
            count = 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fold<TFold, TLane, T>(TFold fold, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<T> destination)
        where TFold : struct, IFold
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        if (destination.IsEmpty)
        {
            return;
        }

        // The lanes at the ends are computed before anything is written: the source may be the destination.
        ref double one = ref MemoryMarshal.GetReference(left);
        ref double other = ref MemoryMarshal.GetReference(right);
        ref T target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        TLane head = fold.Of(TLane.Load(in one), TLane.Load(in other));
        TLane tail = fold.Of(TLane.Load(in Unsafe.Add(ref one, last)), TLane.Load(in Unsafe.Add(ref other, last)));
        for (nint i = UpToLine<TLane, T>(ref target); i < last; i += TLane.Width)
        {
            Store(fold.Of(TLane.Load(in Unsafe.Add(ref one, i)), TLane.Load(in Unsafe.Add(ref other, i))), ref Unsafe.Add(ref target, i));
        }

        Store(head, ref target);
        Store(tail, ref Unsafe.Add(ref target, last));
    }

    /// <summary>One of every so many elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Pick<T>(ReadOnlySpan<T> values, nint stride, Span<T> destination)
    {
        // Four at a time: there is nothing to it but the counting.
        ref T source = ref MemoryMarshal.GetReference(values);
        ref T target = ref MemoryMarshal.GetReference(destination);
        nint i = 0;
        for (; i + 4 <= destination.Length; i += 4)
        {
            Unsafe.Add(ref target, i) = source;
            Unsafe.Add(ref target, i + 1) = Unsafe.Add(ref source, stride);
            Unsafe.Add(ref target, i + 2) = Unsafe.Add(ref source, 2 * stride);
            Unsafe.Add(ref target, i + 3) = Unsafe.Add(ref source, 3 * stride);
            source = ref Unsafe.Add(ref source, 4 * stride);
        }

        for (; i < destination.Length; i++, source = ref Unsafe.Add(ref source, stride))
        {
            Unsafe.Add(ref target, i) = source;
        }
    }

    /// <summary>How many elements there are up to the next address at which a lane does not straddle two cache lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nint UpToLine<TLane, T>(ref T target)
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        nuint bytes = (nuint)(TLane.Width * Unsafe.SizeOf<T>());
        return (nint)((0 - (nuint)Unsafe.AsPointer(ref target)) % bytes) / Unsafe.SizeOf<T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLane, T>(TLane lane, ref T destination)
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        if (typeof(T) == typeof(double))
        {
            lane.Store(ref Unsafe.As<T, double>(ref destination));
        }
        else
        {
            lane.Store(ref Unsafe.As<T, float>(ref destination));
        }
    }
}
