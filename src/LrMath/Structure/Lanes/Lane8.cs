using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LrMath.Structure;

/// <summary>Eight doubles side by side.</summary>
internal readonly struct Lane8(Vector512<double> value) : ILane<Lane8>
{
    private readonly Vector512<double> value = value;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 From(double first) => new(Vector512.Create(first) + Vector512.Create(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Load(ref readonly double source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator +(Lane8 left, Lane8 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 left, Lane8 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator *(Lane8 left, Lane8 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator /(Lane8 left, Lane8 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 operator -(Lane8 value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Fma(Lane8 x, Lane8 y, Lane8 z) => new(Vector512.FusedMultiplyAdd(x.value, y.value, z.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Sqrt(Lane8 x) => new(Vector512.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Min(Lane8 x, Lane8 y) => new(Vector512.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Max(Lane8 x, Lane8 y) => new(Vector512.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 NativeMin(Lane8 x, Lane8 y) => new(Vector512.MinNative(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 NativeMax(Lane8 x, Lane8 y) => new(Vector512.MaxNative(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 TwoToThe(Lane8 shiftedPower) =>
        new(((Vector512.AsInt64(shiftedPower.value) + Vector512.Create(Lane1.ExponentBias)) << Lane1.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Mantissa(Lane8 x, out Lane8 exponent)
    {
        Vector512<long> bits = x.value.AsInt64();
        Vector512<long> power = (bits - Vector512.Create(Lane1.LeastMantissa)) >> Lane1.MantissaBits;
        exponent = new(Vector512.ConvertToDouble(power));
        return new((bits - (power << Lane1.MantissaBits)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Significand(Lane8 x, out Lane8 middle)
    {
        Vector512<long> bits = (x.value.AsInt64() & Vector512.Create(Lane1.MantissaMask)) | Vector512.Create(Lane1.OneBits);
        middle = new(((bits & Vector512.Create(Lane1.SixteenthMask)) | Vector512.Create(Lane1.HalfSixteenth)).AsDouble());
        return new(bits.AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Sixteenth(Lane8 x) => new((x.value.AsInt64() >>> Lane1.SixteenthBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane8 Entry(Lane8 index, ref readonly double table)
    {
        Vector512<long> places = index.value.AsInt64();
        Vector512<double> low = Vector512.LoadUnsafe(in table);
        Vector512<double> high = Vector512.LoadUnsafe(in table, 8);
        if (Avx512F.IsSupported)
        {
            return new(Avx512F.PermuteVar8x64x2(low, places, high));
        }

        Vector512<long> within = places & Vector512.Create(7L);
        return new(Vector512.ConditionalSelect(
            Vector512.Equals(places & Vector512.Create(8L), Vector512<long>.Zero).AsDouble(),
            Vector512.Shuffle(low, within),
            Vector512.Shuffle(high, within)));
    }
}
