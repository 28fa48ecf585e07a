using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// <c>foot + (top - foot)·(x / xOfTop)^exponent</c> for an x that changes by 1 from step to step, up or down. Each octave of x has sixteen
/// anchors c with their values. From the nearest one it is <c>c^exponent·(1 + r)^exponent</c> with r = x/c - 1, at most 1/32, and that
/// power is a short series. Near the top the anchor is the top itself, so nothing cancels there and its value is exactly the given one.
/// There is no logarithm: a range has one loop per octave, a step one look-up.
/// </summary>
internal sealed record PowerNode : ScheduleNode
{
    // With a shorter time scale, the octaves of all steps there are would make a large table.
    private const double ShortestTimescale = 1.0 / (1 << 16);

    // Growth leads to about this power of two at most.
    private const int LargestExponent = 1000;

    private readonly SegmentSteps steps;
    private readonly BinomialSeries series;
    private readonly double slope;
    private readonly double offset;
    private readonly double topAt;
    private readonly double top;
    private readonly double change;
    private readonly double inverse;
    private readonly double reach;
    private readonly double[][] table;
    private readonly int lowestOctave;

    /// <summary>A ramp with a power of its progress, or reversed with a power of the remaining fraction of its length.</summary>
    internal PowerNode(in Segment segment, double exponent, bool isReversed)
        : this(exponent, segment.Length, isReversed ? segment.Start : segment.End, isReversed ? segment.End : segment.Start)
    {
        (slope, offset, topAt) = isReversed ? (-1, segment.To, segment.From) : (1, -segment.From, segment.To);
        steps = new(segment);

        // The least x of a step inside; where there is none, the table is not used.
        double least =
            steps.First >= steps.End ? segment.Length
            : isReversed ? segment.To - (steps.End - 1)
            : steps.First - segment.From;
        lowestOctave = PowerTable.OctaveOf(least);
        double foot = isReversed ? segment.End : segment.Start;
        table = PowerTable.Of(exponent, segment.Length, top, foot, least, segment.Length);
        inverse = slope / segment.Length;
    }

    /// <summary>initial·(timescale / (timescale + step))^power, without an end.</summary>
    internal PowerNode(double initial, double timescale, double power)
        : this(-power, timescale, initial, 0)
    {
        (slope, offset, topAt) = (1, timescale, 0);
        steps = SegmentSteps.All;
        lowestOctave = PowerTable.OctaveOf(timescale);
        table = PowerTable.Of(-power, timescale, initial, 0, timescale, timescale + int.MaxValue);
        inverse = 1 / timescale;
    }

    private PowerNode(double exponent, double xOfTop, double top, double foot)
    {
        series = new(exponent);
        this.top = top;
        change = top - foot;
        reach = xOfTop * BinomialSeries.Reach;
        table = [];
    }

    /// <summary>True if a decay has tables of a moderate size, and no growth leads near the largest double.</summary>
    internal static bool IsFor(double initial, double timescale, double power) =>
        timescale >= ShortestTimescale
        && double.IsFinite(timescale + int.MaxValue)
        && PowerTable.Includes(power)
        && (power > 0 || (-power * (Math.ILogB(1 + (int.MaxValue / timescale)) + 1)) + Math.ILogB(initial) < LargestExponent);

    internal override int? Length => Segment.LengthOf(steps.End);

    internal override double At(int step)
    {
        Guard.Step(step);
        return steps.IsHeld(step, out double held) ? held
            : IsNearTop(step) ? FromTop(new Scalar(step), topAt, inverse, series, change, top).Value
            : FromAnchor(new Scalar(XAt(step)), RowOf(step), series).Value;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        if (steps.FillHeld(first, ref destination))
        {
            return destination.Length;
        }

        Span<double> run = destination[..SameFormula(first, destination.Length)];
        return IsNearTop(first) ? Fill(new NearTop(this), first, run) : Fill(new InOctave(this, RowOf(first)), first, run);
    }

    private bool IsNearTop(int step) => Math.Abs(step - topAt) <= reach;

    private double XAt(double step) => (step * slope) + offset;

    private double[] RowOf(int step) => table[PowerTable.OctaveOf(XAt(step)) - lowestOctave];

    /// <summary>How many steps, from the first on, have the same formula: all near the top, or all in one octave.</summary>
    private int SameFormula(int first, int count)
    {
        int low = 1;
        while (low < count)
        {
            int middle = low + ((count - low + 1) / 2);
            (low, count) = IsSame(first, first + (middle - 1)) ? (middle, count) : (low, middle - 1);
        }

        return count;
    }

    private bool IsSame(int first, int step) =>
        IsNearTop(step) ? IsNearTop(first) : !IsNearTop(first) && PowerTable.OctaveOf(XAt(step)) == PowerTable.OctaveOf(XAt(first));

    // The sums add 0: what underflows from below is made a positive zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FromAnchor<TVector>(TVector x, double[] row, in BinomialSeries series)
        where TVector : struct, IVector<TVector>
    {
        ref double table = ref MemoryMarshal.GetArrayDataReference(row);
        TVector sixteenth = TVector.SixteenthIndex(x);
        TVector significand = TVector.Significand(x, out TVector middle);
        TVector growth = series.At((significand - middle) * TVector.Lookup16(sixteenth, in table));
        TVector change = TVector.Lookup16(sixteenth, in Unsafe.Add(ref table, PowerTable.Anchors));
        TVector anchor = TVector.Lookup16(sixteenth, in Unsafe.Add(ref table, 2 * PowerTable.Anchors));
        return TVector.FusedMultiplyAdd(growth, change, anchor) + 0;
    }

    /// <summary>Relative to the position of the top, so that no rounding of x or of the length changes values near it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FromTop<TVector>(TVector step, double topAt, double inverse, in BinomialSeries series, double change, double top)
        where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(series.At((step - topAt) * inverse), change, top) + 0;

    // The loops have copies of what they need: nothing that they write can change it, so it stays in registers.
    private readonly struct InOctave(PowerNode node, double[] row) : IFormula
    {
        private readonly BinomialSeries series = node.series;
        private readonly double slope = node.slope;
        private readonly double offset = node.offset;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => FromAnchor((step * slope) + offset, row, series);
    }

    private readonly struct NearTop(PowerNode node) : IFormula
    {
        private readonly BinomialSeries series = node.series;
        private readonly double topAt = node.topAt;
        private readonly double inverse = node.inverse;
        private readonly double change = node.change;
        private readonly double top = node.top;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => FromTop(step, topAt, inverse, series, change, top);
    }
}
