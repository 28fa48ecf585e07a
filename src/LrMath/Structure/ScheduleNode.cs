using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[module: SkipLocalsInit]

namespace LrMath.Structure;

/// <summary>
/// What stands behind a schedule of ours: the delegate that users hold is bound to a node, so that verbs and range evaluation can
/// see the structure. Users never do.
/// </summary>
internal abstract record ScheduleNode
{
    internal const int Block = 2048;

    /// <summary>The call that built the schedule, for <c>Describe</c>.</summary>
    internal Call? Said { get; init; }

    /// <summary>Whether steps are asked one by one: a function of the user's own is asked at no step but those that the user asks for.</summary>
    internal virtual bool AsksSteps => false;

    /// <summary>What the schedule is made of from step 0 on, if that is nothing but straight pieces.</summary>
    internal virtual Straight[]? Pieces => null;

    /// <summary>The value at a step; a negative one is refused.</summary>
    internal abstract double At(int step);

    /// <summary>The value at a step, and the one from which a ramp of length 0 at this step starts. A function of the user's own is asked once.</summary>
    internal virtual Entry EntryAt(int step)
    {
        double value = At(step);
        return new(value, value);
    }

    /// <summary>The values at <paramref name="first"/>, first + 1 …, with the bits of <see cref="At"/>. The first step is not negative.</summary>
    internal abstract void Fill(int first, Span<double> destination);

    /// <summary>The same values in single precision.</summary>
    internal virtual void Fill(int first, Span<float> destination)
    {
        Span<double> buffer = stackalloc double[Math.Min(Block, destination.Length)];
        while (!destination.IsEmpty)
        {
            Span<double> block = buffer[..Math.Min(buffer.Length, destination.Length)];
            Fill(first, block);
            Ranges.Map(default(Same), block, destination[..block.Length]);
            destination = destination[block.Length..];
            first = destination.IsEmpty ? first : first + block.Length;
        }
    }

    /// <summary>The values folded into others, no more than a block of them; the destination may be those themselves.</summary>
    internal virtual void FoldInto<TFold, T>(TFold fold, int first, ReadOnlySpan<double> values, Span<T> destination)
        where TFold : struct, IFold
        where T : struct
    {
        // Compositions may be nested deeper than the stack is high.
        Span<double> own = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc double[destination.Length] : new double[destination.Length];
        Fill(first, own);
        Ranges.Fold(fold, values, own, destination);
    }

    /// <summary>The node with its values mapped.</summary>
    internal virtual ScheduleNode Mapped<TMap>(TMap map)
        where TMap : struct, IMap => new OneMapNode<TMap>(this, map);

    /// <summary>The values in the precision of the span, double or single.</summary>
    internal void Fill<T>(int first, Span<T> destination)
        where T : struct
    {
        if (typeof(T) == typeof(double))
        {
            Fill(first, MemoryMarshal.Cast<T, double>(destination));
        }
        else
        {
            Fill(first, MemoryMarshal.Cast<T, float>(destination));
        }
    }

    /// <summary>A number in the precision of a span.</summary>
    internal static T To<T>(double value)
        where T : struct =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(value) : Unsafe.BitCast<float, T>((float)value);

    /// <summary>Whether the doubles behind a span need a buffer: floats do, doubles are computed in their place.</summary>
    private protected static bool BufferFor<T>(Span<T> destination)
        where T : struct => typeof(T) != typeof(double) && !destination.IsEmpty;

    /// <summary>Where the doubles behind a block are computed: in the block itself, or in the buffer.</summary>
    private protected static Span<double> Doubles<T>(Span<T> block, Span<double> buffer)
        where T : struct => typeof(T) == typeof(double) ? MemoryMarshal.Cast<T, double>(block) : buffer[..block.Length];

    /// <summary>The node behind a schedule; a function that is not ours gets one that calls it.</summary>
    internal static ScheduleNode Of(Func<int, double> schedule) => schedule.Target as ScheduleNode ?? new OpaqueNode(schedule);

    /// <summary>The nodes behind several schedules.</summary>
    internal static ScheduleNode[] Of(Func<int, double>[] schedules) => Array.ConvertAll(schedules, Of);
}
