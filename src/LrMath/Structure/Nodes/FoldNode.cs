namespace LrMath.Structure;

/// <summary>Two schedules or more folded into one value, step by step, from the left.</summary>
internal sealed record FoldNode<TFold>(TFold Fold, ScheduleNode First, ScheduleNode Second, params ScheduleNode[] Others) : ScheduleNode
    where TFold : struct, IFold
{
    /// <summary>Schedules folded from the left; what is folded already is not folded apart again.</summary>
    internal static ScheduleNode Of(TFold fold, params ReadOnlySpan<ScheduleNode> parts) => parts switch
    {
        [var only] => only,
        [FoldNode<TFold> folded, .. var others] => new FoldNode<TFold>(fold, folded.First, folded.Second, [.. folded.Others, .. others]),
        [var first, var second, .. var others] => new FoldNode<TFold>(fold, first, second, others.ToArray()),
        [] => throw new ArgumentException("There is nothing to fold.", nameof(parts)),
    };

    internal override bool AsksSteps => First.AsksSteps || Second.AsksSteps || Array.Exists(Others, other => other.AsksSteps);

    internal override double At(int step)
    {
        Guard.Step(step);
        Lane1 value = Fold.Of(new Lane1(First.At(step)), new Lane1(Second.At(step)));
        foreach (ScheduleNode other in Others)
        {
            value = Fold.Of(value, new Lane1(other.At(step)));
        }

        return value.Value;
    }

    internal override Entry EntryAt(int step)
    {
        Entry entry = Both(First.EntryAt(step), Second.EntryAt(step));
        foreach (ScheduleNode other in Others)
        {
            entry = Both(entry, other.EntryAt(step));
        }

        return entry;

        Entry Both(Entry left, Entry right) => new(
            Fold.Of(new Lane1(left.Start), new Lane1(right.Start)).Value,
            Fold.Of(new Lane1(left.Value), new Lane1(right.Value)).Value);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        // Block by block, so that the values of the parts are still in the nearest cache when they are folded.
        Span<double> buffer = BufferFor(destination) ? stackalloc double[Block] : default;
        while (!destination.IsEmpty)
        {
            Span<T> block = destination[..Math.Min(Block, destination.Length)];
            Span<double> values = Doubles(block, buffer);
            First.Fill(first, values);
            ScheduleNode last = Second;
            foreach (ScheduleNode other in Others)
            {
                last.FoldInto(Fold, first, values, values);
                last = other;
            }

            last.FoldInto(Fold, first, values, block);
            destination = destination[block.Length..];
            first = destination.IsEmpty ? first : first + block.Length;
        }
    }
}
