using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Each value of a schedule held for a number of steps, which need not be an integer.</summary>
internal sealed record SampleHoldNode(ScheduleNode Inner, EqualIntervals Intervals) : ScheduleNode
{
    // So many values are computed together.
    private const int Most = 256;

    internal override bool IsStepByStep => Inner.IsStepByStep;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(Intervals.IndexAt(step));
    }

    /// <summary>An interval is entered at its first step only.</summary>
    internal override Entry EntryAt(int step)
    {
        int interval = Intervals.IndexAt(step);
        return step == 0 || Intervals.IndexAt(step - 1) < interval ? Inner.EntryAt(interval) : base.EntryAt(step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int interval = Intervals.IndexAt(first);
        int count = Math.Min(Intervals.IndexAt(first + (destination.Length - 1)) - interval + 1, Most);
        Span<double> values = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc double[count] : new double[count];
        Inner.Fill(interval, values);
        int done = 0;
        for (int i = 0; i < count; i++)
        {
            long next = Segment.StepAt(Intervals.StartOf(interval + i + 1.0));
            int end = Segment.CountBefore(next, first, destination.Length);
            VectorLoops.Fill(values[i], destination[done..end]);
            done = end;
        }

        return done;
    }
}
