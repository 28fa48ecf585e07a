using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// A point of the curve <c>foot + change·x^exponent</c> from which its neighbours are computed: x, 1/x, the distance of the value from the
/// foot, and the value.
/// </summary>
internal readonly record struct PowerAnchor(double X, double Inverse, double FromFoot, double Value)
{
    /// <summary>The values at numbers at most x/32 away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector At<TVector>(TVector number, in BinomialSeries series)
        where TVector : struct, IVector<TVector> =>
        At(number, TVector.Create(X), TVector.Create(Inverse), TVector.Create(FromFoot), TVector.Create(Value), series);

    /// <summary>The same with an anchor for each number. The sum adds 0: what underflows from below is made a positive zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector At<TVector>(
        TVector number,
        TVector x,
        TVector inverse,
        TVector fromFoot,
        TVector value,
        in BinomialSeries series
    )
        where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(series.At((number - x) * inverse), fromFoot, value) + 0;
}
