namespace LrMath.Structure;

/// <summary>Every so many steps of a schedule one; steps beyond the last there is are asked as the last.</summary>
internal sealed record StrideNode(ScheduleNode Inner, int Stride) : ScheduleNode
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At((int)Math.Min((long)step * Stride, int.MaxValue));
    }

    internal override void Fill(int first, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = At(first + i);
        }
    }
}
