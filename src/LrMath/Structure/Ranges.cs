using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>
/// The loops. They choose the widest lane of the machine and write whole cache lines: the first lane and the last one overlap the
/// aligned ones between them. An element depends on its own step and on nothing else, so writing it twice writes the same bits.
/// They are optimised at once: the first range is as fast as the thousandth.
/// </summary>
internal static class Ranges
{
    /// <summary>The values of a formula at <paramref name="first"/>, first + 1 …, in double or single precision.</summary>
    internal static void Fill<TFormula, T>(in TFormula formula, int first, Span<T> destination)
        where TFormula : struct, IFormula
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Steps<TFormula, Lane8, T>(formula, first, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Steps<TFormula, Lane4, T>(formula, first, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Steps<TFormula, Lane2, T>(formula, first, destination);
        }
        else
        {
            Steps<TFormula, Lane1, T>(formula, first, destination);
        }
    }

    /// <summary>The same for a formula that readies itself for a lane.</summary>
    internal static void FillWide<TFormula, T>(scoped in TFormula formula, int first, Span<T> destination)
        where TFormula : struct, IWideFormula, allows ref struct
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= 2 * Lane8.Width)
        {
            formula.Fill<Lane8, T>(first, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= 2 * Lane4.Width)
        {
            formula.Fill<Lane4, T>(first, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= 2 * Lane2.Width)
        {
            formula.Fill<Lane2, T>(first, destination);
        }
        else if (!destination.IsEmpty)
        {
            formula.Fill<Lane1, T>(first, destination);
        }
    }

    /// <summary>Work on 0, 1 … up to a count, and on as many numbers more as fill a lane of eight: its results need the room.</summary>
    internal static void Each<TWork>(scoped in TWork work, int count)
        where TWork : struct, IWork, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Each<TWork, Lane8>(work, count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Each<TWork, Lane4>(work, count);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Each<TWork, Lane2>(work, count);
        }
        else
        {
            Each<TWork, Lane1>(work, count);
        }
    }

    /// <summary>One value everywhere.</summary>
    internal static void Hold<T>(double value, Span<T> destination)
        where T : struct => Fill(new Level(value), 0, destination);

    /// <summary>One value in the first so many elements, and perhaps in some of the room behind them: for short runs that follow each other.</summary>
    internal static void HoldAtLeast<T>(double value, int count, Span<T> room)
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            HoldAtLeast<Lane8, T>(value, count, room);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            HoldAtLeast<Lane4, T>(value, count, room);
        }
        else
        {
            HoldAtLeast<Lane1, T>(value, count, room);
        }
    }

    /// <summary>The image of each value; the destination may be the values themselves.</summary>
    internal static void Map<TMap, T>(in TMap map, ReadOnlySpan<double> values, Span<T> destination)
        where TMap : struct, IMap
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Map<TMap, Lane8, T>(map, values, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Map<TMap, Lane4, T>(map, values, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Map<TMap, Lane2, T>(map, values, destination);
        }
        else
        {
            Map<TMap, Lane1, T>(map, values, destination);
        }
    }

    /// <summary>Two values folded into one, element by element; the destination may be one of them itself.</summary>
    internal static void Fold<TFold, T>(in TFold fold, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<T> destination)
        where TFold : struct, IFold
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Fold<TFold, Lane8, T>(fold, left, right, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Fold<TFold, Lane4, T>(fold, left, right, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Fold<TFold, Lane2, T>(fold, left, right, destination);
        }
        else
        {
            Fold<TFold, Lane1, T>(fold, left, right, destination);
        }
    }

    /// <summary>The values of a formula folded into others on their way; the destination may be those themselves.</summary>
    internal static void FoldSteps<TFold, TFormula, T>(in TFormula formula, int first, ReadOnlySpan<double> values, Span<T> destination)
        where TFold : struct, IFold
        where TFormula : struct, IFormula
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            FoldSteps<TFold, TFormula, Lane8, T>(formula, first, values, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            FoldSteps<TFold, TFormula, Lane4, T>(formula, first, values, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            FoldSteps<TFold, TFormula, Lane2, T>(formula, first, values, destination);
        }
        else
        {
            FoldSteps<TFold, TFormula, Lane1, T>(formula, first, values, destination);
        }
    }

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
    private static void FoldSteps<TFold, TFormula, TLane, T>(TFormula formula, int first, ReadOnlySpan<double> values, Span<T> destination)
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
        TLane head = default(TFold).Of(TLane.Load(in source), formula.At(TLane.From(first)));
        TLane tail = default(TFold).Of(TLane.Load(in Unsafe.Add(ref source, last)), formula.At(TLane.From((double)first + last)));
        nint i = UpToLine<TLane, T>(ref target);
        TLane step = TLane.From((double)first + i);
        TLane next = TLane.From((double)first + i + TLane.Width);
        TLane stride = TLane.Of(2 * TLane.Width);
        for (; i < last; i += TLane.Width)
        {
            Store(default(TFold).Of(TLane.Load(in Unsafe.Add(ref source, i)), formula.At(step)), ref Unsafe.Add(ref target, i));
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

        // The lanes at the ends are computed before anything is written: the source may be the destination.
        ref double source = ref MemoryMarshal.GetReference(values);
        ref T target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        TLane head = map.Of(TLane.Load(in source));
        TLane tail = map.Of(TLane.Load(in Unsafe.Add(ref source, last)));
        for (nint i = UpToLine<TLane, T>(ref target); i < last; i += TLane.Width)
        {
            Store(map.Of(TLane.Load(in Unsafe.Add(ref source, i))), ref Unsafe.Add(ref target, i));
        }

        Store(head, ref target);
        Store(tail, ref Unsafe.Add(ref target, last));
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
