using LrMath.Plotting.Axes;

namespace LrMath.Plotting.Curves;

/// <summary>
/// A schedule over the steps from <see cref="First"/> up to, not including, <see cref="End"/>: all of up to <see cref="CompleteSteps"/>
/// are evaluated, about <see cref="Samples"/> of more.
/// </summary>
internal sealed record StepCurve(string Name, RangeEvaluator Fill, int First, int End, int CompleteSteps, int Samples) : Curve(Name)
{
    public const int CompleteByStep = 1 << 22;
    public const int CompleteByRange = 1 << 26;
    public const int UsualSamples = 1 << 20;

    public override bool WholeX => true;

    public override (double Low, double High)? XExtent(bool log) =>
        !log ? (First, End)
        : End > 1 ? (Math.Max(1, First), End)
        : null;

    public override Trace Trace(Columns columns, bool logY)
    {
        var reduction = new ColumnReduction();
        bool hidden = End - First <= CompleteSteps ? ReadAll(columns, logY, reduction) : ReadSamples(columns, logY, reduction);
        return new LineTrace(reduction.Kept, Stepwise: true, End - First, hidden);
    }

    /// <summary>Answers whether a logarithmic axis hides some of it.</summary>
    private bool ReadAll(Columns columns, bool logY, ColumnReduction reduction)
    {
        double[] buffer = new double[Math.Min(8192, End - First)];
        int from = FirstShown(columns);
        bool hidden = false;
        for (int column = 0; column < columns.Count; column++)
        {
            int to = Math.Min(End, columns.FirstStepAfter(column));
            while (from < to)
            {
                Span<double> part = buffer.AsSpan(0, Math.Min(buffer.Length, to - from));
                Fill(from, part);
                for (int i = 0; i < part.Length; i++)
                {
                    hidden |= part[i] < Guard.SmallestOnLog;
                    reduction.Add(from + i, Height(part[i], logY));
                }
                from += part.Length;
            }
            reduction.EndColumn();
        }
        return hidden && logY;
    }

    private bool ReadSamples(Columns columns, bool logY, ColumnReduction reduction)
    {
        Span<double> value = stackalloc double[1];
        int from = FirstShown(columns);
        bool hidden = false;
        for (int column = 0; column < columns.Count; column++)
        {
            int to = Math.Min(End, columns.FirstStepAfter(column));
            if (from >= to)
            {
                continue;
            }

            int strata = Math.Min(to - from, Math.Max(1, Samples / columns.Count));
            for (int stratum = 0; stratum < strata; stratum++)
            {
                int start = from + (int)((long)(to - from) * stratum / strata);
                int length = from + (int)((long)(to - from) * (stratum + 1) / strata) - start;
                // The ends of a column are taken as they are, so that curves begin and end where they should.
                int step =
                    stratum == 0 ? start
                    : stratum == strata - 1 ? to - 1
                    : start + (int)(Hash((uint)start) % (uint)length);
                Fill(step, value);
                hidden |= value[0] < Guard.SmallestOnLog;
                reduction.Add(step, Height(value[0], logY));
            }
            reduction.EndColumn();
            from = to;
        }
        return hidden && logY;
    }

    private int FirstShown(Columns columns) => columns.Log ? Math.Max(1, First) : First;

    /// <summary>A fixed scrambling of 32 bits (the finaliser of MurmurHash3), so that the samples have no period.</summary>
    private static uint Hash(uint bits)
    {
        bits = (bits ^ (bits >> 16)) * 0x85EBCA6B;
        bits = (bits ^ (bits >> 13)) * 0xC2B2AE35;
        return bits ^ (bits >> 16);
    }
}
