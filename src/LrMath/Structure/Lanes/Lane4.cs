using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>Four doubles side by side.</summary>
internal readonly struct Lane4(Vector256<double> value) : ILane<Lane4>
{
    private readonly Vector256<double> value = value;

    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Of(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 From(double first) => new(Vector256.Create(first) + Vector256.Create(0.0, 1.0, 2.0, 3.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Load(ref readonly double source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator +(Lane4 left, Lane4 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator -(Lane4 left, Lane4 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator *(Lane4 left, Lane4 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator /(Lane4 left, Lane4 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 operator -(Lane4 value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Fma(Lane4 x, Lane4 y, Lane4 z) => new(Vector256.FusedMultiplyAdd(x.value, y.value, z.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Sqrt(Lane4 x) => new(Vector256.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Min(Lane4 x, Lane4 y) => new(Vector256.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Max(Lane4 x, Lane4 y) => new(Vector256.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 NativeMin(Lane4 x, Lane4 y) => new(Vector256.MinNative(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 NativeMax(Lane4 x, Lane4 y) => new(Vector256.MaxNative(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 TwoToThe(Lane4 shiftedPower) =>
        new(((Vector256.AsInt64(shiftedPower.value) + Vector256.Create(Lane1.ExponentBias)) << Lane1.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Mantissa(Lane4 x, out Lane4 exponent)
    {
        Vector256<long> bits = x.value.AsInt64();
        Vector256<long> power = (bits - Vector256.Create(Lane1.LeastMantissa)) >> Lane1.MantissaBits;
        exponent = new(Vector256.ConvertToDouble(power));
        return new((bits - (power << Lane1.MantissaBits)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Significand(Lane4 x, out Lane4 middle)
    {
        Vector256<long> bits = (x.value.AsInt64() & Vector256.Create(Lane1.MantissaMask)) | Vector256.Create(Lane1.OneBits);
        middle = new(((bits & Vector256.Create(Lane1.SixteenthMask)) | Vector256.Create(Lane1.HalfSixteenth)).AsDouble());
        return new(bits.AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Sixteenth(Lane4 x) => new((x.value.AsInt64() >>> Lane1.SixteenthBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane4 Entry(Lane4 index, ref readonly double table)
    {
        Vector256<long> places = index.value.AsInt64() & Vector256.Create(15L);
        ref double first = ref Unsafe.AsRef(in table);
        return new(Vector256.Create(
            Unsafe.Add(ref first, (nint)places.GetElement(0)),
            Unsafe.Add(ref first, (nint)places.GetElement(1)),
            Unsafe.Add(ref first, (nint)places.GetElement(2)),
            Unsafe.Add(ref first, (nint)places.GetElement(3))));
    }
}
