namespace LrMath.Structure;

/// <summary>
/// What a power is worth at the sixteen anchors of each octave of x, for all ways on which x = top is worth 1: the dear half of what a
/// <see cref="PowerCurve"/> needs, which ways of one length have in common.
/// </summary>
internal sealed class PowerShares
{
    internal const int Anchors = 16;

    /// <summary>For each anchor of an octave 1/c, how far its value is from the foot, and the value.</summary>
    internal const int TableLength = 3 * Anchors;

    /// <summary>1/c for the middle of each sixteenth of [1, 2).</summary>
    private static readonly double[] Inverses = [.. Enumerable.Range(0, Anchors).Select(i => 1 / (1 + ((i + 0.5) / Anchors)))];

    /// <summary>log2 c, which is that of the rounded inverse.</summary>
    private static readonly DoubleDouble[] Logarithms = Array.ConvertAll(Inverses, inverse => DoubleDouble.Log2(DoubleDouble.Quotient(1, inverse)));

    private readonly DoubleDouble logarithmOfTop;
    private readonly Share[][] octaves;
    private readonly int lowest;

    /// <param name="power">The power.</param>
    /// <param name="top">The x that is worth 1.</param>
    /// <param name="least">The x, above 0, from which on shares are kept; those below are computed when they are asked.</param>
    /// <param name="greatest">The largest x there is.</param>
    internal PowerShares(SmallPower power, double top, double least, double greatest)
    {
        Power = power;
        Top = top;
        Lane1 high = Polynomials.Log2(new Lane1(top), out Lane1 low);
        logarithmOfTop = new(high.Value, low.Value);
        lowest = OctaveOf(least);
        octaves = new Share[OctaveOf(greatest) - lowest + 1][];
        for (int i = 0; i < octaves.Length; i++)
        {
            octaves[i] = new Share[Anchors];
            for (int sixteenth = 0; sixteenth < Anchors; sixteenth++)
            {
                octaves[i][sixteenth] = ShareOf(lowest + i, sixteenth);
            }
        }
    }

    internal SmallPower Power { get; }

    internal double Top { get; }

    internal static int OctaveOf(double x) => (int)(BitConverter.DoubleToInt64Bits(x) >> Lane1.MantissaBits);

    /// <summary>The anchors of an octave on a way from a foot to a top.</summary>
    internal void FillTable(int octave, double topValue, double foot, Span<double> table)
    {
        double way = topValue - foot;
        for (int i = 0; i < Anchors; i++)
        {
            Share share = At(octave, i);
            table[i] = Inverses[i];
            table[Anchors + i] = share.Way(way);
            table[(2 * Anchors) + i] = share.Value(way, topValue, foot);
        }
    }

    /// <summary>The anchor next to an x: 1/c, how far its value is from the foot, and the value.</summary>
    internal (double Inverse, double Way, double Value) AnchorOf(double x, double topValue, double foot)
    {
        int sixteenth = (int)(BitConverter.DoubleToInt64Bits(x) >> Lane1.SixteenthBits) & (Anchors - 1);
        double way = topValue - foot;
        Share share = At(OctaveOf(x), sixteenth);
        return (Inverses[sixteenth], share.Way(way), share.Value(way, topValue, foot));
    }

    private Share At(int octave, int sixteenth) => octave >= lowest ? octaves[octave - lowest][sixteenth] : ShareOf(octave, sixteenth);

    private Share ShareOf(int octave, int sixteenth)
    {
        DoubleDouble octavesAbove = new DoubleDouble(octave - Lane1.ExponentBias, 0) + new DoubleDouble(-logarithmOfTop.High, -logarithmOfTop.Low);
        DoubleDouble power = (octavesAbove + Logarithms[sixteenth]) * Power.Exponent;
        return power.High > -1
            ? new(-Polynomials.Exp2Minus1(new Lane1(power.High), new Lane1(power.Low)).Value, IsOfTop: true)
            : new(Geometric.Exp2(power, 1), IsOfTop: false);
    }

    /// <summary>A share of the way, counted from the end that is nearer: how much of it leads here from the foot, or is left to the top.</summary>
    private readonly record struct Share(double Part, bool IsOfTop)
    {
        internal double Way(double way) => way * (IsOfTop ? 1 - Part : Part);

        internal double Value(double way, double topValue, double foot) => IsOfTop ? topValue - (way * Part) : foot + (way * Part);
    }
}
