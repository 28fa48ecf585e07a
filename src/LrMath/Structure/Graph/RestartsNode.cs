namespace LrMath.Structure;

/// <summary>A shape from a peak to a floor, restarted. The periods and the peaks may grow or shrink.</summary>
internal sealed record RestartsNode : ScheduleNode
{
    private const int MostCycles = 1_000_000;

    private readonly ShapeFormula shape;
    private readonly double peak;
    private readonly double floor;
    private readonly EqualIntervals equal;
    private readonly double[] starts;
    private readonly GeometricSequence decay;
    private readonly bool decays;

    internal RestartsNode(ShapeFormula shape, double peak, double floor, double period, double[] starts, double peakDecay)
        : base(shape.RangeCost)
    {
        this.shape = starts.Length == 0 && peakDecay == 1 ? shape.ShareFor(new Segment(peak, floor, 0, period)) : shape;
        this.peak = peak;
        this.floor = floor;
        equal = new(period);
        this.starts = starts;
        decays = peakDecay != 1;
        decay = new(peak - floor, decays ? GeometricSequence.Rate(1, peakDecay, 1) : default, 0);
    }

    /// <summary>The peak of the last cycle.</summary>
    internal double LastTop(int? cycles) =>
        Top(Math.Min((cycles ?? int.MaxValue) - 1, starts.Length == 0 ? CycleAt(int.MaxValue) : starts.Length - 2));

    internal override double At(int step)
    {
        Guard.Step(step);
        Segment cycle = Cycle(CycleAt(step), out long origin);
        return shape.At(cycle, (int)(step - origin));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        // All cycles in one run: they may be as short as a step.
        int done = 0;
        while (done < destination.Length)
        {
            int step = first + done;
            int index = CycleAt(step);
            Segment cycle = Cycle(index, out long origin);
            double end = starts.Length == 0 ? equal.StartOf(index + 1.0) : starts[index + 1];
            int count = Segment.CountBefore(Segment.StepAt(end), step, destination.Length - done);
            shape.Fill(cycle, (int)(step - origin), destination.Slice(done, count));
            done += count;
        }

        return destination.Length;
    }

    /// <summary>
    /// The positions at which cycles start, each <paramref name="factor"/> times as long as the one before, and the position at which the
    /// last one ends. There are at most <paramref name="most"/> cycles, none starts after the last step there is, and the list ends where
    /// cycles are too short for their positions to differ. Null if there are too many. Sums have 105 bits, so that cycles of integer
    /// lengths start at integer steps.
    /// </summary>
    internal static double[]? Starts(double period, double factor, int most)
    {
        List<double> starts = [0];
        DoubleDouble length = new(period, 0);
        DoubleDouble position = length;
        while (position.High <= int.MaxValue && position.High > starts[^1] && starts.Count < most)
        {
            if (starts.Count == MostCycles)
            {
                return null;
            }

            starts.Add(position.High);
            length *= factor;
            position += length;
        }

        if (position.High > starts[^1])
        {
            starts.Add(position.High);
        }

        return [.. starts];
    }

    /// <summary>
    /// A cycle. The positions of equal cycles are relative to an integer step: far from zero they would lose digits. Those of other cycles
    /// are absolute.
    /// </summary>
    private Segment Cycle(int index, out long origin)
    {
        double top = Top(index);
        if (starts.Length > 0)
        {
            origin = 0;
            return new(top, floor, starts[index], starts[index + 1]);
        }

        double start = equal.StartOf(index, out origin);
        return new(top, floor, start, start + equal.Width, equal.Width, equal.Inverse);
    }

    private double Top(long index)
    {
        if (index == 0 || !decays)
        {
            return peak;
        }

        // Next to the largest double, rounding up may make the distance between peak and floor overflow.
        double top = Saturation.Saturated(floor + decay.At((int)index, null));
        return double.IsFinite(floor - top) ? top
            : top > 0 ? Math.BitDecrement(top)
            : Math.BitIncrement(top);
    }

    private int CycleAt(int step)
    {
        if (starts.Length == 0)
        {
            return equal.IndexAt(step);
        }

        int found = Array.BinarySearch(starts, step);
        return found >= 0 ? found : ~found - 1;
    }
}
