using LrMath.Structure;

namespace LrMath.Frameworks;

/// <summary>The product of a function's values at the steps 1 … step, from the left; the first ones may be kept in a table.</summary>
internal sealed record RunningProductNode : ScheduleNode
{
    private readonly Func<int, double> factor;
    private readonly double[] table;

    internal RunningProductNode(double initial, Func<int, double> factor, int horizon)
        : base(StepByStep)
    {
        this.factor = factor;
        table = new double[horizon + 1];
        table[0] = initial;
        Continue(0, initial, table.AsSpan(1));
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        if (step < table.Length)
        {
            return table[step];
        }

        double product = table[^1];
        for (int s = table.Length; ; s++)
        {
            product = Saturation.Saturated(product * factor(s));
            if (s == step)
            {
                return product;
            }
        }
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int kept = Math.Clamp(table.Length - first, 0, destination.Length);
        table.AsSpan(Math.Min(first, table.Length), kept).CopyTo(destination);
        if (kept == destination.Length)
        {
            return destination.Length;
        }

        destination[kept] = At(first + kept);
        Continue(first + kept, destination[kept], destination[(kept + 1)..]);
        return destination.Length;
    }

    // Writes the products of the steps after one whose product is known.
    private void Continue(int step, double product, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = product = Saturation.Saturated(product * factor(step + 1 + i));
        }
    }
}
