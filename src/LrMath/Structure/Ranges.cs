using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>
/// The loops. They choose the widest lane of the machine, and end with one that overlaps its predecessor: an element depends on its
/// own step and on nothing else, so writing it twice writes the same bits. They are optimised at once: the first range is as fast as
/// the thousandth.
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
            Fill<TFormula, Lane8, T>(formula, first, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Fill<TFormula, Lane4, T>(formula, first, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Fill<TFormula, Lane2, T>(formula, first, destination);
        }
        else
        {
            Fill<TFormula, Lane1, T>(formula, first, destination);
        }
    }

    /// <summary>Replaces each value by its image.</summary>
    internal static void Map<TMap>(in TMap map, Span<double> values)
        where TMap : struct, IMap
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Map<TMap, Lane8>(map, values);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Map<TMap, Lane4>(map, values);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Map<TMap, Lane2>(map, values);
        }
        else
        {
            Map<TMap, Lane1>(map, values);
        }
    }

    /// <summary>Folds <paramref name="right"/> into <paramref name="values"/>, element by element.</summary>
    internal static void Fold<TFold>(Span<double> values, ReadOnlySpan<double> right)
        where TFold : struct, IFold
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Fold<TFold, Lane8>(values, right);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Fold<TFold, Lane4>(values, right);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Fold<TFold, Lane2>(values, right);
        }
        else
        {
            Fold<TFold, Lane1>(values, right);
        }
    }

    /// <summary>Rounds to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Narrow(ReadOnlySpan<double> values, Span<float> destination)
    {
        ref double source = ref MemoryMarshal.GetReference(values);
        ref float target = ref MemoryMarshal.GetReference(destination);
        nint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= values.Length - 16; i += 16)
            {
                Vector512.Narrow(Vector512.LoadUnsafe(ref source, (nuint)i), Vector512.LoadUnsafe(ref source, (nuint)i + 8)).StoreUnsafe(ref target, (nuint)i);
            }
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= values.Length - 4; i += 4)
            {
                Vector128.Narrow(Vector128.LoadUnsafe(ref source, (nuint)i), Vector128.LoadUnsafe(ref source, (nuint)i + 2)).StoreUnsafe(ref target, (nuint)i);
            }
        }

        for (; i < values.Length; i++)
        {
            Unsafe.Add(ref target, i) = (float)Unsafe.Add(ref source, i);
        }
    }

    /// <summary>Each of the factors times a scale, in double or single precision; what overflows stays at the largest double.</summary>
    internal static void Scale<T>(ReadOnlySpan<double> factors, double scale, Span<T> destination)
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Scale<Lane8, T>(factors, scale, destination);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Scale<Lane4, T>(factors, scale, destination);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Scale<Lane2, T>(factors, scale, destination);
        }
        else
        {
            Scale<Lane1, T>(factors, scale, destination);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fill<TFormula, TLane, T>(TFormula formula, int first, Span<T> destination)
        where TFormula : struct, IFormula
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        if (destination.IsEmpty)
        {
            return;
        }

        ref T target = ref MemoryMarshal.GetReference(destination);
        nint last = destination.Length - TLane.Width;
        TLane step = TLane.From(first);
        TLane stride = TLane.Of(TLane.Width);
        for (nint i = 0; i < last; i += TLane.Width)
        {
            Store(formula.At(step), ref Unsafe.Add(ref target, i));
            step += stride;
        }

        Store(formula.At(TLane.From((double)first + last)), ref Unsafe.Add(ref target, last));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Scale<TLane, T>(ReadOnlySpan<double> factors, double scale, Span<T> destination)
        where TLane : struct, ILane<TLane>
        where T : struct
    {
        ref double source = ref MemoryMarshal.GetReference(factors);
        ref T target = ref MemoryMarshal.GetReference(destination);
        nint i = 0;
        for (; i <= destination.Length - TLane.Width; i += TLane.Width)
        {
            Store(Saturation.Saturated(TLane.Load(in Unsafe.Add(ref source, i)) * TLane.Of(scale)), ref Unsafe.Add(ref target, i));
        }

        for (; i < destination.Length; i++)
        {
            Store(Saturation.Saturated(new Lane1(Unsafe.Add(ref source, i)) * new Lane1(scale)), ref Unsafe.Add(ref target, i));
        }
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Map<TMap, TLane>(TMap map, Span<double> values)
        where TMap : struct, IMap
        where TLane : struct, ILane<TLane>
    {
        ref double target = ref MemoryMarshal.GetReference(values);
        nint i = 0;
        for (; i <= values.Length - TLane.Width; i += TLane.Width)
        {
            ref double here = ref Unsafe.Add(ref target, i);
            map.Of(TLane.Load(in here)).Store(ref here);
        }

        for (; i < values.Length; i++)
        {
            ref double here = ref Unsafe.Add(ref target, i);
            map.Of(new Lane1(here)).Store(ref here);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fold<TFold, TLane>(Span<double> values, ReadOnlySpan<double> right)
        where TFold : struct, IFold
        where TLane : struct, ILane<TLane>
    {
        ref double target = ref MemoryMarshal.GetReference(values);
        ref double other = ref MemoryMarshal.GetReference(right);
        nint i = 0;
        for (; i <= values.Length - TLane.Width; i += TLane.Width)
        {
            ref double here = ref Unsafe.Add(ref target, i);
            TFold.Of(TLane.Load(in here), TLane.Load(in Unsafe.Add(ref other, i))).Store(ref here);
        }

        for (; i < values.Length; i++)
        {
            ref double here = ref Unsafe.Add(ref target, i);
            TFold.Of(new Lane1(here), new Lane1(Unsafe.Add(ref other, i))).Store(ref here);
        }
    }
}
