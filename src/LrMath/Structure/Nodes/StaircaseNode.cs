using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Each value of a schedule held for a number of steps, which need not be whole.</summary>
internal sealed record StaircaseNode(ScheduleNode Inner, Stairs Stairs) : ScheduleNode
{
    private const int Stretch = 256;
    private const int Short = 256;

    internal override bool AsksSteps => Inner.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(Stairs.IndexAt(step));
    }

    /// <summary>A stair is entered at its first step only.</summary>
    internal override Entry EntryAt(int step)
    {
        int stair = Stairs.IndexAt(step);
        return step == 0 || Stairs.IndexAt(step - 1) < stair ? Inner.EntryAt(stair) : base.EntryAt(step);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        int stretch = Math.Min(Stretch, destination.Length);
        Span<double> values = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? stackalloc double[stretch] : new double[stretch];
        while (!destination.IsEmpty)
        {
            int stair = Stairs.IndexAt(first);
            int count = Math.Min(Stairs.IndexAt(first + (destination.Length - 1)) - stair + 1, values.Length);
            Inner.Fill(stair, values[..count]);
            for (int i = 0; i < count; i++)
            {
                int length = Segment.Before(Segment.StepAt(Stairs.StartOf(stair + i + 1.0)), first, destination.Length);
                if (length < Short)
                {
                    Ranges.HoldAtLeast(values[i], length, destination);
                }
                else
                {
                    Ranges.Hold(values[i], destination[..length]);
                }

                destination = destination[length..];
                first = destination.IsEmpty ? first : first + length;
            }
        }
    }
}
