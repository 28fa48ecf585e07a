using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LrMath.Structure;

/// <summary>A vector of eight doubles.</summary>
internal readonly struct Vector512Double(Vector512<double> value) : IVector<Vector512Double>
{
    private readonly Vector512<double> value = value;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Create(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double CreateSequence(double first) =>
        new(Vector512.Create(first) + Vector512.Create(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Load(ref readonly double source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator +(Vector512Double left, Vector512Double right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator -(Vector512Double left, Vector512Double right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator *(Vector512Double left, Vector512Double right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator /(Vector512Double left, Vector512Double right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator +(Vector512Double left, double right) => new(left.value + Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator -(Vector512Double left, double right) => new(left.value - Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator -(double left, Vector512Double right) => new(Vector512.Create(left) - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator *(Vector512Double left, double right) => new(left.value * Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator /(double left, Vector512Double right) => new(Vector512.Create(left) / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double operator -(Vector512Double value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double FusedMultiplyAdd(Vector512Double x, Vector512Double y, Vector512Double z) =>
        new(Vector512.FusedMultiplyAdd(x.value, y.value, z.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double FusedMultiplyAdd(Vector512Double x, double y, Vector512Double z) =>
        new(Vector512.FusedMultiplyAdd(x.value, Vector512.Create(y), z.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double FusedMultiplyAdd(Vector512Double x, double y, double z) =>
        new(Vector512.FusedMultiplyAdd(x.value, Vector512.Create(y), Vector512.Create(z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Sqrt(Vector512Double x) => new(Vector512.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Min(Vector512Double x, Vector512Double y) => new(Vector512.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Max(Vector512Double x, Vector512Double y) => new(Vector512.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MinNative(double x, Vector512Double y) => new(Vector512.MinNative(Vector512.Create(x), y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double MaxNative(double x, Vector512Double y) => new(Vector512.MaxNative(Vector512.Create(x), y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Exp2OfInteger(Vector512Double shiftedPower) =>
        new(((Vector512.AsInt64(shiftedPower.value) + Vector512.Create(Scalar.ExponentBias)) << Scalar.MantissaBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Mantissa(Vector512Double x, out Vector512Double exponent)
    {
        Vector512<long> bits = x.value.AsInt64();
        Vector512<long> power = (bits - Vector512.Create(Scalar.LeastMantissa)) >> Scalar.MantissaBits;
        exponent = new(Vector512.ConvertToDouble(power));
        return new((bits - (power << Scalar.MantissaBits)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double SixteenthIndex(Vector512Double x) => new((x.value.AsInt64() >>> Scalar.SixteenthBits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUniform(Vector512Double index, out nint same)
    {
        Vector512<long> numbers = index.value.AsInt64();
        long first = numbers.ToScalar();
        same = (nint)first;
        return Vector512.EqualsAll(numbers, Vector512.Create(first));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Gather4(Vector512Double index, nint first, ref readonly double table)
    {
        Vector512<long> rows = (index.value.AsInt64() - Vector512.Create((long)first)) << 2;
        ref double table0 = ref Unsafe.AsRef(in table);
        return new(
            Vector512.Create(
                Unsafe.Add(ref table0, (nint)rows.GetElement(0)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(1)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(2)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(3)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(4)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(5)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(6)),
                Unsafe.Add(ref table0, (nint)rows.GetElement(7))
            )
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Double Lookup16(Vector512Double index, ref readonly double table)
    {
        Vector512<long> places = index.value.AsInt64();
        var low = Vector512.LoadUnsafe(in table);
        var high = Vector512.LoadUnsafe(in table, 8);

        // The loops use these vectors only where they are in hardware, and that is AVX-512.
        return new(Avx512F.PermuteVar8x64x2(low, places, high));
    }
}
