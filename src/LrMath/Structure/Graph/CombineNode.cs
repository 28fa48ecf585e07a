namespace LrMath.Structure;

/// <summary>Two or more schedules combined into one value, step by step, from the left.</summary>
internal sealed record CombineNode<TOperator>(TOperator Operator, params ScheduleNode[] Parts) : ScheduleNode(Parts)
    where TOperator : struct, IBinaryOperator
{
    // Longer lists are nested: a program that adds one part after another would copy them all each time.
    private const int MostToCopy = 64;

    /// <summary>
    /// Schedules combined from the left; if the first one is such a combination of at most 64 parts, its parts are taken instead of it.
    /// A single schedule is returned as it is.
    /// </summary>
    internal static ScheduleNode Of(TOperator operation, params ReadOnlySpan<ScheduleNode> parts) =>
        parts switch
        {
            [var only] => only,
            [CombineNode<TOperator> { Parts.Length: <= MostToCopy } combined, .. var others] => new CombineNode<TOperator>(
                operation,
                [.. combined.Parts, .. others]
            ),
            _ => new CombineNode<TOperator>(operation, parts.ToArray()),
        };

    /// <summary>The longest part's.</summary>
    internal override int? Length { get; } =
        Array.TrueForAll(Parts, part => part.Length is not null) ? Parts.Max(part => part.Length) : null;

    internal override double At(int step)
    {
        Guard.Step(step);
        Scalar value = new(Parts[0].At(step));
        for (int i = 1; i < Parts.Length; i++)
        {
            value = Operator.Invoke(value, new Scalar(Parts[i].At(step)));
        }

        return value.Value;
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) =>
        known < Parts.Length ? (Parts[known], step) : null;

    internal override Entry Join(int step, int known, Entry joined, Entry part) =>
        known == 0
            ? part
            : new(
                Operator.Invoke(new Scalar(joined.Start), new Scalar(part.Start)).Value,
                Operator.Invoke(new Scalar(joined.Value), new Scalar(part.Value)).Value
            );

    private protected override int FillRun(int first, Span<double> destination)
    {
        int count = Math.Min(Block, destination.Length);
        Span<double> others = FitsOnStack ? stackalloc double[count] : new double[count];
        Span<double> values = destination[..count];
        Parts[0].Fill(first, values);
        foreach (ScheduleNode other in Parts.AsSpan(1))
        {
            other.Fill(first, others);
            VectorLoops.Combine(Operator, values, others, values);
        }

        return count;
    }
}
