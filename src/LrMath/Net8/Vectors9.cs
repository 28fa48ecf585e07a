#if !NET9_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LrMath.Net8;

/// <summary>
/// What later frameworks have on vectors of doubles, with the same bits in each lane. A fused multiplication is one instruction where the
/// processor has it; elsewhere two halves, and in the end each lane for itself.
/// </summary>
internal static class Vectors9
{
    extension(Vector128)
    {
        /// <summary>x·y + z, rounded once.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> FusedMultiplyAdd(Vector128<double> x, Vector128<double> y, Vector128<double> z) =>
            Fma.IsSupported ? Fma.MultiplyAdd(x, y, z)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.FusedMultiplyAdd(z, x, y)
            : Vector128.Create(
                Math.FusedMultiplyAdd(x.GetElement(0), y.GetElement(0), z.GetElement(0)),
                Math.FusedMultiplyAdd(x.GetElement(1), y.GetElement(1), z.GetElement(1))
            );

        /// <summary>The smaller numbers, by <c>&lt;</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> MinNative(Vector128<double> x, Vector128<double> y) =>
            Vector128.ConditionalSelect(Vector128.LessThan(x, y), x, y);

        /// <summary>The larger numbers, by <c>&gt;</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> MaxNative(Vector128<double> x, Vector128<double> y) =>
            Vector128.ConditionalSelect(Vector128.GreaterThan(x, y), x, y);
    }

    extension(Vector256)
    {
        /// <summary>x·y + z, rounded once.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> FusedMultiplyAdd(Vector256<double> x, Vector256<double> y, Vector256<double> z) =>
            Fma.IsSupported
                ? Fma.MultiplyAdd(x, y, z)
                : Vector256.Create(
                    FusedMultiplyAdd(x.GetLower(), y.GetLower(), z.GetLower()),
                    FusedMultiplyAdd(x.GetUpper(), y.GetUpper(), z.GetUpper())
                );

        /// <summary>The smaller numbers, by <c>&lt;</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> MinNative(Vector256<double> x, Vector256<double> y) =>
            Vector256.ConditionalSelect(Vector256.LessThan(x, y), x, y);

        /// <summary>The larger numbers, by <c>&gt;</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> MaxNative(Vector256<double> x, Vector256<double> y) =>
            Vector256.ConditionalSelect(Vector256.GreaterThan(x, y), x, y);
    }

    extension(Vector512)
    {
        /// <summary>x·y + z, rounded once.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> FusedMultiplyAdd(Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
            Avx512F.IsSupported
                ? Avx512F.FusedMultiplyAdd(x, y, z)
                : Vector512.Create(
                    FusedMultiplyAdd(x.GetLower(), y.GetLower(), z.GetLower()),
                    FusedMultiplyAdd(x.GetUpper(), y.GetUpper(), z.GetUpper())
                );

        /// <summary>The smaller numbers, by <c>&lt;</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> MinNative(Vector512<double> x, Vector512<double> y) =>
            Vector512.ConditionalSelect(Vector512.LessThan(x, y), x, y);

        /// <summary>The larger numbers, by <c>&gt;</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> MaxNative(Vector512<double> x, Vector512<double> y) =>
            Vector512.ConditionalSelect(Vector512.GreaterThan(x, y), x, y);
    }
}
#endif
