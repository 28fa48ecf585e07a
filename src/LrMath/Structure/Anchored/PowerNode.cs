using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// <c>foot + (top - foot)·(x / xOfTop)^exponent</c> for an x that changes by 1 from step to step, up or down. Each octave of x has sixteen
/// anchors c with their values. From the nearest one it is <c>c^exponent·(1 + r)^exponent</c> with r = x/c - 1, at most 1/32, and that
/// power is a short series. Near the top the anchor is the top itself, so nothing cancels there and its value is exactly the given one.
/// There is no logarithm.
/// </summary>
internal sealed record PowerNode : ScheduleNode
{
    // With a shorter time scale, the octaves of all steps there are would need many anchors.
    private const double ShortestTimescale = 1.0 / (1 << 16);

    // Growth leads to about this power of two at most.
    private const int LargestExponent = 1000;

    private readonly SegmentSteps steps;
    private readonly BinomialSeries series;
    private readonly double slope;
    private readonly double offset;
    private readonly double reach;
    private readonly PowerAnchors anchors;

    // In steps instead of x, so that no rounding of x or of the length changes values near the top.
    private readonly PowerAnchor top;

    /// <summary>A ramp with a power of its progress, or reversed with a power of the remaining fraction of its length.</summary>
    internal PowerNode(in Segment segment, double exponent, bool isReversed)
    {
        (double top, double foot) = isReversed ? (segment.Start, segment.End) : (segment.End, segment.Start);
        (slope, offset, double topAt) = isReversed ? (-1, segment.To, segment.From) : (1, -segment.From, segment.To);
        steps = new(segment);
        series = new(exponent);
        reach = segment.Length * BinomialSeries.Reach;
        this.top = new(topAt, slope / segment.Length, top - foot, top);

        // The least x of a step inside; where there is none, no anchor is used.
        double least =
            steps.First >= steps.End ? segment.Length
            : isReversed ? segment.To - (steps.End - 1)
            : steps.First - segment.From;
        anchors = new(exponent, segment.Length, top, foot, least, segment.Length);
    }

    /// <summary>initial·(timescale / (timescale + step))^power, without an end.</summary>
    internal PowerNode(double initial, double timescale, double power)
    {
        (slope, offset) = (1, timescale);
        steps = SegmentSteps.All;
        series = new(-power);
        reach = timescale * BinomialSeries.Reach;
        top = new(0, 1 / timescale, initial, initial);
        anchors = new(-power, timescale, initial, 0, timescale, timescale + int.MaxValue);
    }

    /// <summary>True if a decay has a moderate number of anchors, and no growth leads near the largest double.</summary>
    internal static bool IsFor(double initial, double timescale, double power) =>
        timescale >= ShortestTimescale
        && double.IsFinite(timescale + int.MaxValue)
        && PowerAnchors.Includes(power)
        && (power > 0 || (-power * (Math.ILogB(1 + (int.MaxValue / timescale)) + 1)) + Math.ILogB(initial) < LargestExponent);

    internal override int? Length => Segment.LengthOf(steps.End);

    internal override double At(int step)
    {
        Guard.Step(step);
        return steps.IsHeld(step, out double held) ? held
            : IsNearTop(step) ? top.At(new Scalar(step), series).Value
            : anchors.At(new Scalar((step * slope) + offset), series).Value;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        if (steps.FillHeld(first, ref destination))
        {
            return destination.Length;
        }

        Span<double> run = destination[..CountAlike(first, destination.Length)];
        return IsNearTop(first)
            ? Fill(new NearTop(top, series), first, run)
            : Fill(new FromAnchors(slope, offset, anchors, series), first, run);
    }

    private bool IsNearTop(int step) => Math.Abs(step - top.X) <= reach;

    /// <summary>How many steps, from the first on, are near the top as it is, or are not.</summary>
    private int CountAlike(int first, int count)
    {
        int low = 1;
        while (low < count)
        {
            int middle = low + ((count - low + 1) / 2);
            (low, count) = IsNearTop(first + (middle - 1)) == IsNearTop(first) ? (middle, count) : (low, middle - 1);
        }

        return low;
    }

    // The loops have copies of what they need: nothing that they write can change it, so it stays in registers.
    private readonly struct NearTop(PowerAnchor top, BinomialSeries series) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => top.At(step, series);
    }

    private readonly struct FromAnchors(double slope, double offset, PowerAnchors anchors, BinomialSeries series) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => anchors.At((step * slope) + offset, series);
    }
}
