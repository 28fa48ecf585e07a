namespace LrMath.Structure;

/// <summary>What leads from each knot of a path to the next one.</summary>
internal interface IWays
{
    /// <summary>What a range costs: see <see cref="ScheduleNode.RangeCost"/>.</summary>
    int RangeCost { get; }

    /// <summary>A node of one way.</summary>
    ScheduleNode CreateNode(int index, in Segment segment);

    /// <summary>The value of one way at a step.</summary>
    double At(int index, in Segment segment, int step);

    /// <summary>The values of one way at <paramref name="first"/>, first + 1 …, with the bits of <see cref="At"/>.</summary>
    void Fill(int index, in Segment segment, int first, Span<double> destination);
}

/// <summary>Ways along shapes.</summary>
internal sealed record ShapedWays(Func<int, ShapeFormula> Shape, int RangeCost) : IWays
{
    public ScheduleNode CreateNode(int index, in Segment segment) => Shape(index).CreateNode(segment);

    public double At(int index, in Segment segment, int step) => Shape(index).At(segment, step);

    public void Fill(int index, in Segment segment, int first, Span<double> destination) => Shape(index).Fill(segment, first, destination);
}
