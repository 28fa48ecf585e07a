using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A cosine from turn to turn for ever.</summary>
internal sealed record WaveNode : ScheduleNode
{
    /// <summary>So long that the number of the last turn is still a whole double.</summary>
    internal const double ShortestWay = 1e-6;

    private readonly double start;
    private readonly double end;
    private readonly Stairs ways;
    private readonly double[] table;
    private readonly ArcShape<CosineWeight> shape;

    internal WaveNode(double start, double end, double halfPeriod)
    {
        this.start = start;
        this.end = end;
        ways = new(halfPeriod);
        table = CosineTable<CosineWeight>.Of(halfPeriod);
        shape = new("Shapes.Cosine", table);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        long turn = TurnBefore(step);
        double from = ways.StartOf(turn, out long clock);
        double to = from + ways.Width;
        double here = ValueAt(turn);
        double there = ValueAt(turn + 1);
        long local = step - clock;
        if (local - from <= to - local)
        {
            long first = from > 0 ? 1 : 0;
            return CosineHalf<CosineWeight>.At(isFirst: true, local - first, here, there - here, ways.Width, ways.Inverse, first - from, table);
        }

        long last = double.ConvertToIntegerNative<long>(to);
        return CosineHalf<CosineWeight>.At(isFirst: false, last - local, there, here - there, ways.Width, ways.Inverse, to - last, table);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        while (!destination.IsEmpty)
        {
            long turn = TurnBefore(first);
            double from = ways.StartOf(turn, out long clock);
            int length = Math.Max(1, Segment.Before(FirstAfter(turn), first, destination.Length));
            Segment way = new(ValueAt(turn), ValueAt(turn + 1), from, from + ways.Width, ways.Width, ways.Inverse);
            shape.Fill(way, (int)(first - clock), destination[..length]);
            destination = destination[length..];
            first = destination.IsEmpty ? first : first + length;
        }
    }

    /// <summary>The number of the last turn at or before a step. The sign of a fused difference is exact, where the first guess is rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long TurnBefore(double step)
    {
        long turn = double.ConvertToIntegerNative<long>(step * ways.Inverse);
        return Math.FusedMultiplyAdd(turn, ways.Width, -step) > 0 ? turn - 1
            : Math.FusedMultiplyAdd(turn + 1, ways.Width, -step) <= 0 ? turn + 1
            : turn;
    }

    /// <summary>The first step at or after the next turn.</summary>
    private long FirstAfter(long turn)
    {
        long step = Segment.StepAt((turn + 1.0) * ways.Width);
        while (step > 0 && TurnBefore(step - 1) > turn)
        {
            step--;
        }

        while (step <= int.MaxValue && TurnBefore(step) <= turn)
        {
            step++;
        }

        return step;
    }

    private double ValueAt(long turn) => (turn & 1) == 0 ? start : end;
}
