using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A straight piece of a schedule, level or not, from a step on.</summary>
internal readonly struct Straight(long first, in Half half, bool isLevel = false) : IFormula
{
    private readonly Half half = half;

    /// <summary>The first step of the piece.</summary>
    internal long First { get; } = first;

    /// <summary>Whether it has one value everywhere.</summary>
    internal bool IsLevel { get; } = isLevel;

    /// <summary>One value, from a step on.</summary>
    internal static Straight Level(long first, double value) => new(first, new Half(new Segment(value, value, 0, 1), isFirst: true), isLevel: true);

    /// <summary>The piece on a clock that starts later, from a step on; null if its positions would be rounded there.</summary>
    internal Straight? Later(long first, int by) =>
        IsLevel || by == 0 ? new(first, half, IsLevel)
        : half.Later(by) is { } later ? new(first, later)
        : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => half.Value(half.Progress(step));
}
