using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>A vector of four doubles.</summary>
internal readonly struct Vector256Double(Vector256<double> value) : IVector<Vector256Double>
{
    private readonly Vector256<double> value = value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Create(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double CreateSequence(double first) => new(Vector256.Create(first) + Vector256.Create(0.0, 1.0, 2.0, 3.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Load(ref readonly double source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator +(Vector256Double left, Vector256Double right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator -(Vector256Double left, Vector256Double right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator *(Vector256Double left, Vector256Double right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator /(Vector256Double left, Vector256Double right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator +(Vector256Double left, double right) => new(left.value + Vector256.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator -(Vector256Double left, double right) => new(left.value - Vector256.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator -(double left, Vector256Double right) => new(Vector256.Create(left) - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator *(Vector256Double left, double right) => new(left.value * Vector256.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator /(double left, Vector256Double right) => new(Vector256.Create(left) / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double operator -(Vector256Double value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double FusedMultiplyAdd(Vector256Double x, Vector256Double y, Vector256Double z) =>
        new(Vector256.FusedMultiplyAdd(x.value, y.value, z.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double FusedMultiplyAdd(Vector256Double x, double y, Vector256Double z) =>
        new(Vector256.FusedMultiplyAdd(x.value, Vector256.Create(y), z.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double FusedMultiplyAdd(Vector256Double x, double y, double z) =>
        new(Vector256.FusedMultiplyAdd(x.value, Vector256.Create(y), Vector256.Create(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Sqrt(Vector256Double x) => new(Vector256.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Min(Vector256Double x, Vector256Double y) => new(Vector256.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Max(Vector256Double x, Vector256Double y) => new(Vector256.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MinNative(double x, Vector256Double y) => new(Vector256.MinNative(Vector256.Create(x), y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double MaxNative(double x, Vector256Double y) => new(Vector256.MaxNative(Vector256.Create(x), y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Exp2OfInteger(Vector256Double shiftedPower) =>
        new(((Vector256.AsInt64(shiftedPower.value) + Vector256.Create(Scalar.ExponentBias)) << Scalar.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Mantissa(Vector256Double x, out Vector256Double exponent)
    {
        Vector256<long> bits = x.value.AsInt64();
        Vector256<long> power = (bits - Vector256.Create(Scalar.LeastMantissa)) >> Scalar.MantissaBits;
        exponent = new(Vector256.ConvertToDouble(power));
        return new((bits - (power << Scalar.MantissaBits)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double SixteenthIndex(Vector256Double x) => new((x.value.AsInt64() >>> Scalar.SixteenthBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUniform(Vector256Double index, out nint same)
    {
        Vector256<long> numbers = index.value.AsInt64();
        long first = numbers.ToScalar();
        same = (nint)first;
        return Vector256.EqualsAll(numbers, Vector256.Create(first));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Gather4(Vector256Double index, nint first, ref readonly double table)
    {
        Vector256<long> rows = (index.value.AsInt64() - Vector256.Create((long)first)) << 2;
        ref double table0 = ref Unsafe.AsRef(in table);
        return new(
            Vector256.Create(
                Unsafe.Add(ref table0, (nint)rows.GetElement(0)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(1)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(2)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(3))
            )
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Double Lookup16(Vector256Double index, ref readonly double table)
    {
        Vector256<long> places = index.value.AsInt64() & Vector256.Create(15L);
        ref double first = ref Unsafe.AsRef(in table);
        return new(
            Vector256.Create(
                Unsafe.Add(ref first, (nint)places.GetElement(0)),
                Unsafe.Add(ref first, (nint)places.GetElement(1)),
                Unsafe.Add(ref first, (nint)places.GetElement(2)),
                Unsafe.Add(ref first, (nint)places.GetElement(3))
            )
        );
    }
}
