using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Every so many steps of a schedule one; steps beyond the last there is are asked as the last.</summary>
internal sealed record StrideNode(ScheduleNode Inner, int Stride) : ScheduleNode
{
    // From there on a step by itself is as cheap as all that lie before it: of a logarithm a little sooner, of a cosine later.
    private const int Wide = 16;

    private readonly bool fillsBetween = Stride < Wide && !Inner.AsksSteps;

    internal override bool AsksSteps => Inner.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At((int)Math.Min((long)step * Stride, int.MaxValue));
    }

    internal override Entry EntryAt(int step) => Inner.EntryAt((int)Math.Min((long)step * Stride, int.MaxValue));

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : unmanaged
    {
        int filled = fillsBetween ? Segment.Before(1L + (int.MaxValue / Stride), first, destination.Length) : 0;
        if (filled > 0)
        {
            Pick(first, destination[..filled]);
        }

        for (int i = filled; i < destination.Length; i++)
        {
            destination[i] = To<T>(At(first + i));
        }
    }

    /// <summary>Fills the range of the inner schedule, block by block, and picks what is asked for.</summary>
    private void Pick<T>(int first, Span<T> destination)
        where T : unmanaged
    {
        Span<T> buffer = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc T[Block] : new T[Block];
        while (!destination.IsEmpty)
        {
            int count = Math.Min(Block / Stride, destination.Length);
            Span<T> between = buffer[..(((count - 1) * Stride) + 1)];
            Inner.Fill(first * Stride, between);
            Ranges.Pick(between, Stride, destination[..count]);
            destination = destination[count..];
            first = destination.IsEmpty ? first : first + count;
        }
    }
}
