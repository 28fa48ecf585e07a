using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Two or more schedules combined into one value, step by step, from the left.</summary>
internal sealed record CombineNode<TOperator>(TOperator Operator, ScheduleNode First, params ScheduleNode[] Others) : ScheduleNode
    where TOperator : struct, IBinaryOperator
{
    /// <summary>Schedules combined from the left; a part that is such a combination itself is not nested.</summary>
    internal static ScheduleNode Of(TOperator operation, params ReadOnlySpan<ScheduleNode> parts) => parts switch
    {
        [var only] => only,
        [CombineNode<TOperator> combined, .. var others] =>
            new CombineNode<TOperator>(operation, combined.First, [.. combined.Others, .. others]),
        [var first, .. var others] => new CombineNode<TOperator>(operation, first, others.ToArray()),
        [] => throw new ArgumentException("There is nothing to combine.", nameof(parts)),
    };

    internal override bool IsStepByStep => First.IsStepByStep || Array.Exists(Others, other => other.IsStepByStep);

    internal override double At(int step)
    {
        Guard.Step(step);
        Scalar value = new(First.At(step));
        foreach (ScheduleNode other in Others)
        {
            value = Operator.Invoke(value, new Scalar(other.At(step)));
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
                Operator.Invoke(new Scalar(entry.Start), new Scalar(next.Start)).Value,
                Operator.Invoke(new Scalar(entry.Value), new Scalar(next.Value)).Value);
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
            VectorLoops.Combine(Operator, values, others, values);
        }

        return count;
    }
}
