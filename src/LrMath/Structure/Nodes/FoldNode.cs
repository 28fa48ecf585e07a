namespace LrMath.Structure;

/// <summary>Several schedules folded into one value, step by step, from the left.</summary>
internal sealed record FoldNode<TFold>(ScheduleNode[] Parts) : ScheduleNode
    where TFold : struct, IFold
{
    internal override double At(int step)
    {
        Guard.Step(step);
        Lane1 value = new(Parts[0].At(step));
        for (int i = 1; i < Parts.Length; i++)
        {
            value = TFold.Of(value, new Lane1(Parts[i].At(step)));
        }

        return value.Value;
    }

    internal override void Fill(int first, Span<double> destination)
    {
        Span<double> other = stackalloc double[Math.Min(Block, destination.Length)];
        while (!destination.IsEmpty)
        {
            Span<double> block = destination[..Math.Min(Block, destination.Length)];
            Parts[0].Fill(first, block);
            for (int i = 1; i < Parts.Length; i++)
            {
                Parts[i].Fill(first, other[..block.Length]);
                Ranges.Fold<TFold>(block, other[..block.Length]);
            }

            destination = destination[block.Length..];
            first = destination.IsEmpty ? first : first + block.Length;
        }
    }
}
