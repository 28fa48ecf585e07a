using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Two or more schedules combined into one value, step by step, from the left.</summary>
internal sealed record FoldNode<TFold>(TFold Fold, ScheduleNode First, params ScheduleNode[] Others) : ScheduleNode
    where TFold : struct, IFold
{
    /// <summary>Schedules combined from the left; a part that is such a combination itself is not nested.</summary>
    internal static ScheduleNode Of(TFold fold, params ReadOnlySpan<ScheduleNode> parts) => parts switch
    {
        [var only] => only,
        [FoldNode<TFold> folded, .. var others] => new FoldNode<TFold>(fold, folded.First, [.. folded.Others, .. others]),
        [var first, .. var others] => new FoldNode<TFold>(fold, first, others.ToArray()),
        [] => throw new ArgumentException("There is nothing to fold.", nameof(parts)),
    };

    internal override bool AsksSteps => First.AsksSteps || Array.Exists(Others, other => other.AsksSteps);

    internal override double At(int step)
    {
        Guard.Step(step);
        Lane1 value = new(First.At(step));
        foreach (ScheduleNode other in Others)
        {
            value = Fold.Of(value, new Lane1(other.At(step)));
        }

        return value.Value;
    }

    internal override Entry EntryAt(int step)
    {
        Entry entry = First.EntryAt(step);
        foreach (ScheduleNode other in Others)
        {
            Entry next = other.EntryAt(step);
            entry = new(
                Fold.Of(new Lane1(entry.Start), new Lane1(next.Start)).Value,
                Fold.Of(new Lane1(entry.Value), new Lane1(next.Value)).Value);
        }

        return entry;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        // Compositions may be nested deeper than the stack allows.
        int count = Math.Min(Block, destination.Length);
        Span<double> others = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc double[count] : new double[count];
        Span<double> values = destination[..count];
        First.Fill(first, values);
        foreach (ScheduleNode other in Others)
        {
            other.Fill(first, others);
            Ranges.Fold(Fold, values, others, values);
        }

        return count;
    }
}
