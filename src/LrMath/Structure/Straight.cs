using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A straight piece of a schedule, level or not, from a step on; its positions are counted from another one.</summary>
internal readonly struct Straight(long first, double clock, in Half half) : IFormula
{
    private readonly double clock = clock;
    private readonly Half half = half;

    /// <summary>The first step of the piece.</summary>
    internal long First { get; } = first;

    /// <summary>One value, from a step on.</summary>
    internal static Straight Level(long first, double value) => new(first, 0, new Half(new Segment(value, value, 0, 1), isFirst: true));

    /// <summary>The piece on a clock that starts later, from a step on.</summary>
    internal Straight Later(long first, int by) => new(first, clock + by, half);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane> => half.Value(half.Progress(step - TLane.Of(clock)));
}
