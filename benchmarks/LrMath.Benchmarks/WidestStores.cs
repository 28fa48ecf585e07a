using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LrMath.Benchmarks;

/// <summary>One value in a range by nothing but the machine's widest aligned stores: what the memory takes at the least.</summary>
internal static class WidestStores
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static unsafe void Fill(Span<double> values, double value)
    {
        int width = Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256<double>.Count;
        ref double target = ref MemoryMarshal.GetReference(values);
        nint i = (nint)((0 - (nuint)Unsafe.AsPointer(ref target)) % (nuint)(width * sizeof(double))) / sizeof(double);
        values[..(int)i].Fill(value);
        if (Vector512.IsHardwareAccelerated)
        {
            for (var all = Vector512.Create(value); i <= values.Length - width; i += width)
            {
                all.StoreUnsafe(ref Unsafe.Add(ref target, i));
            }
        }
        else
        {
            for (var all = Vector256.Create(value); i <= values.Length - width; i += width)
            {
                all.StoreUnsafe(ref Unsafe.Add(ref target, i));
            }
        }

        values[(int)i..].Fill(value);
    }
}
