using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// The anchors of <c>foot + (top - foot)·(x / xOfTop)^exponent</c>: the middles of the sixteenths of each octave of x.
/// </summary>
internal readonly struct PowerAnchors
{
    private const int InOctave = 16;

    private static readonly DoubleDouble[] Logarithms =
    [
        .. Enumerable.Range(0, InOctave).Select(i => DoubleDouble.Log2(new(1 + ((i + 0.5) / InOctave), 0))),
    ];

    private readonly PowerAnchor[] anchors;
    private readonly int lowest;

    /// <summary>The anchors from that of <paramref name="least"/> to that of <paramref name="greatest"/>.</summary>
    internal PowerAnchors(double exponent, double xOfTop, double top, double foot, double least, double greatest)
    {
        Scalar high = Polynomials.Log2(new Scalar(xOfTop), out Scalar low);
        DoubleDouble minusLogarithmOfTop = new(-high.Value, -low.Value);
        lowest = SixteenthOf(least);
        anchors = new PowerAnchor[SixteenthOf(greatest) - lowest + 1];
        DoubleDouble octavesFromTop = default;
        for (int i = 0; i < anchors.Length; i++)
        {
            (int octave, int inOctave) = Math.DivRem(lowest + i, InOctave);
            if (i == 0 || inOctave == 0)
            {
                octavesFromTop = new DoubleDouble(octave - Scalar.ExponentBias, 0) + minusLogarithmOfTop;
            }

            (double fromFoot, double value) = ValueAt((octavesFromTop + Logarithms[inOctave]) * exponent, top, foot);
            double middle = MiddleOf(lowest + i);
            anchors[i] = new(middle, 1 / middle, fromFoot, value);
        }
    }

    /// <summary>The values at numbers, each from the anchor of its sixteenth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TVector At<TVector>(TVector x, in BinomialSeries series)
        where TVector : struct, IVector<TVector>
    {
        // Where a sixteenth has many steps, neighbours mostly have one anchor.
        TVector sixteenths = TVector.SixteenthIndex(x);
        TVector anchor;
        TVector inverse;
        TVector fromFoot;
        TVector value;
        if (TVector.IsUniform(sixteenths, out nint sixteenth))
        {
            ref readonly PowerAnchor one = ref anchors[sixteenth - lowest];
            (anchor, inverse) = (TVector.Create(one.X), TVector.Create(one.Inverse));
            (fromFoot, value) = (TVector.Create(one.FromFoot), TVector.Create(one.Value));
        }
        else
        {
            ref double first = ref Unsafe.As<PowerAnchor, double>(ref MemoryMarshal.GetArrayDataReference(anchors));
            anchor = TVector.Gather4(sixteenths, lowest, in first);
            inverse = TVector.Gather4(sixteenths, lowest, in Unsafe.Add(ref first, 1));
            fromFoot = TVector.Gather4(sixteenths, lowest, in Unsafe.Add(ref first, 2));
            value = TVector.Gather4(sixteenths, lowest, in Unsafe.Add(ref first, 3));
        }

        return PowerAnchor.At(x, anchor, inverse, fromFoot, value, series);
    }

    /// <summary>True if an exponent is small enough for the series, and not so small that the power is 1 wherever it is not 0.</summary>
    internal static bool Includes(double exponent) => Math.Abs(exponent) is >= 1e-18 and <= 12;

    private static int SixteenthOf(double x) => (int)(BitConverter.DoubleToInt64Bits(x) >> Scalar.SixteenthBits);

    private static double MiddleOf(int sixteenth) => BitConverter.Int64BitsToDouble(((2L * sixteenth) + 1) << (Scalar.SixteenthBits - 1));

    /// <summary>The value foot + (top - foot)·2^logarithm and its distance from the foot, computed from the nearer of the two
    /// ends.</summary>
    private static (double FromFoot, double Value) ValueAt(DoubleDouble logarithm, double top, double foot)
    {
        double change = top - foot;
        if (logarithm.High > -1)
        {
            double remaining = -Polynomials.Exp2Minus1(new Scalar(logarithm.High), new Scalar(logarithm.Low)).Value;
            return (change * (1 - remaining), top - (change * remaining));
        }

        double done = GeometricSequence.Exp2(logarithm, 1);
        return (change * done, foot + (change * done));
    }
}
