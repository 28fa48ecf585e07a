using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>Two doubles side by side.</summary>
internal readonly struct Lane2(Vector128<double> value) : ILane<Lane2>
{
    private readonly Vector128<double> value = value;

    public static int Width => 2;

    /// <summary>Without the instruction, the runtime's own fall-back for vectors takes three times as long as two single operations.</summary>
    private static bool HasFma => System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Of(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 From(double first) => new(Vector128.Create(first) + Vector128.Create(0.0, 1.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Load(ref readonly double source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator +(Lane2 left, Lane2 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator -(Lane2 left, Lane2 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator *(Lane2 left, Lane2 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator /(Lane2 left, Lane2 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 operator -(Lane2 value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Fma(Lane2 x, Lane2 y, Lane2 z) => new(HasFma
        ? Vector128.FusedMultiplyAdd(x.value, y.value, z.value)
        : Vector128.Create(
            Math.FusedMultiplyAdd(x.value[0], y.value[0], z.value[0]),
            Math.FusedMultiplyAdd(x.value[1], y.value[1], z.value[1])));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Sqrt(Lane2 x) => new(Vector128.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Min(Lane2 x, Lane2 y) => new(Vector128.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Max(Lane2 x, Lane2 y) => new(Vector128.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 NativeMin(Lane2 x, Lane2 y) => new(Vector128.MinNative(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 NativeMax(Lane2 x, Lane2 y) => new(Vector128.MaxNative(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 TwoToThe(Lane2 shiftedPower) =>
        new(((Vector128.AsInt64(shiftedPower.value) + Vector128.Create(Lane1.ExponentBias)) << Lane1.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Mantissa(Lane2 x, out Lane2 exponent)
    {
        Vector128<long> bits = x.value.AsInt64();
        Vector128<long> power = (bits - Vector128.Create(Lane1.LeastMantissa)) >> Lane1.MantissaBits;
        exponent = new(Vector128.ConvertToDouble(power));
        return new((bits - (power << Lane1.MantissaBits)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Significand(Lane2 x, out Lane2 middle)
    {
        Vector128<long> bits = (x.value.AsInt64() & Vector128.Create(Lane1.MantissaMask)) | Vector128.Create(Lane1.OneBits);
        middle = new(((bits & Vector128.Create(Lane1.SixteenthMask)) | Vector128.Create(Lane1.HalfSixteenth)).AsDouble());
        return new(bits.AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Sixteenth(Lane2 x) => new((x.value.AsInt64() >>> Lane1.SixteenthBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane2 Entry(Lane2 index, ref readonly double table)
    {
        Vector128<long> places = index.value.AsInt64() & Vector128.Create(15L);
        ref double first = ref Unsafe.AsRef(in table);
        return new(Vector128.Create(Unsafe.Add(ref first, (nint)places.GetElement(0)), Unsafe.Add(ref first, (nint)places.GetElement(1))));
    }
}
