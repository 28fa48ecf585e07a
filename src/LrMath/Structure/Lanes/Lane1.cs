using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>One double: what a single step is computed with, and what every wider lane has to agree with.</summary>
internal readonly struct Lane1(double value) : ILane<Lane1>
{
    internal const long ExponentBias = 1023;
    internal const int MantissaBits = 52;
    internal const long LeastMantissa = 0x3FEF000000000000;
    internal const int SixteenthBits = MantissaBits - 4;
    internal const long MantissaMask = (1L << MantissaBits) - 1;
    internal const long OneBits = ExponentBias << MantissaBits;
    internal const long SixteenthMask = -1L << SixteenthBits;
    internal const long HalfSixteenth = 1L << (SixteenthBits - 1);

    internal readonly double Value = value;

    public static int Width => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Of(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 From(double first) => new(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Load(ref readonly double source) => new(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => destination = Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator +(Lane1 left, Lane1 right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator -(Lane1 left, Lane1 right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator *(Lane1 left, Lane1 right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator /(Lane1 left, Lane1 right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator -(Lane1 value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Fma(Lane1 x, Lane1 y, Lane1 z) => new(Math.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Sqrt(Lane1 x) => new(Math.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Min(Lane1 x, Lane1 y) => new(Math.Min(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Max(Lane1 x, Lane1 y) => new(Math.Max(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 NativeMin(Lane1 x, Lane1 y) => new(double.MinNative(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 NativeMax(Lane1 x, Lane1 y) => new(double.MaxNative(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 TwoToThe(Lane1 shiftedPower) =>
        new(BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shiftedPower.Value) + ExponentBias) << MantissaBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Mantissa(Lane1 x, out Lane1 exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(x.Value);
        long power = (bits - LeastMantissa) >> MantissaBits;
        exponent = new(power);
        return new(BitConverter.Int64BitsToDouble(bits - (power << MantissaBits)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Significand(Lane1 x, out Lane1 middle)
    {
        long bits = (BitConverter.DoubleToInt64Bits(x.Value) & MantissaMask) | OneBits;
        middle = new(BitConverter.Int64BitsToDouble((bits & SixteenthMask) | HalfSixteenth));
        return new(BitConverter.Int64BitsToDouble(bits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Sixteenth(Lane1 x) => new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x.Value) >>> SixteenthBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Entry(Lane1 index, ref readonly double table) =>
        new(Unsafe.Add(ref Unsafe.AsRef(in table), (nint)(BitConverter.DoubleToInt64Bits(index.Value) & 15)));
}
