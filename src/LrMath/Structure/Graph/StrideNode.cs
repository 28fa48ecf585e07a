using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Every n-th step of a schedule; beyond the last step there is, the value of the last one is held.</summary>
internal sealed record StrideNode(ScheduleNode Inner, int Stride) : ScheduleNode
{
    // From this stride on, a single step costs no more than a range over all the steps before it.
    private const int Wide = 16;

    private readonly bool fillsBetween = Stride < Wide && !Inner.IsStepByStep;

    internal override bool IsStepByStep => Inner.IsStepByStep;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At((int)Math.Min((long)step * Stride, int.MaxValue));
    }

    internal override Entry EntryAt(int step) => Inner.EntryAt((int)Math.Min((long)step * Stride, int.MaxValue));

    private protected override int FillRun(int first, Span<double> destination)
    {
        int most = Math.Min(Block / Stride, destination.Length);
        int count = fillsBetween ? Segment.CountBefore(1L + (int.MaxValue / Stride), first, most) : 0;
        if (count == 0)
        {
            destination[0] = At(first);
            return 1;
        }

        Span<double> buffer = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc double[Block] : new double[Block];
        Span<double> between = buffer[..(((count - 1) * Stride) + 1)];
        Inner.Fill(first * Stride, between);
        VectorLoops.PickEvery(Stride, between, destination[..count]);
        return count;
    }
}
