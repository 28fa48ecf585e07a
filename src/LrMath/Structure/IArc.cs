namespace LrMath.Structure;

/// <summary>A weight that is a part of a cosine: its steps are reached from anchors by the addition theorem, see <see cref="CosineHalf{TArc}"/>.</summary>
internal interface IArc : IWeight
{
    /// <summary>One of its own: that of the interface would put the weight into a box for each range.</summary>
    abstract double IWeight.Middle { get; }

    /// <summary>The angle of the whole way, in half turns: 1 or ½.</summary>
    static abstract double Turn { get; }

    /// <summary>The way begins as a sine, steep, and not as 1 less a cosine. Its end is flat in any case.</summary>
    static abstract bool IsSteep { get; }
}
