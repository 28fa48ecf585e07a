using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LrMath.Structure;

/// <summary>A vector of two doubles.</summary>
internal readonly struct Vector128Double(Vector128<double> value) : IVector<Vector128Double>
{
    private readonly Vector128<double> value = value;

    public static int Count => 2;

    /// <summary>Without the instruction, the runtime's fallback for vectors takes three times as long as two scalar operations.</summary>
    private static bool HasFma => Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Create(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double CreateSequence(double first) => new(Vector128.Create(first) + Vector128.Create(0.0, 1.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Load(ref readonly double source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator +(Vector128Double left, Vector128Double right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator -(Vector128Double left, Vector128Double right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator *(Vector128Double left, Vector128Double right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator /(Vector128Double left, Vector128Double right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator +(Vector128Double left, double right) => new(left.value + Vector128.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator -(Vector128Double left, double right) => new(left.value - Vector128.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator -(double left, Vector128Double right) => new(Vector128.Create(left) - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator *(Vector128Double left, double right) => new(left.value * Vector128.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator /(double left, Vector128Double right) => new(Vector128.Create(left) / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double operator -(Vector128Double value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double FusedMultiplyAdd(Vector128Double x, Vector128Double y, Vector128Double z) =>
        new(
            HasFma
                ? Vector128.FusedMultiplyAdd(x.value, y.value, z.value)
                : Vector128.Create(
                    Math.FusedMultiplyAdd(x.value[0], y.value[0], z.value[0]),
                    Math.FusedMultiplyAdd(x.value[1], y.value[1], z.value[1])
                )
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double FusedMultiplyAdd(Vector128Double x, double y, Vector128Double z) =>
        HasFma ? new(Vector128.FusedMultiplyAdd(x.value, Vector128.Create(y), z.value)) : FusedMultiplyAdd(x, Create(y), z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double FusedMultiplyAdd(Vector128Double x, double y, double z) =>
        HasFma
            ? new(Vector128.FusedMultiplyAdd(x.value, Vector128.Create(y), Vector128.Create(z)))
            : FusedMultiplyAdd(x, Create(y), Create(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Sqrt(Vector128Double x) => new(Vector128.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Min(Vector128Double x, Vector128Double y) => new(Vector128.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Max(Vector128Double x, Vector128Double y) => new(Vector128.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MinNative(double x, Vector128Double y) => new(Vector128.MinNative(Vector128.Create(x), y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double MaxNative(double x, Vector128Double y) => new(Vector128.MaxNative(Vector128.Create(x), y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Exp2OfInteger(Vector128Double shiftedPower) =>
        new(((Vector128.AsInt64(shiftedPower.value) + Vector128.Create(Scalar.ExponentBias)) << Scalar.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Mantissa(Vector128Double x, out Vector128Double exponent)
    {
        Vector128<long> bits = x.value.AsInt64();
        Vector128<long> power = (bits - Vector128.Create(Scalar.LeastMantissa)) >> Scalar.MantissaBits;
        exponent = new(Vector128.ConvertToDouble(power));
        return new((bits - (power << Scalar.MantissaBits)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double SixteenthIndex(Vector128Double x) => new((x.value.AsInt64() >>> Scalar.SixteenthBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUniform(Vector128Double index, out nint same)
    {
        Vector128<long> numbers = index.value.AsInt64();
        long first = numbers.ToScalar();
        same = (nint)first;
        return Vector128.EqualsAll(numbers, Vector128.Create(first));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Gather4(Vector128Double index, nint first, ref readonly double table)
    {
        Vector128<long> rows = (index.value.AsInt64() - Vector128.Create((long)first)) << 2;
        ref double table0 = ref Unsafe.AsRef(in table);
        return new(Vector128.Create(Unsafe.Add(ref table0, (nint)rows.GetElement(0)), Unsafe.Add(ref table0, (nint)rows.GetElement(1))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Double Lookup16(Vector128Double index, ref readonly double table)
    {
        Vector128<long> places = index.value.AsInt64() & Vector128.Create(15L);
        ref double first = ref Unsafe.AsRef(in table);
        return new(Vector128.Create(Unsafe.Add(ref first, (nint)places.GetElement(0)), Unsafe.Add(ref first, (nint)places.GetElement(1))));
    }
}
