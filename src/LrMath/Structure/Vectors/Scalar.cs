using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A vector of one double, for single steps. All wider vectors have the same bits.</summary>
internal readonly struct Scalar(double value) : IVector<Scalar>
{
    internal const long ExponentBias = 1023;
    internal const int MantissaBits = 52;
    internal const long LeastMantissa = 0x3FEF000000000000;
    internal const int SixteenthBits = MantissaBits - 4;

    internal readonly double Value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Create(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar CreateSequence(double first) => new(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Load(ref readonly double source) => new(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => destination = Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator +(Scalar left, Scalar right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator -(Scalar left, Scalar right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator *(Scalar left, Scalar right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator /(Scalar left, Scalar right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator +(Scalar left, double right) => new(left.Value + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator -(Scalar left, double right) => new(left.Value - right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator -(double left, Scalar right) => new(left - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator *(Scalar left, double right) => new(left.Value * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator /(double left, Scalar right) => new(left / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar operator -(Scalar value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar FusedMultiplyAdd(Scalar x, Scalar y, Scalar z) => new(Math.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar FusedMultiplyAdd(Scalar x, double y, Scalar z) => new(Math.FusedMultiplyAdd(x.Value, y, z.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar FusedMultiplyAdd(Scalar x, double y, double z) => new(Math.FusedMultiplyAdd(x.Value, y, z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Sqrt(Scalar x) => new(Math.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Min(Scalar x, Scalar y) => new(Math.Min(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Max(Scalar x, Scalar y) => new(Math.Max(x.Value, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar MinNative(double x, Scalar y) => new(double.MinNative(x, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar MaxNative(double x, Scalar y) => new(double.MaxNative(x, y.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Exp2OfInteger(Scalar shiftedPower) =>
        new(BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shiftedPower.Value) + ExponentBias) << MantissaBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Mantissa(Scalar x, out Scalar exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(x.Value);
        long power = (bits - LeastMantissa) >> MantissaBits;
        exponent = new(power);
        return new(BitConverter.Int64BitsToDouble(bits - (power << MantissaBits)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar SixteenthIndex(Scalar x) =>
        new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x.Value) >>> SixteenthBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUniform(Scalar index, out nint same)
    {
        same = (nint)BitConverter.DoubleToInt64Bits(index.Value);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Gather4(Scalar index, nint first, ref readonly double table) =>
        new(Unsafe.Add(ref Unsafe.AsRef(in table), 4 * ((nint)BitConverter.DoubleToInt64Bits(index.Value) - first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar Lookup16(Scalar index, ref readonly double table) =>
        new(Unsafe.Add(ref Unsafe.AsRef(in table), (nint)(BitConverter.DoubleToInt64Bits(index.Value) & 15)));
}
