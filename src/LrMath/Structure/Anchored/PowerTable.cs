namespace LrMath.Structure;

/// <summary>
/// Values of <c>foot + (top - foot)·(x / xOfTop)^exponent</c> at the middles c of the sixteenths of each octave of x. For each octave a row
/// of 48 numbers: 1/c; the distance of the value at c from the foot; that value.
/// </summary>
internal static class PowerTable
{
    internal const int Anchors = 16;

    private static readonly double[] Middles = [.. Enumerable.Range(0, Anchors).Select(i => 1 + ((i + 0.5) / Anchors))];

    private static readonly DoubleDouble[] Logarithms = Array.ConvertAll(Middles, middle => DoubleDouble.Log2(new(middle, 0)));

    /// <summary>True if an exponent is small enough for the series, and not so small that the power is 1 wherever it is not 0.</summary>
    internal static bool Includes(double exponent) => Math.Abs(exponent) is >= 1e-18 and <= 12;

    /// <summary>The number of the octave of a positive normal number.</summary>
    internal static int OctaveOf(double x) => (int)(BitConverter.DoubleToInt64Bits(x) >> Scalar.MantissaBits);

    /// <summary>The rows of the octaves from that of <paramref name="least"/> to that of <paramref name="greatest"/>.</summary>
    internal static double[][] Of(double exponent, double xOfTop, double top, double foot, double least, double greatest)
    {
        Scalar high = Polynomials.Log2(new Scalar(xOfTop), out Scalar low);
        DoubleDouble minusLogarithmOfTop = new(-high.Value, -low.Value);
        int lowest = OctaveOf(least);
        double[][] rows = new double[OctaveOf(greatest) - lowest + 1][];
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = new double[3 * Anchors];
            DoubleDouble octavesFromTop = new DoubleDouble(lowest + i - Scalar.ExponentBias, 0) + minusLogarithmOfTop;
            for (int k = 0; k < Anchors; k++)
            {
                row[k] = 1 / Middles[k];
                (row[Anchors + k], row[(2 * Anchors) + k]) = ValueAt((octavesFromTop + Logarithms[k]) * exponent, top, foot);
            }

            rows[i] = row;
        }

        return rows;
    }

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
