using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// Sixteen anchors c = 1 + i/16 for the mantissas of [31/32, 31/16). Three rows: r = 1/c, rounded; log2(1/r), high part; its low
/// part. The first anchor is 1, so that logarithms near 0 keep their digits on both sides.
/// </summary>
internal static class LogarithmTable
{
    private const int Anchors = 16;

    // An array: a span of constants would be allocated at each read where code is not optimised.
    private static readonly double[] Table =
    [
        1,
        0.9411764705882353,
        0.8888888888888888,
        0.8421052631578947,
        0.8,
        0.7619047619047619,
        0.7272727272727273,
        0.6956521739130435,
        0.6666666666666666,
        0.64,
        0.6153846153846154,
        0.5925925925925926,
        0.5714285714285714,
        0.5517241379310345,
        0.5333333333333333,
        0.5161290322580645,
        0,
        0.08746284125033943,
        0.16992500144231246,
        0.24792751344358557,
        0.3219280948873623,
        0.39231742277876036,
        0.4594316186372972,
        0.523561956057013,
        0.5849625007211563,
        0.6438561897747247,
        0.7004397181410921,
        0.7548875021634687,
        0.8073549220576042,
        0.8579809951275721,
        0.9068905956085186,
        0.9541963103868752,
        0,
        -9.688387397944026e-19,
        -1.3630044374294015e-17,
        6.851541026464371e-19,
        -2.4946213360529382e-17,
        8.246009155762355e-18,
        1.508778409497686e-17,
        -3.259474827400685e-17,
        -3.616112992853282e-17,
        -3.077552746609339e-17,
        8.898293546559103e-18,
        -4.6610110051313035e-17,
        1.3470499217152465e-17,
        5.267528527415467e-17,
        -4.108592764021897e-17,
        2.803264550498327e-18,
    ];

    /// <summary>The number of the anchor nearest to a mantissa.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector AnchorOf<TVector>(TVector mantissa)
        where TVector : struct, IVector<TVector> => TVector.SixteenthIndex(mantissa + (1.0 / 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Inverse<TVector>(TVector anchor)
        where TVector : struct, IVector<TVector> => TVector.Lookup16(anchor, in MemoryMarshal.GetArrayDataReference(Table));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector High<TVector>(TVector anchor)
        where TVector : struct, IVector<TVector> =>
        TVector.Lookup16(anchor, in Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Table), Anchors));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Low<TVector>(TVector anchor)
        where TVector : struct, IVector<TVector> =>
        TVector.Lookup16(anchor, in Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Table), 2 * Anchors));
}
