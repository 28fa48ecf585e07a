namespace LrMath.Structure;

/// <summary>An exponential approach to one of its ends or away from it, at steps on one side of it.</summary>
internal sealed record ApproachNode : ScheduleNode
{
    private readonly Approach curve;
    private readonly long whole;
    private readonly int sign;
    private readonly double[] table;
    private readonly double[] inStepOrder;

    /// <param name="curve">The curve, its distance counted from the whole step.</param>
    /// <param name="whole">The whole step next to the near end.</param>
    /// <param name="sign">1 if the steps follow it, -1 if they come before it.</param>
    /// <param name="furthest">The largest distance that is asked.</param>
    internal ApproachNode(in Approach curve, long whole, int sign, double furthest)
    {
        this.curve = curve;
        this.whole = whole;
        this.sign = sign;
        table = new double[Ranges.RoomFor((int)Math.Min(furthest + 1, Anchored.Block))];
        curve.FillTable(table, table.Length);
        inStepOrder = sign > 0 ? table : [.. table.Reverse()];
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return curve.At((step - whole) * sign, table);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct => Anchored.Fill<Approach, Approach.Reached, T>(curve, whole, sign, first, destination, inStepOrder, inStepOrder);
}
