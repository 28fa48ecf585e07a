namespace LrMath.Structure;

/// <summary>A curve that is a function of 2^(rate·p).</summary>
internal interface IPerStepWeight<TSelf> : IWeight
    where TSelf : struct, IPerStepWeight<TSelf>
{
    /// <summary>The curve as a function of a number of steps instead of the progress, for a length.</summary>
    TSelf Over(double length);
}

/// <summary>
/// A shape whose ramps multiply the exact distance in steps by a rate of 105 bits. The progress is rounded twice, and a large exponent would
/// multiply that error.
/// </summary>
internal sealed record PerStepShape<TWeight>(string Name, TWeight Weight) : WeightShape<TWeight>(Name, Weight)
    where TWeight : struct, IPerStepWeight<TWeight>
{
    internal override ScheduleNode On(in Segment segment) => new WeightNode<TWeight>(segment.InSteps(), Weight.Over(segment.Length));
}
